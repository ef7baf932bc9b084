// The runs of this process: started, stopped, followed. Invariant: an event is stored before any viewer sees it,
// a run is stored as finished before its viewers are let go, and one target carries one run at a time.

import type { LoadOutcome, LoadRunner, PlanReview } from './load-runner.ts';
import type { Clock, Logger } from './ports.ts';
import type { JsonObject, RunStore, StoredRunEvent } from './stores.ts';

export interface RunBoardDeps {
  readonly runner: LoadRunner;
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

export type StartOutcome =
  | { readonly kind: 'started'; readonly runId: string }
  | { readonly kind: 'busy'; readonly runId: string }
  | Exclude<PlanReview, { readonly kind: 'accepted' }>;

export interface RunBoard {
  /** Starts a run in the background and resolves once it is stored. */
  start(input: { readonly plan: JsonObject; readonly providerId: string | null }): Promise<StartOutcome>;
  /** False when the run is not running here. */
  stop(runId: string): boolean;
  /** Events after the last one seen, first the stored, then live ones, until the run ends or the signal aborts. */
  follow(runId: string, lastSeenId: number, signal: AbortSignal): AsyncGenerator<StoredRunEvent, void>;
  /** Resolves when the run has ended and is stored; at once when it is not running here. */
  ended(runId: string): Promise<void>;
  /** Stops every run and waits until all are stored. */
  close(): Promise<void>;
}

interface ActiveRun {
  readonly id: string;
  readonly target: string;
  readonly abort: AbortController;
  readonly events: StoredRunEvent[];
  readonly waiting: Set<() => void>;
  /** Storing goes one after the other, so that ids follow the order of events. */
  storing: Promise<void>;
  isOver: boolean;
  done: Promise<void>;
}

export function createRunBoard(deps: RunBoardDeps): RunBoard {
  const active = new Map<string, ActiveRun>();
  const reserved = new Set<string>();
  return {
    start: (input) => startRun(deps, active, reserved, input),
    stop(runId) {
      const run = active.get(runId);
      run?.abort.abort();
      return run !== undefined;
    },
    follow: (runId, lastSeenId, signal) => followRun(deps, active.get(runId), { runId, lastSeenId, signal }),
    ended: async (runId) => active.get(runId)?.done,
    async close() {
      for (const run of active.values()) run.abort.abort();
      await Promise.all([...active.values()].map((run) => run.done));
    },
  };
}

async function startRun(
  deps: RunBoardDeps,
  active: Map<string, ActiveRun>,
  reserved: Set<string>,
  input: { readonly plan: JsonObject; readonly providerId: string | null },
): Promise<StartOutcome> {
  const review = await deps.runner.review(input.plan);
  if (review.kind !== 'accepted') return review;
  const other = [...active.values()].find(({ target }) => target === review.target);
  if (other !== undefined) return { kind: 'busy', runId: other.id };
  if (reserved.has(review.target)) return { kind: 'busy', runId: '' };
  reserved.add(review.target);
  try {
    const startedAt = deps.clock.now().toISOString();
    const stored = await deps.runs.create({ ...input, target: review.target, startedAt });
    const run = newActiveRun(stored.id, review.target);
    active.set(run.id, run);
    run.done = runToEnd(deps, run, input.plan).finally(() => active.delete(run.id));
    return { kind: 'started', runId: run.id };
  } finally {
    reserved.delete(review.target);
  }
}

function newActiveRun(id: string, target: string): ActiveRun {
  return {
    id,
    target,
    abort: new AbortController(),
    events: [],
    waiting: new Set(),
    storing: Promise.resolve(),
    isOver: false,
    done: Promise.resolve(),
  };
}

async function runToEnd(deps: RunBoardDeps, run: ActiveRun, plan: JsonObject): Promise<void> {
  const outcome = await outcomeOf(deps, run, plan);
  await run.storing;
  try {
    await deps.runs.finish(run.id, { ...endOf(outcome), finishedAt: deps.clock.now().toISOString() });
  } catch (error) {
    deps.logger.error({ err: error, runId: run.id }, 'the end of a run could not be stored');
  }
  run.isOver = true;
  wake(run);
}

async function outcomeOf(deps: RunBoardDeps, run: ActiveRun, plan: JsonObject): Promise<LoadOutcome> {
  try {
    return await deps.runner.run(plan, {
      onEvent: (event) => storeEvent(deps, run, event),
      signal: run.abort.signal,
    });
  } catch (error) {
    deps.logger.error({ err: error, runId: run.id }, 'a run broke off');
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', reason: { en: reason, ja: reason } };
  }
}

function endOf(
  outcome: LoadOutcome,
): Parameters<RunStore['finish']>[1] extends infer End ? Omit<End, 'finishedAt'> : never {
  return outcome.kind === 'finished'
    ? { status: 'finished', result: outcome.result, failure: null }
    : { status: outcome.kind, result: null, failure: JSON.stringify(outcome.reason) };
}

function storeEvent(deps: RunBoardDeps, run: ActiveRun, event: JsonObject): void {
  run.storing = storeAfter(run.storing, deps, run, event);
}

async function storeAfter(
  earlier: Promise<void>,
  deps: RunBoardDeps,
  run: ActiveRun,
  event: JsonObject,
): Promise<void> {
  await earlier;
  try {
    const id = await deps.runs.appendEvent(run.id, event);
    run.events.push({ id, event });
    wake(run);
  } catch (error) {
    deps.logger.error({ err: error, runId: run.id }, 'an event of a run could not be stored');
  }
}

function wake(run: ActiveRun): void {
  for (const resume of run.waiting) resume();
  run.waiting.clear();
}

async function* followRun(
  deps: RunBoardDeps,
  run: ActiveRun | undefined,
  viewer: { readonly runId: string; readonly lastSeenId: number; readonly signal: AbortSignal },
): AsyncGenerator<StoredRunEvent, void> {
  if (run === undefined) {
    yield* await deps.runs.eventsAfter(viewer.runId, viewer.lastSeenId);
    return;
  }
  let lastSeenId = viewer.lastSeenId;
  while (!viewer.signal.aborted) {
    const isOver = run.isOver;
    const fresh = run.events.filter(({ id }) => id > lastSeenId);
    for (const event of fresh) {
      lastSeenId = event.id;
      yield event;
    }
    if (fresh.length > 0) continue;
    if (isOver) return;
    await nextWake(run, viewer.signal);
  }
}

function nextWake(run: ActiveRun, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const resume = (): void => {
      signal.removeEventListener('abort', resume);
      run.waiting.delete(resume);
      resolve();
    };
    run.waiting.add(resume);
    signal.addEventListener('abort', resume, { once: true });
  });
}
