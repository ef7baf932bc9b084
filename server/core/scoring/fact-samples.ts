// Draws of one option's values, criterion by criterion. Every uncertain cell has a random sequence of its own, named
// after option and criterion. Invariant: adding or removing an option or a criterion changes no other draw.

import type { Rng } from '../random/rng.ts';
import { seededRng } from '../random/rng.ts';
import type { Cell, Draw } from './cell.ts';
import { at } from './vectors.ts';

/** FNV-1a, to give each name a sequence of its own. */
export function seedFor(seed: number, ...names: readonly string[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of names.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash;
}

/** Fills `into` with draws of an uncertain cell's value. */
export function drawValues(draw: Draw, rng: Rng, into: Float64Array): void {
  for (let sample = 0; sample < into.length; sample++) into[sample] = draw(rng.nextUnit());
}

export function cellRng(seed: number, optionId: string, criterionId: string): Rng {
  return seededRng(seedFor(seed, 'fact', optionId, criterionId));
}

/** scores[s] = Σ_j weights[s][j] · value_j[s], with the drawn values where a cell is uncertain. */
export function scoreSamples(
  cells: readonly Cell[],
  weights: Float64Array,
  drawn: ReadonlyMap<number, Float64Array>,
  into: Float64Array,
): void {
  const columns = cells.length;
  const centrals = Float64Array.from(cells, (cell, column) => (drawn.has(column) ? 0 : cell.central));
  for (let sample = 0; sample < into.length; sample++) {
    const row = sample * columns;
    let sum = 0;
    for (let column = 0; column < columns; column++) sum += at(weights, row + column) * at(centrals, column);
    into[sample] = sum;
  }
  for (const [column, values] of drawn) addColumn(weights, { columns, column }, values, into);
}

function addColumn(
  weights: Float64Array,
  place: { readonly columns: number; readonly column: number },
  values: Float64Array,
  into: Float64Array,
): void {
  let index = place.column;
  for (let sample = 0; sample < into.length; sample++) {
    into[sample] = at(into, sample) + at(weights, index) * at(values, sample);
    index += place.columns;
  }
}
