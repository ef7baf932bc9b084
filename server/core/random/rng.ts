// Seeded random numbers: xoshiro128** (Blackman & Vigna 2018), its state filled by splitmix32.
// Invariant: the same seed gives the same sequence on every machine and every version of Node.

export interface Rng {
  /** Uniform in [0, 1) with a resolution of 2⁻³². */
  nextUnit(): number;
}

/** @param seed any integer; only its lowest 32 bits count */
export function seededRng(seed: number): Rng {
  const fill = splitmix32(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();
  return {
    nextUnit(): number {
      const product = Math.imul(b, 5);
      const drawn = Math.imul((product << 7) | (product >>> 25), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      return (drawn >>> 0) / 4294967296;
    },
  };
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/**
 * Fills `into` with what `seededRng(seed).nextUnit()` would give, one after the other. The state stays in local variables:
 * on the hot path that is several times faster than a call per number.
 */
export function fillUnits(seed: number, into: Float64Array): void {
  const fill = splitmix32(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();
  for (let index = 0; index < into.length; index++) {
    const product = Math.imul(b, 5);
    into[index] = (Math.imul((product << 7) | (product >>> 25), 9) >>> 0) / 4294967296;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
}
