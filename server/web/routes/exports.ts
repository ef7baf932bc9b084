// Documents on order: the form, one order with its progress, its file, its cancel button. Works without scripts by a
// page that refreshes itself; with them the page asks for the state and follows it.

import { Router } from 'express';
import type { Request, Response } from 'express';
import type { LocalizedText } from '../../core/text/localized.ts';
import { LANGS } from '../../core/text/localized.ts';
import { REPORT_FORMATS } from '../../usecases/build-report.ts';
import { historyOf } from '../../usecases/evaluation-versions.ts';
import type { ExportJob } from '../../usecases/export-board.ts';
import type { WantedDocument } from '../../usecases/make-document.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { orderDocument } from '../document-orders.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { EXPORT_TEXTS } from '../texts/record-texts.ts';
import { exportModel, exportsModel } from '../view-models/exports.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';

const REFRESH_SEC = 2;

export function exportRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/evaluations/:id/exports', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    await showForm({ deps, sendPage, req, res }, evaluation, null);
  });
  routes.post('/evaluations/:id/exports', async (req, res) => {
    await order({ deps, sendPage, req, res }, await evaluationAt(deps, req.params.id));
  });
  routes.get('/evaluations/:id/exports/:job', async (req, res) => {
    const { evaluation, job } = await orderAt(deps, req.params);
    const model = exportModel(evaluation, job, languageOf(req));
    if (!model.isOver) res.setHeader('Refresh', String(REFRESH_SEC));
    const scripts = model.isOver ? [] : ['export.js'];
    await sendPage(req, res, { view: 'export', title: model.heading, section: 'home', scripts, model });
  });
  routes.get('/evaluations/:id/exports/:job/status', async (req, res) => {
    const { evaluation, job } = await orderAt(deps, req.params);
    const { isOver, heading, text, progress } = exportModel(evaluation, job, languageOf(req));
    res.json({ isOver, heading, text, progress });
  });
  routes.get('/evaluations/:id/exports/:job/file', async (req, res) => {
    const { status } = (await orderAt(deps, req.params)).job;
    const file = status.kind === 'ready' || status.kind === 'failed' ? status.file : null;
    if (file === null) throw new RequestRefused(404, 'notFound');
    // Always a download: a report is a document of its own, with styles that this page's policy does not allow.
    res.attachment(file.fileName).type(file.mediaType).send(Buffer.from(file.bytes));
  });
  routes.post('/evaluations/:id/exports/:job/cancel', async (req, res) => {
    const { evaluation, job } = await orderAt(deps, req.params);
    deps.exports.cancel(job.id);
    res.redirect(303, `/evaluations/${evaluation.id}/exports/${job.id}`);
  });
  return routes;
}

interface Exchange {
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

interface OrderAt {
  readonly evaluation: Evaluation;
  readonly job: ExportJob<WantedDocument>;
}

async function orderAt(
  deps: WebDeps,
  params: { readonly id: string; readonly job: string },
): Promise<OrderAt> {
  const evaluation = await evaluationAt(deps, params.id);
  const job = deps.exports.get(params.job);
  if (job?.evaluationId !== evaluation.id) throw new RequestRefused(404, 'notFound');
  return { evaluation, job };
}

async function showForm(
  { deps, sendPage, req, res }: Exchange,
  evaluation: Evaluation,
  problem: LocalizedText | null,
): Promise<void> {
  const lang = languageOf(req);
  const { versions } = await historyOf(deps, evaluation.id);
  const typed = {
    format: textField(req, 'format') || 'pdf',
    lang: textField(req, 'lang') || lang,
    version: textField(req, 'version') || String(versions.at(-1)?.number ?? ''),
    to: textField(req, 'to'),
  };
  const jobs = deps.exports.listFor(evaluation.id);
  const data = { evaluation, versions, jobs, canSend: deps.mailer !== null, typed, problem };
  const model = exportsModel(data, lang);
  await sendPage(req, res, { view: 'exports', title: model.t.title, section: 'home', model });
}

async function order(exchange: Exchange, evaluation: Evaluation): Promise<void> {
  const { deps, req, res } = exchange;
  const wanted = wantedFrom(req);
  if (wanted === null) throw new RequestRefused(400, 'badRequest');
  const outcome = orderDocument(deps, evaluation, { wanted, to: textField(req, 'to') });
  if (outcome.kind === 'ordered') {
    res.redirect(303, `/evaluations/${evaluation.id}/exports/${outcome.job.id}`);
    return;
  }
  res.status(outcome.kind === 'busy' ? 503 : 422);
  await showForm(exchange, evaluation, EXPORT_TEXTS[outcome.kind]);
}

function wantedFrom(req: Request): WantedDocument | null {
  const format = REPORT_FORMATS.find((known) => known === textField(req, 'format'));
  const lang = LANGS.find((known) => known === textField(req, 'lang')) ?? languageOf(req);
  const version = textField(req, 'version');
  if (format === undefined || !/^\d{0,6}$/.test(version)) return null;
  const document = textField(req, 'document') === 'requirements' ? 'requirements' : 'report';
  return { document, format, lang, version: version === '' ? null : Number(version) };
}
