// The decision thread: one request in, one recommendation out, one after the other.

import { parentPort, workerData } from 'node:worker_threads';
import { recommendFor } from '../../usecases/recommend.ts';
import type { DecisionBasis } from '../../usecases/recommend.ts';
import type { ThreadReply, ThreadRequest } from './thread-messages.ts';

const basis = workerData as DecisionBasis;

parentPort?.on('message', ({ id, request }: ThreadRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is not a window
  parentPort?.postMessage(answer(id, request));
});

function answer(id: number, request: ThreadRequest['request']): ThreadReply {
  try {
    const outcome = recommendFor(basis, request);
    if (outcome.ok) return { id, recommendation: outcome.value };
    return { id, problem: outcome.problems.map((problem) => problem.message.en).join('; ') };
  } catch (error) {
    return { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
