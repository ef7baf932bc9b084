// Draws of one option's values, criterion by criterion. Every uncertain cell has a random sequence of its own, named
// after option and criterion. Invariant: adding or removing an option or a criterion changes no other draw.

import type { PickedFrom } from '../random/rng.ts';
import { addPicked, keyFor, pickAt } from '../random/rng.ts';
import type { Cell } from './cell.ts';
import { at } from './vectors.ts';

/** An uncertain cell's draws, made from their key wherever they are needed: cheaper than keeping them all. */
export interface DrawSource extends PickedFrom {
  readonly column: number;
}

/** An option as the sampling sees it: what never changes, and what is drawn. */
export interface SampledCells {
  readonly certain: readonly { readonly column: number; readonly value: number }[];
  readonly uncertain: readonly DrawSource[];
}

export function sampledCells(
  cells: readonly Cell[],
  criterionIds: readonly string[],
  { seed, optionId }: { readonly seed: number; readonly optionId: string },
): SampledCells {
  const certain: { column: number; value: number }[] = [];
  const uncertain: DrawSource[] = [];
  cells.forEach(({ spread, draws, central }, column) => {
    if (spread !== null) {
      const key = keyFor(seed, 'fact', optionId, criterionIds[column] ?? '');
      uncertain.push({ column, table: draws, key });
    } else if (central !== 0) certain.push({ column, value: central });
  });
  return { certain, uncertain };
}

/** The value of a source in a sample. */
export function drawAt({ key, table }: DrawSource, sample: number): number {
  return at(table, pickAt(key, sample, table.length));
}

/** A run of samples, short enough for its weights to stay in the processor's cache while all options are scored. */
export interface Block {
  readonly first: number;
  /** The weights of each column in these samples. */
  readonly columns: readonly Float64Array[];
}

/** scores[s] = Σ_j weight_j[s] · value_j[s], with the drawn values where a cell is uncertain. */
export function scoreBlock(
  { certain, uncertain }: SampledCells,
  { first, columns }: Block,
  into: Float64Array,
): void {
  into.fill(0);
  const columnOf = (column: number): Float64Array => columns[column] ?? NO_WEIGHTS;
  const terms = certain.map(({ column, value }) => ({ weights: columnOf(column), value }));
  for (let start = 0; start < terms.length; start += TERMS_AT_ONCE) {
    addTerms(terms.slice(start, start + TERMS_AT_ONCE), into);
  }
  for (const source of uncertain) addPicked(source, first, columnOf(source.column), into);
}

const NO_WEIGHTS = new Float64Array(0);

/** A column of weights with the one value it is multiplied by. */
interface Term {
  readonly weights: Float64Array;
  readonly value: number;
}

/** Four products per pass read and write the sums a quarter as often; more did not measure faster. */
const TERMS_AT_ONCE = 4;

function addTerms(terms: readonly Term[], into: Float64Array): void {
  const [first] = terms;
  if (first === undefined) return;
  // A missing term adds nothing: its weights are those of the first, its value is 0.
  const nothing: Term = { weights: first.weights, value: 0 };
  const [, two = nothing, three = nothing, four = nothing] = terms;
  const [a, b, c, d] = [first.weights, two.weights, three.weights, four.weights];
  const [va, vb, vc, vd] = [first.value, two.value, three.value, four.value];
  for (let s = 0; s < into.length; s++) {
    into[s] = at(into, s) + at(a, s) * va + at(b, s) * vb + at(c, s) * vc + at(d, s) * vd;
  }
}
