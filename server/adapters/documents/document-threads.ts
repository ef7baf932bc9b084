// DocumentRenderer on threads: a few at a time, the rest wait their turn, so that exports never crowd out requests.

import { Worker } from 'node:worker_threads';
import { MailfitError } from '../../errors.ts';
import type { DocumentRenderer } from '../../usecases/document-renderer.ts';
import type { DocumentJob, DocumentReply } from './document-messages.ts';

interface Waiting {
  readonly start: () => void;
}

/** At most `threadsMax` documents are made at once. */
export function createDocumentThreads(threadsMax: number): DocumentRenderer {
  const waiting: Waiting[] = [];
  const workers = new Set<Worker>();
  let running = 0;

  // A place that falls free goes to the first in the queue without being free in between.
  const leave = (): void => {
    const first = waiting.shift();
    if (first === undefined) running -= 1;
    else first.start();
  };
  const enter = async (signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    if (running >= threadsMax) await queued(waiting, signal);
    else running += 1;
  };
  return {
    async render(report, format, signal) {
      await enter(signal);
      try {
        signal?.throwIfAborted();
        return await inThread({ report, format }, workers, signal);
      } finally {
        leave();
      }
    },
    async close() {
      await Promise.all([...workers].map(async (worker) => worker.terminate()));
    },
  };
}

async function queued(waiting: Waiting[], signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const entry: Waiting = { start: resolve };
  const leave = (): void => {
    const at = waiting.indexOf(entry);
    if (at >= 0) waiting.splice(at, 1);
    reject(abortReason(signal));
  };
  signal?.addEventListener('abort', leave, { once: true });
  waiting.push(entry);
  await promise.finally(() => signal?.removeEventListener('abort', leave));
}

async function inThread(job: DocumentJob, workers: Set<Worker>, signal?: AbortSignal): Promise<Uint8Array> {
  const worker = new Worker(new URL('./document-thread.ts', import.meta.url), { workerData: job });
  workers.add(worker);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const reply = await replyOf(worker);
    if (reply !== null) return bytesOf(reply);
    signal?.throwIfAborted();
    throw new Error('The document thread ended without an answer');
  } finally {
    signal?.removeEventListener('abort', stop);
    workers.delete(worker);
  }
}

/** The thread's answer, or null when it ended first. */
async function replyOf(worker: Worker): Promise<DocumentReply | null> {
  const { promise, resolve, reject } = Promise.withResolvers<DocumentReply | null>();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => resolve(null));
  return promise;
}

function bytesOf(reply: DocumentReply): Uint8Array {
  switch (reply.kind) {
    case 'made':
      return reply.bytes;
    case 'unavailable':
      throw new MailfitError('formatUnavailable', [reply.reason]);
    case 'failed':
      throw new Error(reply.reason);
  }
}

function abortReason(signal?: AbortSignal): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('Cancelled');
}
