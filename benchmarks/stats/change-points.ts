// Where the history of a figure changes for good: the split that separates two levels best, kept when shuffled histories
// almost never split as well, and searched again on both sides (binary segmentation with a permutation test, as in
// Matteson and James 2014, which Apache Otava uses on benchmark histories).

import type { Rng } from './rng.ts';
import { shuffled } from './rng.ts';

export interface ChangePoint {
  /** The first run of the new level. */
  readonly index: number;
  readonly before: number;
  readonly after: number;
  readonly pValue: number;
}

const PERMUTATIONS = 499;
const MIN_SEGMENT = 4;

/** Changes in order of time. At least four runs lie on each side of one. */
export function findChangePoints(values: readonly number[], rng: Rng, maxPValue = 0.01): ChangePoint[] {
  return search(values, 0, { rng, maxPValue }).sort((a, b) => a.index - b.index);
}

interface SearchRules {
  readonly rng: Rng;
  readonly maxPValue: number;
}

function search(values: readonly number[], offset: number, rules: SearchRules): ChangePoint[] {
  const best = bestSplit(values);
  if (best === null) return [];
  const pValue = chanceOf(best.gain, values, rules.rng);
  if (pValue > rules.maxPValue) return [];
  const left = values.slice(0, best.index);
  const right = values.slice(best.index);
  return [
    ...search(left, offset, rules),
    { index: offset + best.index, before: mean(left), after: mean(right), pValue },
    ...search(right, offset + best.index, rules),
  ];
}

/** The split that takes most of the sum of squares away. */
function bestSplit(values: readonly number[]): { readonly index: number; readonly gain: number } | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  let best: { index: number; gain: number } | null = null;
  let leftSum = 0;
  for (let index = 1; index <= values.length - MIN_SEGMENT; index += 1) {
    leftSum += values[index - 1] ?? 0;
    if (index < MIN_SEGMENT) continue;
    const rightCount = values.length - index;
    const gap = leftSum / index - (total - leftSum) / rightCount;
    const gain = (gap * gap * index * rightCount) / values.length;
    if (best === null || gain > best.gain) best = { index, gain };
  }
  return best;
}

function chanceOf(gain: number, values: readonly number[], rng: Rng): number {
  let asGood = 0;
  for (let round = 0; round < PERMUTATIONS; round += 1) {
    const other = bestSplit(shuffled(rng, values));
    if (other !== null && other.gain >= gain) asGood += 1;
  }
  return (asGood + 1) / (PERMUTATIONS + 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
