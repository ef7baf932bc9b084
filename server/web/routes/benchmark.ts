// The page that starts a run. Whether a target may be loaded is decided behind the run board, never here.

import { Router } from 'express';
import type { Request, Response } from 'express';
import type { Lang } from '../../core/text/localized.ts';
import { MailfitError } from '../../errors.ts';
import type { RunRequest, StartOutcome } from '../../usecases/run-board.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { limitRate } from '../security/limits.ts';
import { BENCHMARK_TEXTS } from '../texts/run-texts.ts';
import { readRunForm, RUN_DEFAULTS, RUN_FIELDS, typedFromRun } from '../view-models/benchmark-form.ts';
import type { TypedRun } from '../view-models/benchmark-form.ts';
import { benchmarkModel } from '../view-models/runs.ts';
import type { BenchmarkData, StartTrouble } from '../view-models/runs.ts';
import type { WebDeps } from '../web-deps.ts';

const RUNS_SHOWN = 5;

export function benchmarkRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/benchmark', async (req, res) => {
    const typed = await typedAtFirst(deps, req);
    await showForm({ deps, sendPage, req, res }, { typed, problems: {}, trouble: null });
  });
  routes.post('/runs', limitRate(deps.limits.runStartsPerMinute), async (req, res) => {
    await startRun({ deps, sendPage, req, res });
  });
  return routes;
}

interface Exchange {
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

async function typedAtFirst(deps: WebDeps, req: Request): Promise<TypedRun> {
  const { again, option } = req.query;
  const earlier = typeof again === 'string' ? await deps.runs.get(again) : null;
  if (earlier !== null) return typedFromRun(earlier);
  const provider = deps.catalogue.providers.find(({ id }) => id === option);
  return provider === undefined ? RUN_DEFAULTS : { ...RUN_DEFAULTS, targetKind: 'own', option: provider.id };
}

async function showForm(
  { deps, sendPage, req, res }: Exchange,
  state: Pick<BenchmarkData, 'typed' | 'problems' | 'trouble'>,
): Promise<void> {
  const runs = await deps.runs.list({ limit: RUNS_SHOWN });
  const model = benchmarkModel({ catalogue: deps.catalogue, runs, ...state }, languageOf(req));
  await sendPage(req, res, { view: 'benchmark', title: model.t.title, section: 'benchmark', model });
}

async function startRun(exchange: Exchange): Promise<void> {
  const { deps, req, res } = exchange;
  const entries = RUN_FIELDS.map((field) => [field, textField(req, field)]);
  const typed = Object.fromEntries(entries) as unknown as TypedRun;
  const reading = readRunForm(
    typed,
    deps.catalogue.providers.map((provider) => provider.id),
  );
  if (reading.kind === 'wrong') {
    res.status(422);
    await showForm(exchange, { typed, problems: reading.problems, trouble: null });
    return;
  }
  const outcome = await startOrExplain(deps, reading);
  if (outcome.kind === 'started' || outcome.kind === 'queued') {
    res.redirect(303, `/runs/${outcome.runId}`);
    return;
  }
  res.status({ refused: 403, invalid: 422 }[outcome.kind]);
  await showForm(exchange, { typed, problems: {}, trouble: troubleOf(outcome, languageOf(req)) });
}

type Trouble = Exclude<StartOutcome, { readonly kind: 'started' | 'queued' }>;

// An expected failure, such as a name that cannot be resolved, is for the form to show and not a fault of ours.
async function startOrExplain(
  deps: WebDeps,
  reading: Pick<RunRequest, 'plan' | 'providerId'>,
): Promise<StartOutcome> {
  try {
    return await deps.board.start({ plan: reading.plan, providerId: reading.providerId });
  } catch (error) {
    if (!(error instanceof MailfitError)) throw error;
    const lines = error.details.join(' ');
    return { kind: 'refused', reason: { en: lines, ja: lines } };
  }
}

function troubleOf(outcome: Trouble, lang: Lang): StartTrouble {
  switch (outcome.kind) {
    case 'refused':
      return {
        title: BENCHMARK_TEXTS.refusedTitle[lang],
        lines: [BENCHMARK_TEXTS.refusedHint[lang], outcome.reason[lang]],
        runId: null,
      };
    case 'invalid':
      return {
        title: BENCHMARK_TEXTS.invalidTitle[lang],
        lines: outcome.problems.map((problem) => problem.message[lang]),
        runId: null,
      };
  }
}
