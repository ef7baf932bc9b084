// From a resolved plan to one thread's work.

import { mostSessions } from './resolved-plan.ts';
import type { ResolvedPlan } from './resolved-plan.ts';
import { arrivalTimes } from './arrival-times.ts';
import { ClosedLoop, Schedule, shareOf, shareOfTotal } from './work-source.ts';
import type { WorkSource } from './work-source.ts';
import { createRng, nextUnit } from '../stats/rng.ts';

/** Streams of the plan's seed, so that one purpose never shifts the numbers of another. */
export const RNG_STREAM = { arrivals: 1, sessionLengths: 2, mail: 100 } as const;

export interface WorkerShare {
  readonly index: number;
  readonly count: number;
}

export function makeSource(plan: ResolvedPlan, share: WorkerShare): WorkSource {
  const { load } = plan;
  switch (load.model) {
    case 'closed':
      return new ClosedLoop({
        messages:
          load.messages === undefined ? Infinity : shareOfTotal(load.messages, share.index, share.count),
        endUs: load.durationSec === undefined ? Infinity : (load.durationSec + plan.warmupSec) * 1e6,
      });
    case 'open':
      return schedule(plan, load, share);
    case 'partlyOpen':
      return schedule(plan, load, share);
    case 'hold':
      return new Schedule([], { maxStartDelayUs: 0, messageCount: () => 1 });
  }
}

function schedule(
  plan: ResolvedPlan,
  load: Extract<ResolvedPlan['load'], { model: 'open' | 'partlyOpen' }>,
  share: WorkerShare,
): WorkSource {
  const times = arrivalTimes(load.stages, load.arrivals, createRng(plan.seed, RNG_STREAM.arrivals));
  const lengths = createRng(plan.seed, RNG_STREAM.sessionLengths + 1000 * share.index);
  const meanLength = load.model === 'open' ? 1 : load.meanMessagesPerSession;
  return new Schedule(shareOf(times, share.index, share.count), {
    maxStartDelayUs: load.maxStartDelayMs * 1000,
    messageCount: () => geometric(meanLength, nextUnit(lengths)),
  });
}

/** Geometric on 1, 2, 3 … with the given mean, from a uniform number. */
export function geometric(mean: number, unit: number): number {
  if (mean <= 1) return 1;
  return 1 + Math.floor(Math.log(1 - unit) / Math.log(1 - 1 / mean));
}

/** How many sessions this thread may have open at once. */
export function sessionsOf(plan: ResolvedPlan, share: WorkerShare): number {
  return shareOfTotal(mostSessions(plan.load), share.index, share.count);
}
