// PROMETHEE I and II: flows of pairwise preference with thresholds in natural units (Brans & Vincke 1985).
// Invariant: φ = φ⁺ − φ⁻, higher is better, and an option never flows below one that it dominates.

import type { Direction, Matrix, Vector } from './matrix.ts';
import { columnCount, ranksOf, shares } from './matrix.ts';

export type PreferenceFunction = 'usual' | 'ushape' | 'vshape' | 'level' | 'linear' | 'gaussian';
export const PREFERENCE_FUNCTIONS: readonly PreferenceFunction[] = [
  'usual',
  'ushape',
  'vshape',
  'level',
  'linear',
  'gaussian',
];

export interface Preference {
  readonly shape: PreferenceFunction;
  /** A difference up to q counts as none. */
  readonly q: number;
  /** A difference from p on counts in full; for `gaussian` it is the inflection. */
  readonly p: number;
}

export interface PrometheeInput {
  readonly matrix: Matrix;
  readonly weights: Vector;
  readonly directions: readonly Direction[];
  readonly preferences: readonly Preference[];
}

export interface PrometheeResult {
  readonly phiPlus: Vector;
  readonly phiMinus: Vector;
  readonly phi: Vector;
  readonly ranks: Vector;
}

export function promethee2(input: PrometheeInput): PrometheeResult {
  const weights = shares(input.weights);
  const others = Math.max(1, input.matrix.length - 1);
  const pairs = input.matrix.map((row) =>
    input.matrix.map((other) => preferenceFor(row, other, weights, input)),
  );
  const phiPlus = pairs.map((row) => row.reduce((total, value) => total + value, 0) / others);
  const phiMinus = pairs.map(
    (_, index) => pairs.reduce((total, row) => total + (row[index] ?? 0), 0) / others,
  );
  const phi = phiPlus.map((plus, index) => plus - (phiMinus[index] ?? 0));
  return { phiPlus, phiMinus, phi, ranks: ranksOf(phi) };
}

function preferenceFor(row: Vector, other: Vector, weights: Vector, input: PrometheeInput): number {
  let total = 0;
  for (let index = 0; index < columnCount(input.matrix); index++) {
    const sign = input.directions[index] === 'min' ? -1 : 1;
    const difference = sign * ((row[index] ?? 0) - (other[index] ?? 0));
    const preference = input.preferences[index] ?? { shape: 'usual', q: 0, p: 0 };
    if (difference > 0) total += (weights[index] ?? 0) * SHAPES[preference.shape](difference, preference);
  }
  return total;
}

type Shape = (difference: number, thresholds: Preference) => number;

/** Degree of preference, 0..1, for a positive difference. */
const SHAPES: Readonly<Record<PreferenceFunction, Shape>> = {
  usual: () => 1,
  ushape: (difference, { q }) => (difference > q ? 1 : 0),
  vshape: (difference, { p }) => (p > 0 ? Math.min(1, difference / p) : 1),
  level: (difference, { q, p }) => (difference <= q ? 0 : difference <= p ? 0.5 : 1),
  linear: (difference, { q, p }) =>
    p > q ? Math.min(1, Math.max(0, (difference - q) / (p - q))) : +(difference > q),
  gaussian: (difference, { p }) => (p > 0 ? 1 - Math.exp(-(difference ** 2) / (2 * p ** 2)) : 1),
};
