// Runs: listed, read, watched, stopped, handed on and compared.

import { compareRuns, formatRun, RUN_FORMATS } from '../../../../benchmarks/index.ts';
import type { RunFormat, RunResult } from '../../../../benchmarks/index.ts';
import type { Lang } from '../../../core/text/localized.ts';
import type { StoredRun } from '../../../usecases/stores.ts';
import { streamRun } from '../../run-stream.ts';
import { lastSeenId } from '../../sse.ts';
import type { WebDeps } from '../../web-deps.ts';
import { found, notFound } from '../named.ts';
import { component, json, listOf, objectOf } from '../operation.ts';
import type { ApiCall, Operation } from '../operation.ts';

const LISTED_MAX = 200;

const listRuns: Operation = {
  id: 'listRuns',
  method: 'get',
  path: '/runs',
  tag: 'benchmarks',
  access: 'run.read',
  summary: { en: 'Runs, the latest first', ja: '負荷試験の一覧（新しい順）' },
  query: {
    candidateId: { type: 'string' },
    providerId: { type: 'string' },
    limit: { type: 'integer', minimum: 1, maximum: LISTED_MAX, default: 50 },
  },
  answered: {
    status: 200,
    meaning: { en: 'The runs without their plans and results', ja: '試験の一覧（計画と結果を除く）' },
    content: objectOf({ runs: listOf(component('RunSummary')) }),
  },
  async handle({ deps, query }) {
    const { candidateId, providerId, limit } = query as {
      candidateId?: string;
      providerId?: string;
      limit: number;
    };
    const runs = await deps.runs.list({
      limit,
      ...(candidateId === undefined ? {} : { candidateId }),
      ...(providerId === undefined ? {} : { providerId }),
    });
    return json({ runs: runs.map(summaryOf) });
  },
};

const getRun: Operation = {
  id: 'getRun',
  method: 'get',
  path: '/runs/{id}',
  tag: 'benchmarks',
  access: 'run.read',
  summary: { en: 'One run with its plan and, once it has ended, its result', ja: '一つの試験の計画と結果' },
  answered: { status: 200, meaning: { en: 'The run', ja: '試験' }, content: component('Run') },
  handle: async (call) => json(await runNamed(call)),
};

const getRunFile: Operation = {
  id: 'getRunFile',
  method: 'get',
  path: '/runs/{id}/result',
  tag: 'benchmarks',
  access: 'run.read',
  summary: { en: 'The result as a file in one of the formats', ja: '試験結果をファイルで取得する' },
  query: { format: { enum: RUN_FORMATS, default: 'json' }, lang: { enum: ['en', 'ja'], default: 'ja' } },
  answered: { status: 200, meaning: { en: 'The file', ja: 'ファイル' }, content: 'file' },
  async handle(call) {
    const result = await resultOf(call.deps, call.path['id']);
    const format = call.query['format'] as RunFormat;
    return {
      kind: 'file',
      bytes: formatRun(result, format, call.query['lang'] as Lang),
      ...FILE_FORMS[format],
    };
  },
};

const FILE_FORMS: Readonly<Record<RunFormat, { readonly mediaType: string; readonly fileName: string }>> = {
  json: { mediaType: 'application/json', fileName: 'mailfit-run.json' },
  csv: { mediaType: 'text/csv; charset=utf-8', fileName: 'mailfit-run.csv' },
  html: { mediaType: 'text/html; charset=utf-8', fileName: 'mailfit-run.html' },
  junit: { mediaType: 'application/xml', fileName: 'mailfit-run.xml' },
  prometheus: { mediaType: 'text/plain; version=0.0.4', fileName: 'mailfit-run.prom' },
};

const watchRun: Operation = {
  id: 'watchRun',
  method: 'get',
  path: '/runs/{id}/events',
  tag: 'benchmarks',
  access: 'run.read',
  summary: {
    en: 'What happens in a run, live, as server-sent events; Last-Event-ID resumes',
    ja: '試験の経過をサーバー送信イベントで受け取る（Last-Event-ID で再開）',
  },
  answered: {
    status: 200,
    meaning: { en: 'Events until the run ends', ja: '終了までのイベント' },
    content: 'stream',
  },
  async handle(call) {
    const { id } = await runNamed(call);
    await streamRun(call.res, call.deps.board, { runId: id, lastSeenId: lastSeenId(call.req) });
    return { kind: 'written' };
  },
};

const stopRun: Operation = {
  id: 'stopRun',
  method: 'post',
  path: '/runs/{id}/stop',
  tag: 'benchmarks',
  access: ['run.stop', 'run.stopped'],
  summary: {
    en: 'Stop a run within a second, or take it out of the queue',
    ja: '試験を1秒以内に止める、または待機を取り消す',
  },
  answered: {
    status: 200,
    meaning: { en: 'The run as it ended', ja: '停止後の試験' },
    content: component('Run'),
  },
  async handle(call) {
    const { id } = await runNamed(call);
    if (call.deps.board.stop(id)) await call.deps.board.ended(id);
    else await call.deps.board.cancel(id);
    return json(await runNamed(call));
  },
};

const compareSets: Operation = {
  id: 'compareRuns',
  method: 'post',
  path: '/comparisons',
  tag: 'benchmarks',
  access: 'run.read',
  summary: {
    en: 'Two sets of runs as ratios with confidence intervals; "no significant difference" is an answer',
    ja: '二組の試験を、信頼区間つきの比で比べる（「有意な差なし」も答えの一つ）',
  },
  body: objectOf({
    first: { type: 'array', minItems: 1, maxItems: 50, items: { type: 'string' } },
    second: { type: 'array', minItems: 1, maxItems: 50, items: { type: 'string' } },
  }),
  answered: {
    status: 200,
    meaning: { en: 'mailfit.comparison/1', ja: 'mailfit.comparison/1' },
    content: {
      type: 'object',
      required: ['schema', 'figures', 'leftOut', 'differingSettings'],
      properties: { schema: { const: 'mailfit.comparison/1' }, figures: listOf({ type: 'object' }) },
    },
  },
  async handle({ deps, body }) {
    const { first, second } = body as { first: readonly string[]; second: readonly string[] };
    const [one, other] = await Promise.all(
      [first, second].map((ids) => Promise.all(ids.map((id) => resultOf(deps, id)))),
    );
    return json(compareRuns(one ?? [], other ?? []));
  },
};

export const RUN_OPERATIONS: readonly Operation[] = [
  listRuns,
  getRun,
  getRunFile,
  watchRun,
  stopRun,
  compareSets,
];

async function runNamed({ deps, path }: ApiCall): Promise<StoredRun> {
  return found(await deps.runs.get(path['id'] ?? ''));
}

/** The result of a finished run that sent mail or held connections. */
async function resultOf(deps: WebDeps, id: string | undefined): Promise<RunResult> {
  const run = await deps.runs.get(id ?? '');
  if (run?.result?.['schema'] !== 'mailfit.run/1') {
    throw notFound();
  }
  return run.result as unknown as RunResult;
}

function summaryOf({
  id,
  target,
  providerId,
  candidateId,
  kind,
  status,
  startedAt,
  finishedAt,
  failure,
}: StoredRun) {
  return { id, target, providerId, candidateId, kind, status, startedAt, finishedAt, failure };
}
