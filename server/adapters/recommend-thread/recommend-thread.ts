// A recommendation takes a second of computing. It happens on a thread of its own, so that pages, saved answers and
// live runs never wait for it. The thread starts with the first request and is replaced when it dies.

import { Worker } from 'node:worker_threads';
import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { DecisionBasis, RecommendRequest } from '../../usecases/recommend.ts';
import type { ThreadReply, ThreadRequest } from './thread-messages.ts';

export interface RecommendThread {
  /** Rejects when the answers cannot be used or the thread breaks off. */
  compute(request: RecommendRequest): Promise<Recommendation>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(recommendation: Recommendation): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

export function createRecommendThread(basis: DecisionBasis): RecommendThread {
  let thread: Thread | null = null;
  let lastId = 0;
  return {
    compute(request) {
      const current = (thread ??= startThread(basis, () => (thread = null)));
      const id = (lastId += 1);
      return new Promise((resolve, reject) => {
        current.waiting.set(id, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is not a window
        current.worker.postMessage({ id, request } satisfies ThreadRequest);
      });
    },
    async close() {
      await thread?.worker.terminate();
    },
  };
}

function startThread(basis: DecisionBasis, onEnd: () => void): Thread {
  const worker = new Worker(new URL('recommend-worker.ts', import.meta.url), { workerData: basis });
  const waiting = new Map<number, Waiting>();
  // A waiting page keeps the process alive through its socket; an idle thread must not.
  worker.unref();
  worker.on('message', (reply: ThreadReply) => {
    const waiter = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('recommendation' in reply) waiter?.resolve(reply.recommendation);
    else waiter?.reject(new Error(reply.problem));
  });
  const failAll = (error: Error): void => {
    onEnd();
    for (const waiter of waiting.values()) waiter.reject(error);
    waiting.clear();
  };
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('The decision thread has ended')));
  return { worker, waiting };
}
