// A fact as the engine reads it: the number, the level or the items it states, or why it states none.
// Invariant: unknown, undisclosed and not applicable stay three different things.

import type { Fact } from '../catalogue/fact.ts';

/** What age and kind of source take from a stated fact. Requirements are judged by what is stated, scores by this too. */
export interface Doubt {
  /** 0 to 1: how far a level, an item or "no limit" is believed. */
  readonly confidence: number;
  /** Share by which a number widens to both sides. */
  readonly widening: number;
}

export type FactReading =
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly likely?: number;
      readonly doubt?: Doubt;
    }
  | { readonly kind: 'level'; readonly level: string; readonly doubt?: Doubt }
  | { readonly kind: 'set'; readonly items: readonly string[]; readonly doubt?: Doubt }
  /**
   * `atLeast`: a measurement that met no limit, so the fact is open upwards only. `atMost`: the smallest stated limit of
   * a path on which another limit is not stated, so the fact is open downwards only.
   */
  | {
      readonly kind: 'missing';
      readonly state: 'unknown' | 'undisclosed';
      readonly atLeast?: number;
      readonly atMost?: number;
      readonly doubt?: Doubt;
    }
  | { readonly kind: 'notApplicable' };

/** Working day of a mail user, for limits stated per minute or hour. */
const WORKING_HOURS_PER_DAY = 8;
const PER_DAY: Readonly<Record<NonNullable<Fact['window']>, number>> = {
  second: 3600 * WORKING_HOURS_PER_DAY,
  minute: 60 * WORKING_HOURS_PER_DAY,
  '10-minutes': 6 * WORKING_HOURS_PER_DAY,
  hour: WORKING_HOURS_PER_DAY,
  day: 1,
  month: 1 / 21,
};

/**
 * @param users share an organisation-wide sending limit is divided by; a limit with a window is read per user and day
 */
export function readFact(fact: Fact, users: number): FactReading {
  if (fact.state === 'notApplicable') return { kind: 'notApplicable' };
  if (fact.state === 'unknown' || fact.state === 'undisclosed') return { kind: 'missing', state: fact.state };
  if (fact.unlimited === true)
    return { kind: 'number', min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  const factor = limitFactor(fact, users);
  if (fact.state === 'range') return rangeReading(fact, factor);
  return valueReading(fact.value, factor);
}

/** The reading with what age takes from it; the same one where nothing is stated or nothing is taken. */
export function doubted(reading: FactReading, doubt: Doubt): FactReading {
  const isWhole = doubt.confidence >= 1 && doubt.widening === 0;
  const isSilent =
    reading.kind === 'missing' && reading.atLeast === undefined && reading.atMost === undefined;
  return isWhole || isSilent || reading.kind === 'notApplicable' ? reading : { ...reading, doubt };
}

function rangeReading(fact: Fact, factor: number): FactReading {
  if (fact.min === undefined) {
    const atMost = fact.max === undefined ? {} : { atMost: fact.max * factor };
    return { kind: 'missing', state: 'unknown', ...atMost };
  }
  if (fact.max === undefined) return { kind: 'missing', state: 'unknown', atLeast: fact.min * factor };
  return { kind: 'number', min: fact.min * factor, max: fact.max * factor };
}

function valueReading(value: Fact['value'], factor: number): FactReading {
  if (typeof value === 'number') return { kind: 'number', min: value * factor, max: value * factor };
  if (typeof value === 'string') return { kind: 'level', level: value };
  if (value !== undefined) return { kind: 'set', items: value };
  return { kind: 'missing', state: 'unknown' };
}

function limitFactor(fact: Fact, users: number): number {
  if (fact.window === undefined) return 1;
  const perUser = fact.scope === 'organisation' || fact.scope === 'server' ? Math.max(users, 1) : 1;
  return PER_DAY[fact.window] / perUser;
}
