// DocumentRenderer on processes of their own: a few at a time, the rest wait their turn, so that exports never crowd
// out requests. A process can be ended in the middle of typesetting, and a fault of the typesetter's native code or a
// document too large for memory ends that process alone.

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { MailfitError } from '../../errors.ts';
import type { DocumentFormatId, DocumentRenderer, ReportFormatId } from '../../usecases/document-renderer.ts';
import type { ReportInput } from '../../reports/report-input.ts';
import type { Report } from '../../reports/report.generated.ts';
import type { DocumentReply, TypesettingJob } from './document-messages.ts';
import { typesettingJob } from './typst-input.ts';

/** What one document took, for logs and benchmarks. */
export interface DocumentUsage {
  readonly format: ReportFormatId;
  readonly bytes: number;
  /** Peak resident set of the process that made it, as the operating system counted it. */
  readonly peakRssBytes: number;
}

export interface DocumentProcessOptions {
  /** Documents that are made at the same time. */
  readonly processesMax: number;
  readonly onMade?: (usage: DocumentUsage) => void;
}

const HEAP_MIB_MAX = 512;
const MAKING_MS_MAX = 120_000;
/** One thread and one heap area: the second processor stays with the requests, and less memory is left lying about. */
const TYPESETTER_ENV = { RAYON_NUM_THREADS: '1', MALLOC_ARENA_MAX: '1' };

export function createDocumentProcesses(options: DocumentProcessOptions): DocumentRenderer {
  const places = turnstile(options.processesMax);
  const children = new Set<ChildProcess>();
  const make = async (
    format: ReportFormatId,
    workOf: () => Work,
    signal?: AbortSignal,
  ): Promise<Uint8Array> => {
    await places.enter(signal);
    try {
      signal?.throwIfAborted();
      const limit = AbortSignal.timeout(MAKING_MS_MAX);
      const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      const { bytes, peakRssBytes } = await madeOf(workOf(), children, stop);
      options.onMade?.({ format, bytes: bytes.length, peakRssBytes });
      return bytes;
    } finally {
      places.leave();
    }
  };
  return {
    render: (report, format, signal) => make(format, () => workOn(report, format), signal),
    compose: (input, format, signal) => make(format, () => composing(input, format), signal),
    async close() {
      await Promise.all([...children].map(ended));
    },
  };
}

/** A script of this folder, and the one message that it waits for. */
interface Work {
  readonly script: string;
  readonly job: object;
}

function workOn(report: Report, format: DocumentFormatId): Work {
  return format === 'pdf'
    ? typesetting(typesettingJob(report))
    : { script: 'workbook-process.ts', job: { reportJson: JSON.stringify(report) } };
}

function composing(input: ReportInput, format: ReportFormatId): Work {
  return { script: 'compose-process.ts', job: { inputJson: JSON.stringify(input), format } };
}

function typesetting(job: TypesettingJob): Work {
  return { script: 'typeset-process.js', job };
}

// Composing ends before typesetting starts, so that one document never holds the memory of both.
async function madeOf(work: Work, children: Set<ChildProcess>, signal: AbortSignal): Promise<Made> {
  const reply = await inProcess(work, children, signal);
  if (reply.kind === 'toTypeset') return madeOf(typesetting(reply.job), children, signal);
  return madeOrThrow(reply);
}

interface Turnstile {
  enter(signal?: AbortSignal): Promise<void>;
  leave(): void;
}

/** Lets so many in at once; the others wait in the order in which they came, and may give up waiting. */
function turnstile(placesMax: number): Turnstile {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    async enter(signal) {
      signal?.throwIfAborted();
      if (taken >= placesMax) await queued(waiting, signal);
      else taken += 1;
    },
    // A place that falls free goes to the first in the queue without being free in between.
    leave() {
      const first = waiting.shift();
      if (first === undefined) taken -= 1;
      else first();
    },
  };
}

async function queued(waiting: (() => void)[], signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const start = (): void => resolve();
  const giveUp = (): void => {
    const at = waiting.indexOf(start);
    if (at >= 0) waiting.splice(at, 1);
    reject(abortReason(signal));
  };
  signal?.addEventListener('abort', giveUp, { once: true });
  waiting.push(start);
  await promise.finally(() => signal?.removeEventListener('abort', giveUp));
}

type Made = Extract<DocumentReply, { readonly kind: 'made' }>;

async function inProcess(
  work: Work,
  children: Set<ChildProcess>,
  signal: AbortSignal,
): Promise<DocumentReply> {
  // It needs nothing of the environment, so no password in it can reach the typesetter.
  const child = fork(join(import.meta.dirname, work.script), {
    env: TYPESETTER_ENV,
    execArgv: [`--max-old-space-size=${HEAP_MIB_MAX}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.add(child);
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  try {
    const reply = await replyOf(child, work.job);
    signal.throwIfAborted();
    if (reply === null) throw new Error('The process that makes documents ended without an answer');
    return reply;
  } finally {
    signal.removeEventListener('abort', stop);
    await ended(child);
    children.delete(child);
  }
}

/** The process's answer, or null when it ended first. */
async function replyOf(child: ChildProcess, job: object): Promise<DocumentReply | null> {
  const { promise, resolve, reject } = Promise.withResolvers<DocumentReply | null>();
  child.once('message', (reply) => resolve(reply as DocumentReply));
  child.once('error', reject);
  child.once('exit', () => resolve(null));
  // A process that ended before it read its job says so by its end.
  child.send(job, () => {});
  return promise;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  child.kill('SIGKILL');
  await promise;
}

function madeOrThrow(reply: Exclude<DocumentReply, { readonly kind: 'toTypeset' }>): Made {
  switch (reply.kind) {
    case 'made':
      return reply;
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
