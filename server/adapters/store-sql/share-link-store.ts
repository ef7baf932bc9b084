// Share links of evaluations.

import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { ShareLink, ShareLinkStore } from '../../usecases/access/account-stores.ts';
import type { ShareLinkTable } from './access-tables.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { Tables } from './tables.ts';

export function sqlShareLinkStore({ db, newId }: StoreContext): ShareLinkStore {
  return {
    async create(link) {
      const row = newRow(newId(), link);
      await db.insertInto('share_link').values(row).execute();
      return linkOf(row);
    },
    find: (tokenHash, now) => findOpen(db, tokenHash, now),
    async noteOpened(id, at) {
      await db
        .updateTable('share_link')
        .set({ last_opened_at: at, open_count: sql<number>`open_count + 1` })
        .where('id', '=', id)
        .execute();
    },
    async listOf(evaluationId) {
      const rows = await db
        .selectFrom('share_link')
        .selectAll()
        .where('evaluation_id', '=', evaluationId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(linkOf);
    },
    async revoke(evaluationId, id, now) {
      const outcome = await db
        .updateTable('share_link')
        .set({ revoked_at: now })
        .where('id', '=', id)
        .where('evaluation_id', '=', evaluationId)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return outcome.numUpdatedRows > 0n;
    },
  };
}

type NewShareLink = Parameters<ShareLinkStore['create']>[0];

function newRow(id: string, link: NewShareLink): ShareLinkTable {
  return {
    id,
    token_hash: link.tokenHash,
    evaluation_id: link.evaluationId,
    label: link.label,
    made_by: link.madeBy,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
    revoked_at: null,
    last_opened_at: null,
    open_count: 0,
  };
}

async function findOpen(db: Kysely<Tables>, tokenHash: string, now: string): Promise<ShareLink | null> {
  const row = await db
    .selectFrom('share_link')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row === undefined ? null : linkOf(row);
}

function linkOf(row: ShareLinkTable): ShareLink {
  return {
    id: row.id,
    evaluationId: row.evaluation_id,
    label: row.label,
    madeBy: row.made_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastOpenedAt: row.last_opened_at,
    openCount: row.open_count,
  };
}
