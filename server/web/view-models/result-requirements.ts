// Requirements and what they cost in choice, the options they exclude, and what is still to confirm.

import type {
  GateEffect,
  OptionResult,
  Recommendation,
  Requirement,
} from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { excludedText } from '../texts/result-section-texts.ts';
import { namesText } from '../texts/result-texts.ts';
import { formatNumber } from './format.ts';
import type { ResultLinks } from './result-links.ts';
import { optionNames, points } from './result-words.ts';

const NAMES_SHOWN = 4;
const CONFIRM_OPTIONS_SHOWN = 4;

export function requirementsModel(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  const excluded = excludedOptions(recommendation, links, lang);
  return {
    rows: gateRows(recommendation, links, lang),
    excluded,
    excludedLabel: excludedText(excluded.length)[lang],
  };
}

const NO_EFFECT: GateEffect = { excludes: 0, excludesAlone: 0, cannotTell: 0, relaxations: [] };

function gateRows(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  const nameOf = optionNames(recommendation, lang);
  return recommendation.requirements
    .filter((requirement) => requirement.kind === 'gate')
    .toSorted((a, b) => biteOf(b) - biteOf(a))
    .map(({ effect = NO_EFFECT, ...requirement }) => ({
      id: requirement.id,
      label: requirement.label[lang],
      need: requirement.needText[lang],
      excludes: formatNumber(effect.excludes, lang),
      excludesAlone: formatNumber(effect.excludesAlone, lang),
      cannotTell: formatNumber(effect.cannotTell, lang),
      answers: answersBehind(recommendation, requirement.from, links, lang),
      relaxations: effect.relaxations.map(({ toText, readmits }) => ({
        to: toText[lang],
        count: formatNumber(readmits.length, lang),
        names: namesText(readmits.map(nameOf), NAMES_SHOWN)[lang],
      })),
      tryHref: effect.excludesAlone > 0 ? relaxHref(links, [requirement.id]) : null,
    }));
}

/** Whom a requirement excludes counts before what it leaves open. */
function biteOf({ effect }: Requirement): number {
  return effect === undefined ? 0 : effect.excludes + effect.cannotTell / 1_000;
}

function relaxHref(links: ResultLinks, requirements: readonly string[]): string {
  const query = requirements.map((id) => `relax=${encodeURIComponent(id)}`).join('&');
  return `${links.result}?${query}#what-if`;
}

function excludedOptions(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  return recommendation.options
    .filter((option) => option.status === 'excluded')
    .map((option) => ({
      name: option.name[lang],
      href: links.option(option.id),
      failed: failuresOf(option, lang),
    }));
}

/** Each requirement that the option fails: what is required, what it offers, and who says so. */
export function failuresOf(option: OptionResult, lang: Lang) {
  return option.failed.map((failure) => ({
    label: failure.label[lang],
    required: failure.requiredText[lang],
    actual: failure.actualText[lang],
    source: failure.source,
    sourceTitle: failure.evidence[0]?.title ?? failure.source,
    from: failure.from,
  }));
}

/** The questions that a requirement comes from, as links to their place in the questionnaire. */
export function answersBehind(
  { answers }: Recommendation,
  questionIds: readonly string[],
  links: ResultLinks,
  lang: Lang,
) {
  return answers
    .filter((answer) => questionIds.includes(answer.question))
    .map((answer) => ({
      href: links.question(answer.section, answer.question),
      question: answer.label[lang],
      answer: answer.answer[lang],
    }));
}

/** Where nothing is left: every smallest set of requirements to drop, and whom that brings back. */
export function relaxationSets(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  const nameOf = optionNames(recommendation, lang);
  return (recommendation.smallestRelaxations ?? []).map((set) => ({
    text: set.text[lang],
    names: namesText(set.readmits.map(nameOf), NAMES_SHOWN)[lang],
    href: relaxHref(links, set.requirements),
  }));
}

/** Conditional options that could matter: the best by score, each with the questions to ask. */
export function confirmModel({ options }: Recommendation, links: ResultLinks, lang: Lang) {
  const conditional = options.filter(({ status }) => status === 'conditional');
  return conditional
    .toSorted((a, b) => b.score - a.score)
    .slice(0, CONFIRM_OPTIONS_SHOWN)
    .map((option) => ({
      name: option.name[lang],
      href: links.option(option.id),
      score: points(option.score, lang),
      items: toConfirm(option, lang),
    }));
}

export function toConfirm(option: OptionResult, lang: Lang) {
  return option.toConfirm.map((open) => ({
    label: open.label[lang],
    required: open.requiredText[lang],
    actual: open.actualText[lang],
    question: open.question[lang],
  }));
}
