import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { arrivalTimes } from '../../../benchmarks/load/arrival-times.ts';
import { geometric } from '../../../benchmarks/load/make-source.ts';
import { ClosedLoop, Schedule, shareOf, shareOfTotal } from '../../../benchmarks/load/work-source.ts';
import { createRng, nextUnit } from '../../../benchmarks/stats/rng.ts';

const HOLD = (ratePerSec: number, durationSec: number) => ({
  durationSec,
  startRatePerSec: ratePerSec,
  endRatePerSec: ratePerSec,
});

test('even arrivals at 4 per second stand 0.25 s apart, each in the middle of its interval', () => {
  const times = [...arrivalTimes([HOLD(4, 1)], 'even', createRng(1))];

  assert.deepEqual(times, [125_000, 375_000, 625_000, 875_000]);
});

test('a ramp from 0 to 10 per second over 2 s has 10 arrivals, at the square roots', () => {
  const times = [
    ...arrivalTimes([{ durationSec: 2, startRatePerSec: 0, endRatePerSec: 10 }], 'even', createRng(1)),
  ];

  // The expected count after t seconds is 2.5 t², so arrival k (from 0) is due at sqrt((k + 0.5) / 2.5).
  assert.equal(times.length, 10);
  for (const [k, time] of times.entries())
    assert.ok(Math.abs(time - Math.sqrt((k + 0.5) / 2.5) * 1e6) < 1e-3);
});

test('a ramp down, a pause and a step keep the total', () => {
  const stages = [{ durationSec: 1, startRatePerSec: 100, endRatePerSec: 0 }, HOLD(0, 1), HOLD(50, 1)];
  const times = [...arrivalTimes(stages, 'even', createRng(1))];

  assert.equal(times.length, 100);
  assert.equal(times.filter((time) => time > 1e6 && time < 2e6).length, 0);
  assert.equal(times.filter((time) => time >= 2e6).length, 50);
});

test('arrivals rise and lie within the stages, for any stages', () => {
  const stage = fc.record({
    durationSec: fc.double({ min: 0, max: 3, noNaN: true }),
    startRatePerSec: fc.double({ min: 0, max: 200, noNaN: true }),
    endRatePerSec: fc.double({ min: 0, max: 200, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(stage, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('even', 'poisson'),
      (stages, kind) => {
        const times = [...arrivalTimes(stages, kind, createRng(7))];
        const endUs = stages.reduce((sum, { durationSec }) => sum + durationSec, 0) * 1e6;
        for (const [index, time] of times.entries()) {
          assert.ok(time >= (times[index - 1] ?? 0) && time <= endUs + 1);
        }
      },
    ),
  );
});

test('Poisson arrivals: mean and variance of the counts per second are both the rate', () => {
  const times = [...arrivalTimes([HOLD(50, 2000)], 'poisson', createRng(3))];
  const counts = Array.from({ length: 2000 }, () => 0);
  for (const time of times) counts[Math.floor(time / 1e6)] = (counts[Math.floor(time / 1e6)] ?? 0) + 1;
  const mean = counts.reduce((sum, count) => sum + count, 0) / 2000;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 1999;

  // Standard errors: mean sqrt(50/2000) = 0.16, variance 50·sqrt(2/2000) = 1.6.
  assert.ok(Math.abs(mean - 50) < 0.7);
  assert.ok(Math.abs(variance - 50) < 7);
});

test('the shares of several threads are the whole schedule', () => {
  const whole = [...arrivalTimes([HOLD(100, 1)], 'poisson', createRng(5))];
  const shares = [0, 1, 2].map((index) => [...shareOf(whole, index, 3)]);

  assert.deepEqual(
    shares.flat().sort((a, b) => a - b),
    whole,
  );
  assert.deepEqual(
    [0, 1, 2].map((index) => shareOfTotal(11, index, 3)),
    [4, 4, 3],
  );
});

test('a schedule gives work when it is due, keeps what is late, and drops what is too late', () => {
  const schedule = new Schedule([100, 200, 5000], { maxStartDelayUs: 1000, messageCount: () => 2 });

  assert.equal(schedule.take(50), null);
  assert.deepEqual(schedule.take(150), { plannedUs: 100, messageCount: 2 });
  assert.equal(schedule.nextDueUs(), 200);
  assert.equal(schedule.take(1300), null);
  assert.deepEqual(schedule.takeDropped(1300), [{ plannedUs: 200, messageCount: 2 }]);
  assert.deepEqual(schedule.takeDropped(1300), []);
  assert.equal(schedule.isExhausted(), false);
  assert.deepEqual(schedule.take(5000)?.plannedUs, 5000);
  assert.equal(schedule.isExhausted(), true);
});

test('a schedule drops what is too late also while no session is free to take anything', () => {
  const schedule = new Schedule([100, 200, 5000], { maxStartDelayUs: 1000, messageCount: () => 3 });

  assert.deepEqual(schedule.takeDropped(1150), [{ plannedUs: 100, messageCount: 3 }]);
});

test('a schedule that is given up drops what is due by then and has nothing more', () => {
  const schedule = new Schedule([100, 200, 5000], { maxStartDelayUs: 1000, messageCount: () => 1 });
  schedule.giveUp(300);

  assert.deepEqual(
    schedule.takeDropped(300).map(({ plannedUs }) => plannedUs),
    [100, 200],
  );
  assert.equal(schedule.take(9000), null);
  assert.equal(schedule.isExhausted(), true);
});

test('a closed loop ends with its messages or with its time', () => {
  const byCount = new ClosedLoop({ messages: 1, endUs: Infinity });
  assert.equal(byCount.take(7)?.plannedUs, 7);
  assert.equal(byCount.take(8), null);

  const byTime = new ClosedLoop({ messages: Infinity, endUs: 100 });
  assert.notEqual(byTime.take(99), null);
  assert.equal(byTime.take(100), null);
});

test('session lengths have the mean that was asked for', () => {
  const rng = createRng(11);
  const lengths = Array.from({ length: 20_000 }, () => geometric(4, nextUnit(rng)));

  assert.ok(Math.min(...lengths) === 1);
  assert.ok(Math.abs(lengths.reduce((sum, length) => sum + length, 0) / 20_000 - 4) < 0.1);
});
