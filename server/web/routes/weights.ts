// The weights of an evaluation: the people who are asked, and what they say together once all have given theirs.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { evidenceRuns } from '../../usecases/recommend.ts';
import { statedWeights } from '../../usecases/opinions.ts';
import type { Opinion } from '../../usecases/opinions.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { WeightsPreview } from '../../usecases/weights-preview.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { WEIGHTS_TEXTS } from '../texts/weights-texts.ts';
import { groupModel } from '../view-models/weights-group.ts';
import type { GroupData } from '../view-models/weights-group.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt, originOf } from './evaluations.ts';

const NAME_LENGTH_MAX = 60;

/** A frozen evaluation is computed with the weights it was frozen with; they cannot be changed behind it. */
export async function refuseFrozen(deps: WebDeps, evaluationId: string): Promise<void> {
  const state = await deps.versions.state(evaluationId);
  if (state.kind === 'frozen') throw new RequestRefused(409, 'frozen');
}

export function weightRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/evaluations/:id/weights', async (req, res) => {
    await showGroup({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id));
  });
  routes.post('/evaluations/:id/weights/people', async (req, res) => {
    await invite({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id));
  });
  routes.post('/evaluations/:id/weights/people/remove', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const name = textField(req, 'name', NAME_LENGTH_MAX);
    await refuseFrozen(deps, evaluation.id);
    const person = (await deps.opinions.listFor(evaluation.id)).find((one) => one.name === name);
    if (person !== undefined) await deps.opinions.remove(person.id);
    res.redirect(303, `/evaluations/${evaluation.id}/weights`);
  });
  return routes;
}

interface Exchange {
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

async function showGroup(
  { deps, sendPage, req, res }: Exchange,
  evaluation: Evaluation,
  extra: Partial<Pick<GroupData, 'invited' | 'problem' | 'typedName'>> = {},
): Promise<void> {
  const lang = languageOf(req);
  const opinions = await deps.opinions.listFor(evaluation.id);
  const opened = await openedWeights(deps, evaluation, opinions);
  const shown = { invited: null, problem: null, typedName: '', ...extra };
  const model = groupModel({ evaluation, opinions, catalogue: deps.catalogue, opened, ...shown }, lang);
  const scripts = ['weights-link.js'];
  await sendPage(req, res, { view: 'weights', title: model.t.title, section: 'home', scripts, model });
}

async function openedWeights(
  deps: WebDeps,
  evaluation: Evaluation,
  opinions: readonly Opinion[],
): Promise<WeightsPreview | null> {
  const stated = await statedWeights({ ...deps, opinions: { listFor: async () => opinions } }, evaluation.id);
  if (Object.keys(stated).length === 0) return null;
  const runs = await evidenceRuns(deps.runs);
  const outcome = await deps.previews.weights({ answers: evaluation.answers, stated, runs });
  return outcome.ok ? outcome.value : null;
}

async function invite(exchange: Exchange, evaluation: Evaluation): Promise<void> {
  const { deps, req, res } = exchange;
  await refuseFrozen(deps, evaluation.id);
  const name = textField(req, 'name', NAME_LENGTH_MAX);
  const outcome =
    name === '' ? ({ kind: 'nameMissing' } as const) : await deps.opinions.invite(evaluation.id, name);
  if (outcome.kind === 'notFound') throw new RequestRefused(404, 'notFound');
  if (outcome.kind !== 'invited') {
    res.status(422);
    await showGroup(exchange, evaluation, { problem: WEIGHTS_TEXTS[outcome.kind], typedName: name });
    return;
  }
  const path = `/weights/${outcome.opinion.id}`;
  if (textField(req, 'own') !== '') {
    res.redirect(303, `${path}?e=${evaluation.id}`);
    return;
  }
  await showGroup(exchange, evaluation, { invited: { name, link: originOf(req) + path } });
}
