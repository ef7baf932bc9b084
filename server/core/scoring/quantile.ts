// Quantiles of samples by counting into buckets and sorting only those that hold one: linear time, exact.

import { at, positionAt } from './vectors.ts';

const BUCKETS = 4096;

/**
 * Sample quantiles at the given shares, each the value at rank ⌊share · (n − 1)⌋; 0 without samples.
 * @param samples scores, 0…1; rounding may carry one a little beyond
 */
export function quantiles(samples: Float64Array, shares: readonly number[]): readonly number[] {
  if (samples.length === 0) return shares.map(() => 0);
  const ranks = shares.map((share) => Math.floor(share * (samples.length - 1)));
  return valuesAtRanks(samples, bucketsOf(samples), ranks);
}

interface Buckets {
  /** Of each sample; rises with its value, so that buckets never overlap. */
  readonly bucketOf: Uint16Array;
  readonly counts: Int32Array;
}

function bucketsOf(samples: Float64Array): Buckets {
  const bucketOf = new Uint16Array(samples.length);
  const counts = new Int32Array(BUCKETS);
  for (let index = 0; index < samples.length; index++) {
    const bucket = Math.max(0, Math.min(BUCKETS - 1, Math.floor(at(samples, index) * BUCKETS)));
    bucketOf[index] = bucket;
    counts[bucket] = positionAt(counts, bucket) + 1;
  }
  return { bucketOf, counts };
}

function valuesAtRanks(
  samples: Float64Array,
  { bucketOf, counts }: Buckets,
  ranks: readonly number[],
): readonly number[] {
  const places = ranks.map((rank) => bucketOfRank(counts, rank));
  const isWanted = new Uint8Array(BUCKETS);
  for (const { bucket } of places) isWanted[bucket] = 1;
  const collected: number[] = [];
  for (let index = 0; index < samples.length; index++) {
    if (isWanted[bucketOf[index] ?? 0] === 1) collected.push(at(samples, index));
  }
  const sorted = Float64Array.from(collected).sort();
  return places.map(({ bucket, within }) => {
    let before = 0;
    for (let lower = 0; lower < bucket; lower++)
      if (isWanted[lower] === 1) before += positionAt(counts, lower);
    return at(sorted, before + within);
  });
}

function bucketOfRank(
  counts: Int32Array,
  rank: number,
): { readonly bucket: number; readonly within: number } {
  let bucket = 0;
  let before = 0;
  while (before + positionAt(counts, bucket) <= rank) {
    before += positionAt(counts, bucket);
    bucket += 1;
  }
  return { bucket, within: rank - before };
}
