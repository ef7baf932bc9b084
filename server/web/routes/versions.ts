// The record of an evaluation: frozen versions, freezing, opening again, and what differs between two.

import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalizedText } from '../../core/text/localized.ts';
import { compareStates, freezeEvaluation, historyOf } from '../../usecases/evaluation-versions.ts';
import type { Signature } from '../../usecases/evaluation-versions.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { MailfitError } from '../../errors.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { principalOf } from '../security/who.ts';
import { VERSION_TEXTS } from '../texts/record-texts.ts';
import { knownName } from '../view-models/record.ts';
import { versionComparisonModel, versionsModel } from '../view-models/versions.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';

const NAME_LENGTH_MAX = 120;
const REASON_LENGTH_MAX = 500;

export function versionRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/evaluations/:id/versions', async (req, res) => {
    await showVersions({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id), null);
  });
  routes.get('/evaluations/:id/versions/compare', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const from = numberIn(req.query['from']);
    if (from === null) throw new RequestRefused(404, 'notFound');
    const to = numberIn(req.query['to']);
    const comparison = await foundOr404(() => compareStates(deps, evaluation, { from, to }));
    const model = versionComparisonModel({ evaluation, comparison, from, to }, languageOf(req));
    await sendPage(req, res, {
      view: 'version-comparison',
      title: model.t.compareTitle,
      section: 'home',
      model,
    });
  });
  routes.post('/evaluations/:id/freeze', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    await signed({ deps, sendPage, req, res }, evaluation, async (signature) => {
      const outcome = await freezeEvaluation(deps, evaluation.id, signature);
      return outcome.kind === 'kept';
    });
  });
  routes.post('/evaluations/:id/reopen', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    await signed({ deps, sendPage, req, res }, evaluation, async ({ by, reason }) =>
      deps.versions.reopen(evaluation.id, by, reason),
    );
  });
  return routes;
}

interface Exchange {
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

/** Name and reason of who acts; empty where something is missing. */
export function signatureOf(req: Request): Signature {
  const by = knownName(principalOf(req)) ?? textField(req, 'by', NAME_LENGTH_MAX);
  return { by, reason: textField(req, 'reason', REASON_LENGTH_MAX) };
}

async function signed(
  exchange: Exchange,
  evaluation: Evaluation,
  act: (signature: Signature) => Promise<boolean>,
): Promise<void> {
  const signature = signatureOf(exchange.req);
  if (signature.by === '' || signature.reason === '') {
    exchange.res.status(422);
    await showVersions(exchange, evaluation, VERSION_TEXTS.needsBoth);
    return;
  }
  if (await act(signature)) {
    exchange.res.redirect(303, `/evaluations/${evaluation.id}/versions`);
    return;
  }
  exchange.res.status(409);
  await showVersions(exchange, evaluation, VERSION_TEXTS.changedMeanwhile);
}

async function showVersions(
  { deps, sendPage, req, res }: Exchange,
  evaluation: Evaluation,
  problem: LocalizedText | null,
): Promise<void> {
  const history = await historyOf(deps, evaluation.id);
  const name = knownName(principalOf(req));
  const data = { evaluation, ...history, knownName: name, typed: signatureOf(req), problem };
  const model = versionsModel(data, languageOf(req));
  await sendPage(req, res, { view: 'versions', title: model.t.title, section: 'home', model });
}

function numberIn(value: unknown): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}

async function foundOr404<Value>(find: () => Promise<Value>): Promise<Value> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof MailfitError && error.code === 'notFound') throw new RequestRefused(404, 'notFound');
    throw error;
  }
}
