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

/** 2³² ÷ the golden ratio, as a signed 32-bit number. */
const GOLDEN_STEP = -0x61c88647;

/**
 * Number `index` of the sequence named by `key`, made without those before it: what is not looked at is not drawn.
 * Uniform in [0, 1) with a resolution of 2⁻³².
 */
export function unitAt(key: number, index: number): number {
  return unitFrom(Math.imul(index, GOLDEN_STEP) ^ key);
}

/** Fills `into` with `unitAt(key, first)`, `unitAt(key, first + 1)` and so on. */
export function fillUnits(key: number, first: number, into: Float64Array): void {
  // A running sum instead of a product for each: measured at a third of the time.
  let step = Math.imul(first, GOLDEN_STEP);
  for (let index = 0; index < into.length; index++) {
    into[index] = unitFrom(step ^ key);
    step = (step + GOLDEN_STEP) | 0;
  }
}

function unitFrom(bits: number): number {
  return (mixed(bits) >>> 0) / 4294967296;
}

/**
 * One of `count` equally likely numbers from 0 on, at place `index` of the sequence named by `key`.
 * @param count at most 65,536; what it does not divide evenly is off by less than one part in 65,536
 */
export function pickAt(key: number, index: number, count: number): number {
  return Math.imul(mixed(Math.imul(index, GOLDEN_STEP) ^ key) >>> 16, count) >>> 16;
}

/** Fills `into` with `table[pickAt(key, first + i, table.length)]`. */
export function fillPicked({ key, table }: PickedFrom, first: number, into: Float64Array): void {
  for (let index = 0; index < into.length; index++)
    into[index] = table[pickAt(key, first + index, table.length)] ?? 0;
}

/** Equally likely values and the sequence that picks among them. */
export interface PickedFrom {
  readonly key: number;
  readonly table: Float64Array;
}

/** Adds `weights[i] · table[pickAt(key, first + i, table.length)]` to every entry of `into`. */
export function addPicked(
  { key, table }: PickedFrom,
  first: number,
  weights: Float64Array,
  into: Float64Array,
): void {
  const count = table.length;
  let step = Math.imul(first, GOLDEN_STEP);
  for (let index = 0; index < into.length; index++) {
    const picked = Math.imul(mixed(step ^ key) >>> 16, count) >>> 16;
    into[index] = (into[index] ?? 0) + (weights[index] ?? 0) * (table[picked] ?? 0);
    step = (step + GOLDEN_STEP) | 0;
  }
}

/** The mixing function of splitmix32: every bit of the result depends on every bit given. */
function mixed(bits: number): number {
  let mixing = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  mixing = Math.imul(mixing ^ (mixing >>> 15), 0x735a2d97);
  return mixing ^ (mixing >>> 15);
}

/** FNV-1a over the names, mixed so that like names get unlike keys. */
export function keyFor(seed: number, ...names: readonly string[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of names.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return splitmix32(hash)();
}
