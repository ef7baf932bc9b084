// What an uncertain fact may be, as data, and the equally likely values that stand for it.

import type { ValueFunction } from './value-functions.ts';

export type Spread =
  | { readonly kind: 'levels'; readonly equallyLikely: readonly number[] }
  /** What is stated with the weight `confidence`, with the rest one of the equally likely values of what is open. */
  | {
      readonly kind: 'mixed';
      readonly stated: number;
      readonly confidence: number;
      readonly open: Float64Array;
    }
  /** The others are in natural units where there is a value function, in values where there is none. */
  | {
      readonly kind: 'uniform';
      readonly min: number;
      readonly max: number;
      readonly values: ValueFunction | null;
    }
  /** A density that falls off evenly from the worse end to the better one. */
  | {
      readonly kind: 'falling';
      readonly worse: number;
      readonly better: number;
      readonly values: ValueFunction | null;
    }
  | {
      readonly kind: 'triangular';
      readonly min: number;
      readonly likely: number;
      readonly max: number;
      readonly values: ValueFunction | null;
    };

export type ContinuousSpread = Exclude<Spread, { readonly kind: 'levels' | 'mixed' }>;

/**
 * A continuous spread is drawn from this many evenly spaced quantiles, both ends among them: a share is off by less than
 * 0.001, a tenth of what 10,000 samples leave open, and a draw costs one look into a table whatever the value function.
 */
const QUANTILES = 1024;

/** How far up from the worse end each quantile of a falling density lies, from 0 to 1. */
const FALLING = quantilesOf((u) => 1 - Math.sqrt(1 - u));

/** Values of which each is as likely as the next. */
export function equallyLikelyValues(spread: Spread): Float64Array {
  if (spread.kind === 'levels') return new Float64Array(spread.equallyLikely);
  if (spread.kind === 'mixed') {
    const { stated, confidence, open } = spread;
    return open.map((value) => mixedValue(confidence, stated, value));
  }
  const table = naturalQuantiles(spread);
  const { values } = spread;
  if (values === null) return table;
  for (let index = 0; index < QUANTILES; index += 1) table[index] = values.valueOf(table[index] ?? 0);
  return table;
}

/** The stated value with the weight `confidence`, the open one with the rest. */
export function mixedValue(confidence: number, stated: number, open: number): number {
  return confidence * stated + (1 - confidence) * open;
}

function naturalQuantiles(spread: ContinuousSpread): Float64Array {
  switch (spread.kind) {
    case 'uniform':
      return quantilesOf((u) => spread.min + u * (spread.max - spread.min));
    case 'falling':
      return FALLING.map((way) => spread.worse + way * (spread.better - spread.worse));
    case 'triangular':
      return quantilesOf((u) => triangularQuantile(u, spread));
  }
}

// A loop and not `Float64Array.from`, which takes several times as long: tables are most of what an evaluation computes.
function quantilesOf(quantile: (u: number) => number): Float64Array {
  const table = new Float64Array(QUANTILES);
  for (let index = 0; index < QUANTILES; index += 1) table[index] = quantile(index / (QUANTILES - 1));
  return table;
}

function triangularQuantile(
  u: number,
  { min, likely, max }: { readonly min: number; readonly likely: number; readonly max: number },
): number {
  const width = max - min;
  return u * width < likely - min
    ? min + Math.sqrt(u * width * (likely - min))
    : max - Math.sqrt((1 - u) * width * (max - likely));
}
