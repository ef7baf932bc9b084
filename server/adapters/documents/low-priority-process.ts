// A process that stands behind everything else on the machine, takes one job and answers it.

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { MailfitError } from '../../errors.ts';
import type { DocumentReply, Done } from './document-messages.ts';

/** A script of this folder, and the one message that it waits for. */
export interface Work {
  readonly script: string;
  readonly job: object;
}

const HEAP_MIB_MAX = 512;
/** One thread and one heap area: less is taken from others, and less memory is left lying about. */
const TYPESETTER_ENV = { RAYON_NUM_THREADS: '1', MALLOC_ARENA_MAX: '1' };

/** Rejects with the signal's reason when it is aborted; the process has ended whenever this settles. */
export async function inLowPriorityProcess(
  work: Work,
  children: Set<ChildProcess>,
  signal: AbortSignal,
): Promise<Done> {
  const child = started(work.script);
  children.add(child);
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  try {
    const reply = await replyOf(child, work.job);
    signal.throwIfAborted();
    return doneOrThrow(reply);
  } finally {
    signal.removeEventListener('abort', stop);
    await ended(child);
    children.delete(child);
  }
}

// On Linux a priority is a thread's own, and a new thread has that of the one that starts it. A process that lowers
// itself has started its compiler and its collector by then, so it is born low instead.
function started(script: string): ChildProcess {
  const isWindows = process.platform === 'win32';
  const heap = `--max-old-space-size=${HEAP_MIB_MAX}`;
  const child = fork(join(import.meta.dirname, script), {
    // It needs nothing of the environment, so no password in it can reach the typesetter.
    env: TYPESETTER_ENV,
    ...(isWindows
      ? { execArgv: [heap] }
      : {
          execPath: 'nice',
          execArgv: ['-n', String(constants.priority.PRIORITY_LOW), process.execPath, heap],
        }),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (isWindows && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  return child;
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

/** Ends the process and waits until it has. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  child.kill('SIGKILL');
  await promise;
}

function doneOrThrow(reply: DocumentReply | null): Done {
  if (reply === null) throw new Error('The process that makes documents ended without an answer');
  if (reply.kind === 'unavailable') throw new MailfitError('formatUnavailable', [reply.reason]);
  if (reply.kind === 'failed') throw new Error(reply.reason);
  return reply;
}
