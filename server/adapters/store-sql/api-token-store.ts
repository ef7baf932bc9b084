// API tokens of accounts. Revoked ones are gone; the audit log remembers them.

import type { Kysely } from 'kysely';
import type { ApiToken, ApiTokenStore } from '../../usecases/access/account-stores.ts';
import type { ApiTokenTable } from './access-tables.ts';
import { accountOf } from './account-store.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { Tables } from './tables.ts';

export function sqlApiTokenStore({ db, newId }: StoreContext): ApiTokenStore {
  return {
    async create({ tokenHash, accountId, name, createdAt, expiresAt }) {
      const row = {
        id: newId(),
        account_id: accountId,
        token_hash: tokenHash,
        name,
        created_at: createdAt,
        expires_at: expiresAt,
        last_used_at: null,
      };
      await db.insertInto('api_token').values(row).execute();
      return tokenOf(row);
    },
    find: (tokenHash, now) => findWithOwner(db, tokenHash, now),
    async noteUse(id, at) {
      await db.updateTable('api_token').set({ last_used_at: at }).where('id', '=', id).execute();
    },
    async listOf(accountId, now) {
      const rows = await db
        .selectFrom('api_token')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('expires_at', '>', now)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(tokenOf);
    },
    async remove(accountId, id) {
      const outcome = await db
        .deleteFrom('api_token')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return outcome.numDeletedRows > 0n;
    },
  };
}

async function findWithOwner(
  db: Kysely<Tables>,
  tokenHash: string,
  now: string,
): ReturnType<ApiTokenStore['find']> {
  const row = await db
    .selectFrom('api_token')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('id', '=', row.account_id)
    .executeTakeFirst();
  return account === undefined ? null : { token: tokenOf(row), account: accountOf(account) };
}

function tokenOf(row: ApiTokenTable): ApiToken {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}
