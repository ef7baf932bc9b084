// Quantiles of samples by selection (Hoare's quickselect): linear time, no sorting.

import { at } from './vectors.ts';

/** Sample quantiles at the given shares, each the value at rank ⌊share · (n − 1)⌋. Empty samples give NaN-free zeros. */
export function quantiles(samples: Float64Array, shares: readonly number[]): readonly number[] {
  const work = samples.slice();
  return shares.map((share) => select(work, Math.floor(share * (work.length - 1))));
}

function select(work: Float64Array, rank: number): number {
  let left = 0;
  let right = work.length - 1;
  while (left < right) {
    const [lastLow, firstHigh] = partition(work, left, right);
    if (rank <= lastLow) right = lastLow;
    else if (rank >= firstHigh) left = firstHigh;
    else break;
  }
  return at(work, rank);
}

/** Splits around the middle value: […lastLow] ≤ pivot ≤ [firstHigh…]. */
function partition(work: Float64Array, left: number, right: number): readonly [number, number] {
  const pivot = at(work, (left + right) >> 1);
  let low = left;
  let high = right;
  while (low <= high) {
    while (at(work, low) < pivot) low += 1;
    while (at(work, high) > pivot) high -= 1;
    if (low > high) break;
    const kept = at(work, low);
    work[low] = at(work, high);
    work[high] = kept;
    low += 1;
    high -= 1;
  }
  return [high, low];
}
