// Asking for load: what a plan would send, and runs on their way.

import { planForCandidate } from '../../../usecases/candidates.ts';
import type { PlanReview } from '../../../usecases/load-runner.ts';
import type { JsonObject, RunKind } from '../../../usecases/stores.ts';
import type { WebDeps } from '../../web-deps.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { ApiProblem, component, json, objectOf } from '../operation.ts';
import type { Operation } from '../operation.ts';

const KINDS: readonly RunKind[] = ['run', 'connections', 'capacity'];
const KIND = { enum: KINDS, description: '`capacity` searches the highest rate that keeps the objective.' };

const PLAN_MEANING =
  'A RunPlan; for `capacity` a plan of the search. The target of a candidate replaces the plan’s own.';

const PLAN = { type: 'object', description: PLAN_MEANING };

const previewPlan: Operation = {
  id: 'previewPlan',
  method: 'post',
  path: '/plans/preview',
  tag: 'benchmarks',
  access: 'run.read',
  summary: {
    en: 'What a plan would send at most, against the ceilings; nothing is sent',
    ja: '計画が送る量の上限と制限値（何も送信しません）',
  },
  body: objectOf({ plan: PLAN, kind: KIND }, ['kind']),
  answered: {
    status: 200,
    meaning: { en: 'The preview', ja: '送信内容の見込み' },
    content: { type: 'object', required: ['preview'], properties: { preview: { type: 'object' } } },
  },
  async handle({ deps, body }) {
    const { plan, kind = 'run' } = body as { plan: JsonObject; kind?: RunKind };
    const forecast = await deps.loadRunner.forecast(plan, kind);
    if (forecast.kind !== 'accepted') throw planProblem(forecast);
    return json({ preview: forecast.preview });
  },
};

const startRun: Operation = {
  id: 'startRun',
  method: 'post',
  path: '/runs',
  tag: 'benchmarks',
  access: ['run.start', 'run.started'],
  summary: {
    en: 'Ask for a run; it starts at once or waits for its target to be free',
    ja: '負荷試験を依頼する（対象が使用中なら順番を待ちます）',
  },
  body: objectOf(
    {
      plan: PLAN,
      kind: KIND,
      candidateId: { type: 'string' },
      providerId: { type: 'string', description: 'The option of the catalogue whose evidence this is.' },
    },
    ['kind', 'candidateId', 'providerId'],
  ),
  answered: {
    status: 202,
    meaning: { en: 'The run, running or in the queue', ja: '実行中または待機中の試験' },
    content: component('Run'),
  },
  async handle({ deps, body }) {
    const wanted = body as { plan: JsonObject; kind?: RunKind; candidateId?: string; providerId?: string };
    const request = await requestOf(deps, wanted);
    const outcome = await deps.board.start(request);
    if (outcome.kind === 'invalid' || outcome.kind === 'refused') throw planProblem(outcome);
    const run = await deps.runs.get(outcome.runId);
    return { kind: 'json', json: run, location: `/api/v1/runs/${outcome.runId}` };
  },
};

export const RUN_REQUEST_OPERATIONS: readonly Operation[] = [previewPlan, startRun];

interface WantedRun {
  readonly plan: JsonObject;
  readonly kind?: RunKind;
  readonly candidateId?: string;
  readonly providerId?: string;
}

async function requestOf(
  deps: WebDeps,
  wanted: WantedRun,
): Promise<Parameters<WebDeps['board']['start']>[0]> {
  const { plan, kind = 'run', candidateId, providerId = null } = wanted;
  const isStrange = providerId !== null && !deps.catalogue.providers.some(({ id }) => id === providerId);
  if (isStrange) throw notNamed('providerId');
  if (candidateId === undefined) return { plan, kind, providerId };
  const candidate = await deps.candidates.get(candidateId);
  if (candidate === null) throw notNamed('candidateId');
  return {
    plan: planForCandidate(plan, candidate),
    kind,
    candidateId,
    providerId: providerId ?? candidate.providerId,
  };
}

function notNamed(path: string): ApiProblem {
  return new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, [{ path, message: PROBLEM_TITLES.notFound }]);
}

function planProblem(review: Exclude<PlanReview, { readonly kind: 'accepted' }>): ApiProblem {
  if (review.kind === 'refused') {
    const problem = { path: 'plan.target', message: review.reason };
    return new ApiProblem(403, 'refusedForSafety', PROBLEM_TITLES.refusedForSafety, [problem]);
  }
  const problems = review.problems.map(({ path, message }) => ({
    path: path === '' ? 'plan' : `plan.${path}`,
    message,
  }));
  return new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, problems);
}
