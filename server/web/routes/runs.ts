// Runs: the history, one run waiting, live or finished, its events, its buttons, its documents.

import { Router } from 'express';
import { RUN_FORMATS, formatRun } from '../../../benchmarks/index.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { positionOf } from '../../usecases/run-queue.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { streamRun } from '../run-stream.ts';
import { lastSeenId } from '../sse.ts';
import { runListModel } from '../view-models/benchmark.ts';
import { FORMAT_ENDINGS, runModel } from '../view-models/run-page.ts';
import { resultOf } from '../view-models/run-words.ts';
import type { WebDeps } from '../web-deps.ts';
import { benchmarkRights } from './exchange.ts';
import type { Exchange } from './exchange.ts';

const RUNS_LISTED = 100;

const MEDIA_TYPES: Readonly<Record<(typeof RUN_FORMATS)[number], string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  junit: 'application/xml',
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
};

export function runRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/runs', async (req, res) => {
    const runs = await deps.runs.list({ limit: RUNS_LISTED });
    const names = { catalogue: deps.catalogue, candidates: await deps.candidates.list() };
    const model = runListModel(runs, names, languageOf(req));
    await sendPage(req, res, { view: 'runs', title: model.t.title, section: 'benchmark', model });
  });
  routes.get('/runs/:id/plan.json', async (req, res) => {
    const { plan, id } = await runAt(deps, req.params.id);
    res.attachment(`mailfit-plan-${id.slice(0, 8)}.json`).type('json');
    res.send(`${JSON.stringify(plan, null, 2)}\n`);
  });
  for (const format of RUN_FORMATS) {
    routes.get(`/runs/:id.${FORMAT_ENDINGS[format]}`, async (req, res) => {
      await sendDocument({ deps, sendPage, req, res }, req.params.id, format);
    });
  }
  routes.get('/runs/:id', async (req, res) => {
    await showRun({ deps, sendPage, req, res }, await runAt(deps, req.params.id));
  });
  routes.get('/runs/:id/events', async (req, res) => {
    const run = await runAt(deps, req.params.id);
    await streamRun(res, deps.board, { runId: run.id, lastSeenId: lastSeenId(req) });
  });
  for (const [verb, act] of Object.entries(ACTIONS)) {
    routes.post(`/runs/:id/${verb}`, async (req, res) => {
      const run = await runAt(deps, req.params.id);
      await act(deps, run.id);
      res.redirect(303, `/runs/${run.id}`);
    });
  }
  return routes;
}

// Pressed a second time, or too late, each of them changes nothing; the page then shows what is.
const ACTIONS: Readonly<Record<string, (deps: WebDeps, runId: string) => Promise<unknown>>> = {
  stop: async ({ board }, runId) => {
    if (board.stop(runId)) await board.ended(runId);
  },
  cancel: ({ board }, runId) => board.cancel(runId),
  resume: ({ board }, runId) => board.resume(runId),
};

async function runAt(deps: WebDeps, id: string): Promise<StoredRun> {
  const run = await deps.runs.get(id);
  if (run === null) throw new RequestRefused(404, 'notFound');
  return run;
}

async function showRun({ deps, sendPage, req, res }: Exchange, run: StoredRun): Promise<void> {
  const data = {
    run,
    catalogue: deps.catalogue,
    candidates: await deps.candidates.list(),
    events: run.status === 'running' ? await deps.runs.eventsAfter(run.id, 0) : [],
    position: run.status === 'queued' ? positionOf(await deps.board.waiting(), run.id) : null,
  };
  const model = { ...runModel(data, languageOf(req)), may: benchmarkRights(req) };
  const isFollowed = run.status === 'running' || run.status === 'queued';
  await sendPage(req, res, {
    view: 'run',
    title: `${model.t.title} ${model.server}`,
    section: 'benchmark',
    scripts: isFollowed ? ['run.js'] : [],
    model,
  });
}

async function sendDocument(
  { deps, req, res }: Exchange,
  id: string,
  format: (typeof RUN_FORMATS)[number],
): Promise<void> {
  const run = await runAt(deps, id);
  const result = resultOf(run);
  const name = `mailfit-run-${run.id.slice(0, 8)}.${FORMAT_ENDINGS[format]}`;
  if (result === null && (run.result === null || format !== 'json'))
    throw new RequestRefused(404, 'notFound');
  res.attachment(name).type(MEDIA_TYPES[format]);
  res.send(
    result === null ? `${JSON.stringify(run.result, null, 2)}\n` : formatRun(result, format, languageOf(req)),
  );
}
