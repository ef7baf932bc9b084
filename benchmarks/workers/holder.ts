// Opens connections up to a stage of the handshake and keeps them. Every one that is turned away counts once; none is
// tried again, because a second attempt would hide where the limit lies.

import process from 'node:process';
import { Connection } from '../net/connection.ts';
import type { ConnectionUser } from '../net/connection.ts';
import type { Transport } from '../net/transport.ts';
import type { ResolvedPlan } from '../load/resolved-plan.ts';
import { shareOfTotal } from '../load/work-source.ts';
import type { WorkerShare } from '../load/make-source.ts';
import type { SessionConfig } from '../protocol/session-state.ts';
import { LatencyHistogram } from '../stats/latency-histogram.ts';
import type { HoldSummary } from './thread-messages.ts';

type HoldPlan = Extract<ResolvedPlan['load'], { model: 'hold' }>;

export interface HolderParts {
  readonly plan: ResolvedPlan;
  readonly load: HoldPlan;
  readonly share: WorkerShare;
  readonly transport: Transport;
  sessionConfig(): SessionConfig;
  onTick(): void;
  onDone(): void;
}

const OPEN_STEP_MS = 5;
const SWEEP_MS = 250;
const TICK_MS = 1000;
/** More connections in the making than this would fill the server's accept queue and measure that instead. */
const MAX_OPENING = 256;

interface Opening {
  readonly plannedUs: number;
  /** How many were opened before it. */
  readonly openedBefore: number;
}

export class Holder implements ConnectionUser {
  private readonly parts: HolderParts;
  private readonly target: number;
  private readonly admission = new LatencyHistogram();
  private readonly opening = new Map<Connection, Opening>();
  private readonly held = new Set<Connection>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly memoryAtStart = memoryBytes();
  private started = 0;
  private refused = 0;
  private lost = 0;
  private admitted = 0;
  private peakHeld = 0;
  private heldAtEnd = 0;
  private firstRefusalAtHeld: number | null = null;
  private openedUs = 0;
  private memoryAtPeak = 0;
  private isFinished = false;

  constructor(parts: HolderParts) {
    this.parts = parts;
    this.target = shareOfTotal(parts.load.connections, parts.share.index, parts.share.count);
  }

  begin(): void {
    this.timers.add(setInterval(() => this.parts.onTick(), TICK_MS));
    this.timers.add(setInterval(() => this.sweep(), SWEEP_MS));
    this.timers.add(setInterval(() => this.openDue(), OPEN_STEP_MS));
    this.openDue();
  }

  stop(): void {
    if (!this.isFinished) this.finish();
  }

  summary(): HoldSummary {
    return {
      admitted: this.admitted,
      refused: this.refused,
      lost: this.lost,
      peakHeld: this.peakHeld,
      heldAtEnd: this.heldAtEnd,
      firstRefusalAtHeld: this.firstRefusalAtHeld,
      admission: this.admission.encode(),
      openedSec: this.openedUs / 1e6,
      memoryGrowthBytes: Math.max(0, this.memoryAtPeak - this.memoryAtStart),
    };
  }

  onReady(connection: Connection): void {
    const nowUs = this.parts.transport.nowUs();
    this.admission.record(nowUs - (this.opening.get(connection)?.plannedUs ?? nowUs));
    this.opening.delete(connection);
    this.held.add(connection);
    this.admitted += 1;
    this.openedUs = nowUs;
    this.peakHeld = Math.max(this.peakHeld, this.held.size);
    this.holdWhenComplete();
  }

  nextToPipeline(): null {
    return null;
  }

  onMessageEnd(): void {
    // Held connections carry no mail.
  }

  onClosed(connection: Connection): void {
    if (this.held.delete(connection)) {
      this.lost += 1;
      return;
    }
    // Replies come late and in any order: what the server counted when it refused is what was opened before.
    const { openedBefore = this.held.size } = this.opening.get(connection) ?? {};
    this.firstRefusalAtHeld = Math.min(this.firstRefusalAtHeld ?? openedBefore, openedBefore);
    this.opening.delete(connection);
    this.refused += 1;
    this.holdWhenComplete();
  }

  // The planned instant of a connection is its number divided by the rate, however late the timer comes.
  private openDue(): void {
    const { transport, load, share } = this.parts;
    const ratePerUs = load.openRatePerSec / share.count / 1e6;
    const dueCount = Math.min(this.target, Math.floor(transport.nowUs() * ratePerUs) + 1);
    while (this.started < dueCount && this.opening.size < MAX_OPENING) {
      const opening = { plannedUs: this.started / ratePerUs, openedBefore: this.started };
      this.started += 1;
      this.opening.set(new Connection(transport, this.parts.sessionConfig(), this), opening);
    }
  }

  private holdWhenComplete(): void {
    if (this.started < this.target || this.opening.size > 0 || this.isFinished) return;
    this.memoryAtPeak = memoryBytes();
    this.timers.add(setTimeout(() => this.stop(), this.parts.load.holdSec * 1000));
  }

  private sweep(): void {
    const nowUs = this.parts.transport.nowUs();
    const timeoutUs = this.parts.plan.session.timeoutMs * 1000;
    for (const connection of this.opening.keys()) connection.checkTimeout(nowUs, timeoutUs);
  }

  private finish(): void {
    this.isFinished = true;
    this.heldAtEnd = this.held.size;
    for (const timer of this.timers) clearTimeout(timer);
    for (const connection of [...this.held, ...this.opening.keys()]) connection.destroy();
    this.parts.onDone();
  }
}

function memoryBytes(): number {
  return process.memoryUsage.rss();
}
