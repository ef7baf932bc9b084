// When a run ends by itself: rejections in a storm, a target that nobody can reach, or, where the plan wants it, a threshold
// that cannot be met any more. Judged once a second.

import { measuredWindowSec, messagesInAll } from '../load/measured-window.ts';
import type { ResolvedPlan } from '../load/resolved-plan.ts';
import type { Ceilings } from '../safety/target-policy.ts';
import { addMessageCounts, emptyCounters } from '../stats/counters.ts';
import { EarlyMiss } from '../stats/early-miss.ts';
import { mergeHistograms } from '../stats/latency-histogram.ts';
import type { Second } from '../stats/recorder.ts';

const WINDOW_SEC = 5;
/** So many refused connections without a single one opened mean that nobody is there. */
const UNREACHABLE_REFUSALS = 20;

export class StopRules {
  private readonly plan: ResolvedPlan;
  private readonly ceilings: Ceilings;
  private readonly earlyMiss: EarlyMiss;
  private offered = 0;
  private outcomes = 0;
  private readonly window: { readonly rejected: number; readonly outcomes: number }[] = [];

  constructor(plan: ResolvedPlan, ceilings: Ceilings) {
    this.plan = plan;
    this.ceilings = ceilings;
    this.earlyMiss = new EarlyMiss(plan.stopOnMiss ? plan.thresholds : []);
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
    if (this.isStorm()) return 'rejectionStorm';
    this.outcomes += outcomes + sum(({ messages }) => messages.dropped);
    return this.hasMissedForGood(parts) ? 'thresholdMissed' : null;
  }

  private hasMissedForGood(parts: readonly Second[]): boolean {
    if (!this.plan.stopOnMiss) return false;
    const { messages } = emptyCounters();
    for (const part of parts) addMessageCounts(messages, part.messages);
    const finalDot = mergeHistograms(parts.map((part) => part.finalDot));
    const response = mergeHistograms(parts.map((part) => part.response));
    const atSec = Math.max(...parts.map((part) => part.atSec));
    const inAll = messagesInAll(this.plan, this.offered, atSec);
    const missed = this.earlyMiss.take({ messages, finalDot, response }, inAll);
    return missed !== null && !this.isOver(atSec, inAll);
  }

  // A run that is at its end anyway is not stopped.
  private isOver(atSec: number, inAll: number): boolean {
    const windowSec = measuredWindowSec(this.plan);
    return windowSec > 0 ? atSec >= windowSec : this.outcomes >= inAll;
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
