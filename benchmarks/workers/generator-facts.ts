// What the generator says about itself: its processor time, how late it came, and whether it was the limit.

import type { RunResult } from '../schema/run.generated.ts';
import { mergeHistograms } from '../stats/latency-histogram.ts';
import type { RunFacts } from './run-result.ts';
import type { ThreadSummary } from './thread-messages.ts';

/** A thread this busy had nothing left: the figures may be the generator's. */
const BUSY_UTILIZATION = 0.95;
/** Whatever a run does in so short a time is its own start. */
const MIN_BUSY_SEC = 0.25;
/** A shorter run is not judged by its ceiling: one slow moment in either would decide. */
export const MIN_JUDGED_SEC = 5;
export const MIN_JUDGED_MESSAGES = 20_000;
const CALIBRATED_SHARE = 0.7;
const CALIBRATED_UTILIZATION = 0.6;

export function generatorFacts(
  facts: RunFacts,
  acceptedCount: number,
  durationSec: number,
): RunResult['generator'] {
  const { summaries, calibratedRatePerSec } = facts;
  const cpuSec = summaries.reduce((sum, summary) => sum + summary.cpuSec, 0);
  const worst = (pick: (summary: ThreadSummary) => number): number => Math.max(0, ...summaries.map(pick));
  const loopUtilization = Math.min(
    1,
    worst((summary) => summary.loopUtilization),
  );
  const ratePerSec = durationSec > 0 ? acceptedCount / durationSec : 0;
  const lastedSec = worst((summary) => summary.lastEndUs) / 1e6;
  const isBusy = lastedSec >= MIN_BUSY_SEC && loopUtilization >= BUSY_UTILIZATION;
  // Near the ceiling and busy: an idle thread near a ceiling that was measured in a bad moment is no limit, and one that
  // is surpassed is no ceiling.
  const isNearCeiling =
    calibratedRatePerSec !== null &&
    (durationSec >= MIN_JUDGED_SEC || acceptedCount >= MIN_JUDGED_MESSAGES) &&
    ratePerSec > CALIBRATED_SHARE * calibratedRatePerSec &&
    ratePerSec <= calibratedRatePerSec &&
    loopUtilization >= CALIBRATED_UTILIZATION;
  return {
    cpuSec,
    cpuUsPerMessage: acceptedCount === 0 ? null : (cpuSec * 1e6) / acceptedCount,
    scheduleLagUs: mergeHistograms(summaries.map((summary) => summary.scheduleLag)).summary(),
    loopDelayMs: {
      p50: worst((summary) => summary.loopDelayMs.p50),
      p99: worst((summary) => summary.loopDelayMs.p99),
      max: worst((summary) => summary.loopDelayMs.max),
    },
    loopUtilization,
    peakRssBytes: facts.peakRssBytes,
    bound: isBusy || isNearCeiling,
    calibratedRatePerSec,
    noCeilingReason: facts.noCeilingReason,
    workers: summaries.length,
  };
}
