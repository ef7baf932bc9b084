// When a run ends by itself: rejections in a storm, or a target that nobody can reach. Judged once a second.

import type { ResolvedPlan } from '../load/resolved-plan.ts';
import type { Ceilings } from '../safety/target-policy.ts';
import type { Second } from '../stats/recorder.ts';

const WINDOW_SEC = 5;
/** So many refused connections without a single one opened mean that nobody is there. */
const UNREACHABLE_REFUSALS = 20;

export class StopRules {
  private readonly plan: ResolvedPlan;
  private readonly ceilings: Ceilings;
  private offered = 0;
  private readonly window: { readonly rejected: number; readonly outcomes: number }[] = [];

  constructor(plan: ResolvedPlan, ceilings: Ceilings) {
    this.plan = plan;
    this.ceilings = ceilings;
  }

  /** Takes the threads' accounts of one second; returns the reason to stop, or null. */
  check(parts: readonly Second[]): string | null {
    if (this.plan.load.model === 'hold') return null;
    const sum = (pick: (second: Second) => number): number =>
      parts.reduce((total, part) => total + pick(part), 0);
    const isUnreachable =
      sum((second) => second.openedConnections) === 0 &&
      sum((second) => second.refusedConnections) >= UNREACHABLE_REFUSALS;
    if (isUnreachable) return 'unreachable';
    if (this.isAboveCeiling(parts)) return 'ceiling';
    const rejected = sum(({ messages }) => messages.rejected);
    const outcomes =
      rejected + sum(({ messages }) => messages.accepted + messages.failed + messages.ambiguous);
    this.window.push({ rejected, outcomes });
    if (this.window.length > WINDOW_SEC) this.window.shift();
    return this.isStorm() ? 'rejectionStorm' : null;
  }

  // A closed loop names no rate and perhaps no number, so what it really does is held against the ceilings.
  private isAboveCeiling(parts: readonly Second[]): boolean {
    const offeredNow = parts.reduce((total, part) => total + part.messages.offered, 0);
    this.offered += offeredNow;
    const { maxRatePerSec, maxMessages, maxDurationSec } = this.ceilings;
    const atSec = Math.max(...parts.map((part) => part.atSec));
    return offeredNow > maxRatePerSec || this.offered > maxMessages || atSec > maxDurationSec;
  }

  private isStorm(): boolean {
    const { share, minOutcomes } = this.plan.stopOnRejects;
    const rejected = this.window.reduce((total, second) => total + second.rejected, 0);
    const outcomes = this.window.reduce((total, second) => total + second.outcomes, 0);
    return outcomes >= minOutcomes && rejected >= share * outcomes;
  }
}
