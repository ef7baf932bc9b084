// Documents of SMAA-2: a matrix of exact or uncertain cells, or a question about the sampling itself.

import type { Rng } from '../../random/rng.ts';
import { seededRng } from '../../random/rng.ts';
import { isRange } from '../../range/range.ts';
import { isRecord } from '../../text/record.ts';
import { largest, smallest } from '../matrix.ts';
import { meanWeights, naiveDraws, simplexFigures, uniformDraws } from '../simplex-figures.ts';
import type { WeightModel } from '../simplex.ts';
import { inOrder } from '../rank-order.ts';
import type { ValueScale } from '../prepared-option.ts';
import { PARTIAL_VALUES, scaleBetween } from '../prepared-option.ts';
import type { SmaaResult } from '../smaa2.ts';
import { samplingError, smaa2 } from '../smaa2.ts';
import type { UncertainCell } from '../uncertain-cell.ts';
import { likelySpan } from '../uncertain-cell.ts';
import { wrongForm } from './input-problems.ts';
import type { InputReader, Raw } from './input-reader.ts';
import { isNumber } from './input-reader.ts';

const DEFAULT_SAMPLES = 100_000;
const MAX_SAMPLES = 1_000_000;
/** Additions and multiplications that take about half a minute. */
const MAX_STEPS = 1e10;
const MEASUREMENTS = 'measurements(mean,sd)';

export function smaaDocument(reader: InputReader): object {
  const samples = reader.number('params.samples', {
    fallback: DEFAULT_SAMPLES,
    min: 1,
    max: MAX_SAMPLES,
    integer: true,
  });
  const seed = reader.number('params.seed', { fallback: 1, integer: true });
  const rng = seededRng(seed);
  return { seed, samples, ...answer(reader, samples, rng) };
}

function answer(reader: InputReader, samples: number, rng: Rng): object {
  if (reader.has('matrix.aWins')) return pairwiseCounts(reader);
  if (reader.has('matrix')) return matrixDocument(reader, samples, rng);
  if (reader.has('params.constraint')) return ordinalMean(reader, samples, rng);
  if (reader.has('params.n')) return simplexDocument(reader, samples, rng);
  return samplingErrors();
}

function pairwiseCounts(reader: InputReader): object {
  const total = reader.number('matrix.samples', { min: 1 });
  const a = reader.number('matrix.aWins', { min: 0 }) / total;
  const b = reader.number('matrix.bWins', { min: 0 }) / total;
  return { pwi: [[0, a], [b, 0]] }; // prettier-ignore
}

/** Weights that agree with `w1>=w2>=…`. */
function ordinalMean(reader: InputReader, samples: number, rng: Rng): object {
  const count = reader.number('params.n', { min: 1, max: 50, integer: true });
  return { meanWeights: meanWeights({ kind: 'ordinal', ranks: inOrder(count) }, count, samples, rng) };
}

function simplexDocument(reader: InputReader, samples: number, rng: Rng): object {
  const count = reader.number('params.n', { min: 2, max: 50, integer: true });
  const right = simplexFigures(uniformDraws(count, rng), samples);
  const naive = simplexFigures(naiveDraws(count, rng), samples);
  return {
    'P(max weight > 0.5)': right.chanceOfMajority,
    sdOfOneWeight: right.sdOfOneWeight,
    meanOfOneWeight: right.meanOfOneWeight,
    'naive P(max weight > 0.5) about': naive.chanceOfMajority,
  };
}

function samplingErrors(): object {
  const sizes = [1000, 9604, 10_000, 100_000];
  return Object.fromEntries(sizes.map((size) => [`N=${size}`, samplingError(size)]));
}

interface SmaaProblem {
  readonly names: readonly string[] | null;
  readonly cells: readonly (readonly UncertainCell[])[];
  readonly scales: readonly ValueScale[];
}

function matrixDocument(reader: InputReader, samples: number, rng: Rng): object {
  const problem = reader.has(`matrix.${MEASUREMENTS}`) ? measuredMatrix(reader) : plainMatrix(reader);
  const weights = readWeightModel(reader, problem.scales.length);
  if (workOf(problem) * samples > MAX_STEPS) reader.fail(tooMuchWork());
  if (reader.problems.length > 0) return {};
  const result = smaa2({ ...problem, weights, samples }, rng);
  return problem.names === null ? figuresOf(result) : namedFigures(result, problem.names);
}

/** Steps for one sample: every cell once, and every uncertain one again for each option's confidence factor. */
function workOf({ cells }: SmaaProblem): number {
  const all = cells.flat();
  const uncertain = all.filter((cell) => cell.kind !== 'exact').length;
  return all.length + uncertain * cells.length;
}

function figuresOf(result: SmaaResult): object {
  return { ...result, confidenceFactor: result.confidenceFactors, pwi: result.pairwiseWinning };
}

function namedFigures(result: SmaaResult, names: readonly string[]): object {
  const byName = (values: readonly unknown[]): object =>
    Object.fromEntries(names.map((name, index) => [name, values[index]]));
  return {
    rankAcceptability: byName(result.rankAcceptability),
    firstRankAcceptability: byName(result.firstRankAcceptability),
    expectedRank: byName(result.expectedRank),
    centralWeights: byName(result.centralWeights),
    confidenceFactor: byName(result.confidenceFactors),
    pairwiseWinning: result.pairwiseWinning,
    samplingError: result.samplingError,
  };
}

function plainMatrix(reader: InputReader): SmaaProblem {
  const raw = reader.at('matrix');
  const rows: readonly unknown[] = Array.isArray(raw) ? raw : isRecord(raw) ? Object.values(raw) : [];
  const cells = rows.map((row) => (Array.isArray(row) ? row.map(cellFrom) : []));
  const width = cells[0]?.length ?? 0;
  const isUsable = width > 0 && cells.every((row) => row.length === width && !row.includes(null));
  if (!isUsable) reader.fail(badCells());
  const usable = isUsable ? (cells as UncertainCell[][]) : [];
  return { names: isRecord(raw) ? Object.keys(raw) : null, cells: usable, scales: readScales(reader, width) };
}

/** A number, {low, high}, {low, likely, high}, {mean, sd} or {mean, sd, distribution: lognormal}. */
function cellFrom(raw: unknown): UncertainCell | null {
  if (isNumber(raw)) return { kind: 'exact', value: raw };
  if (isRange(raw)) return { kind: 'triangular', low: raw.low, likely: raw.likely, high: raw.high };
  if (!isRecord(raw)) return null;
  const { low, high, mean, sd } = raw;
  if (isNumber(low) && isNumber(high)) return { kind: 'uniform', low, high };
  if (!isNumber(mean) || !isNumber(sd) || sd < 0) return null;
  return { kind: raw['distribution'] === 'lognormal' ? 'lognormal' : 'normal', mean, sd };
}

/** `params.scales`: pairs [min, max]; without them the cells are values already. */
function readScales(reader: InputReader, width: number): readonly ValueScale[] {
  const directions = reader.directions(width);
  if (!reader.has('params.scales')) {
    return directions.map((direction) => scaleUnlessMax(direction));
  }
  return reader
    .bounds('params.scales', width)
    .map(([min, max], index) => scaleBetween(min, max, directions[index] ?? 'max', true));
}

function scaleUnlessMax(direction: 'max' | 'min'): ValueScale {
  return direction === 'max' ? PARTIAL_VALUES : scaleBetween(0, 1, 'min', false);
}

/** Normal or log-normal measurements by criterion; the scale spans the middle 95 % of all options, not clipped. */
function measuredMatrix(reader: InputReader): SmaaProblem {
  const columns = Object.entries(reader.record(`matrix.${MEASUREMENTS}`)).map(([name, rows]) =>
    measuredColumn(reader, name, rows),
  );
  const directions = reader.directions(columns.length);
  const optionCount = columns[0]?.length ?? 0;
  return {
    names: null,
    cells: Array.from({ length: optionCount }, (_, option) =>
      columns.map((column) => column[option] ?? { kind: 'exact', value: 0 }),
    ),
    scales: columns.map((column, index) => {
      const ends = column.flatMap((cell) => likelySpan(cell));
      return scaleBetween(smallest(ends), largest(ends), directions[index] ?? 'max', false);
    }),
  };
}

function measuredColumn(reader: InputReader, name: string, rows: unknown): readonly UncertainCell[] {
  const kind = reader.text(['params', 'measurement', name]).startsWith('log-normal') ? 'lognormal' : 'normal';
  const cells = Array.isArray(rows) ? rows.map((row: unknown) => measurement(row, kind)) : [];
  if (cells.length > 0 && !cells.includes(null)) return cells as UncertainCell[];
  reader.fail(badCells());
  return [];
}

function measurement(row: unknown, kind: 'normal' | 'lognormal'): UncertainCell | null {
  const [mean, sd]: readonly unknown[] = Array.isArray(row) ? row : [];
  return isNumber(mean) && isNumber(sd) && sd >= 0 ? { kind, mean, sd } : null;
}

/** A list of numbers is fixed; {ranks} or {swing} limits the draw; anything else is uniform on the simplex. */
function readWeightModel(reader: InputReader, count: number): WeightModel {
  const raw = reader.at('weights');
  if (Array.isArray(raw)) return { kind: 'fixed', weights: reader.weights(count) };
  const model: Raw = reader.record('weights');
  if (model['ranks'] !== undefined) return { kind: 'ordinal', ranks: reader.vector('weights.ranks', count) };
  if (model['swing'] !== undefined) return { kind: 'swing', ranges: reader.bounds('weights.swing', count) };
  return { kind: 'uniform' };
}

function badCells() {
  return wrongForm('matrix', {
    en: 'each row needs the same number of cells: a number, {low, high}, {low, likely, high} or {mean, sd}.',
    ja: '各行に同じ数の値が必要です。値は数値、{low, high}、{low, likely, high}、{mean, sd} のいずれかです。',
  });
}

function tooMuchWork() {
  return wrongForm('params.samples', {
    en: 'so large a matrix with so many samples would take minutes; give a smaller number of samples.',
    ja: '表が大きく標本数も多いため、計算に数分以上かかります。標本数を減らしてください。',
  });
}
