// One of the sessions a plan allows: it keeps at most one connection and sends one arrival's messages after the other.
// Invariant: every message that was taken from the source ends exactly once in the book.

import type { Connection, ConnectionUser } from '../net/connection.ts';
import type { Arrival } from '../load/work-source.ts';
import type { Job, Outcome } from '../protocol/session-state.ts';
import type { Recorder } from '../stats/recorder.ts';

export interface SlotOwner {
  readonly recorder: Recorder;
  readonly rules: SlotRules;
  nowUs(): number;
  /** Nothing may begin any more. */
  isStopped(): boolean;
  newJob(plannedUs: number): Job;
  openConnection(user: ConnectionUser): Connection;
  takeArrival(): Arrival | null;
  /** The slot has nothing to do; it may still hold an idle connection. */
  onIdle(slot: Slot): void;
  /** The slot's connection is gone; it never was ready when `wasTurnedAway`. */
  onConnectionGone(slot: Slot, wasTurnedAway: boolean): void;
  onOutcome(job: Job, outcome: Outcome): void;
}

export interface SlotRules {
  readonly messagesPerConnection: number;
  readonly thinkTimeMs: number;
  readonly reconnectDelayMs: number;
  /** A session's connection ends with its last message. */
  readonly quitsAfterArrival: boolean;
}

export class Slot implements ConnectionUser {
  connection: Connection | null = null;
  isIdle = true;
  private readonly owner: SlotOwner;
  private waitingJob: Job | null = null;
  private messagesLeft = 0;
  private messagesOnConnection = 0;
  private isReady = false;
  private thought: NodeJS.Timeout | null = null;

  constructor(owner: SlotOwner) {
    this.owner = owner;
  }

  /** Gives work to an idle slot. */
  start(arrival: Arrival): void {
    this.isIdle = false;
    this.messagesLeft = arrival.messageCount;
    this.startMessage(arrival.plannedUs);
    if (this.isReady) this.connection?.flush();
  }

  /** Ends the connection of an idle slot; nothing happens without one. */
  quit(): void {
    if (this.connection?.session.stage === 'ready') this.connection.quit(this.owner.nowUs());
  }

  onReady(connection: Connection): void {
    this.isReady = true;
    const job = this.waitingJob;
    this.waitingJob = null;
    if (job === null) return;
    this.begin(connection, job);
  }

  nextToPipeline(): Job | null {
    const { rules } = this.owner;
    if (rules.thinkTimeMs > 0 || this.messagesOnConnection >= rules.messagesPerConnection) return null;
    // The next session has a connection of its own.
    if (rules.quitsAfterArrival && this.messagesLeft === 0) return null;
    const plannedUs = this.nextPlannedUs();
    if (plannedUs === null) return null;
    const job = this.takeJob(plannedUs);
    this.messagesOnConnection += 1;
    job.startedUs = this.owner.nowUs();
    this.owner.recorder.onStarted(job);
    return job;
  }

  onMessageEnd(connection: Connection, job: Job, outcome: Outcome): void {
    this.owner.recorder.onMessageEnd(job, outcome);
    this.owner.onOutcome(job, outcome);
    const { thinkTimeMs } = this.owner.rules;
    if (thinkTimeMs > 0) this.think(thinkTimeMs);
    else if (connection.session.stage === 'ready') this.proceed(connection);
  }

  /** Nothing is left to do after the thought. */
  endThought(): void {
    if (this.thought === null || this.messagesLeft > 0) return;
    clearTimeout(this.thought);
    this.resume();
  }

  onClosed(connection: Connection, isRefused: boolean): void {
    const wasTurnedAway = isRefused || !this.isReady;
    const job = this.waitingJob;
    this.connection = null;
    this.isReady = false;
    this.waitingJob = null;
    if (job !== null) {
      const outcome = connection.session.isTurnedAway ? 'rejected' : 'failed';
      this.owner.recorder.onStarted(job);
      this.owner.recorder.onMessageEnd(job, outcome);
      this.owner.onOutcome(job, outcome);
    }
    this.owner.onConnectionGone(this, wasTurnedAway);
    if (this.isIdle || this.thought !== null) return;
    const { reconnectDelayMs, thinkTimeMs } = this.owner.rules;
    const pauseMs = Math.max(wasTurnedAway ? reconnectDelayMs : 0, job === null ? 0 : thinkTimeMs);
    if (pauseMs > 0) this.think(pauseMs);
    else this.goOn();
  }

  private think(pauseMs: number): void {
    this.thought = setTimeout(() => this.resume(), pauseMs);
  }

  // The connection may be gone by now: a server that hangs up does not cut a thought short.
  private resume(): void {
    this.thought = null;
    const { connection } = this;
    if (connection === null) return this.goOn();
    if (connection.session.stage !== 'ready') return;
    this.proceed(connection);
    connection.flush();
  }

  private proceed(connection: Connection): void {
    if (this.messagesOnConnection >= this.owner.rules.messagesPerConnection) {
      return connection.quit(this.owner.nowUs());
    }
    if (this.messagesLeft === 0 && this.owner.rules.quitsAfterArrival)
      return connection.quit(this.owner.nowUs());
    this.goOn();
  }

  private goOn(): void {
    const plannedUs = this.nextPlannedUs();
    if (plannedUs === null) return this.rest();
    this.startMessage(plannedUs);
  }

  private rest(): void {
    this.isIdle = true;
    this.owner.onIdle(this);
  }

  // Within a session the next message is due when the last one was answered; else the source decides.
  private nextPlannedUs(): number | null {
    if (this.owner.isStopped()) return null;
    if (this.messagesLeft > 0) return this.owner.nowUs();
    const arrival = this.owner.takeArrival();
    if (arrival === null) return null;
    this.messagesLeft = arrival.messageCount;
    return arrival.plannedUs;
  }

  private takeJob(plannedUs: number): Job {
    this.messagesLeft -= 1;
    this.owner.recorder.onOffered(plannedUs, 1);
    return this.owner.newJob(plannedUs);
  }

  private startMessage(plannedUs: number): void {
    const job = this.takeJob(plannedUs);
    if (this.connection !== null && this.isReady) return this.begin(this.connection, job);
    // Opening the connection is part of the service that this message gets.
    job.startedUs = this.owner.nowUs();
    this.waitingJob = job;
    this.messagesOnConnection = 0;
    this.connection ??= this.owner.openConnection(this);
  }

  private begin(connection: Connection, job: Job): void {
    const nowUs = this.owner.nowUs();
    this.messagesOnConnection += 1;
    if (job.startedUs < 0) job.startedUs = nowUs;
    this.owner.recorder.onStarted(job);
    connection.begin(job, nowUs);
  }
}
