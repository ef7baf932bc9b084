// One row per person who is asked for the weights of an evaluation.

import type { Kysely, Migration } from 'kysely';

export const addOpinions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('opinion')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('evaluation_id', 'text', (column) => column.notNull().references('evaluation.id'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('method', 'text', (column) => column.notNull())
      .addColumn('drafts_json', 'text', (column) => column.notNull())
      .addColumn('given_at', 'text')
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('opinion_name', ['evaluation_id', 'name'])
      .addUniqueConstraint('opinion_position', ['evaluation_id', 'position'])
      .execute();
  },
};
