// Previews on a thread of their own. It starts with the first question and is replaced when it dies.

import { Worker } from 'node:worker_threads';
import type { Outcome } from '../../core/text/problem.ts';
import type { AnswerPreview } from '../../usecases/answer-preview.ts';
import type { Clock } from '../../usecases/ports.ts';
import type { Previews } from '../../usecases/previews.ts';
import { recentlyUsed } from '../../usecases/recently-used.ts';
import type { DecisionBasis } from '../../usecases/recommend.ts';
import type { WeightsPreview } from '../../usecases/weights-preview.ts';
import type { Ask, ThreadReply, ThreadRequest } from './thread-messages.ts';

export interface PreviewThread extends Previews {
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: AnswerPreview | Outcome<WeightsPreview>): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** A preview of answers is a few kilobytes. */
const KEPT = 256;

export function createPreviewThread(basis: DecisionBasis, clock: Clock): PreviewThread {
  const kept = recentlyUsed<Promise<AnswerPreview>>(KEPT);
  let thread: Thread | null = null;
  let lastId = 0;
  const asked = (ask: Ask): Promise<AnswerPreview | Outcome<WeightsPreview>> => {
    const current = (thread ??= startThread(basis, () => (thread = null)));
    const id = (lastId += 1);
    return new Promise((resolve, reject) => {
      current.waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is not a window
      current.worker.postMessage({ id, ask } satisfies ThreadRequest);
    });
  };
  return {
    answers(answers) {
      const today = todayOn(clock);
      const ask = { kind: 'answers', answers, today } as const;
      return kept.get(JSON.stringify(ask), () => asked(ask) as Promise<AnswerPreview>);
    },
    weights(question) {
      const ask = { kind: 'weights', question: { ...question, today: todayOn(clock) } } as const;
      return asked(ask) as Promise<Outcome<WeightsPreview>>;
    },
    async close() {
      await thread?.worker.terminate();
    },
  };
}

const DAY_LENGTH = 10;

function todayOn(clock: Clock): string {
  return clock.now().toISOString().slice(0, DAY_LENGTH);
}

function startThread(basis: DecisionBasis, onEnd: () => void): Thread {
  const worker = new Worker(new URL('preview-worker.ts', import.meta.url), { workerData: basis });
  const waiting = new Map<number, Waiting>();
  // A waiting page keeps the process alive through its socket; an idle thread must not.
  worker.unref();
  worker.on('message', (reply: ThreadReply) => {
    const waiter = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('answer' in reply) waiter?.resolve(reply.answer);
    else waiter?.reject(new Error(reply.failure));
  });
  const failAll = (error: Error): void => {
    onEnd();
    for (const waiter of waiting.values()) waiter.reject(error);
    waiting.clear();
  };
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('The preview thread has ended')));
  return { worker, waiting };
}
