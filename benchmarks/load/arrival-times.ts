// When arrivals happen: the instants at which the expected number of arrivals passes 1, 2, 3 … (even) or at which a unit
// Poisson process does (Poisson), for a rate that is piecewise linear in time.
// Invariant: each arrival has an instant of its own; there are no per-second quotas, so no bursts of our making.

import type { Arrivals, RateStage } from '../schema/plan.generated.ts';
import { nextExponential } from '../stats/rng.ts';
import type { Rng } from '../stats/rng.ts';

/** Instants in µs from the start, rising, until the stages end. */
export function* arrivalTimes(stages: readonly RateStage[], arrivals: Arrivals, rng: Rng): Generator<number> {
  let stageStartSec = 0;
  let expectedBefore = 0;
  // Even arrivals stand in the middle of their interval, so a run of T seconds at rate R has R·T of them.
  let nextCount = arrivals === 'even' ? 0.5 : nextExponential(rng, 1);
  for (const stage of stages) {
    const expectedInStage = (stage.durationSec * (stage.startRatePerSec + stage.endRatePerSec)) / 2;
    const expectedUntil = expectedBefore + expectedInStage;
    while (nextCount <= expectedUntil) {
      yield (stageStartSec + secondsUntil(stage, nextCount - expectedBefore)) * 1e6;
      nextCount += arrivals === 'even' ? 1 : nextExponential(rng, 1);
    }
    stageStartSec += stage.durationSec;
    expectedBefore = expectedUntil;
  }
}

/** Solves start·t + slope·t²/2 = count for t, in the form that stays exact when the slope is small. */
function secondsUntil(stage: RateStage, count: number): number {
  const slope = (stage.endRatePerSec - stage.startRatePerSec) / stage.durationSec;
  const root = Math.sqrt(Math.max(0, stage.startRatePerSec ** 2 + 2 * slope * count));
  return (2 * count) / (stage.startRatePerSec + root);
}
