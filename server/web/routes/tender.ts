// What goes out to vendors and what comes back. A filled-in sheet is hostile input until every cell has been checked.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { LANGS } from '../../core/text/localized.ts';
import type { Problem } from '../../core/text/problem.ts';
import { answerSheetFile } from '../../usecases/answer-sheet-file.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { takeVendorAnswers } from '../../usecases/take-vendor-answers.ts';
import { cleanText } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { uploadedFile } from '../security/uploads.ts';
import { principalOf } from '../security/who.ts';
import { answersCameIn, TENDER_TEXTS, VERSION_TEXTS } from '../texts/record-texts.ts';
import { knownName } from '../view-models/record.ts';
import { tenderModel } from '../view-models/tender.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';
import { signatureOf } from './versions.ts';

const FILE_NAME_LENGTH_MAX = 200;

export function tenderRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/evaluations/:id/tender', async (req, res) => {
    await showTender({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id), []);
  });
  routes.get('/evaluations/:id/answer-sheet', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const lang = LANGS.find((known) => known === req.query['lang']) ?? languageOf(req);
    const { option } = req.query;
    const optionId = typeof option === 'string' ? option : '';
    const file = await answerSheetFile(deps, evaluation, { optionId, lang });
    if (file === null) throw new RequestRefused(404, 'notFound');
    res.attachment(file.fileName).type(file.mediaType).send(Buffer.from(file.bytes));
  });
  routes.post('/evaluations/:id/vendor-answers', async (req, res) => {
    await takeSheet({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id));
  });
  routes.post('/evaluations/:id/vendor-answers/:sheet/remove', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const outcome = await deps.vendorAnswers.remove(evaluation.id, req.params.sheet);
    if (outcome === 'notFound') throw new RequestRefused(404, 'notFound');
    if (outcome === 'removed') res.redirect(303, `/evaluations/${evaluation.id}/tender#taken`);
    else
      await refuse({ deps, sendPage, req, res }, evaluation, [
        { path: '', message: TENDER_TEXTS.removeFrozen },
      ]);
  });
  return routes;
}

interface Exchange {
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

async function takeSheet(exchange: Exchange, evaluation: Evaluation): Promise<void> {
  const { deps, req, res } = exchange;
  const file = uploadedFile(req);
  const { by, reason } = signatureOf(req);
  if (file === null || by === '') {
    const missing = file === null ? TENDER_TEXTS.noFile : TENDER_TEXTS.noName;
    await refuse(exchange, evaluation, [{ path: '', message: missing }]);
    return;
  }
  const name = cleanText(file.name, FILE_NAME_LENGTH_MAX);
  const signature = { by, reason: reason === '' ? answersCameIn(name)[languageOf(req)] : reason };
  const outcome = await takeVendorAnswers(deps, evaluation, { name, bytes: file.bytes }, signature);
  if (outcome.kind === 'notFound') throw new RequestRefused(404, 'notFound');
  if (outcome.kind === 'taken') res.redirect(303, `/evaluations/${evaluation.id}/tender`);
  else if (outcome.kind === 'refused') await refuse(exchange, evaluation, outcome.problems);
  else await refuse(exchange, evaluation, [{ path: '', message: VERSION_TEXTS.changedMeanwhile }]);
}

async function refuse(
  exchange: Exchange,
  evaluation: Evaluation,
  problems: readonly Problem[],
): Promise<void> {
  exchange.res.status(422);
  await showTender(exchange, evaluation, problems);
}

async function showTender(
  { deps, sendPage, req, res }: Exchange,
  evaluation: Evaluation,
  problems: readonly Problem[],
): Promise<void> {
  const [state, sheets] = await Promise.all([
    deps.versions.state(evaluation.id),
    deps.vendorAnswers.listFor(evaluation.id),
  ]);
  const { catalogue } = deps;
  const name = knownName(principalOf(req));
  const data = { evaluation, state, catalogue, sheets, knownName: name, typed: signatureOf(req), problems };
  const model = tenderModel(data, languageOf(req));
  await sendPage(req, res, { view: 'tender', title: model.t.title, section: 'home', model });
}
