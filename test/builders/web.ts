// The web application on an embedded database in a temporary folder, listening on a free port of this machine.

import { createSecretKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPreviewThread } from '../../server/adapters/preview-thread/preview-thread.ts';
import { createRecommendThread } from '../../server/adapters/recommend-thread/recommend-thread.ts';
import { openStores } from '../../server/adapters/store-sql/open-stores.ts';
import type { OpenStores } from '../../server/adapters/store-sql/open-stores.ts';
import { catalogueFrom } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { createLoadRunner } from '../../server/adapters/load-runner/load-runner.ts';
import { LOOPBACK_ONLY } from '../../benchmarks/index.ts';
import { reportingParts } from '../../server/compose-reporting.ts';
import { readSheetRows } from '../../server/adapters/documents/read-sheet.ts';
import { writeXlsx } from '../../server/adapters/documents/write-xlsx.ts';
import { createDocumentProcesses } from '../../server/adapters/documents/document-processes.ts';
import { loadReferenceData } from '../../server/adapters/reference-data/load-reference-data.ts';
import { createPrometheusMetrics } from '../../server/adapters/metrics/prometheus-metrics.ts';
import { createAuditLog } from '../../server/usecases/access/audit-log.ts';
import type { AuditLog } from '../../server/usecases/access/audit-log.ts';
import type { ReferenceData } from '../../server/usecases/ports.ts';
import type { DecisionBasis } from '../../server/usecases/recommend.ts';
import { createRecommendEvaluation } from '../../server/usecases/recommend-evaluation.ts';
import { createSecretBox } from '../../server/adapters/system/secret-box.ts';
import { createCompanyDemand } from '../../server/usecases/company-demand.ts';
import { createCandidateBook } from '../../server/usecases/candidates.ts';
import { createRunBoard } from '../../server/usecases/run-board.ts';
import { createApp, DEFAULT_LIMITS } from '../../server/web/app.ts';
import type { WebDeps } from '../../server/web/app.ts';
import type { Catalogue } from '../../server/core/catalogue/provider.ts';

const root = join(import.meta.dirname, '../..');

export interface WebUnderTest {
  readonly origin: string;
  readonly deps: WebDeps;
  /** Cuts every open connection, as a failing network would. */
  dropConnections(): void;
  close(): Promise<void>;
}

/** What a test can make its own parts from. */
export interface WebFoundation {
  readonly stores: OpenStores;
  readonly audit: AuditLog;
}

export async function startWeb(
  overrides: Partial<WebDeps> | ((foundation: WebFoundation) => Partial<WebDeps>) = {},
): Promise<WebUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mailfit-web-'));
  const stores = await openStores({ databaseUrl: null, dataDir, now: () => new Date() });
  const clock = { now: () => new Date() };
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  const runner = createLoadRunner(LOOPBACK_ONLY, 'test');
  const documents = createDocumentProcesses({ processesMax: 1 });
  const box = createSecretBox({ key: Buffer.alloc(32, 9).toString('base64'), keyFile: '' });
  const candidates = createCandidateBook(stores.candidates, box);
  const secretOf = (candidateId: string) => candidates.secretOf(candidateId);
  const board = createRunBoard({ runner, runs: stores.runs, clock, logger, secretOf });
  const basis = shippedBasis();
  const { catalogue, reference } = basis;
  const decisions = createRecommendThread(basis);
  const previews = createPreviewThread(basis, clock);
  const audit = createAuditLog({ store: stores.audit, clock, logger });
  let count = 0;
  const deps: WebDeps = {
    access: { kind: 'loopback' },
    proxy: { trusted: [], hasTls: false },
    metrics: createPrometheusMetrics(() => stores.figures(), 'test'),
    metricsToken: null,
    signingKey: createSecretKey(Buffer.alloc(32, 7)),
    limits: DEFAULT_LIMITS,
    viewsDir: join(root, 'views'),
    version: '0.0.0-test',
    clock,
    ids: { newId: () => `request-${(count += 1)}` },
    logger,
    audit,
    evaluations: stores.evaluations,
    opinions: stores.opinions,
    runs: stores.runs,
    board,
    candidates,
    companyDemand: createCompanyDemand(reference),
    loadRunner: runner,
    loadPolicy: LOOPBACK_ONLY,
    catalogue,
    questionnaire: reference.questionnaire,
    model: reference.model,
    sizing: reference.sizing,
    previews,
    cost: reference.cost,
    ageing: reference.ageing,
    issueTracker: null,
    recommend: createRecommendEvaluation({
      compute: (request) => decisions.compute(request),
      basis,
      runs: stores.runs,
      clock,
    }),
    ...reportingParts({
      stores,
      basis,
      decisions,
      documents,
      clock,
      logger,
      mailer: null,
      spreadsheets: { write: writeXlsx, read: readSheetRows },
      ids: { newId: () => `order-${(count += 1)}` },
    }),
    pingStore: () => stores.ping(),
    ...(typeof overrides === 'function' ? overrides({ stores, audit }) : overrides),
  };
  const server = createApp(deps).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deps,
    dropConnections: () => server.closeAllConnections(),
    async close() {
      server.closeAllConnections();
      server.close();
      await deps.exports.close();
      deps.metrics.close();
      await documents.close();
      await board.close();
      await decisions.close();
      await previews.close();
      await stores.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The catalogue and the reference data that mailfit ships. */
export function shippedBasis(): DecisionBasis {
  return { catalogue: shippedCatalogue(), reference: shippedReference() };
}

function shippedReference(): ReferenceData {
  const outcome = loadReferenceData(root);
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  return outcome.data;
}

function shippedCatalogue(): Catalogue {
  const folder = join(root, 'providers');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = names.map((name) => ({
    path: join(folder, name),
    text: readFileSync(join(folder, name), 'utf8'),
  }));
  const result = catalogueFrom(files, new Date().toISOString().slice(0, 10));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.catalogue;
}
