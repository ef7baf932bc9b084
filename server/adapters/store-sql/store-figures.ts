// Figures about the database for monitoring.

import { sql, SqliteAdapter } from 'kysely';
import type { Kysely } from 'kysely';
import type { StoreFigures } from '../../usecases/metrics.ts';
import type { Tables } from './tables.ts';

export async function readStoreFigures(db: Kysely<Tables>): Promise<StoreFigures> {
  const rows = await db
    .selectFrom('run')
    .select(['status', (select) => select.fn.countAll<number | string>().as('count')])
    .groupBy('status')
    .execute();
  const runsByStatus = Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  return { runsByStatus, databaseBytes: await sizeOf(db) };
}

async function sizeOf(db: Kysely<Tables>): Promise<number> {
  const isEmbedded = db.getExecutor().adapter instanceof SqliteAdapter;
  const query = isEmbedded
    ? sql<{
        bytes: number;
      }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
    : sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`;
  const { rows } = await query.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}
