// The audit log in the database. Invariant: numbers have no gaps and no fork, whoever writes at the same time.

import type { Kysely } from 'kysely';
import { nextEntry } from '../../core/access/audit-chain.ts';
import type { AuditAction, AuditEntry, AuditFacts } from '../../core/access/audit-chain.ts';
import type { AuditFilter, AuditStore } from '../../usecases/access/audit-log.ts';
import type { AuditEntryTable } from './access-tables.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { Tables } from './tables.ts';

const TRIES_MAX = 20;

/** `idle` resolves when nothing waits to be written. */
export function sqlAuditStore({ db }: Pick<StoreContext, 'db'>): AuditStore & { idle(): Promise<void> } {
  // Writers of this process queue up; the primary key catches those of another one.
  let queue: Promise<unknown> = Promise.resolve();
  return {
    append(facts) {
      const entry = queue.then(() => appendOnce(db, facts));
      queue = entry.catch(() => undefined);
      return entry;
    },
    async after(afterNumber, limit) {
      const rows = await db
        .selectFrom('audit_entry')
        .selectAll()
        .where('number', '>', afterNumber)
        .orderBy('number')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },
    search: (filter, page) => searchEntries(db, filter, page),
    async idle() {
      await queue;
    },
  };
}

async function appendOnce(db: Kysely<Tables>, facts: AuditFacts): Promise<AuditEntry> {
  for (let tries = 1; ; tries += 1) {
    const previous = await db
      .selectFrom('audit_entry')
      .select(['number', 'hash'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const entry = nextEntry(previous ?? null, facts);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('audit_entry')
      .values(rowOf(entry))
      .onConflict((conflict) => conflict.column('number').doNothing())
      .executeTakeFirst();
    if ((numInsertedOrUpdatedRows ?? 0n) > 0n) return entry;
    if (tries === TRIES_MAX) throw new Error('Too many writers at once: the audit entry found no number');
  }
}

async function searchEntries(
  db: Kysely<Tables>,
  filter: AuditFilter,
  page: { readonly limit: number; readonly beforeNumber?: number },
): Promise<readonly AuditEntry[]> {
  let query = db.selectFrom('audit_entry').selectAll();
  const { action, actor, object, from, before } = filter;
  if (action !== undefined) query = query.where('action', '=', action);
  if (actor !== undefined) {
    query = query.where((where) =>
      where.or(
        (['actor_id', 'actor_label'] as const).map((column) =>
          where(where.fn<string>('lower', [column]), 'like', part(actor)),
        ),
      ),
    );
  }
  if (object !== undefined) {
    query = query.where((where) => where(where.fn<string>('lower', ['object']), 'like', part(object)));
  }
  if (from !== undefined) query = query.where('at', '>=', from);
  if (before !== undefined) query = query.where('at', '<', before);
  if (page.beforeNumber !== undefined) query = query.where('number', '<', page.beforeNumber);
  const rows = await query.orderBy('number', 'desc').limit(page.limit).execute();
  return rows.map(entryOf);
}

// What a person types is a text to find: their % and _ would find more, never less, so they may stay.
function part(text: string): string {
  return `%${text.toLowerCase()}%`;
}

function rowOf(entry: AuditEntry): AuditEntryTable {
  const { number, at, action, object, address, detail, hash } = entry;
  return {
    number,
    at,
    actor_id: entry.actorId,
    actor_label: entry.actorLabel,
    action,
    object,
    address,
    detail,
    previous_hash: entry.previousHash,
    hash,
  };
}

function entryOf(row: AuditEntryTable): AuditEntry {
  const { number, at, object, address, detail, hash } = row;
  return {
    number,
    at,
    actorId: row.actor_id,
    actorLabel: row.actor_label,
    action: row.action as AuditAction,
    object,
    address,
    detail,
    previousHash: row.previous_hash,
    hash,
  };
}
