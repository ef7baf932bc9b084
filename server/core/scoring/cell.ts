// One option on one criterion: its value with bounds, and how to draw it when the fact is uncertain.
// Invariant: low ≤ central ≤ high, and every draw lies between low and high.

import type { Deployment } from '../catalogue/provider.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { FactReading } from './fact-reading.ts';
import type { ValueFunction } from './value-functions.ts';

/** The value at quantile u of what the fact may be. */
export type Draw = (u: number) => number;

export interface Cell {
  readonly low: number;
  readonly high: number;
  /** Mean of the draws: what an uncertain fact counts for in the score. */
  readonly central: number;
  /** null: the value is certain. */
  readonly draw: Draw | null;
  /** Where the draw picks one of n equally likely entries, these: draw(u) = table[⌊u·n⌋], read without a call. */
  readonly table?: Float64Array;
  readonly why: 'fact' | 'range' | 'unknown' | 'undisclosed' | 'notApplicable';
}

/** Trapezoids of this width; both ends belong to the mean, so that it never equals one of them. */
const MEAN_SLICES = 64;

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
  return { low: value, high: value, central: value, draw: null, why };
}

function spread([low, high]: readonly [number, number], draw: Draw, why: Cell['why']): Cell {
  if (low === high) return fixed(low, why);
  let sum = (low + high) / 2;
  for (let slice = 1; slice < MEAN_SLICES; slice++) sum += draw(slice / MEAN_SLICES);
  return { low, high, central: Math.min(high, Math.max(low, sum / MEAN_SLICES)), draw, why };
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
  if (scale.kind === 'coverage') return spread([low, high], (u) => low + falling(u) * (high - low), why);
  const [worse, better] = scale.values.best >= scale.values.worst ? [low, high] : [high, low];
  const { values } = scale;
  return spread(
    valueBounds(values, low, high),
    (u) => values.valueOf(worse + falling(u) * (better - worse)),
    why,
  );
}

/** Quantile of the density 2·(1 − x) on 0…1. */
function falling(u: number): number {
  return 1 - Math.sqrt(1 - u);
}

// k levels, worst first, weigh k, k − 1, … 1.
function levelsCell(values: readonly number[], why: Cell['why']): Cell {
  const ascending = values.toSorted((a, b) => a - b);
  const table = Float64Array.from(
    ascending.flatMap((value, index) => Array<number>(ascending.length - index).fill(value)),
  );
  const low = ascending[0] ?? 0;
  const high = ascending.at(-1) ?? 0;
  if (low === high) return fixed(low, why);
  const central = table.reduce((sum, value) => sum + value, 0) / table.length;
  return { low, high, central, draw: (u) => table[Math.floor(u * table.length)] ?? high, table, why };
}

type Numeric = Extract<FactReading, { kind: 'number' }>;

function numberCell({ scale }: ScaledCriterion, { min, max, likely }: Numeric): Cell | null {
  if (scale.kind !== 'numeric') return null;
  const { values } = scale;
  if (min === max) return fixed(values.valueOf(min));
  const bounds = valueBounds(values, min, max);
  if (likely === undefined) return spread(bounds, (u) => values.valueOf(min + u * (max - min)), 'range');
  return spread(bounds, (u) => values.valueOf(triangular(u, [min, likely, max])), 'range');
}

/** Quantile of the triangular distribution. */
function triangular(u: number, [min, likely, max]: readonly [number, number, number]): number {
  const width = max - min;
  return u * width < likely - min
    ? min + Math.sqrt(u * width * (likely - min))
    : max - Math.sqrt((1 - u) * width * (max - likely));
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
