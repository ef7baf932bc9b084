// Starts a real server as a child of the test and always stops it again, by its own process id.

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerProcess {
  readonly pid: number;
  /** Everything the server has printed so far. */
  output(): string;
  /** Ends the server and waits until it is gone. */
  stop(): Promise<void>;
  /** Kills the server and all its processes at once, as the kernel does when memory runs out. */
  crash(): Promise<void>;
}

const START_TIMEOUT_MS = 15_000;
const STOP_TIMEOUT_MS = 10_000;
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs the command in the foreground and resolves once the port greets with a 2xx banner (or at least answers). */
export async function startServerProcess(
  command: readonly string[],
  port: number,
  { greets }: { readonly greets: boolean } = { greets: true },
): Promise<ServerProcess> {
  const [program = '', ...args] = command;
  // In a process group of its own, so that all of it can be killed together.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stdout.on('data', (piece: Buffer) => said.push(piece.toString()));
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
  // A test that is aborted must not leave a mail server behind.
  const killNow = (): void => killGroup(child);
  const killAndEnd = (): void => process.exit(1);
  process.once('exit', killNow);
  for (const signal of ENDING_SIGNALS) process.once(signal, killAndEnd);
  try {
    await waitUntilUp(port, child, greets ? isGreeted : isListening);
  } catch (cause) {
    killGroup(child);
    throw new Error(`${program} did not start:\n${said.join('')}`, { cause });
  }
  return {
    pid: child.pid ?? 0,
    output: () => said.join(''),
    stop: async () => {
      process.removeListener('exit', killNow);
      for (const signal of ENDING_SIGNALS) process.removeListener(signal, killAndEnd);
      await endProcess(child);
    },
    crash: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      killGroup(child);
      await gone;
    },
  };
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended a moment ago.
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const inTime = await Promise.race([gone.then(() => true), sleep(STOP_TIMEOUT_MS, false, { ref: false })]);
  if (!inTime) child.kill('SIGKILL');
  await gone;
}

async function waitUntilUp(
  port: number,
  child: ChildProcess,
  isUp: (port: number) => Promise<boolean>,
): Promise<void> {
  const giveUpAtMs = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    if (await isUp(port)) return;
    if (child.exitCode !== null) throw new Error(`it ended with status ${child.exitCode}`);
    if (performance.now() > giveUpAtMs) throw new Error(`nobody answers on port ${port}`);
    await sleep(50);
  }
}

function isGreeted(port: number): Promise<boolean> {
  return tryConnecting(port, (socket, answer) =>
    socket.on('data', (piece) => answer(piece.toString().startsWith('2'))),
  );
}

function isListening(port: number): Promise<boolean> {
  return tryConnecting(port, (socket, answer) => socket.on('connect', () => answer(true)));
}

function tryConnecting(
  port: number,
  listen: (socket: Socket, answer: (isUp: boolean) => void) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (isUp: boolean): void => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(2000, () => answer(false));
    socket.on('error', () => answer(false));
    socket.on('close', () => answer(false));
    listen(socket, answer);
  });
}

/** Polls until the condition holds; false when it did not within the time. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<boolean> {
  const giveUpAtMs = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > giveUpAtMs) return false;
    await sleep(50);
  }
  return true;
}
