// The programs that the harness is measured against, started side by side with it: Postfix' smtp-source and smtp-sink.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { OwnFigures } from './side-by-side.ts';

const SMTP_SINK = '/usr/sbin/smtp-sink';
const SMTP_SOURCE = '/usr/sbin/smtp-source';
/** smtp-sink takes no more than 256 connections unless told otherwise. */
const SINK_CONNECTIONS = '30000';
const SINK_BACKLOG = '4096';
const START_TIMEOUT_MS = 5000;
const CLOCK_TICKS_PER_SEC = 100;

export interface Peer {
  readonly port: number;
  readonly pid: number;
  stop(): void;
}

export async function startSmtpSink(): Promise<Peer> {
  const port = await freePort();
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(SMTP_SINK, [...asNobody, '-m', SINK_CONNECTIONS, `127.0.0.1:${port}`, SINK_BACKLOG], {
    stdio: 'ignore',
  });
  await whenListening(port);
  return { port, pid: pidOf(child), stop: () => void child.kill() };
}

export interface SourceOptions {
  readonly port: number;
  readonly sessions: number;
  readonly messages: number;
  readonly sizeBytes: number;
  readonly isReusing: boolean;
}

export function sourceArguments(options: SourceOptions): string[] {
  return [
    ...(options.isReusing ? ['-d'] : []),
    '-s',
    String(options.sessions),
    '-m',
    String(options.messages),
    '-l',
    String(options.sizeBytes),
    `127.0.0.1:${options.port}`,
  ];
}

/** One run of smtp-source, timed by the shell. */
export async function runSmtpSource(options: SourceOptions): Promise<OwnFigures> {
  return timed([SMTP_SOURCE, ...sourceArguments(options)], options.messages);
}

/** Runs a program and divides its wall and processor time by the messages it sent. */
export async function timed(command: readonly string[], messages: number): Promise<OwnFigures> {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@"';
  const { output, exitCode } = await run(['bash', '-c', script, 'timed', ...command], 'stderr');
  const [real = NaN, user = NaN, system = NaN] = (output.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  if (exitCode !== 0 || Number.isNaN(system)) throw new Error(`${command[0]} failed: ${output}`);
  return figures({ wallSec: real, cpuSec: user + system }, messages);
}

export interface SelfTimed {
  readonly port: number;
  readonly connections: number;
  readonly messages: number;
  readonly sizeBytes: number;
  /** Sent beforehand, before the clock starts. */
  readonly warmupMessages: number;
}

/** Runs one of the programs in this folder that time themselves, without the start of Node and its warm-up. */
export async function selfTimed(file: string, load: SelfTimed): Promise<OwnFigures> {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const { port, connections, messages, sizeBytes, warmupMessages } = load;
  const settings = [port, connections, messages, sizeBytes, warmupMessages].map(String);
  const { output } = await run([process.execPath, script, ...settings], 'stdout');
  return figures(JSON.parse(output) as Parameters<typeof figures>[0], load.messages);
}

function figures(spent: { readonly wallSec: number; readonly cpuSec: number }, messages: number): OwnFigures {
  return { ratePerSec: messages / spent.wallSec, cpuUsPerMessage: (spent.cpuSec / messages) * 1e6 };
}

async function run(
  [program = '', ...rest]: readonly string[],
  stream: 'stdout' | 'stderr',
): Promise<{ readonly output: string; readonly exitCode: number | null }> {
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child[stream].on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child[stream === 'stdout' ? 'stderr' : 'stdout'].resume();
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { output, exitCode };
}

/** The null sink in a process of its own. */
export async function startNullSink(): Promise<Peer> {
  const script = fileURLToPath(new URL('sink-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve) =>
    child.stdout.once('data', (line: Buffer) => resolve(Number(line.toString()))),
  );
  return { port, pid: pidOf(child), stop: () => void child.kill() };
}

/** Full TLS handshakes per second that `openssl s_time` reaches, one after the other, without any mail. */
export async function openSslHandshakesPerSec(port: number, durationSec: number): Promise<number> {
  const settings = ['-connect', `127.0.0.1:${port}`, '-new', '-time', String(durationSec)];
  const { output } = await run(['openssl', 's_time', ...settings], 'stdout');
  const [, connections, seconds] = /(\d+) connections in (\d+) real seconds/.exec(output) ?? [];
  return Number(connections) / Number(seconds);
}

/** Resident memory of a process in bytes. */
export function residentBytes(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) * 1024;
}

/** Processor time that a process has used so far, in seconds. */
export function cpuSec(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_SEC;
}

export interface Opening {
  readonly opened: number;
  readonly openedPerSec: number;
  readonly bytesPerConnection: number;
}

/** Long enough that a session of smtp-source does nothing more after its first message. */
const PEER_PAUSE_SEC = '120';
const SAMPLE_MS = 20;
const FEW_DESCRIPTORS = 20;
/** Where the machine is busy, what was opened by then tells the rate as well. */
const OPENING_LIMIT_MS = 120_000;

/**
 * How smtp-source opens `connections` sessions. It cannot hold one without sending a message first; that one is part of
 * the figures. The sink's descriptors tell how many are open.
 */
export async function smtpSourceOpening(sink: Peer, connections: number): Promise<Opening> {
  const idle = descriptorsOf(sink.pid);
  const options = { port: sink.port, sessions: connections, messages: connections * 2, sizeBytes: 1024 };
  const load = sourceArguments({ ...options, isReusing: true });
  const startMs = performance.now();
  const child = spawn(SMTP_SOURCE, ['-w', PEER_PAUSE_SEC, ...load], { stdio: 'ignore' });
  const pid = pidOf(child);
  try {
    let opened = 0;
    // The connection that found the sink ready may still have been closing, so one is not waited for.
    while (opened < connections - 1 && performance.now() - startMs < OPENING_LIMIT_MS) {
      if (child.exitCode !== null) throw new Error(`smtp-source ended with status ${child.exitCode}`);
      await sleep(SAMPLE_MS);
      opened = descriptorsOf(sink.pid) - idle;
    }
    return {
      opened,
      openedPerSec: (opened / (performance.now() - startMs)) * 1000,
      bytesPerConnection: residentBytes(pid) / opened,
    };
  } finally {
    child.kill();
  }
}

/** Waits until the sink has seen that its clients are gone: ending thousands of sessions takes it a while. */
export async function untilClosed(sink: Peer): Promise<void> {
  const deadlineMs = performance.now() + OPENING_LIMIT_MS;
  while (descriptorsOf(sink.pid) > FEW_DESCRIPTORS && performance.now() < deadlineMs) await sleep(SAMPLE_MS);
}

function descriptorsOf(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** What is missing on this machine for a comparison with Postfix' programs, or null. */
export function missingPeer(): string | null {
  const missing = [SMTP_SINK, SMTP_SOURCE].filter((path) => !existsSync(path));
  return missing.length === 0 ? null : `${missing.join(' and ')} not found: install Debian’s postfix`;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined)
    throw new Error('The program could not be started; is Debian’s postfix installed?');
  return child.pid;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}

async function whenListening(port: number): Promise<void> {
  const deadlineMs = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadlineMs) {
    if (await answers(port)) return;
    await sleep(50);
  }
  throw new Error(`Nothing listens on port ${port}; is Debian’s postfix installed?`);
}

function answers(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, '127.0.0.1');
  socket.once('data', () => resolve(true));
  socket.once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
