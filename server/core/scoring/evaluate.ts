// One evaluation: every option through the gates and on every criterion, with exact scores at the stated weights.
// Invariant: no figure of an option depends on which other options are there.

import type { AgeingRule } from '../catalogue/ageing.ts';
import { believedSource } from '../catalogue/ageing.ts';
import type { Catalogue, Provider } from '../catalogue/provider.ts';
import type { CostData } from '../../data/schema/cost.generated.ts';
import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { OptionCost } from '../cost/option-cost.ts';
import { fiveYearCost } from '../cost/option-cost.ts';
import type { Interpretation } from '../questionnaire/interpret.ts';
import type { NeedsOutcome } from '../questionnaire/needs.ts';
import type { Cell } from './cell.ts';
import { cellMaker } from './cell.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import { isAsked, scaledCriterion } from './criterion-scale.ts';
import type { ActiveGate, Verdict } from './gates.ts';
import { gateNeed, verdictOf } from './gates.ts';
import type { FactContext, MeasuredEvidence, OptionFact } from './option-facts.ts';
import { compareText, optionFact, priceWidening, staffOf } from './option-facts.ts';
import type { Interval, OptionStatus } from './recommendation.ts';
import type { WeightedModel } from './weights.ts';
import { weightsFromAnswers } from './weights.ts';

export interface GateResult {
  readonly gate: ActiveGate;
  readonly fact: OptionFact;
  readonly verdict: Verdict;
}

export interface EvaluatedOption {
  readonly provider: Provider;
  /** In the order of the weighted criteria, like `facts`. */
  readonly cells: readonly Cell[];
  readonly facts: readonly OptionFact[];
  readonly gates: readonly GateResult[];
  readonly status: OptionStatus;
  readonly score: number;
  readonly scoreRange: Interval;
  readonly cost: OptionCost;
}

export interface Evaluation extends WeightedModel {
  readonly gates: readonly ActiveGate[];
  /** Sorted by id. */
  readonly options: readonly EvaluatedOption[];
}

export interface EvaluationInput {
  readonly model: DecisionModel;
  readonly catalogue: Catalogue;
  readonly interpretation: Interpretation;
  readonly needs: NeedsOutcome;
  readonly measured: readonly MeasuredEvidence[];
  readonly cost: CostData;
  readonly ageing: AgeingRule;
  /** ISO 8601 day on which the choice is made. */
  readonly today: string;
  /** How the criteria that are asked about get their weights; by the answers where absent. */
  readonly weigh?: (asked: readonly ScaledCriterion[]) => WeightedModel;
}

export function evaluate(input: EvaluationInput): Evaluation {
  const { model, catalogue, interpretation, needs } = input;
  const scaled = model.criteria.map((rule) => scaledCriterion(rule, needs.needs));
  const asked = scaled.filter(isAsked);
  const weighted = input.weigh?.(asked) ?? weightsFromAnswers(model.groups, asked, interpretation);
  const gates = activeGates(input);
  const context = factContext(input);
  const columns = weighted.criteria.map(cellMaker);
  const options = catalogue.providers
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((provider) => evaluateOption(provider, { ...weighted, columns }, gates, context));
  return { ...weighted, gates, options };
}

function factContext(input: EvaluationInput): FactContext {
  const { measured, needs, cost, today } = input;
  const need = { users: needs.inputs.users, copies: needs.inputs.copies, sizing: needs.sizing };
  const cloudStaff = staffOf(fiveYearCost({ deployment: 'cloud', facts: {} }, need, cost));
  const ageOf = ageReader(input);
  return {
    users: needs.inputs.users,
    gateway: needs.gateway,
    measured,
    costOf: (provider) => {
      const { deployment, facts } = provider;
      return fiveYearCost({ deployment, facts, widening: priceWidening(provider, ageOf) }, need, cost);
    },
    unavoidableStaff: cloudStaff,
    today,
    ageOf,
  };
}

function ageReader({ catalogue, ageing, today }: EvaluationInput): FactContext['ageOf'] {
  const { facts } = catalogue.vocabulary;
  return (factId, sources) => believedSource(sources, facts[factId].kind, ageing, today);
}

function activeGates({ model, catalogue, interpretation, needs }: EvaluationInput): readonly ActiveGate[] {
  const vocabulary = new Map(
    catalogue.vocabulary.ids.map((id): [string, readonly string[]] => [
      id,
      (catalogue.vocabulary.facts[id].options ?? []).map((option) => option.id),
    ]),
  );
  return model.gates.flatMap((rule) => {
    const from = interpretation.gates.get(rule.id);
    if (from === undefined && rule.always === undefined) return [];
    const need = gateNeed(rule.test, needs.needs, vocabulary.get(rule.fact) ?? []);
    return [{ rule, need, from: from ?? [] }];
  });
}

function evaluateOption(
  provider: Provider,
  model: WeightedModel & { readonly columns: readonly ReturnType<typeof cellMaker>[] },
  gates: readonly ActiveGate[],
  context: FactContext,
): EvaluatedOption {
  const cost = context.costOf(provider);
  const own = { ...context, costOf: () => cost };
  const results = gates
    .filter(({ rule }) => rule.onlyFor === undefined || rule.onlyFor === provider.deployment)
    .map((gate): GateResult => {
      const fact = optionFact(provider, gate.rule.fact, own);
      return { gate, fact, verdict: verdictOf(gate, fact.reading) };
    });
  const facts = model.criteria.map(({ rule }) => optionFact(provider, rule.fact, own));
  const cells = model.columns.map((cellFor, column) =>
    cellFor(facts[column]?.reading ?? NOT_STATED, provider.deployment),
  );
  return {
    provider,
    cells,
    facts,
    gates: results,
    status: statusOf(results),
    score: weightedSum(model.weights, cells, 'central'),
    scoreRange: [weightedSum(model.weights, cells, 'low'), weightedSum(model.weights, cells, 'high')],
    cost,
  };
}

const NOT_STATED = { kind: 'missing', state: 'unknown' } as const;

function statusOf(results: readonly GateResult[]): OptionStatus {
  if (results.some((result) => result.verdict === 'fail')) return 'excluded';
  return results.some((result) => result.verdict === 'cannotTell') ? 'conditional' : 'eligible';
}

/** The points in the order of the criteria, added up in that order: what the document shows adds up exactly. */
export function weightedSum(
  weights: readonly number[],
  cells: readonly Cell[],
  end: 'low' | 'central' | 'high',
): number {
  return cells.reduce((sum, cell, column) => sum + (weights[column] ?? 0) * cell[end], 0);
}
