// One test file in a process group of its own. A file that hangs, or that leaves processes behind, is a failure with
// its name, and never keeps the whole run waiting.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What the reporter prints last. */
const TALLY = /^(\d+) passed, (\d+) failed, (\d+) skipped\n$/m;
/** A process that was told to end may take this long to do it. */
const LEFTOVER_GRACE_MS = 3_000;
const TOOLS = resolve(import.meta.dirname, '..');
/** Every file loads the same thousand modules: compiled once, they load in half the time. */
const COMPILE_CACHE = resolve(TOOLS, '../node_modules/.cache/mailfit-tests');

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
    process.kill(process.pid, signal);
  });
}

export interface FileOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What the file printed: its failures and what was left out. */
  readonly printed: string;
  /** Why the file as a whole failed, or null. */
  readonly trouble: string | null;
  readonly tookMs: number;
}

export async function runTestFile(file: string, limitMs: number): Promise<FileOutcome> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, nodeArguments(file), {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
  running.add(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const limit = setTimeout(() => signalGroup(child, 'SIGKILL'), limitMs);
  const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
  clearTimeout(limit);
  const left = await endLeftovers(child);
  running.delete(child);
  const tookMs = performance.now() - startedAt;
  const isOutOfTime = signal === 'SIGKILL' && tookMs >= limitMs;
  return { ...readTally(printed, status, troubleOf(isOutOfTime, left, limitMs)), tookMs };
}

function troubleOf(isOutOfTime: boolean, left: boolean, limitMs: number): string | null {
  if (isOutOfTime) return `did not end within ${limitMs / 1000} s`;
  return left ? 'left a process running, which was ended' : null;
}

function nodeArguments(file: string): string[] {
  return [
    '--import',
    resolve(TOOLS, 'test-setup.ts'),
    `--test-reporter=${resolve(TOOLS, 'test-reporter.ts')}`,
    '--test-reporter-destination=stdout',
    file,
  ];
}

/** False when no process of the group is left. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-(child.pid ?? 0), signal);
    return true;
  } catch {
    return false;
  }
}

async function endLeftovers(child: ChildProcess): Promise<boolean> {
  const until = performance.now() + LEFTOVER_GRACE_MS;
  while (signalGroup(child, 0)) {
    if (performance.now() > until) return signalGroup(child, 'SIGKILL');
    await wait(20);
  }
  return false;
}

function readTally(
  printed: string,
  status: number | null,
  trouble: string | null,
): Omit<FileOutcome, 'tookMs'> {
  const tally = TALLY.exec(printed);
  const [passed = 0, failed = 0, skipped = 0] = (tally ?? []).slice(1).map(Number);
  const isUnexplained = trouble === null && failed === 0 && status !== 0;
  const why = isUnexplained ? `ended with status ${status} although no test failed` : trouble;
  return {
    passed,
    failed: failed + (why === null ? 0 : 1),
    skipped,
    printed: printed.replace(TALLY, ''),
    trouble: why,
  };
}
