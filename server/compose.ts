// Builds adapters and hands them to the front doors. Nothing is opened, and no large part is even loaded, before it is
// needed: a command that only reads the catalogue should not wait for a database, a web server and a typesetter.

import { relative, resolve } from 'node:path';
import packageInfo from '../package.json' with { type: 'json' };
import { exitStatusOf } from '../benchmarks/index.ts';
import type { RunResult } from '../benchmarks/index.ts';
import { loadCatalogue } from './adapters/catalogue-yaml/load-catalogue.ts';
import { createDocumentProcesses } from './adapters/documents/document-processes.ts';
import { createInputFiles } from './adapters/input-files/input-files.ts';
import { checkLinks } from './adapters/link-check/check-links.ts';
import { createLoadRunner } from './adapters/load-runner/load-runner.ts';
import { loadReferenceData } from './adapters/reference-data/load-reference-data.ts';
import { createReportMailer } from './adapters/report-mail/send-by-smtp.ts';
import type { OpenStores } from './adapters/store-sql/open-stores.ts';
import { createLogger } from './adapters/system/logger.ts';
import { randomIds } from './adapters/system/random-ids.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { operatorParts } from './compose-operator.ts';
import { DOCUMENT_PROCESSES_MAX } from './documents-at-once.ts';
import type { EvaluationParts } from './compose-reporting.ts';
import type { LoadedParts, WebFolders, WebParts } from './compose-web.ts';
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
  databaseFiles(): Promise<DatabaseFiles>;
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
  let opened: Promise<OpenStores> | null = null;
  let web: Promise<WebParts> | null = null;
  const workers = workersOf(config);
  const referenceData = readOnce(referenceDataOrFail);
  const basis = async () => ({ catalogue: await loadedOrFail(catalogue), reference: referenceData() });
  const stores = (): Promise<OpenStores> => {
    opened ??= openedStores(config, dataDir, clock);
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
    candidates: async () => candidatesOf(config, await stores()),
    evaluations: async () => {
      const { evaluationParts } = await import('./compose-reporting.ts');
      return evaluationParts({ ...workers, stores: await stores(), basis: await basis() });
    },
    webDeps: async () => {
      const loaded = { ...(await basis()), ...workers };
      web ??= webPartsOf(config, { dataDir, packageRoot: PACKAGE_ROOT }, loaded, stores());
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

const spreadsheetsWhenNeeded: SpreadsheetFiles = {
  write: async (...sheet) => (await import('./adapters/documents/write-xlsx.ts')).writeXlsx(...sheet),
  read: async (...file) => (await import('./adapters/documents/read-sheet.ts')).readSheetRows(...file),
};

function workersOf(
  config: Config,
): Pick<Application, 'loadRunner' | 'documents' | 'spreadsheets' | 'reportMailer'> {
  return {
    loadRunner: createLoadRunner(loadPolicyOf(config), packageInfo.version),
    documents: createDocumentProcesses({ processesMax: DOCUMENT_PROCESSES_MAX }),
    spreadsheets: spreadsheetsWhenNeeded,
    reportMailer: createReportMailer(config.mailRelay),
  };
}

function readOnce<Value>(read: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

async function openedStores({ databaseUrl }: Config, dataDir: string, clock: Clock): Promise<OpenStores> {
  const { openStores } = await import('./adapters/store-sql/open-stores.ts');
  return openStores({ databaseUrl, dataDir, now: () => clock.now() });
}

async function candidatesOf(config: Config, stores: OpenStores): Promise<CandidateBook> {
  const { candidateBookOf } = await import('./compose-benchmark.ts');
  return candidateBookOf(config, stores, PACKAGE_ROOT);
}

async function webPartsOf(
  config: Config,
  folders: WebFolders,
  loaded: Omit<LoadedParts, 'stores'>,
  stores: Promise<OpenStores>,
): Promise<WebParts> {
  const { webDepsOf } = await import('./compose-web.ts');
  return webDepsOf(config, folders, { ...loaded, stores: await stores });
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
