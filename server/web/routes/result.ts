// The result of an evaluation and the report on it. Nothing of it is stored: the same answers, catalogue and
// measurements give it again.

import { Router } from 'express';
import type { Lang } from '../../core/text/localized.ts';
import { LANGS } from '../../core/text/localized.ts';
import type { BenchmarkRun, ReportRun } from '../../reports/report-input.ts';
import type { Recommendation } from '../../core/scoring/recommendation.ts';
import { REPORT_FORMATS } from '../../usecases/build-report.ts';
import type { ReportFile } from '../../usecases/build-report.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { statedWeights } from '../../usecases/opinions.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { resultModel, resultOptionModel } from '../view-models/result.ts';
import type { WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';

const RUNS_PER_REPORT = 20;

export function resultRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/evaluations/:id/result', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const recommendation = await deps.recommend(
      evaluation.answers,
      'full',
      await statedWeights(deps, evaluation.id),
    );
    const model = resultModel({ recommendation, evaluation, reportFormats: REPORT_FORMATS }, languageOf(req));
    await sendPage(req, res, { view: 'result', title: model.t.title, section: 'home', model });
  });
  routes.get('/evaluations/:id/result/:option', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const recommendation = await deps.recommend(
      evaluation.answers,
      'full',
      await statedWeights(deps, evaluation.id),
    );
    const model = resultOptionModel({ recommendation, evaluation }, req.params.option, languageOf(req));
    if (model === null) throw new RequestRefused(404, 'notFound');
    await sendPage(req, res, { view: 'result-option', title: model.option.name, section: 'home', model });
  });
  routes.get('/evaluations/:id/report', async (req, res) => {
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
  });
  return routes;
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
  const recommendation = await deps.recommend(
    evaluation.answers,
    'full',
    await statedWeights(deps, evaluation.id),
  );
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
