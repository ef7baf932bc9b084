// Opens the database that the configuration names and hands out the stores on it, schema up to date.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { OpinionStore } from '../../usecases/opinions.ts';
import type { CandidateStore } from '../../usecases/candidate-store.ts';
import type { EvaluationStore, RunStore } from '../../usecases/stores.ts';
import type { TenderStore } from '../../usecases/tender-store.ts';
import type { VendorAnswerStore, VersionStore } from '../../usecases/version-store.ts';
import { sqlCandidateStore } from './candidate-store.ts';
import type { AuditStore } from '../../usecases/access/audit-log.ts';
import type { StoreFigures } from '../../usecases/metrics.ts';
import { readStoreFigures } from './store-figures.ts';
import type { AccessStores } from '../../usecases/access/account-stores.ts';
import { sqlAccountStore } from './account-store.ts';
import { sqlAuditStore } from './audit-store.ts';
import { sqlPersonalLinkStore } from './personal-link-store.ts';
import { sqlSessionStore } from './session-store.ts';
import { sqlApiTokenStore } from './api-token-store.ts';
import { sqlShareLinkStore } from './share-link-store.ts';
import { sqlEvaluationStore } from './evaluation-store.ts';
import { migrateToLatest } from './migrations.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';
import { sqlOpinionStore } from './opinion-store.ts';
import { sqlTenderStore } from './tender-store.ts';
import { sqlVendorAnswerStore } from './vendor-answer-store.ts';
import { sqlVersionStore } from './version-store.ts';
import { sqlRunStore } from './run-store.ts';
import type { Tables } from './tables.ts';

const ID_BYTES = 20;
const POOL_SIZE = 10;

export interface OpenStores {
  readonly evaluations: EvaluationStore;
  readonly opinions: OpinionStore;
  readonly versions: VersionStore;
  readonly vendorAnswers: VendorAnswerStore;
  readonly tenders: TenderStore;
  readonly runs: RunStore;
  readonly candidates: CandidateStore;
  readonly audit: AuditStore;
  readonly access: AccessStores;
  figures(): Promise<StoreFigures>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** PostgreSQL address; null means the file `mailfit.sqlite` below `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly now: () => Date;
}

export async function openStores(options: StoreOptions): Promise<OpenStores> {
  const db = new Kysely<Tables>({ dialect: dialectFor(options) });
  try {
    await migrateToLatest(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const context = { db, now: options.now, newId: () => randomBytes(ID_BYTES).toString('base64url') };
  const audit = sqlAuditStore(context);
  return {
    evaluations: sqlEvaluationStore(context),
    opinions: sqlOpinionStore(context),
    versions: sqlVersionStore(context),
    vendorAnswers: sqlVendorAnswerStore(context),
    tenders: sqlTenderStore(context),
    runs: sqlRunStore(context),
    candidates: sqlCandidateStore(context),
    audit,
    access: {
      accounts: sqlAccountStore(context),
      sessions: sqlSessionStore(context),
      personalLinks: sqlPersonalLinkStore(context),
      shareLinks: sqlShareLinkStore(context),
      apiTokens: sqlApiTokenStore(context),
    },
    figures: () => readStoreFigures(db),
    async ping() {
      await sql`select 1`.execute(db);
    },
    async close() {
      await audit.idle();
      await db.destroy();
    },
  };
}

function dialectFor(options: StoreOptions): PostgresDialect | ReturnType<typeof nodeSqliteDialect> {
  if (options.databaseUrl === null) return nodeSqliteDialect(join(options.dataDir, 'mailfit.sqlite'));
  return new PostgresDialect({
    pool: new Pool({ connectionString: options.databaseUrl, max: POOL_SIZE }),
  });
}
