// The part of the composition that makes documents: reports, frozen versions, vendors' answers, sending.

import packageInfo from '../package.json' with { type: 'json' };
import { DOCUMENT_PROCESSES_MAX } from './documents-at-once.ts';
import { createRecommendThread } from './adapters/recommend-thread/recommend-thread.ts';
import type { RecommendThread } from './adapters/recommend-thread/recommend-thread.ts';
import type { OpenStores } from './adapters/store-sql/open-stores.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import type { Recommendation } from './core/scoring/recommendation.ts';
import { MailfitError } from './errors.ts';
import type { SpreadsheetFiles } from './usecases/answer-sheets.ts';
import type { DocumentRenderer } from './usecases/document-renderer.ts';
import { recommendRequestOf } from './usecases/evaluation-inputs.ts';
import type { Compute } from './usecases/evaluation-inputs.ts';
import type { ComputeText } from './usecases/evaluation-versions.ts';
import { createExportBoard } from './usecases/export-board.ts';
import type { Clock, IdSource, Logger } from './usecases/ports.ts';
import { recentlyUsed } from './usecases/recently-used.ts';
import { recommendFor } from './usecases/recommend.ts';
import type { DecisionBasis, RecommendRequest } from './usecases/recommend.ts';
import type { TenderDeps } from './usecases/tenders.ts';
import type { TakeDeps } from './usecases/take-vendor-answers.ts';
import type { ReportMailer } from './usecases/report-mailer.ts';
import type { ReportingDeps } from './web/reporting-deps.ts';

export interface ReportingMeans {
  readonly stores: Pick<OpenStores, 'versions' | 'vendorAnswers' | 'tenders'>;
  /** Catalogue and model of today, and the thread that computes on them for pages. */
  readonly basis: DecisionBasis;
  readonly decisions: Pick<RecommendThread, 'compute'>;
  readonly documents: DocumentRenderer;
  readonly spreadsheets: SpreadsheetFiles;
  /** Null where no mail server is configured. */
  readonly mailer: ReportMailer | null;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
}

export function reportingParts(means: ReportingMeans): ReportingDeps {
  const { stores, basis, documents, spreadsheets, mailer, clock, ids, logger } = means;
  return {
    versions: stores.versions,
    vendorAnswers: stores.vendorAnswers,
    tenders: stores.tenders,
    basis,
    compute: computeOn(means),
    computeText: computeTextOn(means),
    productVersion: packageInfo.version,
    documents,
    spreadsheets,
    mailer,
    exports: createExportBoard({ clock, ids, logger, atOnceMax: DOCUMENT_PROCESSES_MAX }),
  };
}

export type EvaluationParts = TakeDeps & TenderDeps & Pick<OpenStores, 'evaluations'>;

/** The same for commands, which compute one thing and may block while they do. */
export function evaluationParts(means: {
  readonly stores: OpenStores;
  readonly basis: DecisionBasis;
  readonly spreadsheets: SpreadsheetFiles;
}): EvaluationParts {
  const { stores, basis, spreadsheets } = means;
  return {
    evaluations: stores.evaluations,
    opinions: stores.opinions,
    runs: stores.runs,
    versions: stores.versions,
    vendorAnswers: stores.vendorAnswers,
    tenders: stores.tenders,
    basis,
    model: basis.reference.model,
    clock: systemClock,
    productVersion: packageInfo.version,
    spreadsheets,
    compute: async (request, wanted) => {
      const outcome = recommendFor(wanted, request);
      if (outcome.ok) return outcome.value;
      throw new MailfitError(
        'badInput',
        outcome.problems.map((problem) => `${problem.path}: ${problem.message.en}`),
      );
    },
  };
}

const KEPT = 4;

// On what ships today the thread of the pages computes; on what was frozen, a thread that ends with its answer.
function computeOn({ basis, decisions }: Pick<ReportingMeans, 'basis' | 'decisions'>): Compute {
  const kept = recentlyUsed<Promise<Recommendation>>(KEPT);
  return async (request, wanted) =>
    wanted === basis
      ? kept.get(keyOf(request), () => decisions.compute(request))
      : computeApart(request, wanted);
}

// For documents everything is computed behind the pages, and comes and goes as text.
function computeTextOn({ basis, documents }: Pick<ReportingMeans, 'basis' | 'documents'>): ComputeText {
  const kept = recentlyUsed<Promise<string>>(KEPT);
  let basisText: string | null = null;
  return async (inputs) =>
    kept.get(keyOf(recommendRequestOf(inputs)), () => {
      basisText ??= JSON.stringify(basis);
      return documents.compute(JSON.stringify(inputs), basisText);
    });
}

// A finished run never changes, so that its id stands for it.
function keyOf({ runs, ...request }: RecommendRequest): string {
  return JSON.stringify([request, runs.map((run) => run.runId)]);
}

async function computeApart(request: RecommendRequest, basis: DecisionBasis): Promise<Recommendation> {
  const thread = createRecommendThread(basis);
  try {
    return await thread.compute(request);
  } finally {
    await thread.close();
  }
}
