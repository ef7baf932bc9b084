// Scores with unknown values: an unknown value is the interval 0..1, neither zero nor an average.

import type { Vector } from './matrix.ts';
import { shares } from './matrix.ts';

export type MaybeVector = readonly (number | null)[];

export interface UnknownBounds {
  readonly low: number;
  readonly high: number;
  /** What others do: count the unknown as 0. */
  readonly ifZero: number;
  /** What others do: drop the criterion and spread its weight; null when nothing is known. */
  readonly ifDropped: number | null;
}

/** @param values 0..1, null = unknown */
export function unknownBounds(values: MaybeVector, weights: Vector): UnknownBounds {
  const scaled = shares(weights);
  let known = 0;
  let knownWeight = 0;
  let unknownWeight = 0;
  values.forEach((value, index) => {
    const weight = scaled[index] ?? 0;
    if (value === null) {
      unknownWeight += weight;
    } else {
      known += weight * value;
      knownWeight += weight;
    }
  });
  return {
    low: known,
    high: known + unknownWeight,
    ifZero: known,
    ifDropped: knownWeight > 0 ? known / knownWeight : null,
  };
}

/** True when A stays ahead whatever the unknown values turn out to be. */
export function isNecessarilyBetter(a: MaybeVector, b: MaybeVector, weights: Vector): boolean {
  return unknownBounds(a, weights).low > unknownBounds(b, weights).high;
}
