// Adds up what the threads measured and states it as `mailfit.run/1`.

import { measuredWindowSec } from '../load/measured-window.ts';
import { requestedRatePerSec } from '../load/resolved-plan.ts';
import type { ResolvedPlan } from '../load/resolved-plan.ts';
import { PHASE, PHASES } from '../protocol/phases.ts';
import type { RunResult } from '../schema/run.generated.ts';
import { sumCounters } from '../stats/counters.ts';
import { ErrorTable } from '../stats/error-table.ts';
import { mergeHistograms } from '../stats/latency-histogram.ts';
import type { EncodedHistogram, LatencyHistogram } from '../stats/latency-histogram.ts';
import type { Second } from '../stats/recorder.ts';
import {
  findDelayedAck,
  findGeneratorDelay,
  findGreetPause,
  findPolicies,
  findTarpit,
} from '../stats/server-notices.ts';
import type { Notice } from '../stats/server-notices.ts';
import { summaryWithSpectrum } from '../stats/spectrum.ts';
import { checkThreshold, parseThreshold } from '../stats/thresholds.ts';
import { generatorFacts } from './generator-facts.ts';
import type { HoldSummary, ThreadSummary } from './thread-messages.ts';

export interface RunFacts {
  readonly plan: ResolvedPlan;
  readonly startedAt: string;
  readonly summaries: readonly ThreadSummary[];
  readonly series: RunResult['series'];
  readonly ledger: RunResult['ledger'];
  readonly environment: RunResult['environment'];
  readonly peakRssBytes: number;
  readonly calibratedRatePerSec: number | null;
  readonly noCeilingReason: NonNullable<RunResult['generator']['noCeilingReason']> | null;
  /** Why the run ended before its time, or null. */
  readonly abortReason: string | null;
}

export function buildRunResult(facts: RunFacts): RunResult {
  const { plan, summaries } = facts;
  const counters = sumCounters(summaries.map((summary) => summary.counters));
  const { open: _open, ...connections } = counters.connections;
  const errors = errorsOf(summaries);
  const phases = mergePhases(summaries);
  const durationSec = measuredSec(facts);
  const policies = findPolicies(errors.rows(), counters.messages.offered - counters.messages.dropped);
  const generator = generatorFacts(facts, counters.messages.accepted, durationSec);
  const responseTime = spectrumOf(summaries, (summary) => summary.responseTime);
  const measuredParts = { phases, generator, responseTime, refusedCount: counters.recipients.refused };
  const measured = {
    schema: 'mailfit.run/1' as const,
    target: plan.target,
    plan: { ...plan },
    startedAt: facts.startedAt,
    durationSec,
    requestedRatePerSec: requestedRatePerSec(plan),
    achievedRatePerSec: durationSec > 0 ? counters.messages.accepted / durationSec : 0,
    messages: counters.messages,
    recipients: counters.recipients,
    connections,
    bytes: counters.bytes,
    phases: phaseSummaries(phases),
    transaction: {
      responseTime,
      serviceTime: spectrumOf(summaries, (summary) => summary.serviceTime),
    },
    errors: errors.rows(),
    ledger: facts.ledger,
    generator,
    server: summaries[0]?.server ?? { banner: '', capabilities: [], tls: null },
    series: facts.series,
    ...partFacts(facts),
    notices: noticesOf(measuredParts, policies.notices),
    environment: facts.environment,
  };
  const verdict = judge(abortReasonOf(facts, connections), policies.bindingReason, measured.generator.bound);
  return { ...mutable(measured), ...verdict, thresholds: thresholdsOf(plan, mutable(measured)) };
}

function errorsOf(summaries: readonly ThreadSummary[]): ErrorTable {
  const errors = new ErrorTable();
  for (const summary of summaries) errors.add(summary.errors);
  return errors;
}

function abortReasonOf(
  facts: RunFacts,
  connections: { readonly opened: number; readonly refused: number },
): string | null {
  const isUnreachable = connections.opened === 0 && connections.refused > 0;
  if (facts.abortReason !== null) return facts.abortReason;
  if (isUnreachable) return 'unreachable';
  return hasBrokenOff(facts.summaries) ? 'brokeOff' : null;
}

const FEW_REFUSALS = 3;
const END_US = 1e6;

// Whoever was still sending at the end met nobody any more.
function hasBrokenOff(summaries: readonly ThreadSummary[]): boolean {
  const senders = summaries.filter(({ hold }) => hold === null);
  const endUs = Math.max(0, ...senders.map(({ lastEndUs }) => lastEndUs));
  const last = senders.filter(({ lastEndUs }) => lastEndUs >= endUs - END_US);
  const refused = last.reduce((sum, { refusedAtEnd }) => sum + refusedAtEnd, 0);
  return refused >= FEW_REFUSALS && last.every(({ refusedAtEnd }) => refusedAtEnd > 0);
}

// The generated type says what a file may hold and knows no `readonly`.
function mutable(measured: unknown): Omit<RunResult, 'thresholds' | 'verdict' | 'verdictReason'> {
  return measured as Omit<RunResult, 'thresholds' | 'verdict' | 'verdictReason'>;
}

function measuredSec(facts: RunFacts): number {
  const lastEndUs = Math.max(0, ...facts.summaries.map((summary) => summary.lastEndUs));
  const lastedSec = lastEndUs / 1e6 - facts.plan.warmupSec;
  // The last arrival may be due long before the time for arrivals is over: a rate is one over all of that time.
  return Math.max(0, lastedSec, facts.abortReason === null ? measuredWindowSec(facts.plan) : 0);
}

interface NoticeFacts {
  readonly phases: readonly LatencyHistogram[];
  readonly generator: RunResult['generator'];
  readonly responseTime: RunResult['transaction']['responseTime'];
  readonly refusedCount: number;
}

function noticesOf(facts: NoticeFacts, policies: readonly Notice[]): readonly Notice[] {
  const { phases, generator, responseTime } = facts;
  const [banner, mail, rcpt] = [phases[PHASE.banner], phases[PHASE.mail], phases[PHASE.rcpt]];
  if (banner === undefined || mail === undefined || rcpt === undefined) return policies;
  return [
    ...policies,
    ...findDelayedAck(phases),
    ...findGreetPause(banner, mail),
    ...findTarpit(rcpt, facts.refusedCount),
    ...findGeneratorDelay(generator.loopDelayMs.p99, responseTime.p99Us),
  ];
}

function mergePhases(summaries: readonly ThreadSummary[]): LatencyHistogram[] {
  return PHASES.map((_, index) =>
    mergeHistograms(summaries.flatMap((summary) => summary.phases[index] ?? [])),
  );
}

function phaseSummaries(phases: readonly LatencyHistogram[]): RunResult['phases'] {
  const entries = PHASES.map((phase, index) => [phase, phases[index]?.summary()]);
  return Object.fromEntries(entries) as RunResult['phases'];
}

function spectrumOf(
  summaries: readonly ThreadSummary[],
  pick: (summary: ThreadSummary) => EncodedHistogram,
): ReturnType<typeof summaryWithSpectrum> {
  return summaryWithSpectrum(mergeHistograms(summaries.map(pick)));
}

function partFacts(facts: RunFacts): Pick<RunResult, 'hold' | 'classes'> {
  return { ...holdFacts(facts), ...classFacts(facts) };
}

/** Each class of clients by itself; nothing for a plan with one class. */
function classFacts(facts: RunFacts): { classes?: NonNullable<RunResult['classes']> } {
  if (facts.plan.classes.length === 0) return {};
  const groups = Map.groupBy(facts.summaries, (summary) => summary.className);
  return {
    classes: [...groups].map(([name, summaries]) => ({
      name,
      messages: { ...sumCounters(summaries.map((summary) => summary.counters)).messages },
      responseTime: mergeHistograms(summaries.map((summary) => summary.responseTime)).summary(),
      finalDot: mergeHistograms(
        summaries.flatMap((summary) => summary.phases[PHASE.finalDot] ?? []),
      ).summary(),
    })),
  };
}

/** Sums of the threads that held connections; nothing for a run that only sent mail. */
function holdFacts(facts: RunFacts): { hold?: NonNullable<RunResult['hold']> } {
  const { load } = facts.plan;
  const holds = facts.summaries.flatMap((summary) => summary.hold ?? []);
  if (load.model !== 'hold' || holds.length === 0) return {};
  const sum = (pick: (hold: HoldSummary) => number): number =>
    holds.reduce((total, hold) => total + pick(hold), 0);
  const isRefused = holds.some((hold) => hold.firstRefusalAtHeld !== null);
  const admitted = sum((hold) => hold.admitted);
  const openedSec = Math.max(...holds.map((hold) => hold.openedSec));
  // Every thread sees the memory of the whole process.
  const memoryGrowthBytes = Math.max(...holds.map((hold) => hold.memoryGrowthBytes));
  return {
    hold: {
      requested: load.connections,
      stage: load.stage,
      admitted,
      refused: sum((hold) => hold.refused),
      lost: sum((hold) => hold.lost),
      peakHeld: sum((hold) => hold.peakHeld),
      heldAtEnd: sum((hold) => hold.heldAtEnd),
      firstRefusalAtHeld: isRefused ? sum((hold) => hold.firstRefusalAtHeld ?? hold.admitted) : null,
      admission: mergeHistograms(holds.map((hold) => hold.admission)).summary(),
      openedPerSec: openedSec > 0 ? admitted / openedSec : 0,
      generatorBytesPerConnection:
        memoryGrowthBytes > 0 && admitted > 0 ? memoryGrowthBytes / admitted : null,
    },
  };
}

function judge(
  abortReason: string | null,
  policyReason: string | null,
  isGeneratorBound: boolean,
): Pick<RunResult, 'verdict' | 'verdictReason'> {
  if (abortReason !== null) return { verdict: 'aborted', verdictReason: abortReason };
  if (policyReason !== null) return { verdict: 'policyBound', verdictReason: policyReason };
  if (isGeneratorBound) return { verdict: 'generatorBound', verdictReason: 'generatorBusy' };
  return { verdict: 'valid', verdictReason: null };
}

function thresholdsOf(
  plan: ResolvedPlan,
  measured: Omit<RunResult, 'thresholds' | 'verdict' | 'verdictReason'>,
): RunResult['thresholds'] {
  return plan.thresholds.flatMap((expression) => {
    const threshold = parseThreshold(expression);
    return typeof threshold === 'string' ? [] : [checkThreshold(threshold, measured)];
  });
}

/** One line of the time series from the threads' accounts of the same second. */
export function mergeSecond(parts: readonly Second[]): RunResult['series'][number] {
  const sum = (pick: (second: Second) => number): number =>
    parts.reduce((total, part) => total + pick(part), 0);
  const finalDot = mergeHistograms(parts.map((part) => part.finalDot));
  const response = mergeHistograms(parts.map((part) => part.response));
  return {
    atSec: Math.max(...parts.map((part) => part.atSec)),
    offered: sum((second) => second.messages.offered),
    accepted: sum((second) => second.messages.accepted),
    rejected: sum((second) => second.messages.rejected),
    failed: sum((second) => second.messages.failed + second.messages.ambiguous),
    dropped: sum((second) => second.messages.dropped),
    openConnections: sum((second) => second.openConnections),
    finalDotP50Us: finalDot.valueAtPercentile(50),
    finalDotP99Us: finalDot.valueAtPercentile(99),
    responseP99Us: response.valueAtPercentile(99),
  };
}
