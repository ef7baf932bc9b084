// The report on an evaluation, as a download.

import type { Request, Response } from 'express';
import { LANGS } from '../../core/text/localized.ts';
import { REPORT_FORMATS } from '../../usecases/build-report.ts';
import { makeReport } from '../../usecases/make-document.ts';
import { languageOf } from '../language.ts';
import { RequestRefused } from '../request-refused.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';
import { whileReaderWaits } from '../waiting-reader.ts';

export async function downloadReport(
  deps: WebDeps,
  req: Request<{ id: string }>,
  res: Response,
): Promise<void> {
  const evaluation = await evaluationAt(deps, req.params.id);
  const format = REPORT_FORMATS.find((known) => known === req.query['format']);
  if (format === undefined) throw new RequestRefused(404, 'notFound');
  const lang = LANGS.find((known) => known === req.query['report']) ?? languageOf(req);
  const file = await makeReport(deps, evaluation, { format, lang, version: null }, whileReaderWaits(res));
  // Always a download: a report is a document of its own, with styles that this page's policy does not allow.
  res.attachment(file.fileName).type(file.mediaType).send(Buffer.from(file.bytes));
}
