// How long a plan measures and how many messages that makes, as far as the plan itself says so.

import { everyPlan, expectedMessages, totalSec } from './resolved-plan.ts';
import type { ResolvedPlan } from './resolved-plan.ts';

/** Seconds after the warm-up in which messages may be planned; 0 where a number of messages ends the run. */
export function measuredWindowSec(plan: ResolvedPlan): number {
  return Math.max(
    ...everyPlan(plan).map(({ load }) => {
      if (load.model === 'hold') return 0;
      if (load.model !== 'closed') return totalSec(load.stages) - plan.warmupSec;
      return load.messages === undefined ? (load.durationSec ?? 0) : 0;
    }),
  );
}

/** Chance arrivals come to more than is expected; so many standard deviations practically never. */
const SPREAD = 4;

/** The most messages that there will be in all; where only a time is named, what the pace so far comes to. */
export function messagesInAll(plan: ResolvedPlan, offered: number, atSec: number): number {
  const known = everyPlan(plan).map((one) =>
    one.load.model === 'closed' ? (one.load.messages ?? null) : mostArrivals(one, plan.warmupSec),
  );
  const paced = atSec > 0 ? (offered * measuredWindowSec(plan)) / atSec : 0;
  const total = known.reduce<number | null>(
    (sum, messages) => (sum === null || messages === null ? null : sum + messages),
    0,
  );
  return Math.max(offered, total ?? paced);
}

function mostArrivals(plan: ResolvedPlan, warmupSec: number): number {
  const expected = expectedMessages(plan, warmupSec) ?? 0;
  const isEven = plan.load.model === 'open' && plan.load.arrivals === 'even';
  return isEven ? Math.ceil(expected) : Math.ceil(expected + SPREAD * Math.sqrt(expected));
}
