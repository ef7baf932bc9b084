// The runs of this process: asked for, queued, started, stopped, followed. Invariant: a run is stored as finished before
// its viewers are let go, one target carries one run at a time, and what waits in the queue is in the store.

import { executeRun, SERVER_CLOSES } from './execute-run.ts';
import type { LoadRunner, PlanReview } from './load-runner.ts';
import type { Clock, Logger } from './ports.ts';
import { RunChannel } from './run-channel.ts';
import type { RunViewer } from './run-channel.ts';
import { positionOf, startable } from './run-queue.ts';
import type { OpenedSecret } from './secret-box.ts';
import type { NewRun, RunStore, StoredRun, StoredRunEvent } from './stores.ts';

export interface RunBoardDeps {
  readonly runner: LoadRunner;
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How many runs may go on at the same time, each on a target of its own. */
  readonly concurrentRuns?: number;
  /** The password of a candidate, read when its run starts; null when it has none. */
  secretOf?(candidateId: string): Promise<OpenedSecret | null>;
}

export type RunRequest = Pick<NewRun, 'plan' | 'providerId' | 'candidateId' | 'kind' | 'groupId' | 'company'>;

export type StartOutcome =
  | { readonly kind: 'started'; readonly runId: string }
  /** Its target is loaded already, or enough runs go on. `position` counts from 1. */
  | { readonly kind: 'queued'; readonly runId: string; readonly position: number }
  | Exclude<PlanReview, { readonly kind: 'accepted' }>;

export interface RunBoard {
  /** Puts a run into the queue and resolves once it is stored; it starts at once where nothing is in its way. */
  start(request: RunRequest): Promise<StartOutcome>;
  /** Called once after the start of the process: what was cut off or waited is marked so. */
  recover(): Promise<void>;
  /** False when the run is not running here. */
  stop(runId: string): boolean;
  /** Takes a waiting run out of the queue; false when it does not wait. */
  cancel(runId: string): Promise<boolean>;
  /** Puts a run that was parked by a restart back into the queue. */
  resume(runId: string): Promise<boolean>;
  /** Queued and parked runs in their order. */
  waiting(): Promise<readonly StoredRun[]>;
  /** Tells a viewer everything after the last event it saw, then what happens. Resolves to how to stop watching. */
  watch(runId: string, lastSeenId: number, viewer: RunViewer): Promise<() => void>;
  /** Events after the last one seen, until the run ends or the signal aborts. */
  follow(runId: string, lastSeenId: number, signal: AbortSignal): AsyncGenerator<StoredRunEvent, void>;
  /** Resolves when the run has ended and is stored; at once when it is not running here. */
  ended(runId: string): Promise<void>;
  /** Stops every run and waits until all are stored. What waits stays in the store and is parked at the next start. */
  close(): Promise<void>;
}

export const DEFAULT_CONCURRENT_RUNS = 2;

interface ActiveRun {
  readonly run: StoredRun;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

export function createRunBoard(deps: RunBoardDeps): RunBoard {
  return new Board(deps);
}

class Board implements RunBoard {
  private readonly deps: RunBoardDeps;
  private readonly active = new Map<string, ActiveRun>();
  /** Of running and of waiting runs: who watches a waiting run sees it start. */
  private readonly channels = new Map<string, RunChannel>();
  private pumping: Promise<void> = Promise.resolve();
  private isClosing = false;

  constructor(deps: RunBoardDeps) {
    this.deps = deps;
  }

  async start(request: RunRequest): Promise<StartOutcome> {
    const review = await this.deps.runner.review(request.plan);
    if (review.kind !== 'accepted') return review;
    const startedAt = this.deps.clock.now().toISOString();
    const { id } = await this.deps.runs.create({
      ...request,
      target: review.target,
      startedAt,
      status: 'queued',
    });
    await this.pump();
    const position = positionOf(await this.deps.runs.waiting(), id);
    return position === null ? { kind: 'started', runId: id } : { kind: 'queued', runId: id, position };
  }

  async recover(): Promise<void> {
    await this.deps.runs.markInterrupted(this.deps.clock.now().toISOString());
    await this.deps.runs.parkQueued();
  }

  stop(runId: string): boolean {
    const run = this.active.get(runId);
    run?.abort.abort();
    return run !== undefined;
  }

  async cancel(runId: string): Promise<boolean> {
    const isCancelled = await this.deps.runs.cancel(runId, this.deps.clock.now().toISOString());
    if (!isCancelled) return false;
    this.channels.get(runId)?.end();
    this.channels.delete(runId);
    await this.pump();
    return true;
  }

  async resume(runId: string): Promise<boolean> {
    const isResumed = await this.deps.runs.unpark(runId);
    if (isResumed) await this.pump();
    return isResumed;
  }

  waiting(): Promise<readonly StoredRun[]> {
    return this.deps.runs.waiting();
  }

  async watch(runId: string, lastSeenId: number, viewer: RunViewer): Promise<() => void> {
    const channel = this.channels.get(runId);
    if (channel !== undefined) return channel.watch(lastSeenId, viewer);
    const run = await this.deps.runs.get(runId);
    const started = this.channels.get(runId);
    if (started !== undefined) return started.watch(lastSeenId, viewer);
    const isWaiting = run?.status === 'queued' && !this.isClosing;
    if (isWaiting) return this.channelOf(runId).watch(lastSeenId, viewer);
    for (const event of await this.deps.runs.eventsAfter(runId, lastSeenId)) viewer.onEvent(event);
    viewer.onEnd();
    return () => undefined;
  }

  async *follow(
    runId: string,
    lastSeenId: number,
    signal: AbortSignal,
  ): AsyncGenerator<StoredRunEvent, void> {
    const inbox: StoredRunEvent[] = [];
    let isOver = false;
    let wake = Promise.withResolvers<void>();
    const onAbort = (): void => wake.resolve();
    signal.addEventListener('abort', onAbort, { once: true });
    const stop = await this.watch(runId, lastSeenId, {
      onEvent(event) {
        inbox.push(event);
        wake.resolve();
      },
      onEnd() {
        isOver = true;
        wake.resolve();
      },
    });
    try {
      while (!signal.aborted) {
        yield* inbox.splice(0);
        if (inbox.length > 0) continue;
        if (isOver) return;
        await wake.promise;
        wake = Promise.withResolvers<void>();
      }
    } finally {
      stop();
      signal.removeEventListener('abort', onAbort);
    }
  }

  async ended(runId: string): Promise<void> {
    await this.active.get(runId)?.done;
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.pumping;
    for (const { abort } of this.active.values()) abort.abort(SERVER_CLOSES);
    await Promise.all([...this.active.values()].map(({ done }) => done));
    for (const channel of this.channels.values()) channel.end();
  }

  // One at a time, so that two requests never start two runs on one target.
  private pump(): Promise<void> {
    this.pumping = this.pumping.then(() => this.startWhatMay());
    return this.pumping;
  }

  private async startWhatMay(): Promise<void> {
    if (this.isClosing) return;
    try {
      const running = [...this.active.values()].map(({ run }) => run);
      const limit = this.deps.concurrentRuns ?? DEFAULT_CONCURRENT_RUNS;
      for (const run of startable(await this.deps.runs.waiting(), running, limit)) await this.begin(run);
      const waiting = await this.deps.runs.waiting();
      for (const { id } of waiting) this.channels.get(id)?.tellPosition(positionOf(waiting, id));
    } catch (error) {
      this.deps.logger.error({ err: error }, 'the queue of runs could not be read');
    }
  }

  private async begin(run: StoredRun): Promise<void> {
    if (!(await this.deps.runs.begin(run.id, this.deps.clock.now().toISOString()))) return;
    const abort = new AbortController();
    const channel = this.channelOf(run.id);
    channel.tellPosition(null);
    const done = executeRun(this.deps, run, { channel, signal: abort.signal }).finally(() => {
      this.active.delete(run.id);
      this.channels.delete(run.id);
      void this.pump();
    });
    this.active.set(run.id, { run, abort, done });
  }

  private channelOf(runId: string): RunChannel {
    const { runs, logger, clock } = this.deps;
    const channel =
      this.channels.get(runId) ?? new RunChannel(runId, { runs, logger, now: () => clock.now() });
    this.channels.set(runId, channel);
    return channel;
  }
}
