// The evaluation under the weights that count: those of the answers, of one person, or the mean of several.

import type { DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { LocalizedText } from '../text/localized.ts';
import { isAsked, scaledCriterion } from './criterion-scale.ts';
import type { ElicitedWeights } from './elicited-weights.ts';
import { weightsFromPreferences } from './elicited-weights.ts';
import type { Evaluation, EvaluationInput } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import { groupReport, meanWeights } from './group-opinions.ts';
import type { Preferences } from './preferences.ts';
import type { GroupReport, WeightsReport } from './recommendation.ts';
import type { WeightedModel } from './weights.ts';
import { weightsReport } from './weights-report.ts';
import { givenByText } from './texts-weights.ts';

export interface Person {
  readonly name: string;
  readonly preferences: Preferences;
}

export interface WeighedEvaluation {
  readonly evaluation: Evaluation;
  readonly weights: WeightsReport;
  readonly group: GroupReport | null;
}

export function weighedEvaluation(
  input: EvaluationInput,
  stated: { readonly preferences?: Preferences; readonly people?: readonly Person[] },
): WeighedEvaluation {
  if (stated.people !== undefined && stated.people.length > 0) return byGroup(input, stated.people);
  if (stated.preferences === undefined) return byAnswers(input);
  const elicited = elicit(input, stated.preferences);
  if (elicited.criteria.length === 0) return byAnswers(input);
  const evaluation = evaluate({ ...input, weigh: () => elicited });
  return {
    evaluation,
    weights: reportOf(input, evaluation, stated.preferences.method, elicited.checks),
    group: null,
  };
}

function byAnswers(input: EvaluationInput): WeighedEvaluation {
  const evaluation = evaluate(input);
  return { evaluation, weights: reportOf(input, evaluation, 'answers', []), group: null };
}

// Opinions are matched criterion by criterion, so all are elicited over one list of criteria.
function byGroup(input: EvaluationInput, people: readonly Person[]): WeighedEvaluation {
  const asked = askedCriteria(input);
  const opinions = people
    .map(({ name, preferences }) => ({
      name,
      method: preferences.method,
      weighted: weightsFromPreferences(preferences, input.model.groups, asked),
    }))
    .filter(({ weighted }) => weighted.criteria.length > 0);
  const [first, second] = opinions;
  if (first === undefined) return byAnswers(input);
  const evaluateWith = (weighted: WeightedModel): Evaluation => evaluate({ ...input, weigh: () => weighted });
  // The mean of one person would forget how far that person's own weights may be off.
  const common =
    second === undefined
      ? first.weighted
      : meanWeights(
          opinions.map(({ weighted }) => weighted),
          asked,
        );
  const evaluation = evaluateWith(common);
  const shared = second === undefined ? first : { method: 'group' as const, weighted: { checks: [] } };
  const report = reportOf(input, evaluation, shared.method, shared.weighted.checks);
  return {
    evaluation,
    weights: { ...report, methodText: givenByText(opinions) },
    group: groupReport(opinions, asked, evaluateWith),
  };
}

function elicit(input: EvaluationInput, preferences: Preferences): ElicitedWeights {
  return weightsFromPreferences(preferences, input.model.groups, askedCriteria(input));
}

function askedCriteria({ model, needs }: EvaluationInput) {
  return model.criteria.map((rule) => scaledCriterion(rule, needs.needs)).filter(isAsked);
}

function reportOf(
  { model, catalogue }: EvaluationInput,
  evaluation: Evaluation,
  method: WeightsReport['method'],
  checks: ElicitedWeights['checks'],
): WeightsReport {
  return weightsReport(evaluation, { method, checks, labels: labelsOf(model) }, catalogue.vocabulary);
}

function labelsOf(model: DecisionModel): ReadonlyMap<string, LocalizedText> {
  return new Map<string, LocalizedText>(
    [...model.groups, ...model.criteria].map(({ id, label }) => [id, label]),
  );
}
