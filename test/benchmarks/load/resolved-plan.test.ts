import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunPlan } from '../../../benchmarks/index.ts';
import { arrivalTimes } from '../../../benchmarks/load/arrival-times.ts';
import { demandOf } from '../../../benchmarks/load/demand.ts';
import { RNG_STREAM } from '../../../benchmarks/load/make-source.ts';
import { requestedRatePerSec, resolvePlan } from '../../../benchmarks/load/resolved-plan.ts';
import { createRng } from '../../../benchmarks/stats/rng.ts';

const RAMP_THEN_HOLD: RunPlan = {
  target: 'builtin',
  load: {
    model: 'open',
    stages: [
      { durationSec: 2, startRatePerSec: 0, endRatePerSec: 50 },
      { durationSec: 2, startRatePerSec: 50, endRatePerSec: 50 },
    ],
  },
};

const HOLD_FOR_6 = { durationSec: 6, startRatePerSec: 20, endRatePerSec: 20 };

test('the rate asked for is that of the time which is measured', () => {
  assert.equal(requestedRatePerSec(resolvePlan(RAMP_THEN_HOLD)), 37.5);
  assert.equal(requestedRatePerSec(resolvePlan({ ...RAMP_THEN_HOLD, warmupSec: 2 })), 50);
  // The second half of the ramp: 37.5 a second for one second, then 50 for two.
  assert.equal(requestedRatePerSec(resolvePlan({ ...RAMP_THEN_HOLD, warmupSec: 1 })), (37.5 + 100) / 3);
});

test('a class that ends early asks for less over the whole run', () => {
  const plan = resolvePlan({
    target: 'builtin',
    load: { model: 'open', stages: [HOLD_FOR_6] },
    classes: [{ name: 'short', load: { model: 'open', stages: [{ ...HOLD_FOR_6, durationSec: 3 }] } }],
  });

  assert.equal(requestedRatePerSec(plan), 30);
});

test('what a plan causes at most counts every class once, and every message of a session', () => {
  const demand = demandOf(
    resolvePlan({
      target: 'builtin',
      load: { model: 'partlyOpen', meanMessagesPerSession: 5, stages: [HOLD_FOR_6] },
      classes: [
        { name: 'one', load: { model: 'open', stages: [HOLD_FOR_6] } },
        { name: 'two', load: { model: 'closed', sessions: 1, messages: 7 } },
      ],
    }),
  );

  assert.equal(demand.messages, 600 + 120 + 7);
  assert.equal(demand.peakRatePerSec, 100 + 20);
});

test('classes of one rate arrive at instants of their own, the same ones in every run', () => {
  const load = { model: 'open', arrivals: 'poisson', stages: [HOLD_FOR_6] } as const;
  const plan: RunPlan = {
    target: 'builtin',
    load: { ...load, stages: [HOLD_FOR_6] },
    classes: [
      { name: 'one', load: { ...load, stages: [HOLD_FOR_6] } },
      { name: 'two', load: { ...load, stages: [HOLD_FOR_6] } },
    ],
  };
  const firstInstants = (): number[] => {
    const resolved = resolvePlan(plan);
    return [resolved, ...resolved.classes.map((entry) => entry.plan)].map(
      ({ seed }) =>
        [...arrivalTimes([HOLD_FOR_6], 'poisson', createRng(seed, RNG_STREAM.arrivals))][0] ?? NaN,
    );
  };

  assert.equal(new Set(firstInstants()).size, 3);
  assert.deepEqual(firstInstants(), firstInstants());
});
