// What would change the winner: one weight at a time in closed form, the smallest change of weights, facts getting worse.
// Invariant: at a reported flip point the two options score the same.

import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import type { WeightFlip } from './recommendation-analysis.ts';
import { dot, entry } from './vectors.ts';

/** Differences below this are rounding, not preference. */
const EPSILON = 1e-12;

/** Score as a line in the weight t of one criterion, the others keeping their ratios: t·value + (1 − t)·rest. */
export interface WeightLine {
  readonly value: number;
  readonly rest: number;
}

export function weightLine(
  option: Pick<EvaluatedOption, 'cells' | 'score'>,
  column: number,
  weight: number,
): WeightLine {
  const value = option.cells[column]?.central ?? 0;
  const rest = weight < 1 ? (option.score - weight * value) / (1 - weight) : 0;
  return { value, rest };
}

export function scoreAtWeight({ value, rest }: WeightLine, t: number): number {
  return t * value + (1 - t) * rest;
}

/** Weight at which the two lines cross; null when they do not cross inside 0…1. */
export function crossing(one: WeightLine, other: WeightLine): number | null {
  const restGap = one.rest - other.rest;
  const valueGap = one.value - other.value;
  const slope = restGap - valueGap;
  if (Math.abs(slope) < EPSILON) return null;
  const t = restGap / slope;
  return t >= 0 && t <= 1 ? t : null;
}

/** For every criterion the nearest weight at which another option ties the winner; the most sensitive first. */
export function tornado(
  evaluation: Evaluation,
  winner: EvaluatedOption,
  rivals: readonly EvaluatedOption[],
): readonly WeightFlip[] {
  return evaluation.criteria
    .map((_, column) => weightFlip(evaluation, column, winner, rivals))
    .toSorted((a, b) => (a.distance ?? 2) - (b.distance ?? 2));
}

function weightFlip(
  evaluation: Evaluation,
  column: number,
  winner: EvaluatedOption,
  rivals: readonly EvaluatedOption[],
): WeightFlip {
  const weight = entry(evaluation.weights, column);
  const own = weightLine(winner, column, weight);
  const flips = rivals.flatMap((rival) => {
    const flipsAt = crossing(own, weightLine(rival, column, weight));
    return flipsAt === null
      ? []
      : [{ flipsAt, newWinner: rival.provider.id, distance: Math.abs(flipsAt - weight) }];
  });
  const nearest = flips.toSorted((a, b) => a.distance - b.distance)[0] ?? NO_FLIP;
  const { id, label } = ruleAt(evaluation, column);
  return { criterion: id, label, weight, ...nearest };
}

const NO_FLIP = { flipsAt: null, newWinner: null, distance: null };

/** The rule of a weighted criterion; every column has one. */
export function ruleAt(evaluation: Evaluation, column: number): Evaluation['criteria'][number]['rule'] {
  const criterion = evaluation.criteria[column];
  if (criterion === undefined) throw new RangeError(`no criterion in column ${column}`);
  return criterion.rule;
}

export interface WeightShift {
  readonly weights: readonly number[];
  readonly distanceL1: number;
}

/**
 * The weights nearest to the given ones (L1) at which `challenger` ties `leader`; null when no weights make them tie.
 * Each unit moved from criterion j to the challenger's best criterion gains d(best) − d(j), so the worst go first.
 */
export function smallestShift(
  weights: readonly number[],
  leader: readonly number[],
  challenger: readonly number[],
): WeightShift | null {
  const differences = weights.map((_, column) => entry(challenger, column) - entry(leader, column));
  const bestDifference = Math.max(...differences);
  const best = differences.indexOf(bestDifference);
  const shifted = [...weights];
  let gap = -dot(weights, differences);
  for (const column of ascendingColumns(differences)) {
    const gain = bestDifference - entry(differences, column);
    if (gap <= 0 || gain <= EPSILON) break;
    const moved = Math.min(entry(shifted, column), gap / gain);
    shifted[column] = entry(shifted, column) - moved;
    shifted[best] = entry(shifted, best) + moved;
    gap -= moved * gain;
  }
  if (gap > EPSILON) return null;
  const distanceL1 = shifted.reduce(
    (sum, weight, column) => sum + Math.abs(weight - entry(weights, column)),
    0,
  );
  return { weights: shifted, distanceL1 };
}

function ascendingColumns(differences: readonly number[]): readonly number[] {
  return differences
    .map((_, column) => column)
    .toSorted((a, b) => entry(differences, a) - entry(differences, b));
}

/** Interval of weights of one criterion on which the option is at least level with every rival; null: nowhere. */
export function leadingInterval(
  own: WeightLine,
  rivals: Iterable<WeightLine>,
): readonly [number, number] | null {
  let low = 0;
  let high = 1;
  for (const rival of rivals) {
    const isBehindAtZero = own.rest - rival.rest < -EPSILON;
    const isBehindAtOne = own.value - rival.value < -EPSILON;
    if (isBehindAtZero && isBehindAtOne) return null;
    // Level at one end to within rounding: the lines may cross a hair outside, and only that end is left.
    const t = crossing(own, rival);
    if (isBehindAtZero) low = Math.max(low, t ?? 1);
    if (isBehindAtOne) high = Math.min(high, t ?? 0);
  }
  return low <= high ? [low, high] : null;
}
