// Sessions, found by the hash of their token in one query together with their account.

import type { Kysely } from 'kysely';
import type { Account, SessionStore, Session, SignInMethod } from '../../usecases/access/account-stores.ts';
import type { SessionTable } from './access-tables.ts';
import { accountOf } from './account-store.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { Tables } from './tables.ts';

export function sqlSessionStore({ db, newId }: StoreContext): SessionStore {
  return {
    async create(session) {
      const row = rowOf(newId(), session);
      await db.insertInto('session').values(row).execute();
      return sessionOf(row);
    },
    find: (tokenHash) => findSession(db, tokenHash),
    async noteUse(id, at, address) {
      await db.updateTable('session').set({ last_used_at: at, address }).where('id', '=', id).execute();
    },
    async listOf(accountId) {
      const rows = await db
        .selectFrom('session')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('last_used_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(sessionOf);
    },
    ...endings(db),
  };
}

async function findSession(
  db: Kysely<Tables>,
  tokenHash: string,
): Promise<{ readonly session: Session; readonly account: Account } | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('account')
    .select(['session.id as session_id', 'session.created_at as began_at'])
    .select(['last_used_at', 'user_agent', 'address', 'method', 'account_id'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  const session = sessionOf({ ...row, id: row.session_id, created_at: row.began_at });
  return { session, account: accountOf(row) };
}

function endings(db: Kysely<Tables>): Pick<SessionStore, 'end' | 'endAll' | 'removeExpired'> {
  return {
    async end(accountId, sessionId) {
      const outcome = await db
        .deleteFrom('session')
        .where('id', '=', sessionId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return outcome.numDeletedRows > 0n;
    },
    async endAll(accountId, exceptSessionId = '') {
      const outcome = await db
        .deleteFrom('session')
        .where('account_id', '=', accountId)
        .where('id', '!=', exceptSessionId)
        .executeTakeFirst();
      return Number(outcome.numDeletedRows);
    },
    async removeExpired({ usedBefore, madeBefore }) {
      await db
        .deleteFrom('session')
        .where((where) =>
          where.or([where('last_used_at', '<', usedBefore), where('created_at', '<', madeBefore)]),
        )
        .execute();
    },
  };
}

function rowOf(id: string, session: Omit<Session, 'id'> & { readonly tokenHash: string }): SessionTable {
  return {
    id,
    token_hash: session.tokenHash,
    account_id: session.accountId,
    created_at: session.createdAt,
    last_used_at: session.lastUsedAt,
    user_agent: session.userAgent,
    address: session.address,
    method: session.method,
  };
}

function sessionOf(row: Omit<SessionTable, 'token_hash'>): Session {
  return {
    id: row.id,
    accountId: row.account_id,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    userAgent: row.user_agent,
    address: row.address,
    method: row.method as SignInMethod,
  };
}
