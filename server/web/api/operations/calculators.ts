// Calculations that store nothing: send the inputs, get the figures.

import { costDocument } from '../../../core/cost/cost-document.ts';
import { isMcdaMethod, MCDA_METHODS, runMcda } from '../../../core/mcda/index.ts';
import { parseStatedWeights } from '../../../core/scoring/stated-weights.ts';
import { parseTender } from '../../../core/scoring/tender-declaration.ts';
import { sizeDocument } from '../../../core/sizing/size-document.ts';
import type { Outcome } from '../../../core/text/problem.ts';
import type { StoredAnswers } from '../../../usecases/stores.ts';
import type { WebDeps } from '../../web-deps.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { notFound } from '../named.ts';
import { ApiProblem, component, json, objectOf } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { checkAnswers } from './evaluations.ts';

const calculateRecommendation: Operation = {
  id: 'calculateRecommendation',
  method: 'post',
  path: '/recommendations',
  tag: 'calculators',
  access: 'evaluation.read',
  summary: {
    en: 'Rank the options for answers that are not stored; weights, people and a tender rule as in an answers file',
    ja: '保存していない回答で順位を計算する（重み・回答者・入札方式は回答ファイルと同じ書き方）',
  },
  body: objectOf(
    {
      answers: component('Answers'),
      precision: { enum: ['full', 'preview'] },
      weights: { type: 'object' },
      people: { type: 'object' },
      tender: component('Tender'),
    },
    ['precision', 'weights', 'people', 'tender'],
  ),
  answered: {
    status: 200,
    meaning: { en: 'The recommendation', ja: '推奨結果' },
    content: component('Recommendation'),
  },
  async handle({ deps, body }) {
    const {
      answers,
      precision = 'full',
      ...beside
    } = body as {
      answers: StoredAnswers;
      precision?: 'full' | 'preview';
    };
    checkAnswers(deps, answers);
    checkBeside(deps, beside);
    return json(await deps.recommend(answers, precision, beside));
  },
};

const calculateSize: Operation = {
  id: 'calculateSize',
  method: 'post',
  path: '/sizing',
  tag: 'calculators',
  access: 'catalogue.read',
  summary: {
    en: 'Size a mail system: a missing input takes its likely default',
    ja: 'メールシステムの規模を見積もる（省略した入力は標準値）',
  },
  body: { type: 'object' },
  answered: {
    status: 200,
    meaning: { en: 'mailfit.size/1', ja: 'mailfit.size/1' },
    content: component('Size'),
  },
  handle: ({ deps, body }) => Promise.resolve(json(valueOr422(sizeDocument(body, deps.sizing)))),
};

const calculateCost: Operation = {
  id: 'calculateCost',
  method: 'post',
  path: '/cost',
  tag: 'calculators',
  access: 'catalogue.read',
  summary: {
    en: 'Total cost of ownership, cloud beside on-premise',
    ja: '総保有コスト（クラウドと自社運用）',
  },
  body: { type: 'object' },
  answered: {
    status: 200,
    meaning: { en: 'mailfit.cost/1', ja: 'mailfit.cost/1' },
    content: component('Cost'),
  },
  handle: ({ body }) => Promise.resolve(json(valueOr422(costDocument(body)))),
};

const calculateMcda: Operation = {
  id: 'calculateMcda',
  method: 'post',
  path: '/mcda/{method}',
  tag: 'calculators',
  access: 'catalogue.read',
  summary: {
    en: `Any decision matrix through one method: ${MCDA_METHODS.join(', ')}`,
    ja: `任意の評価行列を一つの方法で計算する: ${MCDA_METHODS.join(', ')}`,
  },
  body: { type: 'object' },
  answered: {
    status: 200,
    meaning: { en: 'mailfit.mcda/1', ja: 'mailfit.mcda/1' },
    content: component('Mcda'),
  },
  handle({ path, body }) {
    const method = path['method'] ?? '';
    if (!isMcdaMethod(method)) throw notFound();
    return Promise.resolve(json(valueOr422(runMcda(method, body))));
  },
};

export const CALCULATOR_OPERATIONS: readonly Operation[] = [
  calculateRecommendation,
  calculateSize,
  calculateCost,
  calculateMcda,
];

function checkBeside(deps: WebDeps, beside: object): void {
  valueOr422(parseStatedWeights(beside, deps.model));
  valueOr422(
    parseTender(
      beside,
      deps.catalogue.providers.map(({ id }) => id),
    ),
  );
}

function valueOr422<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, outcome.problems);
}
