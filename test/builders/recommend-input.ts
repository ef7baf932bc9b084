// The shipped data and catalogue with given answers, ready for `recommend`.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadCatalogue } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';
import type { Catalogue } from '../../server/core/catalogue/provider.ts';
import { parseAnswers } from '../../server/core/questionnaire/answers.ts';
import type { RecommendInput } from '../../server/core/scoring/recommend.ts';
import { DECISION_DATA } from './decision-data.ts';

export const TODAY = '2026-11-23';

const loaded = await loadCatalogue('providers');
if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problem.message.en).join('\n'));
export const SHIPPED_CATALOGUE: Catalogue = loaded.catalogue;

export function recommendInput(rawAnswers: unknown, overrides: Partial<RecommendInput> = {}): RecommendInput {
  const answers = parseAnswers(rawAnswers, DECISION_DATA.questionnaire);
  if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
  return {
    questions: DECISION_DATA.questionnaire,
    criteria: DECISION_DATA.model,
    sizing: DECISION_DATA.sizing,
    cost: DECISION_DATA.cost,
    ageing: DECISION_DATA.ageing,
    catalogue: SHIPPED_CATALOGUE,
    answers: answers.value,
    measured: [],
    seed: 1,
    samples: 1000,
    today: TODAY,
    ...overrides,
  };
}

/** Answers of a sample organisation: `office-20`, `manufacturer-300`, `enterprise-5000` or `university`. */
export function exampleAnswers(name: string): Readonly<Record<string, unknown>> {
  return parse(readFileSync(`docs/examples/answers-${name}.yaml`, 'utf8')) as Record<string, unknown>;
}
