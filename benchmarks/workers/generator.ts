// The load of one thread: takes arrivals from the source when they are due and gives them to free slots.
// Invariant: nothing is sent before `begin`, and `stop` closes every socket at once.

import { makeSource, sessionsOf } from '../load/make-source.ts';
import type { Arrival, WorkSource } from '../load/work-source.ts';
import type { ResolvedPlan } from '../load/resolved-plan.ts';
import { Connection } from '../net/connection.ts';
import type { ConnectionUser } from '../net/connection.ts';
import type { Transport } from '../net/transport.ts';
import type { Job, SessionConfig } from '../protocol/session-state.ts';
import type { Recorder } from '../stats/recorder.ts';
import type { MailQueue } from './mail-queue.ts';
import { Slot } from './slot.ts';
import type { SlotOwner, SlotRules } from './slot.ts';
import type { WorkerShare } from '../load/make-source.ts';

const SWEEP_MS = 100;
const TICK_MS = 1000;
/** setTimeout takes no longer waits than 2³¹−1 ms. */
const MAX_WAIT_MS = 1000;

export interface GeneratorParts {
  readonly plan: ResolvedPlan;
  readonly share: WorkerShare;
  readonly transport: Transport;
  readonly mail: MailQueue;
  sessionConfig(): SessionConfig;
  onTick(): void;
  onDone(): void;
}

export class Generator implements SlotOwner {
  readonly recorder: Recorder;
  readonly rules: SlotRules;
  private readonly parts: GeneratorParts;
  private readonly source: WorkSource;
  private readonly slots: Slot[] = [];
  private readonly idle: Slot[] = [];
  private readonly maxSlots: number;
  private readonly timers = new Set<NodeJS.Timeout>();
  private dispatchTimer: NodeJS.Timeout | null = null;
  private isFinished = false;

  constructor(parts: GeneratorParts) {
    this.parts = parts;
    this.recorder = parts.transport.recorder;
    this.source = makeSource(parts.plan, parts.share);
    this.maxSlots = sessionsOf(parts.plan, parts.share);
    this.rules = rulesOf(parts.plan);
  }

  begin(): void {
    this.timers.add(setInterval(() => this.sweep(), SWEEP_MS));
    this.timers.add(setInterval(() => this.parts.onTick(), TICK_MS));
    const { load } = this.parts.plan;
    if (load.model === 'closed') this.startClosed(load.rampUpSec * 1000);
    else this.dispatch();
    this.finishIfDone();
  }

  /** Closes everything now. Messages under way count as failed or, after the final dot, as ambiguous. */
  stop(): void {
    if (this.isFinished) return;
    this.isFinished = true;
    this.source.giveUp(this.nowUs());
    for (const slot of this.slots) slot.connection?.fail('generatorFault', 'the run was stopped');
    this.finish();
  }

  nowUs(): number {
    return this.parts.transport.nowUs();
  }

  isStopped(): boolean {
    return this.isFinished;
  }

  newJob(plannedUs: number): Job {
    return this.parts.mail.newJob(plannedUs);
  }

  openConnection(user: ConnectionUser): Connection {
    return new Connection(this.parts.transport, this.parts.sessionConfig(), user);
  }

  takeArrival(): Arrival | null {
    return this.isFinished ? null : this.source.take(this.nowUs());
  }

  onIdle(slot: Slot): void {
    this.idle.push(slot);
    if (this.source.isExhausted(this.nowUs())) slot.quit();
    this.finishIfDone();
  }

  onConnectionGone(): void {
    this.finishIfDone();
  }

  onOutcome(job: Job, outcome: Parameters<SlotOwner['onOutcome']>[1]): void {
    this.parts.mail.onOutcome(job, outcome);
  }

  private startClosed(rampUpMs: number): void {
    for (let index = 0; index < this.maxSlots; index += 1) {
      if (rampUpMs === 0) this.startSlot();
      else this.timers.add(setTimeout(() => this.startSlot(), (rampUpMs * index) / this.maxSlots));
    }
  }

  private startSlot(): void {
    const arrival = this.takeArrival();
    if (arrival !== null) this.newSlot().start(arrival);
  }

  private newSlot(): Slot {
    const slot = new Slot(this);
    this.slots.push(slot);
    return slot;
  }

  /** Starts what is due as long as a slot is free, and comes back when the next arrival is due. */
  private dispatch(): void {
    this.dispatchTimer = null;
    while (this.idle.length > 0 || this.slots.length < this.maxSlots) {
      const arrival = this.takeArrival();
      if (arrival === null) break;
      (this.idle.pop() ?? this.newSlot()).start(arrival);
    }
    this.countDropped();
    const waitMs = (this.source.nextDueUs() - this.nowUs()) / 1000;
    if (waitMs === Infinity || this.isFinished) return;
    this.dispatchTimer = setTimeout(() => this.dispatch(), Math.max(1, Math.min(MAX_WAIT_MS, waitMs)));
  }

  private countDropped(): void {
    for (const { plannedUs, messageCount } of this.source.takeDropped(this.nowUs())) {
      this.recorder.onOffered(plannedUs, messageCount);
      this.recorder.onDropped(plannedUs, messageCount);
    }
  }

  private sweep(): void {
    this.recorder.checkWarmup();
    const nowUs = this.nowUs();
    const timeoutUs = this.parts.plan.session.timeoutMs * 1000;
    for (const slot of this.slots) slot.connection?.checkTimeout(nowUs, timeoutUs);
    this.countDropped();
    if (!this.source.isExhausted(nowUs)) return;
    for (const slot of this.slots) slot.endThought();
    for (const slot of this.idle) slot.quit();
    this.finishIfDone();
  }

  private finishIfDone(): void {
    if (this.isFinished || !this.source.isExhausted(this.nowUs())) return;
    const isBusy = this.slots.some((slot) => !slot.isIdle || slot.connection !== null);
    if (!isBusy) this.finish();
  }

  private finish(): void {
    this.isFinished = true;
    for (const timer of this.timers) clearTimeout(timer);
    if (this.dispatchTimer !== null) clearTimeout(this.dispatchTimer);
    this.countDropped();
    this.parts.onDone();
  }
}

function rulesOf(plan: ResolvedPlan): SlotRules {
  const { load, session } = plan;
  return {
    messagesPerConnection: session.messagesPerConnection ?? Infinity,
    thinkTimeMs: load.model === 'closed' || load.model === 'partlyOpen' ? load.thinkTimeMs : 0,
    reconnectDelayMs: session.reconnectDelayMs,
    quitsAfterArrival: load.model === 'partlyOpen',
  };
}
