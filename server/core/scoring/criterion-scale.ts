// A criterion with its value rule filled in for one organisation: what a fact's number, level or set is worth.

import type {
  CriterionRule,
  LevelParameter,
  Parameter,
  ValueRule,
} from '../../data/schema/criteria.generated.ts';
import type { Needs } from '../questionnaire/needs.ts';
import { listNeed, numberNeed } from '../questionnaire/needs.ts';
import type { NumericValueSpec, ValueFunction } from './value-functions.ts';
import { valueFunction } from './value-functions.ts';

export type Scale =
  | { readonly kind: 'numeric'; readonly values: ValueFunction }
  | {
      readonly kind: 'levels';
      /** Level → 0…1, already saturated at the level that is enough. */
      readonly values: ReadonlyMap<string, number>;
      readonly enough: string | null;
    }
  | { readonly kind: 'coverage'; readonly wanted: readonly string[]; readonly count: 'all' | 'any' };

export interface ScaledCriterion {
  readonly rule: CriterionRule;
  readonly scale: Scale;
}

const FLAG_PARTIAL = 0.5;

export function scaledCriterion(rule: CriterionRule, needs: Needs): ScaledCriterion {
  return { rule, scale: scaleOf(rule.value, needs) };
}

/** False where nothing is wanted, so that the criterion has nothing to say about any option. */
export function isAsked(criterion: ScaledCriterion): boolean {
  return criterion.scale.kind !== 'coverage' || criterion.scale.wanted.length > 0;
}

function scaleOf(rule: ValueRule, needs: Needs): Scale {
  switch (rule.kind) {
    case 'boolean':
      return { kind: 'levels', values: flagValues(rule.partial ?? FLAG_PARTIAL), enough: 'yes' };
    case 'levels':
      return levelScale(rule.values, rule.enough, needs);
    case 'coverage':
      return { kind: 'coverage', wanted: listNeed(needs, rule.need), count: rule.count };
    default:
      return { kind: 'numeric', values: valueFunction(numericSpec(rule, needs)) };
  }
}

function flagValues(partial: number): ReadonlyMap<string, number> {
  return new Map([
    ['no', 0],
    ['partial', partial],
    ['yes', 1],
  ]);
}

// Everything from the level that is enough upwards is worth 1, the levels below keep their proportions.
function levelScale(
  values: Readonly<Record<string, number>>,
  enoughGiven: LevelParameter | undefined,
  needs: Needs,
): Scale {
  const enough = enoughGiven === undefined ? null : levelParameter(enoughGiven, needs);
  const full = enough === null ? 1 : (values[enough] ?? 1);
  const saturated = Object.entries(values).map(([level, value]): [string, number] => [
    level,
    full <= 0 ? 1 : Math.min(1, value / full),
  ]);
  return { kind: 'levels', values: new Map(saturated), enough };
}

type NumericRule = Exclude<ValueRule, { kind: 'boolean' | 'levels' | 'coverage' }>;

function numericSpec(rule: NumericRule, needs: Needs): NumericValueSpec {
  switch (rule.kind) {
    case 'saturating':
    case 'ratioLog':
      return { kind: rule.kind, floor: parameter(rule.floor, needs), full: parameter(rule.full, needs) };
    case 'piecewise':
      return { kind: 'piecewise', knots: rule.knots.map(([x, value]) => ({ x, value })) };
    case 'target':
      return {
        kind: 'target',
        ideal: parameter(rule.ideal, needs),
        tolerance: parameter(rule.tolerance, needs),
      };
    case 'costAbsolute':
      return { kind: 'costAbsolute', budget: parameter(rule.budget, needs) };
  }
}

export function parameter(given: Parameter, needs: Needs): number {
  if (typeof given === 'number') return given;
  return Math.max(
    given.atLeast ?? Number.NEGATIVE_INFINITY,
    numberNeed(needs, given.need) * (given.times ?? 1),
  );
}

export function levelParameter(given: LevelParameter, needs: Needs): string {
  return typeof given === 'string' ? given : (listNeed(needs, given.need)[0] ?? '');
}
