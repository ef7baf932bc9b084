// Starts the load threads, lets them begin at one instant, hears them once a second, and stops them: on request, on a
// storm of rejections, or when nobody answers.
// Invariant: after `stop` no socket of the run is open longer than a second.

import type { Worker } from 'node:worker_threads';
import type { ResolvedPlan } from '../load/resolved-plan.ts';
import type { Ceilings } from '../safety/target-policy.ts';
import type { RunResult } from '../schema/run.generated.ts';
import { addMessageCounts, emptyCounters } from '../stats/counters.ts';
import type { MessageCounts } from '../stats/counters.ts';
import { LatencyHistogram } from '../stats/latency-histogram.ts';
import type { EncodedHistogram } from '../stats/latency-histogram.ts';
import type { Second } from '../stats/recorder.ts';
import { keepThread, newThread, takeThread } from './kept-threads.ts';
import { LiveErrors } from './live-errors.ts';
import type { ErrorsSoFar } from './live-errors.ts';
import { mergeSecond } from './run-result.ts';
import { StopRules } from './stop-rules.ts';
import type { ThreadCommand, ThreadEvent, ThreadStart, ThreadSummary } from './thread-messages.ts';

const START_LEAD_MS = 20;
const STOP_GRACE_MS = 800;

export interface ThreadRun {
  readonly summaries: readonly ThreadSummary[];
  readonly series: RunResult['series'];
  readonly abortReason: string | null;
  readonly peakRssBytes: number;
  readonly startedAtMs: number;
}

export interface CoordinatorHooks {
  onBegin(startedAtMs: number): void;
  onSecond(second: RunResult['series'][number], totals: MessageCounts, errors: ErrorsSoFar): void;
  readonly signal: AbortSignal | undefined;
  readonly ceilings: Ceilings;
}

export async function runThreads(
  starts: readonly ThreadStart[],
  hooks: CoordinatorHooks,
): Promise<ThreadRun> {
  const coordinator = new Coordinator(starts, hooks);
  try {
    return await coordinator.run();
  } finally {
    await coordinator.dispose();
  }
}

class Coordinator {
  private readonly threads: readonly Thread[];
  private readonly hooks: CoordinatorHooks;
  private readonly series: RunResult['series'] = [];
  private readonly rules: StopRules;
  private readonly liveErrors = new LiveErrors();
  private totals: MessageCounts | null = null;
  private abortReason: string | null = null;
  private peakRssBytes = 0;
  private graceTimer: NodeJS.Timeout | null = null;

  constructor(starts: readonly ThreadStart[], hooks: CoordinatorHooks) {
    this.hooks = hooks;
    this.rules = new StopRules(planOf(starts), hooks.ceilings);
    this.threads = starts.map((start) => new Thread(start, () => this.closeSeconds()));
  }

  async run(): Promise<ThreadRun> {
    await Promise.all(this.threads.map((thread) => thread.ready));
    const startedAtMs = performance.timeOrigin + performance.now() + START_LEAD_MS;
    const { signal } = this.hooks;
    const onAbort = (): void => this.stop('stopped');
    if (signal?.aborted === true) this.abortReason = 'stopped';
    signal?.addEventListener('abort', onAbort, { once: true });
    this.hooks.onBegin(startedAtMs);
    for (const thread of this.threads) thread.say({ kind: 'begin', epochMs: startedAtMs });
    if (this.abortReason !== null) this.stop(this.abortReason);
    const summaries = await Promise.all(this.threads.map((thread) => thread.done));
    signal?.removeEventListener('abort', onAbort);
    while (this.threads.some((thread) => thread.seconds.length > 0)) this.closeSecond();
    return {
      summaries: summaries.filter((summary) => summary !== null),
      series: this.series,
      abortReason: this.abortReason,
      peakRssBytes: Math.max(this.peakRssBytes, process.memoryUsage.rss()),
      startedAtMs,
    };
  }

  async dispose(): Promise<void> {
    if (this.graceTimer !== null) clearTimeout(this.graceTimer);
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private stop(reason: string): void {
    this.abortReason ??= reason;
    for (const thread of this.threads) thread.say({ kind: 'stop' });
    // A thread that cannot even listen is ended from outside; its figures are lost, its sockets are closed.
    this.graceTimer ??= setTimeout(() => {
      for (const thread of this.threads) void thread.end();
    }, STOP_GRACE_MS);
  }

  // Threads end at different times, and one that has ended keeps nobody waiting.
  private closeSeconds(): void {
    while (this.threads.every(({ seconds, hasEnded }) => hasEnded || seconds.length > 0)) {
      if (!this.threads.some((thread) => thread.seconds.length > 0)) return;
      this.closeSecond();
    }
  }

  private closeSecond(): void {
    const parts = this.threads.flatMap((thread) => thread.nextSecond() ?? []);
    this.peakRssBytes = Math.max(this.peakRssBytes, process.memoryUsage.rss());
    const second = mergeSecond(parts);
    this.series.push(second);
    this.totals = addCounts(this.totals, parts);
    this.hooks.onSecond(second, this.totals, this.liveErrors.take(parts));
    const reason = this.rules.check(parts);
    if (reason !== null) this.stop(reason);
  }
}

function planOf(starts: readonly ThreadStart[]): ResolvedPlan {
  const [first] = starts;
  if (first === undefined) throw new RangeError('A run needs at least one thread');
  return first.plan;
}

function addCounts(totals: MessageCounts | null, parts: readonly Second[]): MessageCounts {
  const sum = totals ?? emptyCounters().messages;
  for (const part of parts) addMessageCounts(sum, part.messages);
  return sum;
}

class Thread {
  readonly ready: Promise<void>;
  /** Null when the thread was ended from outside. */
  readonly done: Promise<ThreadSummary | null>;
  /** Accounts that were not added up yet. */
  readonly seconds: Second[] = [];
  hasEnded = false;
  private last: Second | null = null;
  private readonly worker: Worker;
  private readonly isReusable: boolean;
  private isKept = false;
  private readonly stopListening: () => void;

  constructor(start: ThreadStart, onNews: () => void) {
    // Holding connections measures memory, and a thread that sent mail before has room in its heap already.
    this.isReusable = start.plan.load.model !== 'hold';
    this.worker = this.isReusable ? takeThread() : newThread();
    const ready = Promise.withResolvers<void>();
    const done = Promise.withResolvers<ThreadSummary | null>();
    this.ready = ready.promise;
    this.done = done.promise;
    const onMessage = (event: ThreadEvent): void => {
      if (event.kind === 'ready') ready.resolve();
      if (event.kind === 'tick') this.seconds.push(event.second);
      if (event.kind === 'done') {
        this.hasEnded = true;
        done.resolve(event.summary);
      }
      onNews();
    };
    const onError = (error: Error): void => {
      ready.reject(error);
      done.reject(error);
    };
    const onExit = (): void => done.resolve(null);
    this.worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    this.stopListening = () => {
      this.worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    // A thread that fails before anybody waits for its end must not end the process by an unhandled rejection.
    done.promise.catch(() => undefined);
    this.say({ kind: 'prepare', start });
  }

  /** The next account; of a thread that has ended what its totals say. Null when it never had any. */
  nextSecond(): Second | null {
    const second = this.seconds.shift() ?? (this.last === null ? null : afterEnd(this.last));
    this.last = second;
    return second;
  }

  say(command: ThreadCommand): void {
    if (this.isKept) return;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is not a window
    this.worker.postMessage(command);
  }

  /** A thread that has done its work may wait for the next run; any other is ended. */
  async end(): Promise<void> {
    if (this.isKept) return;
    if (!this.hasEnded || !this.isReusable) return void (await this.worker.terminate());
    this.isKept = true;
    this.stopListening();
    keepThread(this.worker);
  }
}

const NOTHING: EncodedHistogram = new LatencyHistogram().encode();

// Nothing happens any more, but errors and connections are totals since the start.
function afterEnd(last: Second): Second {
  return {
    ...last,
    messages: emptyCounters().messages,
    openConnections: 0,
    finalDot: NOTHING,
    response: NOTHING,
    freshErrors: [],
  };
}
