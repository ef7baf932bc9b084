import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { build } from 'hdr-histogram-js';
import {
  LatencyHistogram,
  mergeHistograms,
  resolutionUs,
} from '../../../benchmarks/stats/latency-histogram.ts';

const PERCENTILES = [0, 10, 50, 90, 99, 99.9, 100];
const latencies = fc.array(fc.oneof(fc.nat({ max: 5000 }), fc.nat({ max: 2_000_000_000 })), {
  minLength: 1,
  maxLength: 300,
});

function filled(values: readonly number[]): LatencyHistogram {
  const histogram = new LatencyHistogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

test('percentiles are those of hdr-histogram-js with three digits', () => {
  fc.assert(
    fc.property(latencies, (values) => {
      const reference = build({
        lowestDiscernibleValue: 1,
        highestTrackableValue: 4_294_967_295,
        numberOfSignificantValueDigits: 3,
      });
      for (const value of values) reference.recordValue(value);
      const histogram = filled(values);
      for (const percentile of PERCENTILES.slice(1, -1)) {
        const expected = Math.min(reference.getValueAtPercentile(percentile), Math.max(...values));
        assert.equal(histogram.valueAtPercentile(percentile), expected, `p${percentile}`);
      }
      assert.equal(histogram.maxUs, Math.max(...values));
      assert.equal(histogram.minUs, Math.min(...values));
    }),
  );
});

test('a percentile is never off by more than the width of its slot', () => {
  fc.assert(
    fc.property(latencies, fc.double({ min: 0.1, max: 100, noNaN: true }), (values, percentile) => {
      const sorted = values.toSorted((a, b) => a - b);
      const exact = sorted[Math.max(0, Math.ceil((percentile / 100) * sorted.length) - 1)] ?? 0;
      const reported = filled(values).valueAtPercentile(percentile);
      assert.ok(reported >= exact && reported - exact <= resolutionUs(exact));
    }),
  );
});

test('merged histograms equal one that saw everything, in any grouping', () => {
  fc.assert(
    fc.property(latencies, latencies, latencies, (a, b, c) => {
      const merged = mergeHistograms([
        mergeHistograms([filled(a).encode(), filled(b).encode()]).encode(),
        filled(c).encode(),
      ]);

      assert.deepEqual(merged.encode(), filled([...a, ...b, ...c]).encode());
    }),
  );
});

test('merging is not averaging: the p99 of two threads, one slow, is the slow one', () => {
  const fast = filled(Array.from({ length: 900 }, () => 10));
  const slow = filled(Array.from({ length: 100 }, () => 1000));

  assert.equal(mergeHistograms([fast.encode(), slow.encode()]).valueAtPercentile(99), 1000);
});

test('an empty histogram is all zeros and takes values again after a reset', () => {
  const histogram = filled([5, 7]);
  histogram.reset();
  assert.deepEqual([histogram.count, histogram.valueAtPercentile(50), histogram.summary().maxUs], [0, 0, 0]);

  histogram.record(9);

  assert.deepEqual([histogram.minUs, histogram.maxUs, histogram.count], [9, 9, 1]);
});
