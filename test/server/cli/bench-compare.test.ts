import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSink } from '../../../benchmarks/index.ts';
import type { Sink } from '../../../benchmarks/index.ts';
import { runMailfit } from '../../builders/run-mailfit.ts';

let fast: Sink;
let slow: Sink;
const ALWAYS = { share: 1, times: Infinity, skip: 0 };

before(async () => {
  fast = await startSink({ kind: 'null' });
  slow = await startSink({
    kind: 'scripted',
    faults: [{ ...ALWAYS, kind: 'stall', phase: 'finalDot', delayMs: 60, scope: 'session' }],
  });
});

after(async () => {
  await fast.close();
  await slow.close();
});

const targetOf = (sink: Sink): string => `smtp://127.0.0.1:${sink.port}`;

test('two servers are loaded in turns, and the slower one is called worse', async () => {
  const run = await runMailfit(
    [
      ['bench', 'compare', '--targets', targetOf(fast), targetOf(slow), '--repeats', '3'],
      ['--messages', '20', '--sessions', '2'],
    ].flat(),
  );

  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stdout, /accepted\/s .* worse/);
  assert.equal(run.stderr.trim().split('\n').length, 6);
});

test('kill -9 loses no finished run of a series, and the next start goes on where it ended', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'mailfit-series-'));
  const args = [
    ['bench', 'compare', '--targets', targetOf(fast), targetOf(slow), '--repeats', '3'],
    ['--messages', '12', '--sessions', '2', '--keep', 'runs', '--json'],
  ].flat();
  const child = spawn(process.execPath, [resolve('server/cli/main.ts'), ...args], {
    cwd,
    stdio: 'ignore',
    env: { PATH: process.env['PATH'] },
  });
  const ended = new Promise((done) => child.once('close', done));
  while ((await keptIn(cwd)).length < 2 && child.exitCode === null) await sleep(20);
  child.kill('SIGKILL');
  await ended;
  const kept = await keptIn(cwd);
  const texts = await Promise.all(kept.map((name) => readFile(join(cwd, 'runs', name), 'utf8')));

  const run = await runMailfit(args, { cwd });

  assert.equal(run.status, 0, run.stderr);
  assert.ok(kept.length >= 2);
  const again = await Promise.all(kept.map((name) => readFile(join(cwd, 'runs', name), 'utf8')));
  assert.deepEqual(again, texts);
  assert.equal((await keptIn(cwd)).length, 6);
  assert.deepEqual(
    JSON.parse(run.stdout).figures.map((figure: { first: unknown[]; second: unknown[] }) => [
      figure.first.length,
      figure.second.length,
    ]),
    Array.from({ length: 5 }, () => [3, 3]),
  );

  const other = await runMailfit([...args, '--pipelining', 'on'], { cwd });
  assert.equal(other.status, 2);
  assert.match(other.stderr, /a run of another plan/);
});

async function keptIn(cwd: string): Promise<string[]> {
  const names = await readdir(join(cwd, 'runs')).catch(() => []);
  return names.filter((name) => /^\d{3}-[12]\.json$/.test(name)).sort();
}

test('two plans of one server are compared under the names of their files', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'mailfit-plans-'));
  const load = { model: 'closed', sessions: 2, messages: 20 };
  await writeFile(join(cwd, 'plain.json'), JSON.stringify({ target: targetOf(fast), load }));
  await writeFile(
    join(cwd, 'piped.json'),
    JSON.stringify({ target: targetOf(fast), load, session: { pipelining: true } }),
  );

  const run = await runMailfit(
    ['bench', 'compare', '--plans', 'plain.json', 'piped.json', '--repeats', '1', '--json'],
    { cwd },
  );

  assert.equal(run.status, 0, run.stderr);
  const comparison = JSON.parse(run.stdout);
  assert.deepEqual([comparison.firstLabel, comparison.secondLabel], ['plain.json', 'piped.json']);
  assert.deepEqual(comparison.differingSettings, ['session']);
});

test('a history of too few runs says so instead of guessing', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'mailfit-history-'));
  await runMailfit(['bench', 'run', '--target', targetOf(fast), '--messages', '20', '--out', 'a.json'], {
    cwd,
  });

  const run = await runMailfit(['bench', 'history', 'a.json'], { cwd });

  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stdout, /Too few runs/);
});

test('one target, three targets and targets together with plans are wrong use', async () => {
  const run = await runMailfit(['bench', 'compare', '--targets', targetOf(fast)]);

  assert.equal(run.status, 2);
  assert.match(run.stderr, /name the two that are compared/);
});
