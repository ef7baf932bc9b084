// A decision of a few criteria, requirements and options in words, so that every figure can be worked out by hand.

import type { Provider } from '../../server/core/catalogue/provider.ts';
import type { Fact } from '../../server/core/catalogue/fact.ts';
import { UNKNOWN_FACT } from '../../server/core/catalogue/fact.ts';
import type { OptionCost } from '../../server/core/cost/option-cost.ts';
import type { Cell } from '../../server/core/scoring/cell.ts';
import { cellOf } from '../../server/core/scoring/cell.ts';
import type { ScaledCriterion } from '../../server/core/scoring/criterion-scale.ts';
import { scaledCriterion } from '../../server/core/scoring/criterion-scale.ts';
import type { EvaluatedOption, Evaluation, GateResult } from '../../server/core/scoring/evaluate.ts';
import { weightedSum } from '../../server/core/scoring/evaluate.ts';
import type { FactReading } from '../../server/core/scoring/fact-reading.ts';
import { readFact } from '../../server/core/scoring/fact-reading.ts';
import type { GateNeed, Verdict } from '../../server/core/scoring/gates.ts';
import type { OptionFact } from '../../server/core/scoring/option-facts.ts';
import type { OptionStatus } from '../../server/core/scoring/recommendation.ts';
import { exactWeights } from '../../server/core/scoring/weight-space.ts';
import type { WeightSpace } from '../../server/core/scoring/weight-space.ts';
import type { CriterionRule, GateRule, ValueRule } from '../../server/data/schema/criteria.generated.ts';
import { optionWith } from './small-catalogue.ts';

export const word = (text: string) => ({ en: text, ja: `${text}（日）` });

/** Rises evenly from 0 to 10 units. */
export const TO_TEN: ValueRule = { kind: 'saturating', floor: 0, full: 10 };
export const FLAG: ValueRule = { kind: 'boolean' };

export function criterion(
  id: string,
  value: ValueRule = TO_TEN,
  fields: Partial<CriterionRule> = {},
  needs: ReadonlyMap<string, number | string | readonly string[]> = new Map(),
): ScaledCriterion {
  const rule: CriterionRule = {
    id,
    group: 'size',
    fact: 'mailboxQuota',
    label: word(id),
    points: 1,
    value,
    worst: word('worst'),
    best: word('best'),
    unknown: { low: 0, high: 10, why: word('Nobody says.') },
    ask: word(`How is ${id}?`),
    source: 'Example',
    ...fields,
  };
  return scaledCriterion(rule, needs);
}

export function factOf(fact: Fact, fields: Partial<OptionFact> = {}): OptionFact {
  const reading = readFact(fact, 1);
  return {
    id: 'mailboxQuota',
    fact,
    reading,
    measured: null,
    declared: null,
    path: null,
    age: null,
    ...fields,
  };
}

export const stated = (value: NonNullable<Fact['value']>, fields: Partial<Fact> = {}): Fact => ({
  state: 'known',
  value,
  evidence: [],
  ...fields,
});

export function gateResult(
  id: string,
  verdict: Verdict,
  {
    need = { kind: 'atLeast', value: 10 },
    fact = UNKNOWN_FACT,
    rule = {},
  }: { readonly need?: GateNeed; readonly fact?: Fact | OptionFact; readonly rule?: Partial<GateRule> } = {},
): GateResult {
  const full: GateRule = {
    id,
    fact: 'mailboxQuota',
    label: word(id),
    ask: word(`Is it ${id}?`),
    test: { kind: 'flag' },
    ...rule,
  };
  const optionFact = 'reading' in fact ? fact : factOf(fact);
  return { gate: { rule: full, need, from: ['question'] }, fact: optionFact, verdict };
}

export interface GivenOption {
  /** Per criterion a stated number, level or set, or a whole fact; null where nobody states it. */
  readonly facts: readonly (NonNullable<Fact['value']> | Fact | OptionFact | null)[];
  readonly status?: OptionStatus;
  readonly gates?: readonly GateResult[];
  readonly provider?: Partial<Provider>;
  readonly cost?: Partial<OptionCost>;
}

const COST: OptionCost = {
  currency: 'JPY',
  years: 5,
  total: { low: 1_000_000, likely: 1_000_000, high: 1_000_000 },
  perUserMonth: null,
  lines: [],
  unknownPrices: [],
  isPriceKnown: true,
};

/** @param given options by id, which is also their name */
export function decision(
  criteria: readonly ScaledCriterion[],
  weights: readonly number[],
  given: Readonly<Record<string, GivenOption>>,
  space: WeightSpace = exactWeights(weights),
): Evaluation {
  const options = Object.entries(given).map(([id, option]) => evaluated(id, option, criteria, weights));
  const gates = new Map(options.flatMap((option) => option.gates.map(({ gate }) => [gate.rule.id, gate])));
  return { criteria, weights, space, gates: [...gates.values()], options };
}

function evaluated(
  id: string,
  { facts: given, status = 'eligible', gates = [], provider: fields = {}, cost = {} }: GivenOption,
  criteria: readonly ScaledCriterion[],
  weights: readonly number[],
): EvaluatedOption {
  const provider = optionWith(id, {}, { name: word(id), ...fields });
  const facts = given.map(asOptionFact);
  const cells: readonly Cell[] = criteria.map((one, column) =>
    cellOf(one, facts[column]?.reading ?? SILENT, provider.deployment),
  );
  return {
    provider,
    cells,
    facts,
    gates,
    status,
    score: weightedSum(weights, cells, 'central'),
    scoreRange: [weightedSum(weights, cells, 'low'), weightedSum(weights, cells, 'high')],
    cost: { ...COST, ...cost },
  };
}

const SILENT: FactReading = { kind: 'missing', state: 'unknown' };

function asOptionFact(given: GivenOption['facts'][number]): OptionFact {
  if (given === null) return factOf(UNKNOWN_FACT);
  if (typeof given !== 'object' || Array.isArray(given)) return factOf(stated(given as number));
  return 'reading' in given ? given : factOf(given as Fact);
}

/** The option of that id. */
export function optionOf({ options }: Evaluation, id: string): EvaluatedOption {
  const found = options.find(({ provider }) => provider.id === id);
  if (found === undefined) throw new Error(`no option ${id}`);
  return found;
}
