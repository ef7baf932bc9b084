// Lets kysely's SQLite dialect run on Node's own SQLite, so that the embedded database needs no native package.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { SqliteDialect } from 'kysely';
import type { SqliteStatement } from 'kysely';

const BUSY_TIMEOUT_MS = 5_000;

/** A dialect on the given file, which is created with its folder; `:memory:` works too. */
export function nodeSqliteDialect(path: string): SqliteDialect {
  return new SqliteDialect({
    database: () => {
      const database = openDurably(path);
      return Promise.resolve({
        close: () => database.close(),
        prepare: preparedOnce(database),
      });
    },
  });
}

// FULL makes every commit reach the disk before it is confirmed: a saved answer survives a kill and a power cut.
function openDurably(path: string): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  return database;
}

/** Our queries are few and alike, apart from long lists of values. */
const STATEMENTS_KEPT = 200;

// Preparing a statement takes longer than running most of ours.
function preparedOnce(database: DatabaseSync): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    if (kept.size >= STATEMENTS_KEPT) kept.clear();
    const statement = wrapStatement(database, sql);
    kept.set(sql, statement);
    return statement;
  };
}

function wrapStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  // Kysely only ever binds what SQLite can hold; the rows it wants are plain objects.
  const bound = (parameters: readonly unknown[]): SQLInputValue[] => [...parameters] as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)),
    run: (parameters) => statement.run(...bound(parameters)),
    iterate: (parameters) => statement.iterate(...bound(parameters)),
  };
}
