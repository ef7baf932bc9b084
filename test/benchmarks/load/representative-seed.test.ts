import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivalTimes } from '../../../benchmarks/load/arrival-times.ts';
import { RNG_STREAM } from '../../../benchmarks/load/make-source.ts';
import { representativeSeed } from '../../../benchmarks/load/representative-seed.ts';
import { createRng } from '../../../benchmarks/stats/rng.ts';

test('a trial by chance arrivals offers the rate that it is named after, whatever the seed, the rate and the length', () => {
  for (const [durationSec, ratePerSec] of [
    [2, 20],
    [3, 50],
    [15, 50],
    [15, 2000],
  ] as const) {
    const stage = { durationSec, startRatePerSec: ratePerSec, endRatePerSec: ratePerSec };
    const warmupSec = durationSec / 10;
    for (const asked of [1, 5, 4_294_967_295]) {
      const seed = representativeSeed(asked, { arrivals: 'poisson', stage, warmupSec });

      const times = [...arrivalTimes([stage], 'poisson', createRng(seed, RNG_STREAM.arrivals))];
      const offered = times.filter((atUs) => atUs >= warmupSec * 1e6).length;
      const expected = 0.9 * durationSec * ratePerSec;
      assert.ok(Math.abs(offered - expected) <= Math.max(1, 0.01 * expected), `${offered} for ${expected}`);
    }
  }
});

test('a seed that serves is taken as it is', () => {
  const stage = { durationSec: 10, startRatePerSec: 10, endRatePerSec: 10 };

  assert.equal(representativeSeed(7, { arrivals: 'even', stage, warmupSec: 1 }), 7);
});
