// What one trial of a capacity search shows: the objective held, it did not, or something else than the target was the
// limit, so that the trial says nothing.

import type { Trial } from './load/capacity-search.ts';
import { isAnswerOfTarget } from './outputs/verdict-reasons.ts';
import type { CapacityTrial } from './schema/capacity.generated.ts';
import type { RunResult } from './schema/run.generated.ts';
import { isBacklogGrowing } from './stats/backlog.ts';
import { DELAYING_POLICIES } from './stats/server-notices.ts';

/** Why no capacity may be read from a trial. */
export interface Obstacle {
  readonly verdict: 'policyBound' | 'generatorBound' | 'aborted';
  readonly reason: string;
}

export interface JudgedTrial {
  readonly trial: CapacityTrial;
  readonly obstacle: Obstacle | null;
}

/** An open run that answers less than this share of what it was asked to send did not keep the rate. */
const KEPT_SHARE = 0.97;

export function judgeTrial(asked: Trial, result: RunResult): JudgedTrial {
  const isGrowing = isBacklogGrowing(result.series);
  const missed = missedCriterion(result, isGrowing);
  const obstacle = obstacleOf(result, missed !== null);
  const { messages, generator } = result;
  const trial: CapacityTrial = {
    ratePerSec: asked.ratePerSec,
    length: asked.length,
    verdict: obstacle === null ? (missed === null ? 'pass' : 'fail') : 'unfit',
    reason: obstacle?.reason ?? missed,
    achievedRatePerSec: result.achievedRatePerSec,
    finalDotP99Us: result.phases.finalDot.p99Us,
    responseP99Us: result.transaction.responseTime.p99Us,
    errorShare: share(messages.offered - messages.accepted - messages.dropped, messages.offered),
    droppedShare: share(messages.dropped, messages.offered),
    isBacklogGrowing: isGrowing,
    generator: {
      cpuSec: generator.cpuSec,
      loopUtilization: generator.loopUtilization,
      loopDelayP99Ms: generator.loopDelayMs.p99,
      scheduleLagP99Us: generator.scheduleLagUs.p99Us,
      peakRssBytes: generator.peakRssBytes,
    },
  };
  return { trial, obstacle };
}

function missedCriterion(result: RunResult, isGrowing: boolean): string | null {
  const missed = result.thresholds.find((threshold) => !threshold.passed);
  if (missed !== undefined) return missed.expression;
  if (isGrowing) return 'backlog grows';
  const { accepted, offered } = result.messages;
  return accepted < KEPT_SHARE * offered ? 'the rate was not kept' : null;
}

// A busy generator that kept the rate and the objective has proved them; one that did not has proved nothing. So it is
// with a policy that only costs time.
function obstacleOf(result: RunResult, hasMissed: boolean): Obstacle | null {
  const reason = result.verdictReason ?? '';
  if (result.verdict === 'policyBound') return { verdict: 'policyBound', reason };
  if (result.verdict === 'aborted' && !isAnswerOfTarget(reason)) return { verdict: 'aborted', reason };
  if (!hasMissed) return null;
  const delaying = result.notices.find(({ id }) => DELAYING_POLICIES.includes(id));
  if (delaying !== undefined) return { verdict: 'policyBound', reason: delaying.id };
  return result.verdict === 'generatorBound' ? { verdict: 'generatorBound', reason } : null;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
