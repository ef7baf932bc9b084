// Hard requirements in three values: pass, fail, cannot tell (Kleene). Unknown never fails and never passes; a fact of
// which only one end is known is judged by that end.
// Invariant: an excluded option has at least one requirement that fails on its own evidence.

import type { GateRule, GateTest } from '../../data/schema/criteria.generated.ts';
import type { Needs } from '../questionnaire/needs.ts';
import { listNeed } from '../questionnaire/needs.ts';
import { levelParameter, parameter } from './criterion-scale.ts';
import type { FactReading } from './fact-reading.ts';

export type Verdict = 'pass' | 'fail' | 'cannotTell';

/** A gate with its need filled in. */
export type GateNeed =
  | { readonly kind: 'atLeast' | 'atMost'; readonly value: number }
  | { readonly kind: 'level'; readonly level: string; readonly order: readonly string[] }
  | { readonly kind: 'includesAll' | 'includesAny'; readonly items: readonly string[] }
  | { readonly kind: 'equals'; readonly value: string };

export interface ActiveGate {
  readonly rule: GateRule;
  readonly need: GateNeed;
  /** Questions that made it a requirement; empty for one that always holds. */
  readonly from: readonly string[];
}

const FLAG_ORDER = ['no', 'partial', 'yes'];

/** @param levels order of a level fact's values, worst first */
export function gateNeed(test: GateTest, needs: Needs, levels: readonly string[]): GateNeed {
  switch (test.kind) {
    case 'atLeast':
    case 'atMost':
      return { kind: test.kind, value: parameter(test.value, needs) };
    case 'levelAtLeast':
      return { kind: 'level', level: levelParameter(test.level, needs), order: levels };
    case 'flag':
      return { kind: 'level', level: 'yes', order: FLAG_ORDER };
    case 'includesAll':
    case 'includesAny':
      return { kind: test.kind, items: listNeed(needs, test.need) };
    case 'equals':
      return { kind: 'equals', value: test.value };
  }
}

export function verdictOf(gate: Pick<ActiveGate, 'rule' | 'need'>, reading: FactReading): Verdict {
  if (reading.kind === 'notApplicable') return gate.rule.notApplicable ?? 'cannotTell';
  if (reading.kind === 'missing') return impliedVerdict(gate, reading);
  return statedVerdict(gate.need, reading);
}

// Where a limit would be published if it were low, silence settles small needs.
function impliedVerdict(
  { rule, need }: Pick<ActiveGate, 'rule' | 'need'>,
  { atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Extract<FactReading, { kind: 'missing' }>,
): Verdict {
  if (need.kind === 'atLeast' && need.value > atMost) return 'fail';
  const implied = Math.max(rule.unknownIsAtLeast?.value ?? 0, atLeast);
  const isSettled = implied > 0 && need.kind === 'atLeast' && need.value <= implied;
  return isSettled ? 'pass' : 'cannotTell';
}

type Stated = Exclude<FactReading, { kind: 'missing' | 'notApplicable' }>;

function statedVerdict(need: GateNeed, reading: Stated): Verdict {
  switch (need.kind) {
    case 'atLeast':
    case 'atMost':
      return reading.kind === 'number' ? limitVerdict(need, reading) : 'cannotTell';
    case 'level':
      return reading.kind === 'level' ? levelVerdict(need, reading.level) : 'cannotTell';
    case 'equals':
      return reading.kind === 'level' ? passIf(reading.level === need.value) : 'cannotTell';
    case 'includesAll':
    case 'includesAny':
      return setVerdict(need, itemsOf(reading));
  }
}

type Limit = Extract<GateNeed, { kind: 'atLeast' | 'atMost' }>;

function limitVerdict(need: Limit, { min, max }: Extract<Stated, { kind: 'number' }>): Verdict {
  if (need.kind === 'atLeast') return between(min >= need.value, max < need.value);
  return between(max <= need.value, min > need.value);
}

function between(passes: boolean, fails: boolean): Verdict {
  if (passes) return 'pass';
  return fails ? 'fail' : 'cannotTell';
}

// "Partly" may or may not be enough for this organisation, so it is a question, not a verdict.
function levelVerdict(need: Extract<GateNeed, { kind: 'level' }>, level: string): Verdict {
  if (level === 'partial' && need.level === 'yes') return 'cannotTell';
  const reached = need.order.indexOf(level);
  const wanted = need.order.indexOf(need.level);
  return reached < 0 || wanted < 0 ? 'cannotTell' : between(reached >= wanted, reached < wanted);
}

function itemsOf(reading: Stated): readonly string[] | null {
  if (reading.kind === 'set') return reading.items;
  return reading.kind === 'level' ? [reading.level] : null;
}

type Inclusion = Extract<GateNeed, { kind: 'includesAll' | 'includesAny' }>;

function setVerdict(need: Inclusion, items: readonly string[] | null): Verdict {
  if (items === null) return 'cannotTell';
  const isHeld = (wanted: string): boolean => items.includes(wanted);
  return passIf(need.kind === 'includesAll' ? need.items.every(isHeld) : need.items.some(isHeld));
}

function passIf(holds: boolean): Verdict {
  return holds ? 'pass' : 'fail';
}

/** The need relaxed so far that this reading just passes; null where only dropping the requirement helps. */
export function relaxedNeed(need: GateNeed, reading: FactReading): GateNeed | null {
  if (reading.kind === 'set') return relaxedItems(need, reading.items);
  if (need.kind === 'atLeast' && reading.kind === 'number') return { ...need, value: reading.min };
  if (need.kind === 'atMost' && reading.kind === 'number') return { ...need, value: reading.max };
  // A level that everything reaches is no requirement any more.
  const isLevel = need.kind === 'level' && reading.kind === 'level' && need.order.indexOf(reading.level) > 0;
  return isLevel ? { ...need, level: reading.level } : null;
}

function relaxedItems(need: GateNeed, offered: readonly string[]): GateNeed | null {
  if (need.kind === 'includesAny') return { ...need, items: [...need.items, ...offered] };
  if (need.kind !== 'includesAll') return null;
  const items = need.items.filter((item) => offered.includes(item));
  return items.length === 0 ? null : { ...need, items };
}
