// Two options side by side: where the difference in score comes from, in the fewest criteria that explain most of it.

import type { Contribution, OptionResult, Recommendation } from '../../core/scoring/recommendation.ts';
import { COVERED_SHARE } from '../../core/scoring/explain.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { DEPLOYMENT_TEXTS } from '../texts/option-texts.ts';
import {
  aheadByText,
  COMPARE_TEXTS as T,
  equalText,
  fewestText,
  statusFirstText,
} from '../texts/result-option-texts.ts';
import { RESULT_TEXTS, STATUS_TEXTS } from '../texts/result-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatNumber, formatShare } from './format.ts';
import { resultLinks } from './result-links.ts';
import { beatsShare } from './result-sureness.ts';
import { length, points, pointsDifference, roughMoney, scoreRange } from './result-words.ts';

export interface CompareData {
  readonly recommendation: Recommendation;
  readonly evaluation: Pick<Evaluation, 'id' | 'title'>;
  /** Ids as asked for; what is missing or unknown falls back to the first and the next of the ranking. */
  readonly asked: { readonly a: unknown; readonly b: unknown };
}

export function compareModel({ recommendation, evaluation, asked }: CompareData, lang: Lang) {
  const { options } = recommendation;
  const links = resultLinks(evaluation.id);
  const a = options.find(({ id }) => id === asked.a) ?? options[0];
  const b = options.find(({ id }) => id === asked.b) ?? options.find(({ id }) => id !== a?.id);
  const pair = a === undefined || b === undefined || a.id === b.id ? null : ([a, b] as const);
  return {
    t: inLanguage(T, lang),
    resultTitle: RESULT_TEXTS.title[lang],
    resultHref: links.result,
    evaluationTitle: evaluation.title,
    action: links.compare,
    choices: {
      a: choicesOf(options, a?.id, lang),
      b: choicesOf(options, b?.id, lang),
    },
    pair: pair === null ? null : pairModel(recommendation, pair, lang),
    columns: (pair ?? []).map((option) => columnOf(recommendation, option, links.option(option.id), lang)),
  };
}

/** Every option for a choice between them, best first. */
export function choicesOf(options: readonly OptionResult[], chosen: string | undefined, lang: Lang) {
  return options.map(({ id, name, rank }) => ({
    id,
    label: rank === null ? name[lang] : `${formatNumber(rank, lang, 0)}. ${name[lang]}`,
    isChosen: id === chosen,
  }));
}

function columnOf(recommendation: Recommendation, option: OptionResult, href: string, lang: Lang) {
  const { cost } = recommendation;
  const total = cost?.options.find((entry) => entry.option === option.id)?.totalCost ?? null;
  return {
    name: option.name[lang],
    href,
    deployment: DEPLOYMENT_TEXTS[option.deployment][lang],
    status: STATUS_TEXTS[option.status][lang],
    statusReason: option.statusReason[lang],
    rank: option.rank === null ? T.unranked[lang] : formatNumber(option.rank, lang, 0),
    score: points(option.score, lang),
    range: scoreRange(option.scoreRange, lang),
    cost: total === null ? T.noPrice[lang] : roughMoney(total[1], cost?.currency ?? 'JPY', lang),
  };
}

type Pair = readonly [OptionResult, OptionResult];

function pairModel(recommendation: Recommendation, pair: Pair, lang: Lang) {
  const [a, b] = pair;
  const [better, other] = a.score >= b.score ? pair : ([b, a] as const);
  const gap = better.score - other.score;
  const differences = differencesOf(better, other);
  const decisive = fewestCovering(differences, gap);
  const covered = decisive.reduce((sum, { difference }) => sum + difference, 0);
  const beats = beatsShare(recommendation, better.id, other.id);
  return {
    summary: aheadByText(better.name[lang], other.name[lang], points(gap, lang))[lang],
    fewest:
      gap > 0 && decisive.length > 0
        ? fewestText(decisive.length, covered < gap ? formatShare(covered / gap, lang) : null)[lang]
        : null,
    statusFirst: isRankedOtherwise(better, other) ? statusFirstText(other.name[lang])[lang] : null,
    beats: beats === null ? null : `${better.name[lang]} ${formatShare(beats, lang)}`,
    isNecessary: (recommendation.robustness?.necessarilyBetter ?? []).some(
      ([one, two]) => one === better.id && two === other.id,
    ),
    better: better.name[lang],
    other: other.name[lang],
    rows: barRows(differences, decisive, lang),
    total: pointsDifference(gap, lang),
    equal: equalRows(differences, lang),
  };
}

function isRankedOtherwise(better: OptionResult, other: OptionResult): boolean {
  return (better.rank ?? Number.POSITIVE_INFINITY) > (other.rank ?? Number.POSITIVE_INFINITY);
}

interface Difference {
  readonly term: Contribution;
  readonly rival: Contribution;
  readonly difference: number;
}

/** In favour of the better option first. */
function differencesOf(better: OptionResult, other: OptionResult): readonly Difference[] {
  const rivals = new Map(other.contributions.map((term) => [term.criterion, term]));
  return better.contributions
    .flatMap((term) => {
      const rival = rivals.get(term.criterion);
      return rival === undefined ? [] : [{ term, rival, difference: term.points - rival.points }];
    })
    .toSorted((a, b) => b.difference - a.difference);
}

function fewestCovering(differences: readonly Difference[], gap: number): readonly Difference[] {
  const terms: Difference[] = [];
  let covered = 0;
  for (const entry of differences) {
    if (covered >= COVERED_SHARE * gap || entry.difference <= 0) break;
    terms.push(entry);
    covered += entry.difference;
  }
  return terms;
}

/** Less than this of 100 points is no difference to a reader. */
const SHOWN_FROM = 0.0005;
const HALF = 50;

function barRows(differences: readonly Difference[], decisive: readonly Difference[], lang: Lang) {
  const shown = differences.filter(({ difference }) => Math.abs(difference) >= SHOWN_FROM);
  const widest = Math.max(...shown.map(({ difference }) => Math.abs(difference)), Number.MIN_VALUE);
  return shown.map((entry) => {
    const width = (Math.abs(entry.difference) / widest) * HALF;
    return {
      label: entry.term.label[lang],
      isDecisive: decisive.includes(entry),
      isFor: entry.difference > 0,
      difference: pointsDifference(entry.difference, lang),
      better: entry.term.fact.shown[lang],
      other: entry.rival.fact.shown[lang],
      x: length(entry.difference > 0 ? HALF : HALF - width),
      width: length(width),
    };
  });
}

function equalRows(differences: readonly Difference[], lang: Lang) {
  const equal = differences.filter(({ difference }) => Math.abs(difference) < SHOWN_FROM);
  return {
    label: equalText(equal.length)[lang],
    rows: equal.map(({ term, rival }) => ({
      label: term.label[lang],
      points: points(term.points, lang),
      better: term.fact.shown[lang],
      other: rival.fact.shown[lang],
    })),
  };
}
