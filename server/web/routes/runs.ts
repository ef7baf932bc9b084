// Runs: the history, one run live or finished, its events, its stop button, its document.

import { Router } from 'express';
import type { StoredRun } from '../../usecases/stores.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { lastSeenId, streamEvents } from '../sse.ts';
import type { ServerSentEvent } from '../sse.ts';
import { runListModel, runModel } from '../view-models/runs.ts';
import type { WebDeps } from '../web-deps.ts';

const RUNS_LISTED = 200;

export function runRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/runs', async (req, res) => {
    const runs = await deps.runs.list({ limit: RUNS_LISTED });
    const model = runListModel(runs, deps.catalogue, languageOf(req));
    await sendPage(req, res, { view: 'runs', title: model.t.title, section: 'benchmark', model });
  });
  routes.get('/runs/:id.json', async (req, res) => {
    const { result, id } = await runAt(deps, req.params.id);
    if (result === null) throw new RequestRefused(404, 'notFound');
    res.attachment(`mailfit-run-${id.slice(0, 8)}.json`).json(result);
  });
  routes.get('/runs/:id', async (req, res) => {
    const run = await runAt(deps, req.params.id);
    const events = run.status === 'running' ? await deps.runs.eventsAfter(run.id, 0) : [];
    const model = runModel({ run, events, catalogue: deps.catalogue }, languageOf(req));
    const scripts = model.isRunning ? ['run.js'] : [];
    await sendPage(req, res, { view: 'run', title: model.t.title, section: 'benchmark', scripts, model });
  });
  routes.get('/runs/:id/events', async (req, res) => {
    const run = await runAt(deps, req.params.id);
    await streamEvents(res, (signal) => viewerEvents(deps, run.id, { after: lastSeenId(req), signal }));
  });
  routes.post('/runs/:id/stop', async (req, res) => {
    const run = await runAt(deps, req.params.id);
    if (deps.board.stop(run.id)) await deps.board.ended(run.id);
    res.redirect(303, `/runs/${run.id}`);
  });
  return routes;
}

async function runAt(deps: WebDeps, id: string): Promise<StoredRun> {
  const run = await deps.runs.get(id);
  if (run === null) throw new RequestRefused(404, 'notFound');
  return run;
}

// The finished event carries the whole result; a viewer only needs to know that the page now shows it.
async function* viewerEvents(
  deps: WebDeps,
  runId: string,
  viewer: { readonly after: number; readonly signal: AbortSignal },
): AsyncGenerator<ServerSentEvent> {
  for await (const { id, event } of deps.board.follow(runId, viewer.after, viewer.signal)) {
    const name = String(event['kind']);
    if (name !== 'finished') yield { id, name, data: event };
  }
  if (!viewer.signal.aborted) yield { name: 'end', data: {} };
}
