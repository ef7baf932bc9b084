// The verdict and how strong it is. "No clear winner" is an answer: it is said below a declared margin or share.

import type { LocalizedText } from '../text/localized.ts';
import type { EvaluatedOption } from './evaluate.ts';
import { failures } from './gate-effects.ts';
import { listed } from './figures.ts';
import type { Strength } from './recommendation.ts';
import type { FirstShares } from './texts.ts';
import type { RankedOption } from './ranking.ts';
import {
  butOutscoredText,
  clearText,
  littleAheadText,
  noWinnerText,
  nothingLeftText,
  oftenBeatenText,
  onlyEditionsText,
  onlyOneText,
  provisoText,
} from './texts.ts';

/** First in at least this share of the trials… */
export const CLEAR_SHARE = 0.6;
/** …and ahead by at least this much of the scale (2 of 100 points). */
export const CLEAR_MARGIN = 0.02;

export interface Verdict {
  readonly recommended: string | null;
  readonly proviso: LocalizedText | null;
  readonly strength: Strength;
  readonly strengthReason: LocalizedText;
}

/**
 * @param ranked in rank order
 * @param sharesOf first-rank shares of an option and of its product, all editions together. The product's decides:
 *   near-identical editions split the first rank between them without making the product less sure
 */
export function verdictFor(
  ranked: readonly RankedOption[],
  sharesOf: (option: EvaluatedOption) => FirstShares,
): Verdict {
  const candidates = ranked.filter(({ rank }) => rank !== null).map(({ option }) => option);
  const first = candidates[0];
  if (first === undefined) {
    return {
      recommended: null,
      proviso: null,
      strength: 'none',
      strengthReason: nothingLeftText(ranked.length),
    };
  }
  const rival = candidates.find((option) => isRival(option, first));
  const proviso = first.status === 'conditional' ? provisoFor(first) : null;
  const named = { recommended: first.provider.id, proviso };
  const words =
    rival === undefined ? aloneVerdict(first, candidates) : comparedVerdict(first, rival, sharesOf(first));
  return { ...named, ...tempered(words, first, candidates) };
}

// A lead is not clear while something is open: about the first option, or about one that scores higher.
function tempered(
  words: Conclusion,
  first: EvaluatedOption,
  candidates: readonly EvaluatedOption[],
): Conclusion {
  if (words.strength !== 'clear') return words;
  if (first.status === 'conditional') return { ...words, strength: 'close' };
  const isOutscored = candidates.some((option) => option.score > first.score);
  return isOutscored ? { strength: 'close', strengthReason: butOutscoredText(words.strengthReason) } : words;
}

type Conclusion = Pick<Verdict, 'strength' | 'strengthReason'>;

// Another edition of the same product, or an option in the band below, does not contest the verdict.
function isRival(option: EvaluatedOption, first: EvaluatedOption): boolean {
  return option.provider.family !== first.provider.family && option.status === first.status;
}

function aloneVerdict(first: EvaluatedOption, candidates: readonly EvaluatedOption[]): Conclusion {
  const editions = candidates
    .filter((option) => option.status === first.status)
    .map(({ provider }) => provider.name);
  return {
    strength: 'clear',
    strengthReason:
      editions.length === 1 ? onlyOneText(first.provider.name) : onlyEditionsText(listed(editions)),
  };
}

function comparedVerdict(first: EvaluatedOption, rival: EvaluatedOption, shares: FirstShares): Conclusion {
  const gap = first.score - rival.score;
  const isAhead = gap >= CLEAR_MARGIN;
  const isSure = shares.product >= CLEAR_SHARE;
  const names = [first.provider.name, rival.provider.name] as const;
  if (isAhead && isSure) return { strength: 'clear', strengthReason: clearText(names, shares, gap) };
  if (isAhead) return { strength: 'close', strengthReason: oftenBeatenText(names, shares, gap) };
  if (isSure) return { strength: 'close', strengthReason: littleAheadText(names, shares, gap) };
  return { strength: 'none', strengthReason: noWinnerText(names, shares, gap) };
}

function provisoFor(option: EvaluatedOption): LocalizedText {
  return provisoText(option.provider.name, openLabels(option));
}

export function openLabels(option: EvaluatedOption): LocalizedText {
  return listed(
    option.gates.filter((result) => result.verdict === 'cannotTell').map(({ gate }) => gate.rule.label),
  );
}

export function failedLabels(option: EvaluatedOption): LocalizedText {
  return listed(failures(option).map(({ gate }) => gate.rule.label));
}
