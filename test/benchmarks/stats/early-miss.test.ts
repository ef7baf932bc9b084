import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { EarlyMiss } from '../../../benchmarks/stats/early-miss.ts';
import { LatencyHistogram } from '../../../benchmarks/stats/latency-histogram.ts';

const NOTHING = { offered: 0, sent: 0, accepted: 0, rejected: 0, failed: 0, ambiguous: 0, dropped: 0 };

function second(
  latenciesMs: readonly number[],
  outcomes: Partial<typeof NOTHING> = {},
): Parameters<EarlyMiss['take']>[0] {
  const response = new LatencyHistogram();
  for (const latencyMs of latenciesMs) response.record(latencyMs * 1000);
  return { messages: { ...NOTHING, ...outcomes }, finalDot: response, response };
}

test('an error share is missed for good once so many failed that perfect messages cannot make up for them', () => {
  const rules = new EarlyMiss(['errors<=1%']);

  assert.equal(rules.take(second([], { accepted: 90, rejected: 10 }), 1000), null);
  assert.equal(rules.take(second([], { accepted: 99, failed: 1 }), 1000), 'errors<=1%');
});

test('one message above a maximum is one too many, and a lower limit is never given up early', () => {
  const rules = new EarlyMiss(['acceptedPerSec>=100', 'maxResponseMs<=50']);

  assert.equal(rules.take(second([49.9, 50]), 1_000_000), null);
  assert.equal(rules.take(second([51]), 1_000_000), 'maxResponseMs<=50');
});

test('a percentile that is given up early would have been missed, whatever came behind it', () => {
  const latencies = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(latencies, { minLength: 2, maxLength: 6 }), (seconds) => {
      const rules = new EarlyMiss(['p90ResponseMs<=200']);
      const all = new LatencyHistogram();
      for (const latencyMs of seconds.flat()) all.record(latencyMs * 1000);

      const isGivenUp = seconds.some((part) => rules.take(second(part), all.count) !== null);

      if (isGivenUp) assert.ok(all.valueAtPercentile(90) > 200_000);
      else assert.ok(all.valueAtPercentile(90) <= 200_000 * 1.001 + 1);
    }),
  );
});
