// The same values through four other accepted methods. Agreement is reported, never averaged into the score.

import { promethee2 } from '../mcda/promethee2.ts';
import { topsis } from '../mcda/topsis.ts';
import { regretOnValues } from '../mcda/vikor.ts';
import { wpm } from '../mcda/wpm.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import type { CrossCheck, CrossChecks } from './recommendation-analysis.ts';
import { ruleAt } from './sensitivity.ts';
import { agreementText, disagreementText } from './texts-check.ts';
import { entry } from './vectors.ts';

/** A value of 0 would make a weighted product 0 whatever else an option offers; this counts as "almost nothing". */
export const PRODUCT_FLOOR = 0.01;
/** PROMETHEE: a quarter of the value scale is a full preference. The scale itself is anchored in natural units. */
export const FULL_PREFERENCE = 0.25;

interface Method {
  readonly method: CrossCheck['method'];
  readonly label: LocalizedText;
  readonly higherIsBetter: boolean;
  readonly scores: (values: readonly (readonly number[])[], weights: readonly number[]) => readonly number[];
}

const METHODS: readonly Method[] = [
  {
    method: 'wpm',
    label: {
      en: 'Weighted product (one very weak point counts more)',
      ja: '加重積法（極端な弱点を重く見る）',
    },
    higherIsBetter: true,
    scores: (matrix, weights) =>
      wpm({
        matrix,
        weights,
        directions: weights.map(() => 'max'),
        normalization: 'none',
        scoreForm: 'product',
        floor: PRODUCT_FLOOR,
      }).scores.map((score) => score ?? 0),
  },
  {
    method: 'promethee2',
    label: { en: 'PROMETHEE II (option against option)', ja: 'PROMETHEE II（候補どうしの一対比較）' },
    higherIsBetter: true,
    scores: (matrix, weights) =>
      promethee2({
        matrix,
        weights,
        directions: weights.map(() => 'max'),
        preferences: weights.map(() => ({ shape: 'vshape', q: 0, p: FULL_PREFERENCE })),
      }).phi,
  },
  {
    method: 'topsis',
    label: {
      en: 'TOPSIS with fixed ideals (distance to the ideal)',
      ja: 'TOPSIS（固定した理想点からの距離）',
    },
    higherIsBetter: true,
    scores: (matrix, weights) =>
      topsis({
        matrix,
        weights,
        directions: weights.map(() => 'max'),
        normalization: 'none',
        weightNormalization: 'sum',
        positiveIdeal: weights,
        negativeIdeal: weights.map(() => 0),
      }).scores,
  },
  {
    method: 'vikor-regret',
    label: { en: 'Largest regret of VIKOR (the worst shortfall)', ja: 'VIKORの最大後悔（最も不足する点）' },
    higherIsBetter: false,
    scores: regretOnValues,
  },
];

/** @param contestants the winner and all it competes with; null when there is nothing to compare */
export function crossChecks(
  evaluation: Evaluation,
  winner: EvaluatedOption,
  contestants: readonly EvaluatedOption[],
): CrossChecks | null {
  if (contestants.length < 2) return null;
  const values = contestants.map((option) => option.cells.map(({ central }) => central));
  const checks = METHODS.map((method) =>
    check(method, winner, contestants, method.scores(values, evaluation.weights)),
  );
  const dissent = checks.find(({ sameWinner }) => !sameWinner);
  const agreeing = checks.filter(({ sameWinner }) => sameWinner).length;
  const other = contestants.find(({ provider }) => provider.id === dissent?.winner);
  return {
    agreeing,
    of: checks.length,
    checks,
    text:
      dissent === undefined || other === undefined
        ? agreementText(winner.provider.name, checks.length)
        : disagreementText(
            { agreeing, of: checks.length, method: dissent.label },
            { winner: winner.provider.name, other: other.provider.name },
            ruleAt(evaluation, weakestColumn(evaluation, winner, other)).label,
          ),
  };
}

// A tie with the best counts as the same winner: the method does not object.
function check(
  method: Method,
  winner: EvaluatedOption,
  contestants: readonly EvaluatedOption[],
  scores: readonly number[],
): CrossCheck {
  const best = method.higherIsBetter ? Math.max(...scores) : Math.min(...scores);
  const own = entry(scores, contestants.indexOf(winner));
  const sameWinner = Math.abs(own - best) <= 1e-12;
  return {
    method: method.method,
    label: method.label,
    winner: sameWinner ? winner.provider.id : (contestants[scores.indexOf(best)]?.provider.id ?? null),
    sameWinner,
    scores: Object.fromEntries(contestants.map(({ provider }, index) => [provider.id, entry(scores, index)])),
    higherIsBetter: method.higherIsBetter,
  };
}

/** Where the winner loses most weighted value against the other: the criterion behind a disagreement. */
function weakestColumn(evaluation: Evaluation, winner: EvaluatedOption, other: EvaluatedOption): number {
  const losses = winner.cells.map(
    ({ central }, column) =>
      entry(evaluation.weights, column) * (central - (other.cells[column]?.central ?? 0)),
  );
  return losses.indexOf(Math.min(...losses));
}
