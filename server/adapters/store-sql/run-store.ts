// Benchmark runs with their events. A run ends exactly once; events are numbered without gaps so that a viewer
// who lost the connection can ask for "everything after the last one I saw".

import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type {
  JsonObject,
  RunEnd,
  RunFilter,
  RunStore,
  StoredRun,
  StoredRunEvent,
} from '../../usecases/stores.ts';
import type { StoreContext } from './evaluation-store.ts';
import { rowOf, runOf } from './run-rows.ts';
import { queueStatements } from './run-queue-statements.ts';
import type { Tables } from './tables.ts';

export function sqlRunStore({ db, newId }: StoreContext): RunStore {
  return {
    async create(input) {
      const row = rowOf({ ...input, id: input.id ?? newId() });
      // One statement takes the next place in the queue, so two runs never share one.
      const next = sql<number>`(select coalesce(max(queue_no), 0) + 1 from run)`;
      await db
        .insertInto('run')
        .values({ ...row, queue_no: row.status === 'queued' ? next : 0 })
        .execute();
      return runOf(row);
    },
    ...queueStatements(db),
    appendEvent: (runId, event) => appendEvent(db, runId, event),
    eventsAfter: (runId, lastSeenId) => eventsAfter(db, runId, lastSeenId),
    finish: (runId, end) => finishRun(db, runId, end),
    async get(runId) {
      const row = await db.selectFrom('run').selectAll().where('id', '=', runId).executeTakeFirst();
      return row === undefined ? null : runOf(row);
    },
    list: (filter) => listRuns(db, filter),
    evidenceKeys: (limit) => evidenceKeys(db, limit),
    async markInterrupted(finishedAt) {
      const outcome = await db
        .updateTable('run')
        .set({ status: 'interrupted', finished_at: finishedAt })
        .where('status', '=', 'running')
        .executeTakeFirst();
      return Number(outcome.numUpdatedRows);
    },
  };
}

async function evidenceKeys(db: Kysely<Tables>, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('run')
    .select(['id', 'provider_id', 'finished_at'])
    .where('status', '=', 'finished')
    .where('provider_id', 'is not', null)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => `${row.id} ${row.provider_id} ${row.finished_at}`);
}

async function listRuns(db: Kysely<Tables>, filter: RunFilter): Promise<StoredRun[]> {
  const equal = [
    ['provider_id', filter.providerId],
    ['target', filter.target],
    ['candidate_id', filter.candidateId],
    ['group_id', filter.groupId],
    ['status', filter.status],
  ] as const;
  let query = db.selectFrom('run').selectAll();
  for (const [column, value] of equal) if (value !== undefined) query = query.where(column, '=', value);
  if (filter.isEvidence === true) query = query.where('provider_id', 'is not', null);
  const rows = await query.orderBy('started_at', 'desc').orderBy('id').limit(filter.limit).execute();
  return rows.map(runOf);
}

// The `running` condition is what makes a run end only once, whoever else tries.
async function finishRun(db: Kysely<Tables>, runId: string, end: RunEnd): Promise<boolean> {
  const outcome = await db
    .updateTable('run')
    .set({
      status: end.status,
      finished_at: end.finishedAt,
      result_json: end.result === null ? null : JSON.stringify(end.result),
      failure: end.failure,
    })
    .where('id', '=', runId)
    .where('status', '=', 'running')
    .executeTakeFirst();
  return outcome.numUpdatedRows > 0n;
}

// One statement takes the next number and writes the row, so two writers cannot get the same number unnoticed.
async function appendEvent(db: Kysely<Tables>, runId: string, event: JsonObject): Promise<number> {
  const row = await db
    .insertInto('run_event')
    .columns(['run_id', 'event_id', 'event_json'])
    .expression(
      db
        .selectFrom('run_event')
        .where('run_id', '=', runId)
        .select([
          sql<string>`cast(${runId} as text)`.as('run_id'),
          sql<number>`coalesce(max(event_id), 0) + 1`.as('event_id'),
          sql<string>`cast(${JSON.stringify(event)} as text)`.as('event_json'),
        ]),
    )
    .returning('event_id')
    .executeTakeFirstOrThrow();
  return row.event_id;
}

async function eventsAfter(db: Kysely<Tables>, runId: string, lastSeenId: number): Promise<StoredRunEvent[]> {
  const rows = await db
    .selectFrom('run_event')
    .select(['event_id', 'event_json'])
    .where('run_id', '=', runId)
    .where('event_id', '>', lastSeenId)
    .orderBy('event_id')
    .execute();
  return rows.map((row) => ({ id: row.event_id, event: JSON.parse(row.event_json) as JsonObject }));
}
