// The part of the composition that only the pages need.

import { resolve } from 'node:path';
import packageInfo from '../package.json' with { type: 'json' };
import type { OpenStores } from './adapters/store-sql/open-stores.ts';
import { createLogger } from './adapters/system/logger.ts';
import { randomIds } from './adapters/system/random-ids.ts';
import { signingKeyIn } from './adapters/system/signing-key.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { accessParts } from './compose-access.ts';
import { benchmarkParts, candidateBookOf } from './compose-benchmark.ts';
import { decisionParts } from './compose-decision.ts';
import { reportingParts } from './compose-reporting.ts';
import type { Config } from './config.ts';
import type { Catalogue } from './core/catalogue/provider.ts';
import type { SpreadsheetFiles } from './usecases/answer-sheets.ts';
import type { DocumentRenderer } from './usecases/document-renderer.ts';
import type { LoadRunner } from './usecases/load-runner.ts';
import type { ReferenceData } from './usecases/ports.ts';
import type { ReportMailer } from './usecases/report-mailer.ts';
import { DEFAULT_LIMITS } from './web/app.ts';
import type { WebDeps } from './web/app.ts';

/** The folders that the pages read from and write to. */
export interface WebFolders {
  readonly dataDir: string;
  readonly packageRoot: string;
}

export interface LoadedParts {
  readonly stores: OpenStores;
  readonly catalogue: Catalogue;
  readonly reference: ReferenceData;
  readonly loadRunner: LoadRunner;
  readonly documents: DocumentRenderer;
  readonly spreadsheets: SpreadsheetFiles;
  readonly reportMailer: ReportMailer;
}

const SYSTEM = { clock: systemClock, ids: randomIds };

/** What the pages need, and how to end what runs behind them. */
export type WebParts = WebDeps & { close(): Promise<void> };

export async function webDepsOf(
  config: Config,
  { dataDir, packageRoot }: WebFolders,
  loaded: LoadedParts,
): Promise<WebParts> {
  const { stores, catalogue, reference, loadRunner } = loaded;
  const logger = createLogger(config.logLevel);
  const basis = { catalogue, reference };
  const decisions = decisionParts(basis, stores);
  const candidates = candidateBookOf(config, stores, packageRoot);
  const benchmark = await benchmarkParts(config, candidates, { stores, loadRunner, logger, reference });
  const mailer = config.mailRelay === null ? null : loaded.reportMailer;
  const reporting = reportingParts({ ...loaded, ...SYSTEM, basis, decisions, mailer, logger });
  const access = accessParts(config, { stores, clock: systemClock, logger, version: packageInfo.version });
  return {
    ...access,
    signingKey: signingKeyIn(dataDir),
    limits: DEFAULT_LIMITS,
    viewsDir: resolve(packageRoot, 'views'),
    version: packageInfo.version,
    ...SYSTEM,
    logger,
    evaluations: stores.evaluations,
    opinions: stores.opinions,
    ...benchmark,
    ...shownReference(reference),
    catalogue,
    issueTracker: config.issueTracker,
    previews: decisions.previews,
    recommend: decisions.recommend,
    ...reporting,
    pingStore: () => stores.ping(),
    async close() {
      await reporting.exports.close();
      await benchmark.board.close();
      await decisions.close();
      access.metrics.close();
    },
  };
}

function shownReference({
  questionnaire,
  cost,
  ageing,
  model,
  sizing,
}: ReferenceData): Pick<WebDeps, 'questionnaire' | 'cost' | 'ageing' | 'model' | 'sizing'> {
  return { questionnaire, cost, ageing, model, sizing };
}
