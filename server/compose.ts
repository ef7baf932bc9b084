// The only file that builds adapters and hands them to the front doors. Nothing is opened before it is needed.

import { relative, resolve } from 'node:path';
import packageInfo from '../package.json' with { type: 'json' };
import { exitStatusOf } from '../benchmarks/index.ts';
import type { RunResult } from '../benchmarks/index.ts';
import { loadCatalogue } from './adapters/catalogue-yaml/load-catalogue.ts';
import { createDocumentProcesses } from './adapters/documents/document-processes.ts';
import { readSheetRows } from './adapters/documents/read-sheet.ts';
import { writeXlsx } from './adapters/documents/write-xlsx.ts';
import { createInputFiles } from './adapters/input-files/input-files.ts';
import { checkLinks } from './adapters/link-check/check-links.ts';
import { createLoadRunner } from './adapters/load-runner/load-runner.ts';
import { loadReferenceData } from './adapters/reference-data/load-reference-data.ts';
import { createReportMailer } from './adapters/report-mail/send-by-smtp.ts';
import { openStores } from './adapters/store-sql/open-stores.ts';
import type { OpenStores } from './adapters/store-sql/open-stores.ts';
import { createLogger } from './adapters/system/logger.ts';
import { randomIds } from './adapters/system/random-ids.ts';
import { signingKeyIn } from './adapters/system/signing-key.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { benchmarkParts, candidateBookOf } from './compose-benchmark.ts';
import { decisionParts } from './compose-decision.ts';
import { DOCUMENT_PROCESSES_MAX, evaluationParts, reportingParts } from './compose-reporting.ts';
import type { EvaluationParts } from './compose-reporting.ts';
import { accessParts, operatorParts } from './compose-access.ts';
import type { Config } from './config.ts';
import { problemLine } from './core/catalogue/problem.ts';
import type { Catalogue } from './core/catalogue/provider.ts';
import { MailfitError } from './errors.ts';
import type { ExitStatus } from './errors.ts';
import { loadPolicyOf } from './load-policy.ts';
import type { LoadRunner } from './usecases/load-runner.ts';
import type {
  CatalogueOutcome,
  CatalogueProblem,
  CatalogueSource,
  Clock,
  IdSource,
  InputFiles,
  LinkChecker,
  Logger,
  ReferenceData,
} from './usecases/ports.ts';
import type { AuditLog } from './usecases/access/audit-log.ts';
import type { DatabaseFiles } from './usecases/database-files.ts';
import type { SpreadsheetFiles } from './usecases/answer-sheets.ts';
import type { DocumentRenderer } from './usecases/document-renderer.ts';
import type { ReportMailer } from './usecases/report-mailer.ts';
import type { CandidateBook } from './usecases/candidates.ts';
import { DEFAULT_LIMITS } from './web/app.ts';
import type { WebDeps } from './web/app.ts';

export interface Application {
  readonly config: Config;
  /** Version of mailfit, for results and reports. */
  readonly version: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly catalogue: CatalogueSource;
  readonly links: LinkChecker;
  /** Questionnaire, decision model and figures; read at the first call. Throws MailfitError when unusable. */
  referenceData(): ReferenceData;
  readonly files: InputFiles;
  /** Files that ship with mailfit, by their path from the package. */
  readonly shippedFiles: InputFiles;
  readonly dataDir: string;
  readonly loadRunner: LoadRunner;
  /** Makes PDF and XLSX away from the main thread. */
  readonly documents: DocumentRenderer;
  readonly spreadsheets: SpreadsheetFiles;
  readonly reportMailer: ReportMailer;
  /** The contract's exit status for what came out of a run. */
  exitStatusOfRun(result: RunResult): ExitStatus;
  /** Folder that the user's relative paths start from. */
  readonly userDir: string;
  /** Backup and restore of the embedded database. */
  readonly databaseFiles: DatabaseFiles;
  auditLog(): Promise<AuditLog>;
  /** The database, opened and migrated at the first call. */
  stores(): Promise<OpenStores>;
  /** Candidates with their sealed passwords; opens the database. */
  candidates(): Promise<CandidateBook>;
  /** What commands on stored evaluations need; opens the database. Throws MailfitError as `webDeps` does. */
  evaluations(): Promise<EvaluationParts>;
  /** Everything the pages need; throws MailfitError when the catalogue cannot be used. */
  webDeps(): Promise<WebDeps>;
  /** Closes whatever was opened; safe to call twice. */
  close(): Promise<void>;
}

/** Folder that holds package.json: data that ships with mailfit is found from here, wherever it is started. */
const PACKAGE_ROOT = resolve(import.meta.dirname, '..');

/** Folder the user stands in. npm changes into the package before it starts a script and keeps the old one here. */
function userDir(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

/** Servers that are asked for a page see who asks and what for. */
const USER_AGENT = `mailfit/${packageInfo.version} (catalogue check --links; one page a second)`;

export function compose(config: Config): Application {
  const clock = systemClock;
  const catalogue = catalogueSource(config, clock);
  const dataDir = resolve(PACKAGE_ROOT, config.dataDir);
  let reference: ReferenceData | null = null;
  let opened: Promise<OpenStores> | null = null;
  let web: Promise<WebParts> | null = null;
  const workers = workersOf(config);
  const referenceData = (): ReferenceData => {
    reference ??= referenceDataOrFail();
    return reference;
  };
  const basis = async () => ({ catalogue: await loadedOrFail(catalogue), reference: referenceData() });
  const stores = (): Promise<OpenStores> => {
    opened ??= openStores({ databaseUrl: config.databaseUrl, dataDir, now: () => clock.now() });
    return opened;
  };
  return {
    config,
    clock,
    logger: createLogger(config.logLevel),
    catalogue,
    referenceData,
    dataDir,
    ...STATELESS_PARTS,
    ...fileParts(),
    ...workers,
    stores,
    ...operatorParts(config, dataDir, stores),
    candidates: async () => candidateBookOf(config, await stores(), PACKAGE_ROOT),
    evaluations: async () => evaluationParts({ ...workers, stores: await stores(), basis: await basis() }),
    webDeps: async () => {
      const loaded = { ...(await basis()), ...workers };
      web ??= stores().then((open) => webDepsOf(config, dataDir, { ...loaded, stores: open }));
      return web;
    },
    close: () => closeAll(workers.documents, web, opened),
  };
}

const STATELESS_PARTS: Pick<Application, 'version' | 'ids' | 'links' | 'exitStatusOfRun'> = {
  version: packageInfo.version,
  ids: randomIds,
  links: { check: (pages) => checkLinks(pages, { userAgent: USER_AGENT }) },
  exitStatusOfRun: (result) => exitStatusOf(result) as ExitStatus,
};

function fileParts(): Pick<Application, 'files' | 'shippedFiles' | 'userDir'> {
  return {
    files: createInputFiles(userDir()),
    shippedFiles: createInputFiles(PACKAGE_ROOT),
    userDir: userDir(),
  };
}

function workersOf(
  config: Config,
): Pick<Application, 'loadRunner' | 'documents' | 'spreadsheets' | 'reportMailer'> {
  return {
    loadRunner: createLoadRunner(loadPolicyOf(config), packageInfo.version),
    documents: createDocumentProcesses({ processesMax: DOCUMENT_PROCESSES_MAX }),
    spreadsheets: { write: writeXlsx, read: readSheetRows },
    reportMailer: createReportMailer(config.mailRelay),
  };
}

async function closeAll(
  documents: DocumentRenderer,
  web: Promise<WebParts> | null,
  opened: Promise<OpenStores> | null,
): Promise<void> {
  await documents.close();
  await (await web)?.close();
  await (await opened)?.close();
}

interface LoadedParts {
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
type WebParts = WebDeps & { close(): Promise<void> };

async function webDepsOf(config: Config, dataDir: string, loaded: LoadedParts): Promise<WebParts> {
  const { stores, catalogue, reference, loadRunner } = loaded;
  const logger = createLogger(config.logLevel);
  const basis = { catalogue, reference };
  const decisions = decisionParts(basis, stores);
  const candidates = candidateBookOf(config, stores, PACKAGE_ROOT);
  const benchmark = await benchmarkParts(config, candidates, { stores, loadRunner, logger, reference });
  const mailer = config.mailRelay === null ? null : loaded.reportMailer;
  const reporting = reportingParts({ ...loaded, ...SYSTEM, basis, decisions, mailer, logger });
  const access = accessParts(config, { stores, clock: systemClock, logger, version: packageInfo.version });
  return {
    ...access,
    signingKey: signingKeyIn(dataDir),
    limits: DEFAULT_LIMITS,
    viewsDir: resolve(PACKAGE_ROOT, 'views'),
    version: packageInfo.version,
    ...SYSTEM,
    logger,
    evaluations: stores.evaluations,
    opinions: stores.opinions,
    ...benchmark,
    catalogue,
    questionnaire: reference.questionnaire,
    cost: reference.cost,
    ageing: reference.ageing,
    issueTracker: config.issueTracker,
    model: reference.model,
    sizing: reference.sizing,
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

async function loadedOrFail(source: CatalogueSource): Promise<Catalogue> {
  const outcome = await source.load();
  if (outcome.ok) return outcome.catalogue;
  throw new MailfitError(
    'badInput',
    outcome.problems.map((problem) => problemLine(problem, 'en')),
  );
}

function referenceDataOrFail(): ReferenceData {
  const outcome = loadReferenceData(PACKAGE_ROOT);
  if (outcome.ok) return outcome.data;
  throw new MailfitError('badInput', outcome.problems);
}

function catalogueSource(config: Config, clock: Clock): CatalogueSource {
  const shipped = resolve(PACKAGE_ROOT, config.providersDir);
  return {
    load: async (directory) => {
      const folder = directory === undefined ? shipped : resolve(userDir(), directory);
      return shownFrom(userDir(), await loadCatalogue(folder, clock.now().toISOString().slice(0, 10)));
    },
  };
}

/** The outcome with its files named as the user would name them. */
function shownFrom(baseDir: string, outcome: CatalogueOutcome): CatalogueOutcome {
  const shown = (problem: CatalogueProblem): CatalogueProblem => ({
    ...problem,
    file: relative(baseDir, problem.file),
  });
  return outcome.ok
    ? { ...outcome, warnings: outcome.warnings.map(shown) }
    : { ok: false, problems: outcome.problems.map(shown) };
}
