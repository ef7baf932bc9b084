// One option on one criterion: its value with bounds, and how to draw it when the fact is uncertain.
// Invariant: low ≤ central ≤ high, and every drawn value lies between low and high.

import type { Deployment } from '../catalogue/provider.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { FactReading } from './fact-reading.ts';
import type { Spread } from './spread.ts';
import { equallyLikelyValues } from './spread.ts';
import type { ValueFunction } from './value-functions.ts';

export interface Cell {
  readonly low: number;
  readonly high: number;
  /** Mean of the draws: what an uncertain fact counts for in the score. */
  readonly central: number;
  /** How an uncertain value is drawn; null: the value is certain. */
  readonly spread: Spread | null;
  /** Equally likely values that stand for the spread; empty for a certain value. */
  readonly draws: Float64Array;
  readonly why: 'fact' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';
}

const NO_DRAWS = new Float64Array(0);

/** The cells of one criterion. What nobody has stated makes the same cell for many options, so it is made once. */
export function cellMaker(
  criterion: ScaledCriterion,
): (reading: FactReading, deployment: Deployment) => Cell {
  const unknown = new Map<string, Cell>();
  return (reading, deployment) => {
    if (reading.kind !== 'missing') return cellOf(criterion, reading, deployment);
    const name = `${reading.state} ${deployment} ${reading.atLeast ?? 0}`;
    const cell = unknown.get(name) ?? cellOf(criterion, reading, deployment);
    unknown.set(name, cell);
    return cell;
  };
}

export function cellOf(criterion: ScaledCriterion, reading: FactReading, deployment: Deployment): Cell {
  switch (reading.kind) {
    case 'missing':
      return unknownCell(criterion, reading.state, deployment, reading.atLeast);
    case 'notApplicable':
      return notApplicableCell(criterion, deployment);
    case 'number':
      return numberCell(criterion, reading) ?? unknownCell(criterion, 'unknown', deployment);
    case 'level':
      return levelCell(criterion, reading.level) ?? unknownCell(criterion, 'unknown', deployment);
    case 'set':
      return setCell(criterion, reading.items) ?? unknownCell(criterion, 'unknown', deployment);
  }
}

function fixed(value: number, why: Cell['why'] = 'fact'): Cell {
  return { low: value, high: value, central: value, spread: null, draws: NO_DRAWS, why };
}

function uncertain([low, high]: readonly [number, number], spread: Spread, why: Cell['why']): Cell {
  if (low === high) return fixed(low, why);
  const draws = equallyLikelyValues(spread);
  const mean = draws.reduce((total, value) => total + value, 0) / draws.length;
  return { low, high, central: Math.min(high, Math.max(low, mean)), spread, draws, why };
}

function notApplicableCell(criterion: ScaledCriterion, deployment: Deployment): Cell {
  const rule = criterion.rule.notApplicable;
  return rule === undefined
    ? unknownCell(criterion, 'unknown', deployment)
    : fixed(rule.value, 'notApplicable');
}

// What nobody has stated is drawn with a density that falls off evenly from the worse end to the better one, for a
// vendor who has a feature usually says so. Its mean lies a third of the way up: above "no", below the average.
function unknownCell(
  criterion: ScaledCriterion,
  why: 'unknown' | 'undisclosed',
  deployment: Deployment,
  atLeast = 0,
): Cell {
  const { scale, rule } = criterion;
  if (scale.kind === 'levels') {
    const narrowed = deployment === 'cloud' ? rule.unknown.cloudLevels : undefined;
    const levels = narrowed ?? rule.unknown.levels ?? [...scale.values.keys()];
    return levelsCell(
      levels.map((level) => scale.values.get(level) ?? 0),
      why,
    );
  }
  const low = Math.max(rule.unknown.low ?? 0, atLeast);
  const high = Math.max(rule.unknown.high ?? 1, atLeast);
  if (scale.kind === 'coverage') {
    return uncertain([low, high], { kind: 'falling', worse: low, better: high, values: null }, why);
  }
  const { values } = scale;
  const [worse, better] = values.best >= values.worst ? [low, high] : [high, low];
  return uncertain(valueBounds(values, low, high), { kind: 'falling', worse, better, values }, why);
}

// k levels, worst first, weigh k, k − 1, … 1.
function levelsCell(values: readonly number[], why: Cell['why']): Cell {
  const ascending = values.toSorted((a, b) => a - b);
  const equallyLikely = ascending.flatMap((value, index) =>
    Array<number>(ascending.length - index).fill(value),
  );
  return uncertain([ascending[0] ?? 0, ascending.at(-1) ?? 0], { kind: 'levels', equallyLikely }, why);
}

type Numeric = Extract<FactReading, { kind: 'number' }>;

function numberCell({ scale }: ScaledCriterion, { min, max, likely }: Numeric): Cell | null {
  if (scale.kind !== 'numeric') return null;
  const { values } = scale;
  if (min === max) return fixed(values.valueOf(min));
  const bounds = valueBounds(values, min, max);
  const spread: Spread =
    likely === undefined
      ? { kind: 'uniform', min, max, values }
      : { kind: 'triangular', min, likely, max, values };
  return uncertain(bounds, spread, 'range');
}

// Monotone functions take their bounds at the ends; only a target inside the range peaks between them.
function valueBounds(values: ValueFunction, min: number, max: number): readonly [number, number] {
  const ends = [values.valueOf(min), values.valueOf(max)];
  const holdsPeak = values.kind === 'target' && min < values.best && values.best < max;
  return [Math.min(...ends), holdsPeak ? 1 : Math.max(...ends)];
}

function levelCell(criterion: ScaledCriterion, level: string): Cell | null {
  const { scale } = criterion;
  if (scale.kind === 'coverage') return setCell(criterion, [level]);
  const value = scale.kind === 'levels' ? scale.values.get(level) : undefined;
  return value === undefined ? null : fixed(value);
}

function setCell({ scale }: ScaledCriterion, items: readonly string[]): Cell | null {
  if (scale.kind !== 'coverage') return null;
  const covered = scale.wanted.filter((item) => items.includes(item)).length;
  if (scale.count === 'any') return fixed(covered > 0 ? 1 : 0);
  return fixed(scale.wanted.length === 0 ? 1 : covered / scale.wanted.length);
}
