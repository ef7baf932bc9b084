// Ranks of options in every sample: SMAA-2 acceptabilities (Lahdelma & Salminen 2001), ties split evenly.
// Invariant: rows and columns of the acceptabilities add up to 1.

import { at, positionAt } from './vectors.ts';

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
  const keys = new Float64Array(count);
  for (let sample = 0; sample < samples; sample++) {
    for (let position = 0; position < count; position++) row[position] = at(scores[position] ?? row, sample);
    sortDescending(order, row, keys);
    addRanks(order, row, result.shares);
    recordBest(order, row, result, sample);
  }
  for (let index = 0; index < result.shares.length; index++)
    result.shares[index] = at(result.shares, index) / samples;
  return result;
}

function recordBest(order: Int32Array, row: Float64Array, into: RankCounts, sample: number): void {
  into.firsts[sample] = positionAt(order, 0);
  into.firstScores[sample] = at(row, positionAt(order, 0));
  if (order.length > 1) into.secondScores[sample] = at(row, positionAt(order, 1));
}

// k options tied from rank r on share the ranks r … r+k−1 evenly.
function addRanks(order: Int32Array, row: Float64Array, shares: Float64Array): void {
  const count = order.length;
  let start = 0;
  while (start < count) {
    let end = start + 1;
    const score = at(row, positionAt(order, start));
    while (end < count && score - at(row, positionAt(order, end)) <= TIE_TOLERANCE) end += 1;
    if (end === start + 1) {
      const index = positionAt(order, start) * count + start;
      shares[index] = at(shares, index) + 1;
    } else addTie(order, start, end, shares);
    start = end;
  }
}

function addTie(order: Int32Array, start: number, end: number, shares: Float64Array): void {
  const part = 1 / (end - start);
  for (let place = start; place < end; place++) {
    for (let rank = start; rank < end; rank++) {
      const index = positionAt(order, place) * order.length + rank;
      shares[index] = at(shares, index) + part;
    }
  }
}

/** Above every score: weights add up to 1 and values do not exceed it, but for rounding. */
const SCORE_CEILING = 1.5;
/** Fractional bits that are left for the score once the position has its own, so that both fit into 52 bits. */
const SCORE_BITS = 52;

// Sorts numbers that hold the score and, below it, the position: the built-in sort of numbers is several times as fast as
// any that has to look the scores up. Scores nearer than one part in 2^(52 − bits) count as tied, far below the tolerance.
function sortDescending(order: Int32Array, row: Float64Array, keys: Float64Array): void {
  const count = order.length;
  const positions = 2 ** Math.ceil(Math.log2(count + 1));
  const steps = 2 ** SCORE_BITS / positions;
  for (let position = 0; position < count; position++) {
    keys[position] = Math.floor((SCORE_CEILING - at(row, position)) * steps) * positions + position;
  }
  keys.sort();
  for (let place = 0; place < count; place++) order[place] = at(keys, place) % positions;
}
