import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOOPBACK_ONLY, ownCeiling, runLoad } from '../../benchmarks/index.ts';
import type { OwnCeiling, RunPlan, RunResult } from '../../benchmarks/index.ts';
import { createLoadRunner } from '../../server/adapters/load-runner/load-runner.ts';

const SHORT: RunPlan = { target: 'builtin', load: { model: 'closed', sessions: 2, messages: 20 } };
const HELD: RunPlan = { target: 'builtin', load: { model: 'hold', connections: 3, holdSec: 0.1 } };

async function run(plan: RunPlan, ceiling?: OwnCeiling): Promise<RunResult> {
  const result = await runLoad(plan, {
    onEvent: () => undefined,
    ...(ceiling === undefined ? {} : { ceiling }),
  });
  assert.ok(!('refused' in result));
  return result;
}

test('the ceiling of a short run is measured once, and the result carries it', async () => {
  const ceiling = await ownCeiling(SHORT);
  const startMs = performance.now();
  const again = await ownCeiling({ ...SHORT, target: 'smtp://127.0.0.1:1' });
  const knownAfterMs = performance.now() - startMs;
  const { generator } = await run(SHORT, ceiling);

  assert.ok((ceiling.ratePerSec ?? 0) > 100);
  assert.deepEqual(again, ceiling);
  assert.ok(knownAfterMs < 100, `${knownAfterMs} ms`);
  assert.deepEqual([generator.calibratedRatePerSec, generator.noCeilingReason], [ceiling.ratePerSec, null]);
});

test('another way of sending has a ceiling of its own', async () => {
  const ceiling = await ownCeiling({ ...SHORT, session: { pipelining: true } });

  assert.notEqual(ceiling.ratePerSec, (await ownCeiling(SHORT)).ratePerSec);
});

test('a result without a ceiling says why', async () => {
  const held = await run(HELD, await ownCeiling(HELD));
  const unasked = await run(SHORT);
  const unusable = await ownCeiling({ ...SHORT, mail: { emlFolder: '/nowhere/at/all' } });

  assert.deepEqual(
    [held.generator.calibratedRatePerSec, held.generator.noCeilingReason],
    [null, 'sendsNoMail'],
  );
  assert.equal(unasked.generator.noCeilingReason, 'notAsked');
  assert.deepEqual(unusable, { ratePerSec: null, reason: 'notMeasurable' });
});

test('a short run is not called bound by the generator because of its ceiling', async () => {
  const { generator } = await run(SHORT, { ratePerSec: 1, reason: null });

  assert.equal(generator.bound, generator.loopUtilization >= 0.95);
});

test('a run that the server carries out has a ceiling as well', async () => {
  const runner = createLoadRunner(LOOPBACK_ONLY, 'test');
  const outcome = await runner.run(
    { ...SHORT },
    { signal: new AbortController().signal, onEvent: () => undefined },
  );

  assert.ok(outcome.kind === 'finished');
  const { generator } = outcome.result as unknown as RunResult;
  assert.ok((generator.calibratedRatePerSec ?? 0) > 100);
});
