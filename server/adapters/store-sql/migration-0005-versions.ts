// Frozen versions with the content that they were computed from, and what vendors declared.

import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

export const addVersions: Migration = {
  async up(db: Kysely<unknown>) {
    await textTable(db, 'snapshot', ['packed'])
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .execute();
    await textTable(db, 'evaluation_version', [
      'cause',
      'made_at',
      'made_by',
      'reason',
      'inputs_hash',
      'catalogue_hash',
      'reference_hash',
      'recommendation_hash',
    ])
      .addColumn('evaluation_id', 'text', (column) => column.notNull().references('evaluation.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('answers_version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('evaluation_version_key', ['evaluation_id', 'number'])
      .execute();
    await textTable(db, 'evaluation_state', ['state', 'changed_at', 'changed_by', 'reason'])
      .addColumn('evaluation_id', 'text', (column) => column.primaryKey().references('evaluation.id'))
      .execute();
    await textTable(db, 'vendor_answer', [
      'option_id',
      'vendor',
      'answered_on',
      'facts_json',
      'file_name',
      'file_hash',
      'taken_at',
      'taken_by',
    ])
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('evaluation_id', 'text', (column) => column.notNull().references('evaluation.id'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addUniqueConstraint('vendor_answer_position', ['evaluation_id', 'position'])
      .execute();
  },
};

function textTable<Name extends string, Column extends string>(
  db: Kysely<unknown>,
  name: Name,
  columns: readonly Column[],
): CreateTableBuilder<Name, Column> {
  let table: CreateTableBuilder<Name, Column> = db.schema.createTable(name);
  for (const name of columns) table = table.addColumn(name, 'text', (column) => column.notNull());
  return table;
}
