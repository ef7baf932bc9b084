// Finished runs are read newest first for every result page: an index in that order instead of a sort for every visitor.

import type { Kysely } from 'kysely';

export async function orderRunsByStatus(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('run_by_status').execute();
  await db.schema
    .createIndex('run_by_status_and_start')
    .on('run')
    .columns(['status', 'started_at desc', 'id'])
    .execute();
}
