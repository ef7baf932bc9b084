import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { RunResult } from '../../../benchmarks/index.ts';
import runSchema from '../../../benchmarks/schema/run.schema.json' with { type: 'json' };
import { planFromOptions } from '../../../server/cli/bench-plan.ts';
import { printable } from '../../../server/cli/printable.ts';
import { MailfitError } from '../../../server/errors.ts';
import { runMailfit } from '../../builders/run-mailfit.ts';

test('a run of the built-in server prints one valid document and accepts every message', async () => {
  const run = await runMailfit([
    'bench',
    'run',
    '--target',
    'builtin',
    '--messages',
    '200',
    '--sessions',
    '4',
    '--json',
  ]);

  assert.equal(run.status, 0, run.stderr);
  const result: RunResult = JSON.parse(run.stdout);
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(runSchema);
  assert.ok(validate(result), JSON.stringify(validate.errors));
  assert.equal(result.messages.accepted, 200);
  assert.equal(result.ledger.checked, true);
  assert.equal(result.ledger.lost + result.ledger.duplicated + result.ledger.corrupted, 0);
});

test('a public address is refused with status 3', async () => {
  const run = await runMailfit(['bench', 'run', '--target', 'smtp://192.0.2.1:25', '--messages', '1']);

  assert.equal(run.status, 3);
  assert.match(run.stderr, /Refused for safety/);
  assert.equal(run.stdout, '');
});

test('a server that does not answer ends with status 4', async () => {
  const run = await runMailfit([
    'bench',
    'run',
    '--target',
    'smtp://127.0.0.1:1',
    '--messages',
    '5',
    '--json',
  ]);

  assert.equal(run.status, 4);
  assert.equal(JSON.parse(run.stdout).messages.accepted, 0);
});

test('a missed threshold ends with status 1', async () => {
  const run = await runMailfit([
    'bench',
    'run',
    '--target',
    'builtin',
    '--messages',
    '50',
    '--json',
    '--threshold',
    'p99FinalDotMs<=0.000001',
  ]);

  assert.equal(run.status, 1);
  assert.equal(JSON.parse(run.stdout).thresholds[0].passed, false);
});

test('every unusable option is named at once', () => {
  assert.throws(
    () =>
      planFromOptions({
        target: 'builtin',
        messages: 'x',
        pipelining: 'maybe',
        auth: 'md5',
        rate: '5',
        sessions: '2',
      }),
    (error: unknown) => {
      assert.ok(error instanceof MailfitError);
      assert.deepEqual(
        error.details.map((line) => line.split(':')[0]),
        ['--messages', '--sessions', '--pipelining', '--auth', '--auth'],
      );
      return true;
    },
  );
});

test('options become the plan they describe', () => {
  const plan = planFromOptions({
    target: 'smtp://127.0.0.1:25',
    rate: '50',
    duration: '10',
    arrivals: 'poisson',
    messagesPerConnection: 'unlimited',
    pipelining: 'on',
    insecure: true,
  });

  assert.deepEqual(plan.load, {
    model: 'open',
    stages: [{ durationSec: 10, startRatePerSec: 50, endRatePerSec: 50 }],
    arrivals: 'poisson',
  });
  assert.deepEqual(plan.session, { messagesPerConnection: null, pipelining: true, tlsVerify: false });
});

test('what a server says cannot move the cursor or hide text on the terminal', () => {
  assert.equal(printable('220 \u001b[2Jhello\u202e\r\n'), '220 ·[2Jhello···');
});

test('a result that could not be written is told before the load, not after it', async () => {
  const startedMs = performance.now();

  const run = await runMailfit(
    'bench run --target builtin --rate 5 --duration 60 --out missing-folder/result.json'.split(' '),
  );

  assert.equal(run.status, 2);
  assert.match(run.stderr, /missing-folder/);
  assert.ok(performance.now() - startedMs < 30_000);
});
