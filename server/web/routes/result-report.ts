// The report on an evaluation, as a download.

import type { Request, Response } from 'express';
import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { LANGS } from '../../core/text/localized.ts';
import type { BenchmarkRun, ReportRun } from '../../reports/report-input.ts';
import { REPORT_FORMATS } from '../../usecases/build-report.ts';
import type { ReportFile } from '../../usecases/build-report.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { languageOf } from '../language.ts';
import { RequestRefused } from '../request-refused.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';
import { recommendationOf } from './result-at.ts';

const RUNS_PER_REPORT = 20;

export async function downloadReport(
  deps: WebDeps,
  req: Request<{ id: string }>,
  res: Response,
): Promise<void> {
  const evaluation = await evaluationAt(deps, req.params.id);
  const format = REPORT_FORMATS.find((known) => known === req.query['format']);
  if (format === undefined) throw new RequestRefused(404, 'notFound');
  const lang = LANGS.find((known) => known === req.query['report']) ?? languageOf(req);
  // Whoever closes the page does not want the document any more.
  const left = new AbortController();
  res.on('close', () => left.abort(new Error('The reader left')));
  const file = await reportOn(deps, evaluation, { format, lang, signal: left.signal });
  // Always a download: a report is a document of its own, with styles that this page's policy does not allow.
  res.attachment(file.fileName).type(file.mediaType).send(Buffer.from(file.bytes));
}

/** The report on an evaluation as a file, in one of the formats. */
export async function reportOn(
  deps: WebDeps,
  evaluation: Evaluation,
  wanted: {
    readonly format: (typeof REPORT_FORMATS)[number];
    readonly lang: Lang;
    readonly signal: AbortSignal;
  },
): Promise<ReportFile> {
  const recommendation = await recommendationOf(deps, evaluation);
  const input = {
    recommendation,
    runs: await runsBehind(deps, recommendation),
    title: evaluation.title,
    evaluation: {
      id: evaluation.id,
      version: evaluation.version,
      savedAt: evaluation.updatedAt,
      frozenAt: null,
    },
  };
  return deps.buildReport(input, wanted.format, wanted.lang, { signal: wanted.signal });
}

async function runsBehind(deps: WebDeps, recommendation: Recommendation): Promise<readonly ReportRun[]> {
  const finished = await deps.runs.list({ status: 'finished', limit: RUNS_PER_REPORT });
  return finished.flatMap((run) => {
    const isCandidate = recommendation.options.some((option) => option.id === run.providerId);
    if (!isCandidate || run.result === null) return [];
    return [{ id: run.id, optionId: run.providerId, result: run.result as unknown as BenchmarkRun }];
  });
}
