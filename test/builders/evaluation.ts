// Runs the real decision model over given options and answers, without sampling.

import { interpret } from '../../server/core/questionnaire/interpret.ts';
import { deriveNeeds } from '../../server/core/questionnaire/needs.ts';
import type { Provider } from '../../server/core/catalogue/provider.ts';
import type { Evaluation } from '../../server/core/scoring/evaluate.ts';
import { evaluate } from '../../server/core/scoring/evaluate.ts';
import type { MeasuredEvidence } from '../../server/core/scoring/option-facts.ts';
import type { DecisionModel } from '../../server/data/schema/criteria.generated.ts';
import { parseAnswers } from '../../server/core/questionnaire/answers.ts';
import { catalogueOf } from './arbitrary-catalogue.ts';
import { DECISION_DATA } from './decision-data.ts';

export function evaluationOf(
  providers: readonly Provider[],
  rawAnswers: unknown = {},
  model: DecisionModel = DECISION_DATA.model,
  measured: readonly MeasuredEvidence[] = [],
): Evaluation {
  const answers = parseAnswers(rawAnswers, DECISION_DATA.questionnaire);
  if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
  const interpretation = interpret(answers.value, DECISION_DATA.questionnaire);
  const needs = deriveNeeds(interpretation, model.planning.defaultNeeds, DECISION_DATA.sizing);
  return evaluate({
    model,
    catalogue: catalogueOf(providers),
    interpretation,
    needs,
    measured,
    cost: DECISION_DATA.cost,
    ageing: DECISION_DATA.ageing,
    today: '2026-11-23',
  });
}
