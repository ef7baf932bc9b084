import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunPlan } from '../../../benchmarks/index.ts';
import { defaultWorkers } from '../../../benchmarks/load/default-workers.ts';
import { resolvePlan } from '../../../benchmarks/load/resolved-plan.ts';

const LOAD = { model: 'closed', sessions: 100, messages: 1000 } as const;
const ONE_EACH = { messagesPerConnection: 1 } as const;

function workersOf(plan: Partial<RunPlan>, processors: number): number {
  return defaultWorkers({ target: 'smtp://mx.example.com:25', load: LOAD, ...plan }, processors);
}

test('a closed loop with a new connection for each message gets two threads on two processors', () => {
  assert.equal(workersOf({ session: ONE_EACH }, 2), 2);
  assert.equal(workersOf({ session: ONE_EACH }, 64), 2);
});

test('a server on the same machine keeps one processor for itself', () => {
  for (const target of [
    'builtin',
    'smtp://127.0.0.2:2525',
    'smtp://[::1]:25',
    'smtp://localhost',
    'lmtp+unix:/run/lmtp',
  ]) {
    assert.equal(workersOf({ target, session: ONE_EACH }, 2), 1, target);
    assert.equal(workersOf({ target, session: ONE_EACH }, 3), 2, target);
  }
});

test('one processor, one session, kept connections or several classes get one thread', () => {
  const classes: RunPlan['classes'] = [{ name: 'mobile', load: LOAD }];

  assert.equal(workersOf({ session: ONE_EACH }, 1), 1);
  assert.equal(workersOf({ target: 'builtin', session: ONE_EACH }, 1), 1);
  assert.equal(workersOf({ load: { ...LOAD, sessions: 1 }, session: ONE_EACH }, 2), 1);
  assert.equal(workersOf({ session: { messagesPerConnection: 2 } }, 2), 1);
  assert.equal(workersOf({}, 2), 1);
  assert.equal(workersOf({ session: ONE_EACH, classes }, 2), 1);
});

test('what the plan says about threads holds', () => {
  const plan = resolvePlan({ target: 'builtin', load: LOAD, session: ONE_EACH, workers: 1 });

  assert.equal(plan.workers, 1);
});
