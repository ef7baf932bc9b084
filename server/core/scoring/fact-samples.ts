// Draws of one option's values, criterion by criterion. Every uncertain cell has a random sequence of its own, named
// after option and criterion. Invariant: adding or removing an option or a criterion changes no other draw.

import { fillUnits } from '../random/rng.ts';
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

/** An uncertain cell's draws, made anew from their seed wherever they are needed: cheaper than keeping them all. */
export interface DrawSource {
  readonly draw: Draw;
  /** As in the cell: where it is there, it says the same as `draw`. */
  readonly table?: Float64Array;
  readonly seed: number;
}

/** Fills `into` with the first draws of a source. */
export function drawValues({ draw, table, seed }: DrawSource, into: Float64Array): void {
  fillUnits(seed, into);
  if (table === undefined) drawEach(draw, into);
  else pickFrom(table, into);
}

function drawEach(draw: Draw, into: Float64Array): void {
  for (let sample = 0; sample < into.length; sample++) into[sample] = draw(at(into, sample));
}

// More than two thirds of the uncertain cells are levels: without a call for each draw they cost a fifth of the time.
function pickFrom(table: Float64Array, into: Float64Array): void {
  for (let sample = 0; sample < into.length; sample++) {
    into[sample] = at(table, Math.floor(at(into, sample) * table.length));
  }
}

export function cellSeed(seed: number, optionId: string, criterionId: string): number {
  return seedFor(seed, 'fact', optionId, criterionId);
}

/** A column of weights with what it is multiplied by: one value for all samples, or one per sample. */
interface Term {
  readonly weights: Float64Array;
  readonly value: number;
}

/**
 * scores[s] = Σ_j weight_j[s] · value_j[s], with the drawn values where a cell is uncertain.
 * @param weights column by column, as `sampleWeights` fills them
 */
export function scoreSamples(
  cells: readonly Cell[],
  weights: Float64Array,
  sources: ReadonlyMap<number, DrawSource>,
  into: Float64Array,
): void {
  const samples = into.length;
  const column = (index: number): Float64Array => weights.subarray(index * samples, (index + 1) * samples);
  const fixed = cells.flatMap((cell, index): Term[] =>
    sources.has(index) || cell.central === 0 ? [] : [{ weights: column(index), value: cell.central }],
  );
  for (let first = 0; first < fixed.length; first += TERMS_AT_ONCE) {
    addTerms(fixed.slice(first, first + TERMS_AT_ONCE), into);
  }
  const values = new Float64Array(sources.size > 0 ? samples : 0);
  for (const [index, source] of sources) {
    drawValues(source, values);
    addProducts(column(index), values, into);
  }
}

/** Four products per pass read and write the sums a quarter as often; more did not measure faster. */
const TERMS_AT_ONCE = 4;
const NOTHING: Term = { weights: new Float64Array(0), value: 0 };

function addTerms(
  [one = NOTHING, two = NOTHING, three = NOTHING, four = NOTHING]: readonly Term[],
  into: Float64Array,
): void {
  const [a, b, c, d] = [one, two, three, four].map((term) => (term === NOTHING ? one.weights : term.weights));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return;
  const [va, vb, vc, vd] = [one.value, two.value, three.value, four.value];
  for (let s = 0; s < into.length; s++) {
    into[s] = at(into, s) + at(a, s) * va + at(b, s) * vb + at(c, s) * vc + at(d, s) * vd;
  }
}

function addProducts(weights: Float64Array, values: Float64Array, into: Float64Array): void {
  for (let s = 0; s < into.length; s++) into[s] = at(into, s) + at(weights, s) * at(values, s);
}
