// One person's weights. The address is the permission: it shows nobody else's weights and changes nobody else's.

import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalizedText } from '../../core/text/localized.ts';
import { statedBy } from '../../usecases/opinions.ts';
import type { ElicitationMethod, Opinion } from '../../usecases/opinions.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { WeightsPreview } from '../../usecases/weights-preview.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { METHOD_CHOICES, WEIGHT_PROBLEMS, WEIGHTS_TEXTS } from '../texts/weights-texts.ts';
import { readDraft } from '../view-models/weights-form.ts';
import type { DraftReading } from '../view-models/weights-form.ts';
import { personModel } from '../view-models/weights-person.ts';
import { playbackModel } from '../view-models/weights-playback.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';
import { refuseFrozen } from './weights.ts';

const NAME_LENGTH_MAX = 60;
const SCRIPTS = ['save-queue.js', 'weights.js', 'ranking.js', 'weights-link.js'];

interface Exchange {
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request<{ person: string }>;
  readonly res: Response;
}

export function weightPersonRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/weights/:person', async (req, res) => {
    await showPerson({ deps, sendPage, req, res }, await opinionAt(deps, req));
  });
  routes.get('/weights/:person/playback', async (req, res) => {
    const opinion = await opinionAt(deps, req);
    const { preview } = await played(deps, opinion, methodIn(req, opinion));
    const model = { playback: playbackModel({ opinion, model: deps.model, preview }, languageOf(req)) };
    await sendPage(req, res, { view: 'weights-playback', title: '', model });
  });
  routes.post('/weights/:person/draft', async (req, res) => {
    const { problems } = await keepDraft(deps, req, await opinionAt(deps, req));
    const lang = languageOf(req);
    const shown = Object.entries(problems).map(([field, problem]) => ({ field, problem: problem[lang] }));
    res.json({ kind: 'saved', problems: shown });
  });
  routes.post('/weights/:person', async (req, res) => {
    const { problems, opinion } = await keepDraft(deps, req, await opinionAt(deps, req));
    if (Object.keys(problems).length > 0) res.status(422);
    await showPerson({ deps, sendPage, req, res }, opinion, problems);
  });
  routes.post('/weights/:person/give', (req, res) => give({ deps, sendPage, req, res }));
  routes.post('/weights/:person/take-back', async (req, res) => {
    const opinion = await opinionAt(deps, req);
    await refuseFrozen(deps, opinion.evaluationId);
    await deps.opinions.setGiven(opinion.id, false);
    res.redirect(303, ownHref(req, opinion));
  });
  routes.post('/weights/:person/name', (req, res) => rename({ deps, sendPage, req, res }));
  return routes;
}

async function rename(exchange: Exchange): Promise<void> {
  const { deps, req, res } = exchange;
  const opinion = await opinionAt(deps, req);
  const name = textField(req, 'name', NAME_LENGTH_MAX);
  const isRenamed = name === opinion.name || (name !== '' && (await deps.opinions.rename(opinion.id, name)));
  if (isRenamed) {
    res.redirect(303, ownHref(req, opinion));
    return;
  }
  res.status(422);
  const problem = name === '' ? WEIGHTS_TEXTS.nameMissing : WEIGHTS_TEXTS.nameTaken;
  await showPerson(exchange, opinion, { name: problem });
}

async function opinionAt(deps: WebDeps, req: Request<{ person: string }>): Promise<Opinion> {
  const opinion = await deps.opinions.get(req.params.person);
  if (opinion === null) throw new RequestRefused(404, 'notFound');
  return opinion;
}

function methodIn(req: Request<{ person: string }>, opinion: Opinion): ElicitationMethod {
  return METHOD_CHOICES.find(({ id }) => id === req.query['method'])?.id ?? opinion.method;
}

/** Whoever came from the evaluation goes back to it; a person who was only asked does not learn its address. */
function cameFromEvaluation(req: Request<{ person: string }>, opinion: Opinion): boolean {
  return req.query['e'] === opinion.evaluationId;
}

function ownHref(req: Request<{ person: string }>, opinion: Opinion): string {
  const from = cameFromEvaluation(req, opinion) ? `&e=${opinion.evaluationId}` : '';
  return `/weights/${opinion.id}?method=${methodIn(req, opinion)}${from}`;
}

interface Kept extends DraftReading {
  readonly opinion: Opinion;
}

async function keepDraft(deps: WebDeps, req: Request<{ person: string }>, before: Opinion): Promise<Kept> {
  await refuseFrozen(deps, before.evaluationId);
  const method = methodIn(req, before);
  const shape = {
    criteria: deps.model.criteria.map(({ id }) => id),
    groups: deps.model.groups.map(({ id }) => id),
  };
  const reading = readDraft(method, shape, (field) => textField(req, field));
  const opinion = await deps.opinions.saveDraft(before.id, method, reading.draft);
  if (opinion === null) throw new RequestRefused(404, 'notFound');
  return { ...reading, opinion };
}

async function give(exchange: Exchange): Promise<void> {
  const { deps, req, res } = exchange;
  const kept = await keepDraft(deps, req, await opinionAt(deps, req));
  const problems = kept.isEmpty ? { ...kept.problems, '': WEIGHT_PROBLEMS.empty } : kept.problems;
  if (Object.keys(problems).length > 0) {
    res.status(422);
    await showPerson(exchange, kept.opinion, problems);
    return;
  }
  await deps.opinions.setGiven(kept.opinion.id, true);
  const isOwn = cameFromEvaluation(req, kept.opinion);
  res.redirect(303, isOwn ? `/evaluations/${kept.opinion.evaluationId}/weights` : ownHref(req, kept.opinion));
}

async function showPerson(
  { deps, sendPage, req, res }: Exchange,
  opinion: Opinion,
  problems: Readonly<Record<string, LocalizedText>> = {},
): Promise<void> {
  const lang = languageOf(req);
  const method = methodIn(req, opinion);
  const { evaluation, criteria, preview } = await played(deps, opinion, method);
  const model = personModel(
    {
      opinion,
      evaluationTitle: evaluation.title,
      evaluationHref: cameFromEvaluation(req, opinion) ? `/evaluations/${evaluation.id}/weights` : null,
      method,
      criteria,
      model: deps.model,
      playback: playbackModel({ opinion: { ...opinion, method }, model: deps.model, preview }, lang),
      typed: null,
      problems,
    },
    lang,
  );
  const title = model.t.personTitle;
  await sendPage(req, res, { view: 'weights-person', title, section: 'home', scripts: SCRIPTS, model });
}

interface Played {
  readonly evaluation: Evaluation;
  readonly criteria: WeightsPreview['criteria'];
  /** Null while nothing usable has been stated. */
  readonly preview: WeightsPreview | null;
}

async function played(deps: WebDeps, opinion: Opinion, method: ElicitationMethod): Promise<Played> {
  const evaluation = await evaluationAt(deps, opinion.evaluationId);
  const ask = { answers: evaluation.answers, runs: [] };
  const weights = statedBy({ ...opinion, method });
  const own = await deps.previews.weights({ ...ask, stated: { weights } });
  if (own.ok && !hasNothing(weights)) return { evaluation, criteria: own.value.criteria, preview: own.value };
  const plain = own.ok ? own : await deps.previews.weights({ ...ask, stated: {} });
  return { evaluation, criteria: plain.ok ? plain.value.criteria : [], preview: null };
}

/** Comparisons may be empty and still be well-formed; then there is nothing to play back. */
function hasNothing(weights: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(weights).every(([key, value]) => {
    if (key === 'method') return true;
    return Array.isArray(value) ? value.length === 0 : Object.keys(value ?? {}).length === 0;
  });
}
