// The tender rule that is declared for an evaluation; no row where none is.

import type { Kysely } from 'kysely';

export async function addTender(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evaluation_tender')
    .addColumn('evaluation_id', 'text', (column) => column.primaryKey().references('evaluation.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('statement_json', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
}
