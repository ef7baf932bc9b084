import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startSink } from '../../../benchmarks/index.ts';
import type { Sink } from '../../../benchmarks/index.ts';
import { runMailfit } from '../../builders/run-mailfit.ts';

let sink: Sink;
let target: string;

before(async () => {
  sink = await startSink({ kind: 'null' });
  target = `smtp://127.0.0.1:${sink.port}`;
});

after(() => sink.close());

test('connections are held and their admission measured', async () => {
  const run = await runMailfit(
    [
      ['bench', 'connections', '--target', target],
      ['--hold', '50', '--hold-sec', '0.2', '--json'],
    ].flat(),
  );

  assert.equal(run.status, 0, run.stderr);
  const { hold } = JSON.parse(run.stdout);
  assert.deepEqual([hold.requested, hold.admitted, hold.refused], [50, 50, 0]);
});

test('the capacity search answers with bounds and every trial', async () => {
  const run = await runMailfit(
    [
      ['bench', 'capacity', '--target', target, '--slo', 'errors<=1%', '--max-rate', '50'],
      ['--short-sec', '1', '--full-sec', '1', '--json'],
    ].flat(),
  );

  const result = JSON.parse(run.stdout);
  assert.equal(result.schema, 'mailfit.capacity/1');
  assert.ok(result.trials.length > 0);
  assert.ok(result.generatorCeilingPerSec > 50, `${result.generatorCeilingPerSec}`);
});

test('a capacity search of a public address is refused with status 3', async () => {
  const run = await runMailfit([
    'bench',
    'capacity',
    '--target',
    'smtp://192.0.2.1:25',
    '--slo',
    'errors<=1%',
  ]);

  assert.equal(run.status, 3);
});

test('runs of one server against themselves show no significant difference', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'mailfit-compare-'));
  for (const name of ['a', 'b', 'c']) {
    await runMailfit(['bench', 'run', '--target', target, '--messages', '30', '--out', `${name}.json`], {
      cwd,
    });
  }

  const run = await runMailfit(
    ['bench', 'compare', 'a.json', 'b.json', 'c.json', '--with', 'b.json', 'c.json', 'a.json', '--json'],
    { cwd },
  );

  assert.equal(run.status, 0, run.stderr);
  const { figures } = JSON.parse(run.stdout);
  assert.ok(figures.length > 0);
  for (const { difference } of figures) assert.equal(difference, 'noSignificantDifference');
});

test('runs of one target without a second set are refused, and so is a file that is no run', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'mailfit-compare-'));
  await runMailfit(['bench', 'run', '--target', target, '--messages', '5', '--out', 'a.json'], { cwd });

  assert.equal((await runMailfit(['bench', 'compare', 'a.json', 'a.json'], { cwd })).status, 2);
  assert.equal(
    (await runMailfit(['bench', 'compare', join(process.cwd(), 'package.json')], { cwd })).status,
    2,
  );
});

test('the result can be written for CI and for monitoring', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'mailfit-out-'));
  for (const file of ['run.xml', 'run.prom', 'run.csv', 'run.html']) {
    await runMailfit(['bench', 'run', '--target', target, '--messages', '5', '--out', file], { cwd });
  }

  assert.match(await readFile(join(cwd, 'run.xml'), 'utf8'), /<testsuite/);
  assert.match(await readFile(join(cwd, 'run.prom'), 'utf8'), /^# TYPE mailfit_/m);
  assert.match(await readFile(join(cwd, 'run.html'), 'utf8'), /^<!doctype html>/i);
});
