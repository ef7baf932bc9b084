// Load threads that have ended their run wait here for the next one. V8 compiles a thread's code while it runs, for
// some ten thousand messages, and every new thread begins anew: without this the first seconds of each run, and each
// short trial of a search, would show our compiler at work instead of the server.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** A thread that nobody asked for in this time is ended: a server that measures once a week needs no idle threads. */
const KEEP_MS = 60_000;
const MAX_KEPT = availableParallelism();

interface KeptThread {
  readonly worker: Worker;
  /** Takes back what was done to keep it. */
  release(): void;
}

const kept: KeptThread[] = [];

export function newThread(): Worker {
  return new Worker(new URL('load-thread.ts', import.meta.url));
}

/** The thread that ended its run last, or a new one. */
export function takeThread(): Worker {
  const thread = kept.pop();
  if (thread === undefined) return newThread();
  thread.release();
  return thread.worker;
}

/** Call it for a thread that has said `done` and that nobody listens to any more. It does not hold the process. */
export function keepThread(worker: Worker): void {
  if (kept.length >= MAX_KEPT) return void worker.terminate();
  const forget = (): void => {
    const index = kept.findIndex((thread) => thread.worker === worker);
    if (index >= 0) kept.splice(index, 1);
  };
  const timer = setTimeout(() => {
    forget();
    void worker.terminate();
  }, KEEP_MS).unref();
  // A thread that fails while it waits is not missed.
  worker.on('error', forget).on('exit', forget).unref();
  kept.push({
    worker,
    release(): void {
      clearTimeout(timer);
      worker.off('error', forget).off('exit', forget).ref();
    },
  });
}

/** Ends every thread that waits: the next run starts cold. */
export async function endKeptThreads(): Promise<void> {
  await Promise.all(kept.splice(0).map(({ worker }) => worker.terminate()));
}
