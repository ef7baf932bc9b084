// The overview of benchmarks, the form that plans a test, and what it will send. Whether a target may be loaded is decided
// behind the load runner, never here.

import { Router } from 'express';
import type { Request } from 'express';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { RunRequest } from '../../usecases/run-board.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { forecastOrRefusal, plannedFrom, requestFromRun, troubleWith } from '../planned-requests.ts';
import type { Planned } from '../planned-requests.ts';
import { RequestRefused } from '../request-refused.ts';
import { limitRate } from '../security/limits.ts';
import { benchmarkModel } from '../view-models/benchmark.ts';
import { planFormModel } from '../view-models/plan/plan-form.ts';
import { planPreviewModel } from '../view-models/plan/plan-preview.ts';
import type { PlanProblems } from '../view-models/plan/plan-reader.ts';
import { typedFromRun } from '../view-models/plan/typed-from-run.ts';
import { PLAN_DEFAULTS, PLAN_FIELDS } from '../view-models/plan/typed-plan.ts';
import type { TypedPlan } from '../view-models/plan/typed-plan.ts';
import type { WebDeps } from '../web-deps.ts';
import { benchmarkRights } from './exchange.ts';
import type { Exchange } from './exchange.ts';

const RUNS_SHOWN = 8;
const EVALUATIONS_SHOWN = 50;

export function benchmarkRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/benchmark', async (req, res) => {
    // Addresses of the form as other pages and earlier versions give them.
    if (req.query['option'] !== undefined || req.query['again'] !== undefined) {
      res.redirect(303, `/benchmark/new?${new URLSearchParams(queryTexts(req)).toString()}`);
      return;
    }
    const model = { ...benchmarkModel(await overviewOf(deps), languageOf(req)), may: benchmarkRights(req) };
    await sendPage(req, res, { view: 'benchmark', title: model.t.title, section: 'benchmark', model });
  });
  routes.get('/benchmark/new', async (req, res) => {
    const asked = queryTexts(req);
    const candidateHref = await missingCandidate(deps, asked);
    if (candidateHref !== null) {
      res.redirect(303, candidateHref);
      return;
    }
    const typed = await typedAtFirst(deps, asked);
    await showForm({ deps, sendPage, req, res }, { typed, problems: {}, trouble: [] });
  });
  routes.post('/benchmark/edit', async (req, res) => {
    await showForm({ deps, sendPage, req, res }, { typed: typedFrom(req), problems: {}, trouble: [] });
  });
  routes.post('/benchmark/preview', async (req, res) => {
    const exchange = { deps, sendPage, req, res };
    const typed = typedFrom(req);
    await showPreview(exchange, await plannedFrom(deps, typed), typed);
  });
  routes.get('/runs/:id/again', async (req, res) => {
    const run = await deps.runs.get(req.params.id);
    if (run === null) throw new RequestRefused(404, 'notFound');
    const requests = [await requestFromRun(deps, run)];
    await showPreview({ deps, sendPage, req, res }, { kind: 'planned', requests }, run);
  });
  routes.post('/runs', limitRate(deps.limits.runStartsPerMinute), async (req, res) => {
    await startRuns({ deps, sendPage, req, res });
  });
  return routes;
}

async function overviewOf(deps: WebDeps): Promise<Parameters<typeof benchmarkModel>[0]> {
  const candidates = await deps.candidates.list();
  const last = await Promise.all(candidates.map(({ id }) => deps.runs.list({ candidateId: id, limit: 1 })));
  const recent = await deps.runs.list({ limit: RUNS_SHOWN });
  const ended = (run: StoredRun): boolean => !['running', 'queued', 'parked'].includes(run.status);
  return {
    catalogue: deps.catalogue,
    candidates,
    running: await deps.runs.list({ status: 'running', limit: RUNS_SHOWN }),
    waiting: await deps.board.waiting(),
    recent: recent.filter(ended),
    lastOf: new Map(last.flatMap(([run]) => (run === undefined ? [] : [[run.candidateId ?? '', run]]))),
  };
}

function queryTexts(req: Request): Record<string, string> {
  const entries = Object.entries(req.query).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries) as Record<string, string>;
}

function typedFrom(req: Request): TypedPlan {
  // A box that is not ticked is not sent, and neither is a field that the form of an earlier version did not have.
  const sent = PLAN_FIELDS.map((field) => [field, textField(req, field)] as const);
  const body = (req.body ?? {}) as Readonly<Record<string, unknown>>;
  const known = sent.filter(
    ([field]) => field in body || PLAN_DEFAULTS[field] === '' || field === 'pipelining',
  );
  return { ...PLAN_DEFAULTS, ...(Object.fromEntries(known) as Partial<TypedPlan>) };
}

type Asked = Readonly<Partial<Record<string, string>>>;

async function typedAtFirst(deps: WebDeps, asked: Asked): Promise<TypedPlan> {
  const { again, evaluation, kind } = asked;
  const earlier = again === undefined ? null : await deps.runs.get(again);
  if (earlier !== null) return typedFromRun(earlier);
  const { target, other } = await askedTargets(deps, asked);
  return {
    ...PLAN_DEFAULTS,
    ...(target === undefined ? {} : { target: target.id }),
    ...(other === undefined ? {} : { other: other.id }),
    ...(evaluation === undefined ? {} : { basis: 'company', evaluation }),
    ...(kind === undefined ? {} : { kind }),
  };
}

async function askedTargets(deps: WebDeps, { candidate, option, against }: Asked) {
  const candidates = await deps.candidates.list();
  const of = (optionId: string | undefined) =>
    optionId === undefined ? undefined : candidates.find(({ providerId }) => providerId === optionId);
  return { target: candidates.find(({ id }) => id === candidate) ?? of(option), other: of(against) };
}

/** Where to make the candidate that a comparison of two options lacks, with the way back; null when both are there. */
async function missingCandidate(deps: WebDeps, asked: Asked): Promise<string | null> {
  const { option, against } = asked;
  if (option === undefined || against === undefined) return null;
  const { target, other } = await askedTargets(deps, asked);
  const missing = target === undefined ? option : other === undefined ? against : null;
  if (missing === null) return null;
  const plan = `/benchmark/new?${new URLSearchParams(asked as Record<string, string>).toString()}`;
  return `/candidates/new?${new URLSearchParams({ option: missing, plan }).toString()}`;
}

interface FormState {
  readonly typed: TypedPlan;
  readonly problems: PlanProblems;
  readonly trouble: readonly LocalizedText[];
}

async function showForm({ deps, sendPage, req, res }: Exchange, state: FormState): Promise<void> {
  const candidates = await deps.candidates.list();
  const evaluations = await deps.evaluations.list(EVALUATIONS_SHOWN);
  const model = planFormModel({ ...state, candidates, evaluations }, languageOf(req));
  await sendPage(req, res, { view: 'plan', title: model.t.title, section: 'benchmark', model });
}

/** `source`: what was typed, or the run that is to be repeated. */
async function showPreview(
  exchange: Exchange,
  planned: Planned,
  source: TypedPlan | StoredRun,
): Promise<void> {
  const { deps, sendPage, req, res } = exchange;
  const typed = 'plan' in source ? typedFromRun(source) : source;
  const refuse = async (status: number, state: Omit<FormState, 'typed'>): Promise<void> => {
    res.status(status);
    await showForm(exchange, { typed, ...state });
  };
  if (planned.kind === 'wrong') return refuse(422, { problems: planned.problems, trouble: [] });
  const { requests } = planned;
  const trouble = await troubleWith(deps, requests);
  if (trouble !== null) return refuse(trouble.status, { problems: {}, trouble: trouble.texts });
  const data = await previewData(deps, requests);
  if (data === null) throw new RequestRefused(400, 'badRequest');
  const fields =
    'plan' in source
      ? [['again', source.id] as const]
      : PLAN_FIELDS.map((field) => [field, source[field]] as const);
  const changeHref = 'plan' in source ? `/benchmark/new?again=${source.id}` : null;
  const model = planPreviewModel({ ...data, fields, changeHref }, languageOf(req));
  await sendPage(req, res, { view: 'plan-preview', title: model.t.title, section: 'benchmark', model });
}

async function previewData(deps: WebDeps, requests: readonly RunRequest[]) {
  const [first] = requests;
  if (first === undefined) return null;
  const forecast = await forecastOrRefusal(deps, first.plan, first.kind ?? 'run');
  if (forecast.kind !== 'accepted') return null;
  const target = String(first.plan['target']);
  return {
    catalogue: deps.catalogue,
    candidates: await deps.candidates.list(),
    requests,
    preview: forecast.preview,
    control: await deps.loadRunner.control(target),
    isBusy: (await deps.runs.list({ status: 'running', target, limit: 1 })).length > 0,
  };
}

async function startRuns(exchange: Exchange): Promise<void> {
  const { deps, req, res } = exchange;
  const { typed, planned } = await wantedRuns(deps, req);
  if (planned.kind === 'wrong') {
    res.status(422);
    return showForm(exchange, { typed, problems: planned.problems, trouble: [] });
  }
  const trouble = await troubleWith(deps, planned.requests);
  if (trouble !== null) {
    res.status(trouble.status);
    return showForm(exchange, { typed, problems: {}, trouble: trouble.texts });
  }
  const runIds: string[] = [];
  for (const request of planned.requests) {
    const outcome = await deps.board.start(request);
    if ('runId' in outcome) runIds.push(outcome.runId);
  }
  const groupId = planned.requests[0]?.groupId ?? null;
  res.redirect(303, groupId === null ? `/runs/${runIds[0]}` : `/comparisons/${groupId}`);
}

/** The form once more, or an earlier run as it was. */
async function wantedRuns(
  deps: WebDeps,
  req: Request,
): Promise<{ readonly typed: TypedPlan; readonly planned: Planned }> {
  const again = textField(req, 'again');
  const earlier = again === '' ? null : await deps.runs.get(again);
  if (earlier === null) {
    const typed = typedFrom(req);
    return { typed, planned: await plannedFrom(deps, typed) };
  }
  const requests = [await requestFromRun(deps, earlier)];
  return { typed: typedFromRun(earlier), planned: { kind: 'planned', requests } };
}
