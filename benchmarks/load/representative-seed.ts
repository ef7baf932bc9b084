// Chance arrivals of a short trial may come to a third more or less than the rate says, and a rate that was never offered
// must not be called sustained. So a trial takes the next seed whose arrivals come to the rate.

import type { Arrivals, RateStage } from '../schema/plan.generated.ts';
import { createRng } from '../stats/rng.ts';
import { arrivalTimes } from './arrival-times.ts';
import { RNG_STREAM } from './make-source.ts';

export interface OfferedTrial {
  readonly arrivals: Arrivals;
  readonly stage: RateStage;
  readonly warmupSec: number;
}

const TOLERATED_SHARE = 0.01;
const MAX_TRIES = 1000;

/** The first seed from `seed` on whose arrivals after the warm-up differ from the expected number by 1 %, or one, at most. */
export function representativeSeed(seed: number, { arrivals, stage, warmupSec }: OfferedTrial): number {
  const expected = stage.startRatePerSec * (stage.durationSec - warmupSec);
  const tolerated = Math.max(1, TOLERATED_SHARE * expected);
  for (let offset = 0; offset < MAX_TRIES; offset += 1) {
    const candidate = (seed + offset) % 2 ** 32;
    let count = 0;
    for (const atUs of arrivalTimes([stage], arrivals, createRng(candidate, RNG_STREAM.arrivals)))
      if (atUs >= warmupSec * 1e6) count += 1;
    if (Math.abs(count - expected) <= tolerated) return candidate;
  }
  return seed;
}
