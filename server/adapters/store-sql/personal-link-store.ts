// Invitations and password resets. Invariant: a link is used by exactly one caller.

import type { Kysely } from 'kysely';
import type { Role } from '../../core/access/permissions.ts';
import type {
  PersonalLink,
  PersonalLinkKind,
  PersonalLinkStore,
} from '../../usecases/access/account-stores.ts';
import type { PersonalLinkTable } from './access-tables.ts';
import { emailKey } from './account-store.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { Tables } from './tables.ts';

export function sqlPersonalLinkStore({ db, newId }: StoreContext): PersonalLinkStore {
  return {
    async create(link) {
      const row = rowOf(newId(), link);
      await db.insertInto('personal_link').values(row).execute();
      return linkOf(row);
    },
    async find(kind, tokenHash, now) {
      const row = await openLinks(db, kind, now).where('token_hash', '=', tokenHash).executeTakeFirst();
      return row === undefined ? null : linkOf(row);
    },
    async use(id, now) {
      const outcome = await closeOpen(db, now)
        .where('id', '=', id)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return outcome.numUpdatedRows > 0n;
    },
    async listOpen(kind, now) {
      return (await openLinks(db, kind, now).orderBy('created_at', 'desc').orderBy('id').execute()).map(
        linkOf,
      );
    },
    async revokeFor(kind, email, now) {
      const outcome = await closeOpen(db, now)
        .where('kind', '=', kind)
        .where('email_key', '=', emailKey(email))
        .executeTakeFirst();
      return Number(outcome.numUpdatedRows);
    },
    async revoke(kind, id, now) {
      const row = await closeOpen(db, now)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : linkOf(row);
    },
  };
}

function openLinks(db: Kysely<Tables>, kind: PersonalLinkKind, now: string) {
  return db
    .selectFrom('personal_link')
    .selectAll()
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .where('expires_at', '>', now);
}

// The condition on `closed_at` is what lets only one of two callers through.
function closeOpen(db: Kysely<Tables>, now: string) {
  return db.updateTable('personal_link').set({ closed_at: now }).where('closed_at', 'is', null);
}

function rowOf(
  id: string,
  link: Omit<PersonalLink, 'id'> & { readonly tokenHash: string },
): PersonalLinkTable {
  return {
    id,
    kind: link.kind,
    token_hash: link.tokenHash,
    email: link.email,
    email_key: emailKey(link.email),
    role: link.role,
    account_id: link.accountId,
    created_at: link.createdAt,
    expires_at: link.expiresAt,
    closed_at: null,
  };
}

function linkOf(row: PersonalLinkTable): PersonalLink {
  return {
    id: row.id,
    kind: row.kind as PersonalLinkKind,
    email: row.email,
    role: row.role as Role | null,
    accountId: row.account_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
