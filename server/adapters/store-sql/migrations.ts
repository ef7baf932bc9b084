// Every step the schema ever took, oldest first. A landed step is never edited: a change is a new step.

import { Migrator } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { addOpinions } from './migration-0003-opinions.ts';
import { addVersions } from './migration-0005-versions.ts';
import { addApiTokens } from './migration-0007-api-tokens.ts';
import { addTender } from './migration-0008-tender.ts';
import { orderRunsByStatus } from './migration-0009-run-order.ts';
import { addCandidatesAndQueue } from './migration-0006-benchmarks.ts';
import { accountsMigration } from './accounts-migration.ts';
import { auditMigration } from './audit-migration.ts';
import type { Tables } from './tables.ts';

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-evaluations': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('evaluation')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('answer')
        .addColumn('evaluation_id', 'text', (column) => column.notNull().references('evaluation.id'))
        .addColumn('question_id', 'text', (column) => column.notNull())
        .addColumn('value_json', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('answer_key', ['evaluation_id', 'question_id'])
        .execute();
    },
  },
  '0002-runs': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('run')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('target', 'text', (column) => column.notNull())
        .addColumn('provider_id', 'text')
        .addColumn('plan_json', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('started_at', 'text', (column) => column.notNull())
        .addColumn('finished_at', 'text')
        .addColumn('result_json', 'text')
        .addColumn('failure', 'text')
        .execute();
      await db.schema.createIndex('run_by_start').on('run').column('started_at').execute();
      await db.schema
        .createTable('run_event')
        .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
        .addColumn('event_id', 'integer', (column) => column.notNull())
        .addColumn('event_json', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('run_event_key', ['run_id', 'event_id'])
        .execute();
    },
  },
  '0003-opinions': addOpinions,
  '0004-audit': auditMigration,
  '0004b-accounts': accountsMigration,
  '0005-versions': addVersions,
  '0006-benchmarks': { up: addCandidatesAndQueue },
  '0007-api-tokens': { up: addApiTokens },
  '0008-tender': { up: addTender },
  '0009-run-order': { up: orderRunsByStatus },
};

/** Names of every step this mailfit knows; a backup with another one is from a newer mailfit. */
export const KNOWN_MIGRATIONS: readonly string[] = Object.keys(MIGRATIONS);

/** Brings the schema to the latest step; does nothing when it is there already. */
export async function migrateToLatest(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new Error('The database schema could not be brought up to date', { cause: error });
}
