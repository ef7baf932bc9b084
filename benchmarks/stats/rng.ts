// Seeded randomness of the harness: xoshiro128** 1.1 (Blackman and Vigna, https://prng.di.unimi.it/),
// its state filled by SplitMix64. Invariant: equal seeds give equal sequences on every platform.

export interface Rng {
  /** Next integer in 0 … 2³²−1. */
  nextUint32(): number;
}

export type XoshiroState = readonly [number, number, number, number];

const UINT64_MASK = 0xffff_ffff_ffff_ffffn;

/** SplitMix64 as published with xoshiro: spreads any seed, also 0, over a whole generator state. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed & UINT64_MASK;
  return () => {
    state = (state + 0x9e37_79b9_7f4a_7c15n) & UINT64_MASK;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & UINT64_MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d0_49bb_1331_11ebn) & UINT64_MASK;
    return mixed ^ (mixed >> 31n);
  };
}

/** The generator from a given state, for checks against the reference implementation. */
export function rngFromState(initial: XoshiroState): Rng {
  let [s0, s1, s2, s3] = initial;
  return {
    nextUint32() {
      const product = Math.imul(s1, 5);
      const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
      return result;
    },
  };
}

/**
 * A generator for `seed`. Different `stream` numbers of one seed (one per worker, one per purpose)
 * are as independent as different seeds.
 */
export function createRng(seed: number, stream = 0): Rng {
  const mixSeed = splitMix64(BigInt.asUintN(64, BigInt(Math.trunc(seed))));
  const mixStream = splitMix64(mixSeed() ^ BigInt.asUintN(64, BigInt(Math.trunc(stream))));
  const low = mixStream();
  const high = mixStream();
  return rngFromState([word(low, 0n), word(low, 32n), word(high, 0n), word(high, 32n)]);
}

function word(value: bigint, shiftBits: bigint): number {
  return Number((value >> shiftBits) & 0xffff_ffffn);
}

/** Uniform in [0, 1) with the 53 bits that a double holds. */
export function nextUnit(rng: Rng): number {
  const high = rng.nextUint32() >>> 5;
  const low = rng.nextUint32() >>> 6;
  return (high * 67_108_864 + low) / 9_007_199_254_740_992;
}

/** Uniform integer in 0 … limit−1, without the bias of a plain remainder. */
export function nextBelow(rng: Rng, limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 0x1_0000_0000) {
    throw new RangeError(`nextBelow needs an integer limit in 1 … 2^32, not ${limit}`);
  }
  const acceptedBelow = 0x1_0000_0000 - (0x1_0000_0000 % limit);
  let drawn = rng.nextUint32();
  while (drawn >= acceptedBelow) drawn = rng.nextUint32();
  return drawn % limit;
}

/** Standard normal by Box and Muller (1958); one value per call, the second one is not kept. */
export function nextNormal(rng: Rng): number {
  const radius = Math.sqrt(-2 * Math.log(1 - nextUnit(rng)));
  return radius * Math.cos(2 * Math.PI * nextUnit(rng));
}

/** Exponential with the given mean: the gaps of a Poisson process. */
export function nextExponential(rng: Rng, mean: number): number {
  return -Math.log(1 - nextUnit(rng)) * mean;
}

/** A new order of the same items (Fisher and Yates). */
export function shuffled<Item>(rng: Rng, items: readonly Item[]): Item[] {
  const order = items.slice();
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = nextBelow(rng, last + 1);
    const moved = order[last];
    const swapped = order[other];
    if (moved !== undefined && swapped !== undefined) [order[last], order[other]] = [swapped, moved];
  }
  return order;
}
