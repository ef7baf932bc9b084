// Documents of the additive family: weighted sum, interval scores, rank reversal, and two options compared.

import { additive } from '../additive.ts';
import { intervalScores } from '../interval.ts';
import { columnCount } from '../matrix.ts';
import type { Normalisation } from '../normalisation.ts';
import { rankReversal } from '../rank-reversal.ts';
import { isNecessarilyBetter, unknownBounds } from '../unknown-bounds.ts';
import { valueGap } from '../value-gap.ts';
import { weightFlip } from '../weight-flip.ts';
import { dot, shares } from '../matrix.ts';
import { wrongForm } from './input-problems.ts';
import type { InputReader } from './input-reader.ts';
import { readCriteria } from './input-reader.ts';
import { valueFunctionDocument } from './value-function-document.ts';

export const NORMALISATION_NAMES = ['none', 'sum', 'linear-max', 'max', 'vector', 'minmax'] as const;

export function readNormalisation(reader: InputReader, fallback: Normalisation): Normalisation {
  const name = reader.choice('params.normalization', NORMALISATION_NAMES, fallback);
  return name === 'linear-max' ? 'max' : name;
}

export function readWeightNormalisation(reader: InputReader): 'none' | 'sum' {
  return reader.choice('params.weightNormalization', ['none', 'sum'], 'sum');
}

/** Takes every form an additive model comes in and answers each with its own figures. */
export function additiveDocument(reader: InputReader): object {
  if (reader.has('params.valueFunctions')) return valueFunctionDocument(reader);
  if (reader.has('matrix.mostLikely')) return intervalDocument(reader);
  if (reader.has('matrix.before')) return rankReversalDocument(reader);
  const named = reader.namedRows('matrix');
  if (named !== null) {
    const isUnknownThere = Object.values(named).some((row) => row.includes(null));
    return isUnknownThere
      ? unknownBoundsDocument(reader)
      : { ...weightFlipDocument(reader), ...valueGapDocument(reader) };
  }
  return additive({
    ...readCriteria(reader),
    normalization: readNormalisation(reader, 'none'),
    weightNormalization: readWeightNormalisation(reader),
  });
}

export function intervalDocument(reader: InputReader): object {
  const tables = {
    min: reader.matrix('matrix.min'),
    mostLikely: reader.matrix('matrix.mostLikely'),
    max: reader.matrix('matrix.max'),
  };
  return intervalScores(tables, reader.weights(columnCount(tables.mostLikely)));
}

export function rankReversalDocument(reader: InputReader): object {
  const before = reader.matrix('matrix.before');
  const after = reader.matrix('matrix.after');
  const count = columnCount(before);
  const absoluteScale = reader.has('params.absoluteScale')
    ? reader.bounds('params.absoluteScale', count)
    : null;
  return rankReversal({
    before,
    after,
    weights: reader.weights(count),
    directions: reader.directions(count),
    ...(absoluteScale === null ? {} : { absoluteScale }),
  });
}

/** Two options by name; the better one is compared with the other. */
export function weightFlipDocument(reader: InputReader): object {
  const pair = readPair(reader);
  const [better, worse] = pair.isFirstBetter ? [pair.a, pair.b] : [pair.b, pair.a];
  const flips = pair.weights.map((_, index) => weightFlip(better, worse, pair.weights, index));
  return {
    [`score${pair.names[0] ?? ''}`]: pair.scores[0],
    [`score${pair.names[1] ?? ''}`]: pair.scores[1],
    ...Object.fromEntries(flips.map((flip, index) => [`flipWeightCriterion${index + 1}`, flip])),
    canFlip: flips.map((flip) => flip !== null && flip >= 0 && flip <= 1),
  };
}

export function valueGapDocument(reader: InputReader): object {
  const pair = readPair(reader);
  const [better, worse] = pair.isFirstBetter ? [pair.a, pair.b] : [pair.b, pair.a];
  const { gap, needed, isFeasible } = valueGap(better, worse, pair.weights);
  return {
    gap,
    neededPartialValue: Object.fromEntries(needed.map((value, index) => [index + 1, value])),
    'feasible(<=1)': isFeasible,
  };
}

function readPair(reader: InputReader) {
  const rows = Object.entries(reader.namedRows('matrix') ?? {});
  const [first, second] = rows;
  if (rows.length !== 2 || rows.some(([, row]) => row.includes(null))) {
    reader.fail(
      wrongForm('matrix', {
        en: 'give two options by name, each with its values from 0 to 1.',
        ja: '2つの選択肢を名前付きで、それぞれ0から1の値で指定してください。',
      }),
    );
  }
  const a = (first?.[1] ?? [0]).map((value) => value ?? 0);
  const b = (second?.[1] ?? [0]).map((value) => value ?? 0);
  const weights = reader.weights(a.length);
  const scores = [dot(a, shares(weights)), dot(b, shares(weights))] as const;
  return { names: rows.map(([name]) => name), a, b, weights, scores, isFirstBetter: scores[0] >= scores[1] };
}

/** Options by name with null for what is not known. */
export function unknownBoundsDocument(reader: InputReader): object {
  const rows = Object.entries(reader.namedRows('matrix') ?? {});
  if (rows.length === 0) {
    reader.fail(
      wrongForm('matrix', {
        en: 'give options by name, each with values from 0 to 1, or null where one is unknown.',
        ja: '選択肢を名前付きで、0から1の値（不明な値は null）で指定してください。',
      }),
    );
  }
  const weights = reader.weights(rows[0]?.[1].length ?? 1);
  const figures = rows.flatMap(([name, row]) => {
    const bounds = unknownBounds(row, weights);
    const unknownFigures = [
      [`${name} if unknown counted as 0`, bounds.ifZero],
      [`${name} if the criterion is dropped and weights renormalised`, bounds.ifDropped],
    ] as const;
    return [[name, [bounds.low, bounds.high]] as const, ...(row.includes(null) ? unknownFigures : [])];
  });
  const comparisons = rows.flatMap(([name, row]) =>
    rows
      .filter(([other]) => other !== name)
      .map(([other, otherRow]) => [
        `${name} necessarily better than ${other}`,
        isNecessarilyBetter(row, otherRow, weights),
      ]),
  );
  return Object.fromEntries([...figures, ...comparisons]) as object;
}
