// Candidates: made, changed, deleted, looked at, and asked who controls them. A password comes in with a form and is
// never part of an answer.

import { Router } from 'express';
import type { Request } from 'express';
import { MailfitError } from '../../errors.ts';
import type { Candidate } from '../../usecases/candidate-store.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import {
  CANDIDATE_DEFAULTS,
  CANDIDATE_FIELDS,
  candidateFormModel,
  isOnThisMachine,
  readCandidate,
  typedFromCandidate,
  waitingPlan,
} from '../view-models/candidate-form.ts';
import type { CandidateFormData, TypedCandidate } from '../view-models/candidate-form.ts';
import { candidateModel, controlModel } from '../view-models/candidate.ts';
import type { WebDeps } from '../web-deps.ts';
import { benchmarkRights } from './exchange.ts';
import type { Exchange } from './exchange.ts';

const HISTORY_SHOWN = 60;
const PASSWORD_LENGTH_MAX = 500;

export function candidateRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/candidates/new', async (req, res) => {
    const asked = (field: string): string => {
      const value = req.query[field];
      return typeof value === 'string' ? value : '';
    };
    const typed = { ...CANDIDATE_DEFAULTS, option: asked('option'), plan: asked('plan') };
    await showForm({ deps, sendPage, req, res }, { candidate: null, typed, problems: {}, trouble: [] });
  });
  routes.post('/candidates', async (req, res) => {
    await save({ deps, sendPage, req, res }, null);
  });
  routes.get('/candidates/:id', async (req, res) => {
    await showCandidate({ deps, sendPage, req, res }, await candidateAt(deps, req.params.id));
  });
  routes.post('/candidates/:id', async (req, res) => {
    await save({ deps, sendPage, req, res }, await candidateAt(deps, req.params.id));
  });
  routes.get('/candidates/:id/edit', async (req, res) => {
    const candidate = await candidateAt(deps, req.params.id);
    const typed = typedFromCandidate(candidate);
    await showForm({ deps, sendPage, req, res }, { candidate, typed, problems: {}, trouble: [] });
  });
  routes.post('/candidates/:id/delete', async (req, res) => {
    await deps.candidates.remove((await candidateAt(deps, req.params.id)).id);
    res.redirect(303, '/benchmark');
  });
  routes.get('/candidates/:id/control', async (req, res) => {
    const candidate = await candidateAt(deps, req.params.id);
    const control = await deps.loadRunner.control(candidate.endpoint);
    const model = controlModel(candidate, control, languageOf(req));
    await sendPage(req, res, { view: 'control', title: model.t.title, section: 'benchmark', model });
  });
  return routes;
}

async function candidateAt(deps: WebDeps, id: string): Promise<Candidate> {
  const candidate = await deps.candidates.get(id);
  if (candidate === null) throw new RequestRefused(404, 'notFound');
  return candidate;
}

async function showCandidate({ deps, sendPage, req, res }: Exchange, candidate: Candidate): Promise<void> {
  const data = {
    candidate,
    candidates: [candidate],
    catalogue: deps.catalogue,
    runs: await deps.runs.list({ candidateId: candidate.id, limit: HISTORY_SHOWN }),
    // Another machine is contacted only when somebody asks for the check.
    control: isOnThisMachine(candidate.endpoint) ? await deps.loadRunner.control(candidate.endpoint) : null,
  };
  const model = { ...candidateModel(data, languageOf(req)), may: benchmarkRights(req) };
  await sendPage(req, res, { view: 'candidate', title: candidate.name, section: 'benchmark', model });
}

type FormState = Omit<CandidateFormData, 'catalogue'>;

async function showForm({ deps, sendPage, req, res }: Exchange, state: FormState): Promise<void> {
  const model = candidateFormModel({ ...state, catalogue: deps.catalogue }, languageOf(req));
  await sendPage(req, res, { view: 'candidate-form', title: model.title, section: 'benchmark', model });
}

async function save(exchange: Exchange, candidate: Candidate | null): Promise<void> {
  const { deps, req, res } = exchange;
  const typed = typedFrom(req);
  const reading = readCandidate(typed, {
    optionIds: deps.catalogue.providers.map(({ id }) => id),
    password: passwordFrom(req),
    hasSecret: candidate?.hasSecret ?? false,
  });
  if (reading.kind === 'wrong') {
    res.status(422);
    await showForm(exchange, { candidate, typed, problems: reading.problems, trouble: [] });
    return;
  }
  try {
    const saved =
      candidate === null
        ? await deps.candidates.create(reading.fields, reading.secret)
        : await deps.candidates.update(candidate.id, reading.fields, reading.secret);
    res.redirect(303, saved === null ? '/benchmark' : (waitingPlan(typed) ?? `/candidates/${saved.id}`));
  } catch (error) {
    if (!(error instanceof MailfitError)) throw error;
    res.status(500);
    await showForm(exchange, { candidate, typed, problems: {}, trouble: error.details });
  }
}

function typedFrom(req: Request): TypedCandidate {
  return Object.fromEntries(
    CANDIDATE_FIELDS.map((field) => [field, textField(req, field)]),
  ) as unknown as TypedCandidate;
}

// As it was typed: blanks may belong to a password.
function passwordFrom(req: Request): string {
  const value = (req.body as Readonly<Record<string, unknown>> | undefined)?.['password'];
  return typeof value === 'string' ? value.slice(0, PASSWORD_LENGTH_MAX) : '';
}
