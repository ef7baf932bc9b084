// Runs that wait their turn. A run leaves the queue by one statement with a condition, so that of two who want to start or
// cancel it only one wins.

import type { Kysely } from 'kysely';
import type { RunStatus, RunStore } from '../../usecases/stores.ts';
import { runOf } from './run-rows.ts';
import type { RunTable, Tables } from './tables.ts';

export function queueStatements(
  db: Kysely<Tables>,
): Pick<RunStore, 'begin' | 'cancel' | 'waiting' | 'parkQueued' | 'unpark'> {
  return {
    begin: (runId, startedAt) =>
      changeStatus(db, runId, { from: ['queued'], to: { status: 'running', started_at: startedAt } }),
    cancel: (runId, at) =>
      changeStatus(db, runId, { from: ['queued', 'parked'], to: { status: 'cancelled', finished_at: at } }),
    async waiting() {
      const rows = await db
        .selectFrom('run')
        .selectAll()
        .where('status', 'in', ['queued', 'parked'])
        .orderBy('queue_no')
        .execute();
      return rows.map(runOf);
    },
    async parkQueued() {
      const outcome = await db
        .updateTable('run')
        .set({ status: 'parked' })
        .where('status', '=', 'queued')
        .executeTakeFirst();
      return Number(outcome.numUpdatedRows);
    },
    unpark: (runId) => changeStatus(db, runId, { from: ['parked'], to: { status: 'queued' } }),
  };
}

async function changeStatus(
  db: Kysely<Tables>,
  runId: string,
  { from, to }: { readonly from: readonly RunStatus[]; readonly to: Partial<RunTable> },
): Promise<boolean> {
  const outcome = await db
    .updateTable('run')
    .set(to)
    .where('id', '=', runId)
    .where('status', 'in', from)
    .executeTakeFirst();
  return outcome.numUpdatedRows > 0n;
}
