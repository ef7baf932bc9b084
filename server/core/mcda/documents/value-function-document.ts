// Documents of value functions: one function at many points, or one function for each criterion of a matrix.

import type { Knot } from '../value-function.ts';
import { piecewiseValue, valueTable } from '../value-function.ts';
import { columnCount } from '../matrix.ts';
import { wrongForm } from './input-problems.ts';
import type { InputReader } from './input-reader.ts';
import { isMatrix } from './input-reader.ts';
import { valueKindDocument } from './value-kind-document.ts';

const SAFE_KNOTS: readonly Knot[] = [
  { x: 0, v: 0 },
  { x: 1, v: 1 },
];

export function valueFunctionDocument(reader: InputReader): object {
  if (reader.has('params.kind')) return valueKindDocument(reader);
  if (reader.has('params.valueFunctions')) {
    const matrix = reader.matrix('matrix');
    const functions = Object.entries(reader.record('params.valueFunctions')).map(([name, knots]) =>
      readKnots(reader, `params.valueFunctions.${name}`, knots),
    );
    if (functions.length !== columnCount(matrix)) reader.fail(oneFunctionEach());
    return valueTable(matrix, functions);
  }
  const cutoffs = reader.vector('params.cutoffs');
  const values = reader.vector('params.values', cutoffs.length);
  const knots = readKnots(
    reader,
    'params.cutoffs',
    cutoffs.map((x, index) => [x, values[index] ?? 0]),
  );
  const outOfBounds = reader.choice('params.outOfBounds', ['clip', 'interpolate'], 'clip');
  return { v: reader.vector('params.x').map((x) => piecewiseValue(x, knots, outOfBounds)) };
}

function readKnots(reader: InputReader, path: string, value: unknown): readonly Knot[] {
  const pairs = isMatrix(value) && columnCount(value) === 2 ? value : [];
  const knots = pairs.map(([x, v]) => ({ x: x ?? 0, v: v ?? 0 }));
  const isRising = knots.every((knot, index) => index === 0 || knot.x > (knots[index - 1]?.x ?? -Infinity));
  if (knots.length >= 2 && isRising) return knots;
  reader.fail(
    wrongForm(path, {
      en: 'a value function needs at least two points [x, value] with x rising.',
      ja: '価値関数には x が増えていく順に [x, 値] の点が2つ以上必要です。',
    }),
  );
  return SAFE_KNOTS;
}

function oneFunctionEach() {
  return wrongForm('params.valueFunctions', {
    en: 'give one value function for each column of the matrix, in the same order.',
    ja: '表の列と同じ順に、列ごとに1つの価値関数を指定してください。',
  });
}
