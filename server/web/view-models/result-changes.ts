// What would change the result: weights, facts and requirements, and the questions whose answers could do it.

import { termsToCheckAgain } from '../../core/scoring/check-again.ts';
import { listed } from '../../core/scoring/figures.ts';
import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { monthsText } from '../texts/result-section-texts.ts';
import { formatDay, formatShare } from './format.ts';
import type { ResultLinks } from './result-links.ts';
import { length, optionNames } from './result-words.ts';

const FLIPS_SHOWN = 6;
const MARGINS_SHOWN = 8;
const FACT_CHANGES_SHOWN = 5;
const QUESTIONS_SHOWN = 8;

export function changesModel(recommendation: Recommendation, lang: Lang) {
  const { sensitivity } = recommendation;
  return {
    flips: weightFlips(recommendation, lang),
    smallest: sensitivity?.smallestWeightChange?.text[lang] ?? null,
    facts: factChanges(recommendation, lang),
    margins: (sensitivity?.winnerMargins ?? [])
      .filter(({ to }) => to !== null)
      .slice(0, MARGINS_SHOWN)
      .map(({ text }) => text[lang]),
    gates: (sensitivity?.requirementsToRelax ?? []).map(({ text }) => text[lang]),
  };
}

function weightFlips(recommendation: Recommendation, lang: Lang) {
  const nameOf = optionNames(recommendation, lang);
  const flips = (recommendation.sensitivity?.tornado ?? [])
    .flatMap(({ flipsAt, newWinner, ...flip }) =>
      flipsAt === null || newWinner === null ? [] : [{ ...flip, flipsAt, newWinner }],
    )
    .slice(0, FLIPS_SHOWN);
  const widest = Math.max(...flips.flatMap(({ weight, flipsAt }) => [weight, flipsAt]));
  const along = (weight: number): string => length((weight / widest) * 100);
  return flips.map((flip) => ({
    label: flip.label[lang],
    weight: formatShare(flip.weight, lang, 1),
    flipsAt: formatShare(flip.flipsAt, lang, 1),
    newWinner: nameOf(flip.newWinner),
    bar: {
      now: along(flip.weight),
      low: along(Math.min(flip.weight, flip.flipsAt)),
      width: along(Math.abs(flip.weight - flip.flipsAt)),
    },
  }));
}

/** The nearest rivals' own conditions, one each. */
function factChanges({ options, recommended }: Recommendation, lang: Lang): readonly string[] {
  return options
    .filter(({ id, rank }) => id !== recommended && rank !== null)
    .flatMap(({ counterfactuals }) =>
      counterfactuals
        .filter(({ kind }) => kind === 'fact' || kind === 'facts')
        .slice(0, 1)
        .map(({ text }) => text[lang]),
    )
    .slice(0, FACT_CHANGES_SHOWN);
}

export function vendorQuestions(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  return recommendation.options
    .filter((option) => option.rank !== null)
    .flatMap((option) => option.questionsToVendor.map((question) => ({ option, question })))
    .filter(({ question }) => question.changesWinnerProbability > 0)
    .toSorted((a, b) => b.question.changesWinnerProbability - a.question.changesWinnerProbability)
    .slice(0, QUESTIONS_SHOWN)
    .map(({ option, question }) => ({
      option: option.name[lang],
      href: links.option(option.id),
      question: question.question[lang],
      chance: formatShare(question.changesWinnerProbability, lang, 1),
    }));
}

const EVIDENCE_SHOWN = 6;

/** The evidence that the leading options rest on, what to check again first on top. */
export function evidenceModel({ options }: Recommendation, lang: Lang) {
  const terms = termsToCheckAgain(options).flatMap((aged) => {
    const newest = aged.term.fact.evidence.toSorted((a, b) => a.ageDays - b.ageDays)[0];
    return newest === undefined ? [] : [{ ...aged, newest }];
  });
  return {
    facts: terms.length,
    official: terms.filter(({ term }) => term.fact.evidence.some((one) => one.class === 'official')).length,
    oldestMonths: terms.reduce((oldest, { age }) => Math.max(oldest, age.months), 0),
    rows: terms.slice(0, EVIDENCE_SHOWN).map(({ options: resting, term, newest, age }) => ({
      option: listed(resting.map(({ name }) => name))[lang],
      fact: term.fact.label[lang],
      shown: term.fact.shown[lang],
      weight: formatShare(term.weight, lang, 1),
      href: newest.url ?? (newest.runId === undefined ? null : `/runs/${newest.runId}`),
      title: newest.title,
      age: monthsText(age.months)[lang],
      confidence: formatShare(age.confidence, lang, 0),
      checkedOn: formatDay(newest.checkedOn, lang),
    })),
  };
}
