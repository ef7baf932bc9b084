// The preview thread: one question in, one answer out.

import { parentPort, workerData } from 'node:worker_threads';
import { previewAnswers } from '../../usecases/answer-preview.ts';
import type { DecisionBasis } from '../../usecases/recommend.ts';
import { previewWeights } from '../../usecases/weights-preview.ts';
import type { ThreadReply, ThreadRequest } from './thread-messages.ts';

const basis = workerData as DecisionBasis;

parentPort?.on('message', (request: ThreadRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is not a window
  parentPort?.postMessage(reply(request));
});

function reply({ id, ask }: ThreadRequest): ThreadReply {
  try {
    if (ask.kind === 'answers') return { id, answer: previewAnswers(basis, ask.answers, ask.today) };
    return { id, answer: previewWeights(basis, ask.question) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
