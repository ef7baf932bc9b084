// One option on one criterion: its value with bounds, and how to draw it when the fact is uncertain.
// Invariant: low ≤ central ≤ high, and every drawn value lies between low and high. Age moves the bounds of a number
// and not its central value; a level that is no longer fully believed moves towards what an unknown fact counts.

import { widenedBy } from '../catalogue/ageing.ts';
import type { Deployment } from '../catalogue/provider.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { FactReading } from './fact-reading.ts';
import type { Spread } from './spread.ts';
import { equallyLikelyValues, mixedValue } from './spread.ts';
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

/** The cells of one criterion. What is unknown or doubted makes the same cell for many options, so it is made once. */
export function cellMaker(
  criterion: ScaledCriterion,
): (reading: FactReading, deployment: Deployment) => Cell {
  const shared = new Map<string, Cell>();
  const once = (name: string, make: () => Cell): Cell => {
    const cell = shared.get(name) ?? make();
    shared.set(name, cell);
    return cell;
  };
  return (reading, deployment) => {
    const open = (): Cell => once(deployment, () => unknownCell(criterion, 'unknown', deployment));
    const make = (): Cell => cellOf(criterion, reading, deployment, open);
    const isShared = reading.kind === 'missing' || 'doubt' in reading;
    return isShared ? once(`${deployment} ${JSON.stringify(reading)}`, make) : make();
  };
}

/** @param open the cell of a fact that nobody has stated, for a stated one that is only partly believed */
export function cellOf(
  criterion: ScaledCriterion,
  reading: FactReading,
  deployment: Deployment,
  open: () => Cell = () => unknownCell(criterion, 'unknown', deployment),
): Cell {
  switch (reading.kind) {
    case 'missing':
      return unknownCell(criterion, reading.state, deployment, provenEnds(reading));
    case 'notApplicable':
      return notApplicableCell(criterion, deployment);
    case 'number':
      return believed(numberCell(criterion, reading), reading, open);
    case 'level':
      return believed(levelCell(criterion, reading.level), reading, open);
    case 'set':
      return believed(setCell(criterion, reading.items), reading, open);
  }
}

interface ProvenEnds {
  readonly atLeast: number;
  readonly atMost: number;
}

const NOTHING_PROVEN: ProvenEnds = { atLeast: 0, atMost: Number.POSITIVE_INFINITY };

function provenEnds({
  atLeast = NOTHING_PROVEN.atLeast,
  atMost = NOTHING_PROVEN.atMost,
  doubt,
}: Extract<FactReading, { kind: 'missing' }>): ProvenEnds {
  const ends = widenedBy(doubt?.widening ?? 0, atLeast, atMost);
  return { atLeast: ends.min, atMost: ends.max };
}

type Stated = Exclude<FactReading, { kind: 'missing' | 'notApplicable' }>;

// A number that is finite has its doubt in its width already.
function believed(stated: Cell | null, reading: Stated, open: () => Cell): Cell {
  if (stated === null) return open();
  const confidence = reading.doubt?.confidence ?? 1;
  const isInItsWidth = reading.kind === 'number' && Number.isFinite(reading.max);
  return confidence >= 1 || isInItsWidth ? stated : mixed(stated, open(), confidence);
}

/** The stated value with the weight `confidence`, and with the rest of the weight what an unknown fact may be. */
function mixed(stated: Cell, unknown: Cell, confidence: number): Cell {
  const mix = (end: 'low' | 'central' | 'high') => mixedValue(confidence, stated[end], unknown[end]);
  const [low, central, high] = [mix('low'), mix('central'), mix('high')];
  if (low === high) return fixed(central, stated.why);
  const spread: Spread = { kind: 'mixed', stated: stated.central, confidence, open: unknown.draws };
  return drawnLater({ low, high, central, why: stated.why }, spread);
}

/** A cell whose central value is known without its draws: the table is made when a simulation first asks for it. */
function drawnLater(cell: Pick<Cell, 'low' | 'high' | 'central' | 'why'>, spread: Spread): Cell {
  let table: Float64Array | null = null;
  return {
    ...cell,
    spread,
    get draws() {
      table ??= equallyLikelyValues(spread);
      return table;
    },
  };
}

function fixed(value: number, why: Cell['why'] = 'fact'): Cell {
  return { low: value, high: value, central: value, spread: null, draws: NO_DRAWS, why };
}

function uncertain([low, high]: readonly [number, number], spread: Spread, why: Cell['why']): Cell {
  if (low === high) return fixed(low, why);
  const draws = equallyLikelyValues(spread);
  const mean = sumOf(draws) / draws.length;
  return { low, high, central: Math.min(high, Math.max(low, mean)), spread, draws, why };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
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
  proven: ProvenEnds = NOTHING_PROVEN,
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
  const { low, high } = plausibleEnds(rule.unknown, proven);
  if (scale.kind === 'coverage') {
    return uncertain([low, high], { kind: 'falling', worse: low, better: high, values: null }, why);
  }
  const { values } = scale;
  const [worse, better] = values.best >= values.worst ? [low, high] : [high, low];
  return uncertain(valueBounds(values, low, high), { kind: 'falling', worse, better, values }, why);
}

// A proven end narrows what is plausible. An upper end below the plausible low leaves everything under it open.
function plausibleEnds(
  { low = 0, high = 1 }: ScaledCriterion['rule']['unknown'],
  { atLeast, atMost }: ProvenEnds,
): { readonly low: number; readonly high: number } {
  const plausibleLow = low < atMost ? low : 0;
  return { low: Math.max(plausibleLow, atLeast), high: Math.min(Math.max(high, atLeast), atMost) };
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

function numberCell({ scale }: ScaledCriterion, reading: Numeric): Cell | null {
  if (scale.kind !== 'numeric') return null;
  const { values } = scale;
  const { min, max, likely, doubt } = reading;
  const fresh = min === max ? fixed(values.valueOf(min)) : rangeCell(values, { min, max, likely });
  const widening = doubt?.widening ?? 0;
  if (widening === 0 || !Number.isFinite(max)) return fresh;
  const ends = widenedBy(widening, min, max);
  const [low, high] = valueBounds(values, ends.min, ends.max);
  if (low === high) return fixed(low);
  const spread = rangeSpread(values, { ...ends, likely: min === max ? min : likely });
  return drawnLater({ low, high, central: fresh.central, why: 'range' }, spread);
}

interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Drawn triangularly around it; uniformly where it is absent. */
  readonly likely: number | undefined;
}

function rangeCell(values: ValueFunction, range: NumberRange): Cell {
  return uncertain(valueBounds(values, range.min, range.max), rangeSpread(values, range), 'range');
}

function rangeSpread(values: ValueFunction, { min, max, likely }: NumberRange): Spread {
  return likely === undefined
    ? { kind: 'uniform', min, max, values }
    : { kind: 'triangular', min, likely, max, values };
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
