// The schema step of accounts: people, their sessions, the links they are sent and the links they share.

import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

export const accountsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await createAccounts(db);
    await createSessions(db);
    await createPersonalLinks(db);
    await createShareLinks(db);
  },
};

function texts<Name extends string>(
  table: CreateTableBuilder<Name>,
  columns: readonly string[],
): CreateTableBuilder<Name> {
  return columns.reduce((built, name) => built.addColumn(name, 'text', (column) => column.notNull()), table);
}

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  // One row, once: whoever writes it has made the first administrator.
  await db.schema
    .createTable('setup')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('completed_at', 'text', (column) => column.notNull())
    .execute();
  const account = db.schema.createTable('account').addColumn('id', 'text', (column) => column.primaryKey());
  await texts(account, ['email', 'name', 'role', 'created_at'])
    .addColumn('email_key', 'text', (column) => column.notNull().unique())
    .addColumn('is_disabled', 'integer', (column) => column.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('oidc_subject', 'text', (column) => column.unique())
    .addColumn('last_sign_in_at', 'text')
    .execute();
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  const session = db.schema.createTable('session').addColumn('id', 'text', (column) => column.primaryKey());
  await texts(session, ['created_at', 'last_used_at', 'user_agent', 'address', 'method'])
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .execute();
  await db.schema.createIndex('session_by_account').on('session').column('account_id').execute();
}

async function createPersonalLinks(db: Kysely<unknown>): Promise<void> {
  const link = db.schema
    .createTable('personal_link')
    .addColumn('id', 'text', (column) => column.primaryKey());
  await texts(link, ['kind', 'email', 'email_key', 'created_at', 'expires_at'])
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text')
    .addColumn('account_id', 'text', (column) => column.references('account.id'))
    /** When it was used or revoked. */
    .addColumn('closed_at', 'text')
    .execute();
}

async function createShareLinks(db: Kysely<unknown>): Promise<void> {
  const link = db.schema.createTable('share_link').addColumn('id', 'text', (column) => column.primaryKey());
  await texts(link, ['evaluation_id', 'label', 'made_by', 'created_at', 'expires_at'])
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('revoked_at', 'text')
    .addColumn('last_opened_at', 'text')
    .addColumn('open_count', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('share_link_by_evaluation').on('share_link').column('evaluation_id').execute();
}
