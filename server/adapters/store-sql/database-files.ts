// Backup and restore of the SQLite file. Invariant: under the final name there is a whole, checked file or none, also
// after a kill or on a full disk; what is being written has another name until then.

import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MailfitError } from '../../errors.ts';
import type { DatabaseFiles } from '../../usecases/database-files.ts';
import { KNOWN_MIGRATIONS } from './migrations.ts';

export const DATABASE_FILE = 'mailfit.sqlite';
const OWNER_ONLY = 0o600;
/** SQLite keeps these beside a database that is in use. */
const COMPANIONS = ['-wal', '-shm'];

export function createDatabaseFiles(dataDir: string, now: () => Date): DatabaseFiles {
  const database = join(dataDir, DATABASE_FILE);
  return {
    backUp: (target, overwrites) => Promise.resolve().then(() => backUp(database, target, overwrites)),
    restore: (source, replaces) =>
      Promise.resolve().then(() => restore(database, source, { replaces, now: now() })),
  };
}

function backUp(
  database: string,
  target: string,
  overwrites: boolean,
): { readonly path: string; readonly sizeBytes: number } {
  if (!existsSync(database))
    throw new MailfitError('fileUnusable', [`${database}: there is no database here.`]);
  if (existsSync(target) && !overwrites) {
    throw new MailfitError('wrongUse', [`${target}: exists already; choose another name or add --force.`]);
  }
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    const source = new DatabaseSync(database, { readOnly: true });
    try {
      // One read transaction over everything: consistent, and writers go on meanwhile.
      source.prepare('vacuum into ?').run(unfinished);
    } finally {
      source.close();
    }
    checkDatabase(unfinished);
    settle(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw asUnusable(target, error);
  }
  return { path: target, sizeBytes: statSync(target).size };
}

function restore(
  database: string,
  source: string,
  options: { readonly replaces: boolean; readonly now: Date },
): { readonly keptAt: string | null } {
  if (!existsSync(source)) throw new MailfitError('fileUnusable', [`${source}: there is no such file.`]);
  checkBackup(source);
  const isTaken = existsSync(database);
  if (isTaken && !options.replaces) {
    const hint =
      'there is a database already; add --force to replace it (it is kept beside under another name)';
    throw new MailfitError('wrongUse', [`${database}: ${hint}.`]);
  }
  if (isTaken) refuseWhileInUse(database);
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  const unfinished = `${database}.unfinished`;
  try {
    copyFileSync(source, unfinished);
    const keptAt = isTaken ? setAside(database, options.now) : null;
    settle(unfinished, database);
    return { keptAt };
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw asUnusable(database, error);
  }
}

/** On disk first, then under its name, then the folder that holds the name. */
function settle(unfinished: string, target: string): void {
  chmodSync(unfinished, OWNER_ONLY);
  flush(unfinished);
  renameSync(unfinished, target);
  flush(dirname(target));
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function checkBackup(path: string): void {
  try {
    checkDatabase(path);
  } catch (error) {
    throw asUnusable(path, error);
  }
}

function checkDatabase(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const check = database.prepare('pragma integrity_check').get()?.['integrity_check'];
    if (check !== 'ok') throw new MailfitError('fileUnusable', [`${path}: damaged (${String(check)}).`]);
    const steps = database.prepare('select name from kysely_migration order by name').all();
    const unknown = steps
      .map((step) => String(step['name']))
      .filter((name) => !KNOWN_MIGRATIONS.includes(name));
    if (unknown.length > 0) {
      const hint = `made by a newer mailfit (${unknown.join(', ')})`;
      throw new MailfitError('fileUnusable', [`${path}: ${hint}; update this one first.`]);
    }
  } finally {
    database.close();
  }
}

// Whoever has a database in WAL mode open holds a shared lock on it, so taking it for oneself alone fails then. What
// cannot even be opened is in nobody's use.
function refuseWhileInUse(path: string): void {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path);
    database.exec(
      'pragma locking_mode = exclusive; begin exclusive; rollback; pragma wal_checkpoint(truncate)',
    );
  } catch (error) {
    if (/locked|busy/i.test(String(error))) {
      throw new MailfitError('wrongUse', [`${path}: in use; stop the server first.`], error);
    }
  } finally {
    database?.close();
  }
}

function setAside(database: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const keptAt = `${database}.before-restore-${stamp}`;
  for (const companion of COMPANIONS) {
    if (existsSync(database + companion)) renameSync(database + companion, keptAt + companion);
  }
  renameSync(database, keptAt);
  return keptAt;
}

function asUnusable(path: string, error: unknown): MailfitError {
  if (error instanceof MailfitError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new MailfitError('fileUnusable', [`${path}: ${reason}`], error);
}
