import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunPlan } from '../../../benchmarks/index.ts';
import { defaultWorkers } from '../../../benchmarks/load/default-workers.ts';
import { resolvePlan } from '../../../benchmarks/load/resolved-plan.ts';

const LOAD = { model: 'closed', sessions: 100, messages: 1000 } as const;
const ONE_EACH = { messagesPerConnection: 1 } as const;

test('a closed loop with a new connection for each message gets two threads on two processors', () => {
  assert.equal(defaultWorkers({ load: LOAD, session: ONE_EACH }, 2), 2);
  assert.equal(defaultWorkers({ load: LOAD, session: ONE_EACH }, 64), 2);
});

test('one processor, one session, kept connections or several classes get one thread', () => {
  const classes: RunPlan['classes'] = [{ name: 'mobile', load: LOAD }];

  assert.equal(defaultWorkers({ load: LOAD, session: ONE_EACH }, 1), 1);
  assert.equal(defaultWorkers({ load: { ...LOAD, sessions: 1 }, session: ONE_EACH }, 2), 1);
  assert.equal(defaultWorkers({ load: LOAD, session: { messagesPerConnection: 2 } }, 2), 1);
  assert.equal(defaultWorkers({ load: LOAD }, 2), 1);
  assert.equal(defaultWorkers({ load: LOAD, session: ONE_EACH, classes }, 2), 1);
});

test('what the plan says about threads holds', () => {
  const plan = resolvePlan({ target: 'builtin', load: LOAD, session: ONE_EACH, workers: 1 });

  assert.equal(plan.workers, 1);
});
