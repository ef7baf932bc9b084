// Ranks of options in every sample: SMAA-2 acceptabilities (Lahdelma & Salminen 2001), ties split evenly.
// Invariant: rows and columns of the acceptabilities add up to 1.

import { at } from './vectors.ts';

/** Two scores this close are the same score: sums of the same products in another order. */
export const TIE_TOLERANCE = 1e-12;

export interface RankCounts {
  /** options × options; [i · count + r] = share of samples in which option i takes rank r. */
  readonly shares: Float64Array;
  /** Per sample the position of the best option (the first of those tied). */
  readonly firsts: Int32Array;
  /** Per sample the score of the best and of the next option; the latter −Infinity where there is none. */
  readonly firstScores: Float64Array;
  readonly secondScores: Float64Array;
}

/** @param scores per option its score in every sample */
export function countRanks(scores: readonly Float64Array[], samples: number): RankCounts {
  const count = scores.length;
  const result: RankCounts = {
    shares: new Float64Array(count * count),
    firsts: new Int32Array(samples),
    firstScores: new Float64Array(samples),
    secondScores: new Float64Array(samples).fill(Number.NEGATIVE_INFINITY),
  };
  if (count === 0) return result;
  const row = new Float64Array(count);
  const order = Int32Array.from(scores, (_, position) => position);
  const spare = new Int32Array(count);
  for (let sample = 0; sample < samples; sample++) {
    for (let position = 0; position < count; position++) row[position] = at(scores[position] ?? row, sample);
    sortDescending(order, row, spare);
    addRanks(order, row, result.shares);
    recordBest(order, row, result, sample);
  }
  for (let index = 0; index < result.shares.length; index++)
    result.shares[index] = at(result.shares, index) / samples;
  return result;
}

function recordBest(order: Int32Array, row: Float64Array, into: RankCounts, sample: number): void {
  into.firsts[sample] = at(order, 0);
  into.firstScores[sample] = at(row, at(order, 0));
  if (order.length > 1) into.secondScores[sample] = at(row, at(order, 1));
}

// k options tied from rank r on share the ranks r … r+k−1 evenly.
function addRanks(order: Int32Array, row: Float64Array, shares: Float64Array): void {
  const count = order.length;
  let start = 0;
  while (start < count) {
    let end = start + 1;
    const score = at(row, at(order, start));
    while (end < count && score - at(row, at(order, end)) <= TIE_TOLERANCE) end += 1;
    if (end === start + 1) {
      const index = at(order, start) * count + start;
      shares[index] = at(shares, index) + 1;
    } else addTie(order, start, end, shares);
    start = end;
  }
}

function addTie(order: Int32Array, start: number, end: number, shares: Float64Array): void {
  const part = 1 / (end - start);
  for (let place = start; place < end; place++) {
    for (let rank = start; rank < end; rank++) {
      const index = at(order, place) * order.length + rank;
      shares[index] = at(shares, index) + part;
    }
  }
}

// Bottom-up merge sort of positions by score: stable, no allocation, n·log n whatever the order before.
function sortDescending(order: Int32Array, row: Float64Array, spare: Int32Array): void {
  const count = order.length;
  for (let position = 0; position < count; position++) order[position] = position;
  let from = order;
  let to = spare;
  for (let width = 1; width < count; width *= 2) {
    for (let left = 0; left < count; left += 2 * width) merge(from, to, row, [left, width]);
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from);
}

function merge(
  from: Int32Array,
  to: Int32Array,
  row: Float64Array,
  [left, width]: readonly [number, number],
): void {
  const middle = Math.min(left + width, from.length);
  const end = Math.min(left + 2 * width, from.length);
  let a = left;
  let b = middle;
  for (let place = left; place < end; place++) {
    const takeA = a < middle && (b >= end || at(row, at(from, a)) >= at(row, at(from, b)));
    to[place] = takeA ? at(from, a++) : at(from, b++);
  }
}
