import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LatencyHistogram } from '../../../benchmarks/stats/latency-histogram.ts';
import { generatorFacts } from '../../../benchmarks/workers/generator-facts.ts';
import type { RunFacts } from '../../../benchmarks/workers/run-result.ts';

/** One thread that was busy for all but a hundredth of so many seconds. */
function busyFor(sec: number): RunFacts {
  const summary = {
    cpuSec: sec,
    loopUtilization: 0.99,
    lastEndUs: sec * 1e6,
    loopDelayMs: { p50: 0, p99: 1, max: 1 },
    scheduleLag: new LatencyHistogram().encode(),
  };
  const facts = {
    summaries: [summary],
    calibratedRatePerSec: null,
    noCeilingReason: 'notAsked',
    peakRssBytes: 1,
  };
  return facts as unknown as RunFacts;
}

test('a thread that was always busy was the limit, but not in a run that was over before it had warmed up', () => {
  assert.equal(generatorFacts(busyFor(2), 1000, 2).bound, true);
  assert.equal(generatorFacts(busyFor(0.02), 5, 0.02).bound, false);
});

test('above 70 % of its own ceiling a busy generator was the limit; below it, at ease, or beyond what it was measured at it was not', () => {
  const boundAt = (ratePerSec: number, loopUtilization: number): boolean => {
    const facts = busyFor(10);
    const [summary] = facts.summaries;
    assert.ok(summary !== undefined);
    const summaries = [{ ...summary, loopUtilization }];
    return generatorFacts({ ...facts, summaries, calibratedRatePerSec: 1000 }, 10 * ratePerSec, 10).bound;
  };

  assert.deepEqual([boundAt(710, 0.8), boundAt(690, 0.8), boundAt(710, 0.3)], [true, false, false]);
  assert.deepEqual([boundAt(1000, 0.8), boundAt(1001, 0.8), boundAt(1001, 0.96)], [true, false, true]);
});
