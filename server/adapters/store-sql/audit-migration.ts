// The schema step of the audit log.

import { sql, SqliteAdapter } from 'kysely';
import type { Kysely, Migration } from 'kysely';

export const auditMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('audit_entry')
      // The key makes two writers who take the same number collide instead of forking the chain.
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('actor_label', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('object', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('previous_hash', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('audit_entry_by_action').on('audit_entry').column('action').execute();
    for (const statement of appendOnlyRules(db)) await sql.raw(statement).execute(db);
  },
};

// A second wall behind the code: the database itself refuses to change or remove an entry.
function appendOnlyRules(db: Kysely<unknown>): readonly string[] {
  if (db.getExecutor().adapter instanceof SqliteAdapter) {
    return ['update', 'delete'].map(
      (verb) =>
        `create trigger audit_entry_no_${verb} before ${verb} on audit_entry ` +
        `begin select raise(abort, 'the audit log is append-only'); end`,
    );
  }
  return [
    `create function audit_entry_refuse() returns trigger language plpgsql as ` +
      `$$ begin raise exception 'the audit log is append-only'; end $$`,
    `create trigger audit_entry_no_change before update or delete or truncate on audit_entry ` +
      `for each statement execute function audit_entry_refuse()`,
  ];
}
