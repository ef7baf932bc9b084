// Evaluations: created, listed, answered, renamed, copied, deleted.

import { parseAnswers } from '../../../core/questionnaire/answers.ts';
import type { Evaluation, StoredAnswers } from '../../../usecases/stores.ts';
import { cleanText } from '../../form-fields.ts';
import type { WebDeps } from '../../web-deps.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { found, notFound } from '../named.ts';
import { ApiProblem, component, json, listOf, objectOf } from '../operation.ts';
import type { ApiAnswer, Operation } from '../operation.ts';

const TITLE_LENGTH_MAX = 120;
const LISTED_MAX = 200;
const TITLE = { type: 'string', minLength: 1, maxLength: TITLE_LENGTH_MAX };

const listEvaluations: Operation = {
  id: 'listEvaluations',
  method: 'get',
  path: '/evaluations',
  tag: 'evaluations',
  access: 'evaluation.read',
  summary: { en: 'Evaluations, the latest change first', ja: '評価の一覧（更新の新しい順）' },
  query: { limit: { type: 'integer', minimum: 1, maximum: LISTED_MAX, default: 50 } },
  answered: {
    status: 200,
    meaning: { en: 'The evaluations', ja: '評価の一覧' },
    content: objectOf({ evaluations: listOf(component('EvaluationSummary')) }),
  },
  handle: async ({ deps, query }) =>
    json({ evaluations: await deps.evaluations.list(Number(query['limit'])) }),
};

const createEvaluation: Operation = {
  id: 'createEvaluation',
  method: 'post',
  path: '/evaluations',
  tag: 'evaluations',
  access: ['evaluation.edit', 'evaluation.created'],
  summary: { en: 'Start an evaluation, with answers or without', ja: '評価を新しく始める（回答は省略可）' },
  body: objectOf({ title: TITLE, answers: component('Answers') }, ['answers']),
  answered: {
    status: 201,
    meaning: { en: 'The new evaluation', ja: '作成した評価' },
    content: component('Evaluation'),
  },
  async handle({ deps, body }) {
    const { title, answers = {} } = body as { title: string; answers?: StoredAnswers };
    checkAnswers(deps, answers);
    return created(await deps.evaluations.create({ title: cleanText(title, TITLE_LENGTH_MAX), answers }));
  },
};

const getEvaluation: Operation = {
  id: 'getEvaluation',
  method: 'get',
  path: '/evaluations/{id}',
  tag: 'evaluations',
  access: 'evaluation.read',
  summary: { en: 'One evaluation with its answers', ja: '一つの評価と、その回答' },
  answered: {
    status: 200,
    meaning: { en: 'The evaluation', ja: '評価' },
    content: component('Evaluation'),
  },
  handle: async ({ deps, path }) => json(await evaluationNamed(deps, path['id'])),
};

const renameEvaluation: Operation = {
  id: 'renameEvaluation',
  method: 'patch',
  path: '/evaluations/{id}',
  tag: 'evaluations',
  access: 'evaluation.edit',
  summary: { en: 'Give an evaluation another title', ja: '評価の名前を変える' },
  body: objectOf({ title: TITLE }),
  answered: {
    status: 200,
    meaning: { en: 'The evaluation', ja: '評価' },
    content: component('Evaluation'),
  },
  async handle({ deps, path, body }) {
    const { id } = await evaluationNamed(deps, path['id']);
    await deps.evaluations.rename(id, cleanText((body as { title: string }).title, TITLE_LENGTH_MAX));
    return json(await evaluationNamed(deps, id));
  },
};

const saveAnswers: Operation = {
  id: 'saveAnswers',
  method: 'patch',
  path: '/evaluations/{id}/answers',
  tag: 'evaluations',
  access: 'evaluation.edit',
  summary: {
    en: 'Change some answers and leave the others alone; null takes one back',
    ja: '一部の回答だけを変更する（null で取り消し）',
  },
  body: objectOf(
    {
      answers: component('Answers'),
      basedOnVersion: {
        type: 'integer',
        minimum: 1,
        description: 'With it, a change that somebody else made to the same questions since is a conflict.',
      },
    },
    ['basedOnVersion'],
  ),
  answered: {
    status: 200,
    meaning: { en: 'Saved; the evaluation as it is now', ja: '保存後の評価' },
    content: component('Evaluation'),
  },
  async handle({ deps, path, body }) {
    const { answers, basedOnVersion } = body as { answers: StoredAnswers; basedOnVersion?: number };
    checkAnswers(deps, answers);
    const { id } = await evaluationNamed(deps, path['id']);
    const outcome = await deps.evaluations.saveAnswers(id, answers, basedOnVersion);
    if (outcome.kind === 'saved') return json(outcome.evaluation);
    if (outcome.kind === 'notFound') throw notFound();
    if (outcome.kind === 'frozen') throw new ApiProblem(409, 'frozen', PROBLEM_TITLES.frozen);
    throw new ApiProblem(
      409,
      'conflict',
      PROBLEM_TITLES.conflict,
      outcome.questionIds.map((question) => ({
        path: `answers.${question}`,
        message: PROBLEM_TITLES.conflict,
      })),
    );
  },
};

const copyEvaluation: Operation = {
  id: 'copyEvaluation',
  method: 'post',
  path: '/evaluations/{id}/copy',
  tag: 'evaluations',
  access: ['evaluation.edit', 'evaluation.created'],
  summary: { en: 'Copy an evaluation under another title', ja: '評価を別の名前で複製する' },
  body: objectOf({ title: TITLE }),
  answered: {
    status: 201,
    meaning: { en: 'The copy', ja: '複製した評価' },
    content: component('Evaluation'),
  },
  async handle({ deps, path, body }) {
    const title = cleanText((body as { title: string }).title, TITLE_LENGTH_MAX);
    const copy = found(await deps.evaluations.copy(path['id'] ?? '', title));
    return created(copy);
  },
};

const deleteEvaluation: Operation = {
  id: 'deleteEvaluation',
  method: 'delete',
  path: '/evaluations/{id}',
  tag: 'evaluations',
  access: ['evaluation.edit', 'evaluation.deleted'],
  summary: { en: 'Delete an evaluation for good', ja: '評価を完全に削除する' },
  answered: { status: 204, meaning: { en: 'Deleted', ja: '削除しました' }, content: 'none' },
  async handle({ deps, path }) {
    const outcome = await deps.evaluations.remove(path['id'] ?? '');
    if (outcome === 'removed') return { kind: 'nothing' };
    if (outcome === 'frozen') throw new ApiProblem(409, 'frozen', PROBLEM_TITLES.frozen);
    throw notFound();
  },
};

export const EVALUATION_OPERATIONS: readonly Operation[] = [
  listEvaluations,
  createEvaluation,
  getEvaluation,
  renameEvaluation,
  saveAnswers,
  copyEvaluation,
  deleteEvaluation,
];

/** The evaluation with this id; an id nobody was given ends as 404. */
export async function evaluationNamed(
  deps: Pick<WebDeps, 'evaluations'>,
  id: string | undefined,
): Promise<Evaluation> {
  return found(await deps.evaluations.get(id ?? ''));
}

/** Refuses answers that the questionnaire does not take, each at its place. */
export function checkAnswers(deps: Pick<WebDeps, 'questionnaire'>, answers: StoredAnswers): void {
  const parsed = parseAnswers(answers, deps.questionnaire);
  if (parsed.ok) return;
  const problems = parsed.problems.map(({ path, message }) => ({
    path: path === '' ? 'answers' : `answers.${path}`,
    message,
  }));
  throw new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, problems);
}

function created(evaluation: Evaluation): ApiAnswer {
  return { kind: 'json', json: evaluation, location: `/api/v1/evaluations/${evaluation.id}` };
}
