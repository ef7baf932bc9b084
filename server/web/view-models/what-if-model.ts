// The what-if part of the result page, and what its script needs to do the same arithmetic in the browser.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { STRENGTH_TEXTS } from '../texts/result-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { filledText, LEADER_TEXTS, WHAT_IF_TEXTS as T } from '../texts/what-if-texts.ts';
import { formatNumber, formatShare } from './format.ts';
import type { ResultLinks } from './result-links.ts';
import { barOf } from './result-ranking.ts';
import { points, scoreRange } from './result-words.ts';
import {
  criterionSliders,
  groupSliders,
  isChanged,
  whatIfOrder,
  whatIfQuery,
  whatIfWeights,
} from './what-if.ts';
import type { Slider, WhatIf, WhatIfOption } from './what-if.ts';

const ROWS_SHOWN = 8;

export function whatIfModel(recommendation: Recommendation, change: WhatIf, links: ResultLinks, lang: Lang) {
  const weights = whatIfWeights(recommendation, change);
  const order = whatIfOrder(recommendation, change);
  return {
    t: inLanguage(T, lang),
    isChanged: isChanged(change),
    isWeightless: weights === null,
    action: `${links.result}#what-if`,
    backHref: `${links.result}#what-if`,
    groups: groupModels(recommendation, change, weights ?? new Map(), lang),
    requirements: recommendation.requirements
      .filter(({ kind, effect }) => kind === 'gate' && (effect?.excludes ?? 0) > 0)
      .map(({ id, label }) => ({ id, label: label[lang], isRelaxed: change.relaxed.has(id) })),
    leader: leaderText(order, lang),
    rows: order.slice(0, ROWS_SHOWN).map((entry, place) => rowOf(entry, place, links, lang)),
    blank: BLANK_ROW,
    sureHref: links.whatIf,
    query: whatIfQuery(change),
    script: scriptData(recommendation, links, lang),
  };
}

function groupModels(
  recommendation: Recommendation,
  change: WhatIf,
  weights: ReadonlyMap<string, number>,
  lang: Lang,
) {
  const inGroup = new Map(groupSliders(recommendation).map((slider) => [slider.id, slider]));
  const ofCriterion = new Map(criterionSliders(recommendation).map((slider) => [slider.id, slider]));
  return recommendation.groups.flatMap((group) => {
    const slider = inGroup.get(group.id);
    if (slider === undefined) return [];
    const members = recommendation.criteria.filter((criterion) => criterion.group === group.id);
    const share = members.reduce((sum, { id }) => sum + (weights.get(id) ?? 0), 0);
    return [
      {
        ...sliderModel(slider, change.groups, group.label[lang], formatShare(share, lang, 1)),
        hasMoved: members.some(({ id }) => change.criteria.has(id)),
        criteria: members.flatMap(({ id, label }) => {
          const own = ofCriterion.get(id);
          const weight = formatShare(weights.get(id) ?? 0, lang, 1);
          return own === undefined ? [] : [sliderModel(own, change.criteria, label[lang], weight)];
        }),
      },
    ];
  });
}

function sliderModel(
  { id, start }: Slider,
  moved: ReadonlyMap<string, number>,
  label: string,
  weight: string,
) {
  return { id, label, start, value: moved.get(id) ?? start, weight };
}

export function leaderText([first, second]: readonly WhatIfOption[], lang: Lang): string {
  if (first === undefined) return LEADER_TEXTS.nobody[lang];
  const values = { first: first.option.name[lang], score: points(first.score, lang) };
  if (second === undefined || second.status !== first.status)
    return filledText(LEADER_TEXTS.only[lang], values);
  return filledText(LEADER_TEXTS.leads[lang], {
    ...values,
    second: second.option.name[lang],
    gap: points(first.score - second.score, lang),
  });
}

function rowOf(
  { option, status, score, low, high }: WhatIfOption,
  place: number,
  links: ResultLinks,
  lang: Lang,
) {
  return {
    id: option.id,
    place: formatNumber(place + 1, lang, 0),
    name: option.name[lang],
    href: links.option(option.id),
    isConditional: status === 'conditional',
    score: points(score, lang),
    range: scoreRange([low, high], lang),
    saved: option.rank === null ? T.excluded[lang] : formatNumber(option.rank, lang, 0),
    bar: barOf({ score, scoreRange: [low, high] }),
  };
}

/** What the script copies and fills. */
const BLANK_ROW = {
  id: '',
  place: '',
  name: '',
  href: '',
  isConditional: false,
  score: '',
  range: '',
  saved: '',
  bar: { width: '0', low: '0', high: '0' },
};

const VALUE_DIGITS = 1e6;

/** Compact: numbers by position. Six decimals keep a score exact to a thousandth of what is shown. */
function scriptData(recommendation: Recommendation, links: ResultLinks, lang: Lang): string {
  const { criteria, options } = recommendation;
  const groups = groupSliders(recommendation);
  const data = {
    rows: ROWS_SHOWN,
    groups: groups.map(({ id, exact }) => [id, exact]),
    criteria: criterionSliders(recommendation).map(({ id, exact }) => [
      id,
      exact,
      groups.findIndex((group) => group.id === criteria.find((criterion) => criterion.id === id)?.group),
      criteria.findIndex((criterion) => criterion.id === id),
    ]),
    options: options.map((option) => ({
      id: option.id,
      name: option.name[lang],
      href: links.option(option.id),
      rank: option.rank,
      failed: option.failed.map(({ requirement }) => requirement),
      open: option.cannotTell,
      values: option.contributions.map(({ value }) => rounded(value)),
      spans: option.contributions.flatMap(({ valueRange: [low, high] }, column) =>
        low === high ? [] : [[column, rounded(low), rounded(high)]],
      ),
    })),
    texts: { ...inLanguage(LEADER_TEXTS, lang), ...inLanguage(T, lang) },
  };
  // A closing tag inside a text would end the script element.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function rounded(value: number): number {
  return Math.round(value * VALUE_DIGITS) / VALUE_DIGITS;
}

/** How sure the order is under the weights of a what-if, from a recommendation sampled around them. */
export function whatIfSureness(trial: Recommendation, lang: Lang) {
  return {
    text: trial.strengthReason[lang],
    strength: STRENGTH_TEXTS[trial.strength][lang],
    shares: Object.fromEntries(
      trial.options
        .filter(({ rank }) => rank !== null)
        .map(({ id, firstRankShare }) => [id, formatShare(firstRankShare, lang)]),
    ),
  };
}
