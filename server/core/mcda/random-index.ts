// Mean consistency index of random comparison matrices (the RI of AHP), as different authors print it.
// Invariant: beyond the end of a table there is no ratio; it is undefined, not 0.

export interface RandomIndexTable {
  readonly id: string;
  readonly source: string;
  /** Key: number of items. With two items no answer can be inconsistent. */
  readonly values: Readonly<Record<number, number>>;
}

export const RANDOM_INDEX_TABLES: readonly RandomIndexTable[] = [
  {
    id: 'saaty1980',
    source: 'Saaty 1980; also in pyDecision, npm ahp and pyrepo-mcda',
    values: { 3: 0.58, 4: 0.9, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49 },
  },
  {
    id: 'saaty2005',
    source: 'Saaty 2005, Theory and Applications of the Analytic Network Process, p. 31 (as in AHPy)',
    values: {
      3: 0.52,
      4: 0.89,
      5: 1.11,
      6: 1.25,
      7: 1.35,
      8: 1.4,
      9: 1.45,
      10: 1.49,
      11: 1.52,
      12: 1.54,
      13: 1.56,
      14: 1.58,
      15: 1.59,
    },
  },
  {
    id: 'doneganDodd',
    source: 'Donegan & Dodd 1991, doi:10.1016/0895-7177(91)90098-R (as in AHPy)',
    values: {
      3: 0.4914,
      4: 0.8286,
      5: 1.0591,
      6: 1.1797,
      7: 1.2519,
      8: 1.3171,
      9: 1.3733,
      10: 1.4055,
      11: 1.4213,
      12: 1.4497,
      13: 1.4643,
      14: 1.4822,
      15: 1.4969,
    },
  },
  {
    id: 'tummalaLing',
    source: 'Tummala & Ling 1998 (as in pymcdm; 3 to 6 items seen)',
    values: { 3: 0.5799, 4: 0.8921, 5: 1.1159, 6: 1.2358 },
  },
  {
    id: 'alonsoLamata',
    source: 'type of Alonso & Lamata 2006 (as in R MCDA; 3 to 6 items seen)',
    values: { 3: 0.525, 4: 0.882, 5: 1.115, 6: 1.252 },
  },
];

/** The table auditors know; the one the program uses unless told otherwise. */
export const DEFAULT_RANDOM_INDEX = 'saaty1980';

/** Random index for so many items: 0 up to two items, null beyond the end of the table. */
export function randomIndex(items: number, tableId: string = DEFAULT_RANDOM_INDEX): number | null {
  if (items <= 2) return 0;
  return RANDOM_INDEX_TABLES.find((table) => table.id === tableId)?.values[items] ?? null;
}

/** CR = CI ÷ RI; 0 up to two items, null where no random index is printed. */
export function consistencyRatio(consistencyIndex: number, index: number | null): number | null {
  if (index === null) return null;
  return index === 0 ? 0 : consistencyIndex / index;
}
