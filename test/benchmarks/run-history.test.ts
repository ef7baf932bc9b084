import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { compareInTurns, historyOf, readPlan, runLoad, startSink, turnsOf } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import comparisonSchema from '../../benchmarks/schema/comparison.schema.json' with { type: 'json' };
import historySchema from '../../benchmarks/schema/history.schema.json' with { type: 'json' };
import { createRng, nextNormal } from '../../benchmarks/stats/rng.ts';

let real: RunResult;

before(async () => {
  const sink = await startSink({ kind: 'null' });
  const outcome = await runLoad(planFor(`smtp://127.0.0.1:${sink.port}`), { onEvent: () => undefined });
  await sink.close();
  assert.ok(!('refused' in outcome));
  real = outcome;
});

function planFor(target: string): RunPlan {
  return { target, load: { model: 'closed', sessions: 2, messages: 40 } };
}

/** A real result with another rate and start; nothing else of it changes. */
function runAt(day: number, ratePerSec: number, verdict: RunResult['verdict'] = 'valid'): RunResult {
  const startedAt = new Date(Date.UTC(2026, 0, day)).toISOString();
  return { ...real, startedAt, verdict, achievedRatePerSec: ratePerSec };
}

function assertFollows(schema: object, document: unknown): void {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  assert.ok(validate(JSON.parse(JSON.stringify(document))), JSON.stringify(validate.errors));
}

test('a drop by a tenth is found at the run where it began, whatever the order of the files', () => {
  const rng = createRng(4);
  const runs = Array.from({ length: 30 }, (_, index) =>
    runAt(index + 1, (index < 18 ? 1000 : 900) * (1 + 0.01 * nextNormal(rng))),
  );

  const history = historyOf(runs.toReversed());

  const rate = history.figures.find(({ figure }) => figure === 'acceptedPerSec');
  assert.deepEqual(
    rate?.changes.map(({ index, since }) => [index, since]),
    [[18, '2026-01-19T00:00:00.000Z']],
  );
  assert.ok(Math.abs((rate?.changes[0]?.ratio ?? 0) - 0.9) < 0.02);
  assertFollows(historySchema, history);
});

test('runs that say nothing about the server are left out, and a short history claims no change', () => {
  const history = historyOf([runAt(1, 1000), runAt(2, 500, 'policyBound'), runAt(3, 100)]);

  assert.deepEqual([history.startedAt.length, history.leftOut, history.isLongEnough], [2, 1, false]);
  assert.deepEqual(
    history.figures.flatMap(({ changes }) => changes),
    [],
  );
});

test('two plans are run in turns, each side first every other time, with one seed for both sides of a round', () => {
  const turns = turnsOf(planFor('smtp://a.test'), { ...planFor('smtp://b.test'), seed: 1 }, 3);

  assert.deepEqual(
    turns.map(({ side, plan }) => `${side} ${plan.seed}`),
    ['first 1', 'second 1', 'second 2', 'first 2', 'first 3', 'second 3'],
  );
});

test('a comparison in turns knows both sides apart although they are one server', async () => {
  const answered = await compareInTurns(turnsOf(planFor('builtin'), planFor('builtin'), 4), async (turn) =>
    runAt(turn.round + 1, turn.side === 'first' ? 1000 + turn.round : 500 + turn.round),
  );

  const [rate] = answered.comparison.figures;
  assert.equal(rate?.difference, 'lower');
  assert.ok(Math.abs((rate?.ratio ?? 0) - 0.5) < 0.01);
  assertFollows(comparisonSchema, answered.comparison);
});

test('the turns end at a target that breaks off', async () => {
  let count = 0;
  const answered = await compareInTurns(turnsOf(planFor('builtin'), planFor('builtin'), 4), async () => {
    count += 1;
    return { ...runAt(count, 1), verdict: 'aborted', verdictReason: 'unreachable' };
  });

  assert.equal(count, 1);
  assert.equal(answered.first.length + answered.second.length, 1);
});

test('the plan inside a result is a plan again, classes and all', async () => {
  const plan: RunPlan = {
    ...planFor('builtin'),
    classes: [{ name: 'relay', load: { model: 'closed', sessions: 1, messages: 5 }, mail: { size: '2KiB' } }],
  };
  const first = await runLoad(plan, { onEvent: () => undefined });
  assert.ok(!('refused' in first));

  const read = readPlan(JSON.parse(JSON.stringify(first)));

  assert.ok(read.ok, JSON.stringify(read));
  const again = await runLoad(read.plan, { onEvent: () => undefined });
  assert.ok(!('refused' in again), JSON.stringify(again));
  assert.deepEqual(again.plan, first.plan);
  assert.equal(again.messages.accepted, 45);
});
