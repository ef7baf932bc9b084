// Runs beside each other: those that were asked for together, or those that a person selected.

import { Router } from 'express';
import type { Request } from 'express';
import type { StoredRun } from '../../usecases/stores.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { comparisonModel } from '../view-models/run-comparison.ts';
import type { WebDeps } from '../web-deps.ts';
import type { Exchange } from './exchange.ts';

const RUNS_COMPARED = 60;

export function comparisonRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/comparisons', async (req, res) => {
    const found = await Promise.all(selectedIds(req).map((id) => deps.runs.get(id)));
    await show(
      { deps, sendPage, req, res },
      found.filter((run) => run !== null),
    );
  });
  routes.get('/comparisons/:group', async (req, res) => {
    const runs = await deps.runs.list({ groupId: req.params.group, limit: RUNS_COMPARED });
    if (runs.length === 0) throw new RequestRefused(404, 'notFound');
    await show({ deps, sendPage, req, res }, runs);
  });
  return routes;
}

function selectedIds(req: Request): readonly string[] {
  const { run } = req.query;
  const ids: readonly unknown[] = Array.isArray(run) ? run : [run];
  return ids.filter((id) => typeof id === 'string').slice(0, RUNS_COMPARED);
}

async function show({ deps, sendPage, req, res }: Exchange, runs: readonly StoredRun[]): Promise<void> {
  const oldestFirst = runs.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const data = {
    runs: oldestFirst,
    catalogue: deps.catalogue,
    candidates: await deps.candidates.list(),
  };
  const model = comparisonModel(data, languageOf(req));
  await sendPage(req, res, { view: 'run-comparison', title: model.t.title, section: 'benchmark', model });
}
