// The server as its operator knows it: started, backed up, filled up, killed, restored.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { openStores } from '../../../server/adapters/store-sql/open-stores.ts';
import { createAuditLog } from '../../../server/usecases/access/audit-log.ts';
import { runMailfit } from '../../builders/run-mailfit.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SAVE = join(ROOT, 'test/server/adapters/store-sql/save-until-killed.ts');
const now = () => new Date();
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailfit-op-'));
  folders.push(folder);
  return folder;
}

async function withEvaluation(dataDir: string, title: string): Promise<string> {
  const stores = await openStores({ databaseUrl: null, dataDir, now });
  const { id } = await stores.evaluations.create({ title, answers: { a: 1 } });
  await stores.close();
  return id;
}

async function titleOf(dataDir: string, id: string): Promise<string | undefined> {
  const stores = await openStores({ databaseUrl: null, dataDir, now });
  const evaluation = await stores.evaluations.get(id);
  await stores.close();
  return evaluation?.title;
}

/** Starts the server as a person would and resolves with its address once it is ready. */
async function startServer(
  dataDir: string,
): Promise<{ child: ChildProcess; origin: string; printed(): string }> {
  const env = { PATH: process.env['PATH'], HOME: dataDir, MAILFIT_LOG_LEVEL: 'silent' };
  const args = ['server/cli/main.ts', 'serve', '--port', '0', '--data', dataDir];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  while (!printed.includes('ready')) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(printed);
    await new Promise((done) => setTimeout(done, 20));
  }
  return { child, origin: /http:\/\/[^/]+/.exec(printed)?.[0] ?? '', printed: () => printed };
}

/** Reads the events of a run until one tells of an accepted message. */
async function untilAccepted(events: Response): Promise<void> {
  let told = '';
  for await (const chunk of events.body
    ?.pipeThrough(new TextDecoderStream())
    .values({ preventCancel: true }) ?? []) {
    told += chunk;
    if (/"accepted":[1-9]/.test(told)) return;
  }
  throw new Error(`no message was accepted: ${told}`);
}

/** Starts a run on the built-in server and answers its id. */
async function startRun(origin: string, load: object): Promise<string> {
  const started = await fetch(`${origin}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ plan: { target: 'builtin', load } }),
  });
  assert.equal(started.status, 202);
  const { id } = (await started.json()) as { id: string };
  return id;
}

async function runOf(origin: string, id: string): Promise<Record<string, unknown>> {
  return (await (await fetch(`${origin}/api/v1/runs/${id}`)).json()) as Record<string, unknown>;
}

async function untilOver(origin: string, id: string): Promise<Record<string, unknown>> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const run = await runOf(origin, id);
    if (run['finishedAt'] !== null) return run;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the run never ended');
}

describe('a backup', () => {
  it('is made while the server runs, and restored gives everything back', async () => {
    const dataDir = newFolder();
    const id = await withEvaluation(dataDir, 'kept');
    const { child } = await startServer(dataDir);
    const file = join(newFolder(), 'backup.sqlite');

    const made = await runMailfit(['backup', '--out', file, '--data', dataDir]);
    assert.equal(made.status, 0, made.stderr);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const inUse = await runMailfit(['restore', file, '--data', dataDir, '--force']);
    assert.equal(inUse.status, 2);
    assert.match(inUse.stderr, /in use; stop the server first/);
    child.kill('SIGTERM');
    await once(child, 'exit');

    const elsewhere = newFolder();
    const restored = await runMailfit(['restore', file, '--data', elsewhere]);
    assert.equal(restored.status, 0, restored.stderr);
    assert.equal(await titleOf(elsewhere, id), 'kept');
    const verified = await runMailfit(['audit', 'verify', '--data', elsewhere, '--json']);
    assert.equal(verified.status, 0);
    assert.equal(JSON.parse(verified.stdout).entries, 2);
  });

  it('replaces nothing without --force, and keeps what it replaces', async () => {
    const [source, target] = [newFolder(), newFolder()];
    const id = await withEvaluation(source, 'new');
    const old = await withEvaluation(target, 'old');
    const file = join(source, 'backup.sqlite');
    await runMailfit(['backup', '--out', file, '--data', source]);

    const again = await runMailfit(['backup', '--out', file, '--data', source]);
    const refused = await runMailfit(['restore', file, '--data', target]);
    assert.deepEqual([again.status, refused.status], [2, 2]);
    assert.match(refused.stderr, /--force/);
    assert.equal(await titleOf(target, old), 'old');

    const forced = await runMailfit(['restore', file, '--data', target, '--force']);
    assert.equal(forced.status, 0, forced.stderr);
    assert.equal(await titleOf(target, id), 'new');
    assert.ok(readdirSync(target).some((name) => name.startsWith('mailfit.sqlite.before-restore-')));
  });

  it('that is damaged or no backup at all is refused and changes nothing', async () => {
    const dataDir = newFolder();
    const id = await withEvaluation(dataDir, 'kept');
    for (const content of ['no database', Buffer.alloc(8_192, 7)]) {
      const file = join(newFolder(), 'broken.sqlite');
      writeFileSync(file, content);
      const refused = await runMailfit(['restore', file, '--data', dataDir, '--force']);
      assert.equal(refused.status, 2, refused.stdout);
    }

    assert.equal(await titleOf(dataDir, id), 'kept');
  });

  it('that is killed half-way leaves no file under its name', async () => {
    const dataDir = newFolder();
    const stores = await openStores({ databaseUrl: null, dataDir, now });
    for (let i = 0; i < 30; i += 1) {
      await stores.evaluations.create({ title: `${i}`, answers: { text: 'x'.repeat(1_000_000) } });
    }
    await stores.close();
    const file = join(newFolder(), 'backup.sqlite');
    const args = ['server/cli/main.ts', 'backup', '--out', file, '--data', dataDir];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] },
      stdio: 'ignore',
    });
    while (!existsSync(`${file}.unfinished`) && child.exitCode === null) {
      await new Promise((done) => setTimeout(done, 1));
    }
    child.kill('SIGKILL');
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];

    assert.equal(signal, 'SIGKILL');
    assert.equal(existsSync(file), false);
    const next = await runMailfit(['backup', '--out', file, '--data', dataDir]);
    assert.equal(next.status, 0, next.stderr);
    assert.deepEqual(readdirSync(join(file, '..')), ['backup.sqlite']);
  });
});

describe('a full disk', () => {
  it('loses no confirmed answer, and the database is whole afterwards', async () => {
    const dataDir = newFolder();
    // The limit on the size of a file does to SQLite what a full disk does: a write in the middle of a commit fails.
    const limited = `trap '' XFSZ; ulimit -f 3000; exec "$@"`;
    const child = spawn('bash', ['-c', limited, 'bash', process.execPath, SAVE, dataDir], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let confirmed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (confirmed += text));
    const [status] = (await once(child, 'close')) as [number | null];
    const [id = '', ...saved] = confirmed.slice(0, confirmed.lastIndexOf('\n')).split('\n');
    assert.notEqual(status, 0);
    assert.ok(saved.length > 10, `${saved.length} answers saved`);

    const stores = await openStores({ databaseUrl: null, dataDir, now });
    const evaluation = await stores.evaluations.get(id);
    const more = await stores.evaluations.saveAnswers(id, { after: 'space again' });
    await stores.close();

    for (const count of saved) assert.equal(evaluation?.answers[`q${count}`], Number(count));
    assert.equal(more.kind, 'saved');
    const database = new DatabaseSync(join(dataDir, 'mailfit.sqlite'));
    assert.equal(database.prepare('pragma integrity_check').get()?.['integrity_check'], 'ok');
    database.close();
  });
});

describe('kill -9 during a live run', () => {
  it('loses no finished run, and the next start marks the cut one as interrupted', async () => {
    const dataDir = newFolder();
    const first = await startServer(dataDir);
    const short = await startRun(first.origin, { model: 'closed', sessions: 1, messages: 5 });
    const finished = await untilOver(first.origin, short);
    const live = await startRun(first.origin, { model: 'closed', sessions: 2, durationSec: 600 });
    await untilAccepted(await fetch(`${first.origin}/api/v1/runs/${live}/events`));

    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await startServer(dataDir);
    const cut = await runOf(second.origin, live);
    const kept = await runOf(second.origin, short);
    const again = await untilOver(
      second.origin,
      await startRun(second.origin, { model: 'closed', sessions: 1, messages: 5 }),
    );
    second.child.kill('SIGTERM');
    await once(second.child, 'exit');

    assert.equal(finished['status'], 'finished');
    assert.deepEqual(kept, finished);
    assert.equal(cut['status'], 'interrupted');
    assert.notEqual(cut['finishedAt'], null);
    assert.equal(again['status'], 'finished', 'the target is free again');
  });
});

describe('SIGTERM', () => {
  it('ends the process in time, and a run under way is stored with what it measured', async () => {
    const dataDir = newFolder();
    const { child, origin } = await startServer(dataDir);
    const id = await startRun(origin, { model: 'closed', sessions: 2, durationSec: 60 });
    const viewer = await fetch(`${origin}/api/v1/runs/${id}/events`);
    await untilAccepted(viewer);

    const askedAt = Date.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    const tookMs = Date.now() - askedAt;

    assert.equal(code, 0);
    assert.ok(tookMs < 10_000, `${tookMs} ms`);
    const stores = await openStores({ databaseUrl: null, dataDir, now });
    const run = await stores.runs.get(id);
    await stores.close();
    assert.equal(run?.status, 'interrupted');
    const messages = (run.result as { messages?: { accepted?: number } } | null)?.messages;
    assert.ok((messages?.accepted ?? 0) > 0, JSON.stringify(run.failure));
  });
});

describe('mailfit audit verify', () => {
  it('finds a changed entry, a removed one and a cut end, although the database refuses both to the application', async () => {
    const dataDir = newFolder();
    const stores = await openStores({ databaseUrl: null, dataDir, now });
    const logger = { info: () => {}, warn: () => {}, error: () => {} };
    const log = createAuditLog({ store: stores.audit, clock: { now }, logger });
    for (const object of ['/runs/1', '/runs/2', '/runs/3']) {
      await log.record({ who: { kind: 'localUser' }, address: '' }, 'run.started', { object });
    }
    const verdict = await log.verify();
    await stores.close();
    const database = new DatabaseSync(join(dataDir, 'mailfit.sqlite'));
    const change = `update audit_entry set object = '/runs/9' where number = 2`;
    assert.throws(() => database.exec(change), /append-only/);
    assert.throws(() => database.exec('delete from audit_entry'), /append-only/);
    database.exec('drop trigger audit_entry_no_update; drop trigger audit_entry_no_delete');
    const head = verdict.kind === 'whole' ? verdict.headHash : '';
    const verify = async (...more: string[]) => runMailfit(['audit', 'verify', '--data', dataDir, ...more]);

    assert.equal((await verify('--head', head)).status, 0);
    database.exec('delete from audit_entry where number = 3');
    assert.equal((await verify()).status, 0);
    assert.match((await verify('--head', head)).stdout, /entry 3: the entry with the given hash is gone/);
    database.exec(change);
    const changed = await verify();
    assert.deepEqual([changed.status, /entry 2: it was changed/.test(changed.stdout)], [1, true]);
    database.exec('delete from audit_entry where number = 1');
    assert.match((await verify()).stdout, /entry 1: it is missing/);
    database.close();
  });
});
