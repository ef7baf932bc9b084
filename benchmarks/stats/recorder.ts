// The book of one thread: what happened, how long it took, second by second.
// Invariant: a message counts in the window in which it was planned; what was planned in the warm-up is not counted.

import { capabilityLines } from '../protocol/capabilities.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import { PHASES } from '../protocol/phases.ts';
import { printable } from '../protocol/reply.ts';
import type { Failure, Job, Outcome, SessionState } from '../protocol/session-state.ts';
import { transcriptOf } from '../protocol/transcript.ts';
import { emptyCounters } from './counters.ts';
import type { Counters, MessageCounts } from './counters.ts';
import { ErrorTable } from './error-table.ts';
import type { ErrorCounts, ErrorRow } from './error-table.ts';
import { LatencyHistogram } from './latency-histogram.ts';
import type { EncodedHistogram } from './latency-histogram.ts';

export interface ServerDescription {
  readonly banner: string;
  readonly capabilities: readonly string[];
  readonly tls: { readonly version: string; readonly cipher: string } | null;
}

export interface Second {
  /** Since the end of the warm-up. */
  readonly atSec: number;
  readonly messages: MessageCounts;
  readonly openConnections: number;
  readonly finalDot: EncodedHistogram;
  readonly response: EncodedHistogram;
  /** Totals since the start. */
  readonly errorCount: number;
  readonly errorsByClass: ErrorCounts;
  /** The first error of each kind that came up in this second. */
  readonly freshErrors: readonly ErrorRow[];
  readonly refusedConnections: number;
  readonly openedConnections: number;
}

export interface TlsFacts {
  readonly isResumed: boolean;
  readonly version: string;
  readonly cipher: string;
}

export class Recorder {
  readonly counters: Counters = emptyCounters();
  readonly phases: readonly LatencyHistogram[] = PHASES.map(() => new LatencyHistogram());
  readonly responseTime = new LatencyHistogram();
  readonly serviceTime = new LatencyHistogram();
  readonly scheduleLag = new LatencyHistogram();
  readonly errors = new ErrorTable();
  lastEndUs = 0;
  /** Connections refused since the last one that was opened and the last message that was accepted. */
  refusedInARow = 0;
  private readonly finalDotOfSecond = new LatencyHistogram();
  private readonly responseOfSecond = new LatencyHistogram();
  private countersAtTick: Counters = emptyCounters();
  private readonly nowUs: () => number;
  private readonly warmupUs: number;
  private isWarm: boolean;
  private banner = '';
  private capabilities: Capabilities | null = null;
  private tls: ServerDescription['tls'] = null;

  constructor(nowUs: () => number, warmupUs: number) {
    this.nowUs = nowUs;
    this.warmupUs = warmupUs;
    this.isWarm = warmupUs === 0;
  }

  onPhase(phase: number, latencyUs: number, job: Job | null): void {
    if (!this.isMeasured(job)) return;
    this.phases[phase]?.record(latencyUs);
    if (phase === FINAL_DOT) this.finalDotOfSecond.record(latencyUs);
  }

  onFailure(failure: Failure, session: SessionState): void {
    if (!this.isMeasured(failure.job ?? null)) return;
    const tell = (): string[] => transcriptOf(session, failure).map(printable);
    this.errors.record(failure, (this.nowUs() - this.warmupUs) / 1e6, tell);
  }

  // A step towards the first message counts by the time at which it happens: nobody planned it.
  private isMeasured(job: Job | null): boolean {
    return job === null ? this.isWarm : job.plannedUs >= this.warmupUs;
  }

  onOffered(plannedUs: number, count: number): void {
    if (plannedUs >= this.warmupUs) this.counters.messages.offered += count;
  }

  onDropped(plannedUs: number, count: number): void {
    if (plannedUs >= this.warmupUs) this.counters.messages.dropped += count;
  }

  onStarted(job: Job): void {
    if (job.plannedUs < this.warmupUs) return;
    this.counters.messages.sent += 1;
    this.scheduleLag.record(job.startedUs - job.plannedUs);
  }

  onMessageEnd(job: Job, outcome: Outcome): void {
    if (job.plannedUs < this.warmupUs) return;
    const endUs = this.nowUs();
    this.counters.messages[outcome] += 1;
    this.counters.recipients.accepted += outcome === 'accepted' ? job.recipientsAccepted : 0;
    this.counters.recipients.refused += job.recipientsRefused;
    this.lastEndUs = endUs;
    if (outcome !== 'accepted') return;
    this.refusedInARow = 0;
    this.responseTime.record(endUs - job.plannedUs);
    this.responseOfSecond.record(endUs - job.plannedUs);
    this.serviceTime.record(endUs - job.startedUs);
  }

  onOpened(): void {
    const { connections } = this.counters;
    this.refusedInARow = 0;
    connections.opened += 1;
    connections.open += 1;
    connections.peak = Math.max(connections.peak, connections.open);
  }

  onRefused(): void {
    this.counters.connections.refused += 1;
    this.refusedInARow += 1;
  }

  onConnectionEnd(): void {
    this.counters.connections.open -= 1;
  }

  onBanner(text: string): void {
    if (this.banner === '') this.banner = printable(text.slice(4));
  }

  onCapabilities(capabilities: Capabilities): void {
    this.capabilities ??= capabilities;
  }

  onSecured(facts: TlsFacts): void {
    if (facts.isResumed) this.counters.connections.tlsResumed += 1;
    else this.counters.connections.tlsFull += 1;
    this.tls ??= { version: facts.version, cipher: facts.cipher };
  }

  server(): ServerDescription {
    const lines = this.capabilities === null ? [] : capabilityLines(this.capabilities);
    return { banner: this.banner, capabilities: lines.map(printable), tls: this.tls };
  }

  /** Call at least once a second: starts the measurement when the warm-up is over. */
  checkWarmup(): void {
    if (this.isWarm || this.nowUs() < this.warmupUs) return;
    this.isWarm = true;
    this.counters.bytes.sent = 0;
    this.counters.bytes.received = 0;
  }

  /** What happened since the last tick. */
  tick(): Second {
    const now = structuredClone(this.counters);
    const before = this.countersAtTick;
    const second: Second = {
      atSec: (this.nowUs() - this.warmupUs) / 1e6,
      messages: difference(now.messages, before.messages),
      openConnections: now.connections.open,
      finalDot: this.finalDotOfSecond.encode(),
      response: this.responseOfSecond.encode(),
      errorCount: this.errors.total,
      errorsByClass: this.errors.countsByClass(),
      freshErrors: this.errors.takeFresh(),
      refusedConnections: now.connections.refused,
      openedConnections: now.connections.opened,
    };
    this.countersAtTick = now;
    this.finalDotOfSecond.reset();
    this.responseOfSecond.reset();
    return second;
  }
}

const FINAL_DOT = PHASES.indexOf('finalDot');

function difference(now: MessageCounts, before: MessageCounts): MessageCounts {
  return {
    offered: now.offered - before.offered,
    sent: now.sent - before.sent,
    accepted: now.accepted - before.accepted,
    rejected: now.rejected - before.rejected,
    failed: now.failed - before.failed,
    ambiguous: now.ambiguous - before.ambiguous,
    dropped: now.dropped - before.dropped,
  };
}
