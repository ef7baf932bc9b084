// Documents of the methods used as cross-checks: weighted product, TOPSIS, VIKOR, PROMETHEE, SPOTIS.

import { columnCount, columnOf } from '../matrix.ts';
import type { Preference } from '../promethee2.ts';
import { PREFERENCE_FUNCTIONS, promethee2 } from '../promethee2.ts';
import { spotis } from '../spotis.ts';
import { topsis } from '../topsis.ts';
import { vikor } from '../vikor.ts';
import { wpm } from '../wpm.ts';
import { readNormalisation, readWeightNormalisation } from './additive-document.ts';
import { notAChoice, notPositive, wrongLength } from './input-problems.ts';
import type { InputReader } from './input-reader.ts';
import { isNumber, readCriteria } from './input-reader.ts';

export function wpmDocument(reader: InputReader): object {
  const criteria = readCriteria(reader);
  if (criteria.matrix.some((row) => row.some((value) => value < 0))) reader.fail(notPositive('matrix'));
  const form = reader.choice('params.scoreForm', ['product', 'log10'], 'product');
  return wpm({
    ...criteria,
    normalization: readNormalisation(reader, 'sum'),
    scoreForm: form,
    floor: reader.number('params.floor', { fallback: 0, min: 0 }),
  });
}

export function topsisDocument(reader: InputReader): object {
  const criteria = readCriteria(reader);
  const count = columnCount(criteria.matrix);
  const positive = reader.has('params.positiveIdeal') ? reader.vector('params.positiveIdeal', count) : null;
  const negative = reader.has('params.negativeIdeal') ? reader.vector('params.negativeIdeal', count) : null;
  return topsis({
    ...criteria,
    normalization: readNormalisation(reader, 'vector'),
    weightNormalization: readWeightNormalisation(reader),
    ...(positive === null ? {} : { positiveIdeal: positive }),
    ...(negative === null ? {} : { negativeIdeal: negative }),
  });
}

export function vikorDocument(reader: InputReader): object {
  return vikor({ ...readCriteria(reader), v: reader.number('params.v', { fallback: 0.5, min: 0, max: 1 }) });
}

export function promethee2Document(reader: InputReader): object {
  const criteria = readCriteria(reader);
  return promethee2({ ...criteria, preferences: readPreferences(reader, columnCount(criteria.matrix)) });
}

function readPreferences(reader: InputReader, count: number): readonly Preference[] {
  const shapes = perCriterion(reader, 'params.preferenceFunction', count, 'usual');
  const p = perCriterion(reader, 'params.p', count, 0);
  const q = perCriterion(reader, 'params.q', count, 0);
  return Array.from({ length: count }, (_, index) => {
    const shape = PREFERENCE_FUNCTIONS.find((name) => name === shapes[index]);
    if (shape === undefined) reader.fail(notAChoice('params.preferenceFunction', PREFERENCE_FUNCTIONS));
    return {
      shape: shape ?? 'usual',
      p: thresholdOf(reader, 'p', p[index]),
      q: thresholdOf(reader, 'q', q[index]),
    };
  });
}

function thresholdOf(reader: InputReader, name: string, value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (isNumber(value) && value >= 0) return value;
  reader.fail(notPositive(`params.${name}`));
  return 0;
}

/** One value for all criteria, or a list with one for each. */
function perCriterion(
  reader: InputReader,
  path: string,
  count: number,
  fallback: unknown,
): readonly unknown[] {
  const value = reader.at(path) ?? fallback;
  if (!Array.isArray(value)) return Array.from({ length: count }, () => value);
  if (value.length !== count) reader.fail(wrongLength(path, count));
  return value;
}

export function spotisDocument(reader: InputReader): object {
  const criteria = readCriteria(reader);
  const count = columnCount(criteria.matrix);
  const esp = reader.has('params.esp') ? reader.vector('params.esp', count) : null;
  const bounds = reader.bounds('params.bounds', count);
  const outside = bounds.some(([min, max], index) =>
    columnOf(criteria.matrix, index).some((value) => value < min || value > max),
  );
  return {
    ...spotis({ ...criteria, bounds, ...(esp === null ? {} : { esp }) }),
    everyValueWithinBounds: !outside,
  };
}
