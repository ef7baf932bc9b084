// What the holder of a share link sees: the result and its reports. Everything is checked with the link as principal,
// whoever else the browser is signed in as.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { LANGS } from '../../core/text/localized.ts';
import { requirePermission } from '../../usecases/access/access-deps.ts';
import { noteShareOpened, readerOfShareLink } from '../../usecases/access/share-links.ts';
import { REPORT_FORMATS } from '../../usecases/build-report.ts';
import { makeReport } from '../../usecases/make-document.ts';
import { stateAt } from '../../usecases/evaluation-versions.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { SHARED_TEXTS } from '../texts/share-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { sharedModel } from '../view-models/shared-result.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';
import { whileReaderWaits } from '../waiting-reader.ts';

type Reader = NonNullable<Awaited<ReturnType<typeof readerOfShareLink>>>;

export function sharedRoutes(access: AccountsAccess, deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/shared/:token', async (req, res) => {
    const shared = await sharedAt(access, deps, req.params.token);
    if (shared === null) {
      await showGone(sendPage, req, res);
      return;
    }
    requirePermission(shared.reader, 'evaluation.read', { evaluationId: shared.evaluation.id });
    await noteShareOpened(access.people, shared.reader, req.ip ?? '');
    await showResult({ deps, sendPage, req, res }, shared.evaluation);
  });
  routes.get('/shared/:token/report', async (req, res) => {
    const shared = await sharedAt(access, deps, req.params.token);
    if (shared === null) {
      await showGone(sendPage, req, res);
      return;
    }
    const { reader, evaluation } = shared;
    requirePermission(reader, 'evaluation.export', { evaluationId: evaluation.id });
    const format = REPORT_FORMATS.find((known) => known === req.query['format']);
    if (format === undefined) throw new RequestRefused(404, 'notFound');
    const lang = LANGS.find((known) => known === req.query['report']) ?? languageOf(req);
    const file = await makeReport(deps, evaluation, { format, lang, version: null }, whileReaderWaits(res));
    const by = { who: reader, address: req.ip ?? '' };
    await deps.audit.record(by, 'evaluation.exported', { object: evaluation.id, detail: format });
    res.attachment(file.fileName).type(file.mediaType).send(Buffer.from(file.bytes));
  });
  return routes;
}

async function sharedAt(
  { people }: AccountsAccess,
  deps: WebDeps,
  token: string,
): Promise<{ readonly reader: Reader; readonly evaluation: Evaluation } | null> {
  const reader = await readerOfShareLink(people, token);
  const evaluation = reader === null ? null : await deps.evaluations.get(reader.evaluationId);
  return reader === null || evaluation === null ? null : { reader, evaluation };
}

async function showResult(
  {
    deps,
    sendPage,
    req,
    res,
  }: {
    readonly deps: WebDeps;
    readonly sendPage: SendPage;
    readonly req: Request;
    readonly res: Response;
  },
  evaluation: Evaluation,
): Promise<void> {
  const { recommendation } = await stateAt(deps, evaluation, null);
  const model = sharedModel(
    { recommendation, evaluation, reportFormats: REPORT_FORMATS, baseHref: req.path },
    languageOf(req),
  );
  await sendPage(req, res, { view: 'shared', title: evaluation.title, isBare: true, model });
}

async function showGone(sendPage: SendPage, req: Request, res: Response): Promise<void> {
  const t = inLanguage(SHARED_TEXTS, languageOf(req));
  res.status(410);
  const model = { heading: t.goneTitle, text: t.gone, signInLabel: null };
  await sendPage(req, res, { view: 'link-gone', title: t.goneTitle, isBare: true, model });
}
