// Candidates with their sealed credentials, and what a run needs to wait its turn.

import type { Kysely } from 'kysely';

export async function addCandidatesAndQueue(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('candidate')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('endpoint', 'text', (column) => column.notNull())
    .addColumn('tls', 'text', (column) => column.notNull())
    .addColumn('tls_verify', 'integer', (column) => column.notNull())
    .addColumn('provider_id', 'text')
    .addColumn('notes', 'text', (column) => column.notNull())
    .addColumn('auth_mechanism', 'text')
    .addColumn('auth_user', 'text')
    .addColumn('sealed_secret', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  // SQLite takes one new column per statement.
  await db.schema.alterTable('run').addColumn('candidate_id', 'text').execute();
  await db.schema
    .alterTable('run')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('run'))
    .execute();
  await db.schema.alterTable('run').addColumn('group_id', 'text').execute();
  await db.schema.alterTable('run').addColumn('company_json', 'text').execute();
  await db.schema
    .alterTable('run')
    .addColumn('queue_no', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('run_by_candidate').on('run').column('candidate_id').execute();
  await db.schema.createIndex('run_by_status').on('run').column('status').execute();
}
