// Accounts. Invariant: two spellings of one mail address are one account, and one enabled administrator remains.

import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Role } from '../../core/access/permissions.ts';
import type {
  Account,
  AccountChange,
  AccountStore,
  NewAccount,
} from '../../usecases/access/account-stores.ts';
import type { AccountTable } from './access-tables.ts';
import type { StoreContext } from './evaluation-store.ts';
import type { Tables } from './tables.ts';

export function sqlAccountStore(context: StoreContext): AccountStore {
  const { db } = context;
  const one = async (column: 'id' | 'email_key' | 'oidc_subject', value: string): Promise<Account | null> => {
    const row = await db.selectFrom('account').selectAll().where(column, '=', value).executeTakeFirst();
    return row === undefined ? null : accountOf(row);
  };
  const set = async (id: string, change: Partial<AccountTable>): Promise<void> => {
    await db.updateTable('account').set(change).where('id', '=', id).execute();
  };
  return {
    create: (account) => insertAccount(db, newRow(context, account)),
    completeSetup: (account) => completeSetup(context, account),
    async isSetupComplete() {
      return (await db.selectFrom('setup').select('id').executeTakeFirst()) !== undefined;
    },
    get: (id) => one('id', id),
    byEmail: (email) => one('email_key', emailKey(email)),
    byOidcSubject: (subject) => one('oidc_subject', subject),
    async list() {
      return (await db.selectFrom('account').selectAll().orderBy('email_key').execute()).map(accountOf);
    },
    setPasswordHash: (id, hash) => set(id, { password_hash: hash }),
    setOidcSubject: (id, subject) => set(id, { oidc_subject: subject }),
    noteSignIn: (id, at) => set(id, { last_sign_in_at: at }),
    setRole: (id, role) => changeKeepingAnAdministrator(db, id, { role }),
    setDisabled: (id, isDisabled) =>
      changeKeepingAnAdministrator(db, id, { is_disabled: isDisabled ? 1 : 0 }),
  };
}

/** The form in which addresses are compared. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').toLowerCase();
}

export function accountOf(row: AccountTable): Account {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    isDisabled: row.is_disabled !== 0,
    passwordHash: row.password_hash,
    oidcSubject: row.oidc_subject,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
  };
}

function newRow(context: StoreContext, account: NewAccount): AccountTable {
  return {
    id: context.newId(),
    email: account.email,
    email_key: emailKey(account.email),
    name: account.name,
    role: account.role,
    is_disabled: 0,
    password_hash: account.passwordHash,
    oidc_subject: account.oidcSubject,
    created_at: context.now().toISOString(),
    last_sign_in_at: null,
  };
}

async function insertAccount(db: Kysely<Tables>, row: AccountTable): Promise<Account | null> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n ? accountOf(row) : null;
}

function completeSetup(context: StoreContext, account: NewAccount): Promise<Account | null> {
  const row = newRow(context, account);
  return context.db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('setup')
      .values({ id: 1, completed_at: row.created_at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n ? insertAccount(trx, row) : null;
  });
}

function changeKeepingAnAdministrator(
  db: Kysely<Tables>,
  id: string,
  change: Partial<Pick<AccountTable, 'role' | 'is_disabled'>>,
): Promise<AccountChange> {
  return db.transaction().execute(async (trx) => {
    await lockAdministrators(trx);
    const row = await trx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return 'notFound';
    if (isActiveAdministrator(row) && !isActiveAdministrator({ ...row, ...change })) {
      const others = await trx
        .selectFrom('account')
        .select('id')
        .where('role', '=', 'administrator')
        .where('is_disabled', '=', 0)
        .where('id', '!=', id)
        .execute();
      if (others.length === 0) return 'lastAdministrator';
    }
    await trx.updateTable('account').set(change).where('id', '=', id).execute();
    return 'changed';
  });
}

// An update that changes nothing takes the rows' locks in both databases, so two administrators who demote each
// other at the same moment do so one after the other.
async function lockAdministrators(trx: Transaction<Tables>): Promise<void> {
  await trx
    .updateTable('account')
    .set({ role: sql<string>`role` })
    .where('role', '=', 'administrator')
    .execute();
}

function isActiveAdministrator(row: Pick<AccountTable, 'role' | 'is_disabled'>): boolean {
  return row.role === 'administrator' && row.is_disabled === 0;
}
