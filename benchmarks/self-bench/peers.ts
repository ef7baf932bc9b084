// The programs that the harness is measured against, started side by side with it: Postfix' smtp-source and smtp-sink.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

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

export interface PeerFigures {
  readonly ratePerSec: number;
  readonly cpuUsPerMessage: number;
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
export async function runSmtpSource(options: SourceOptions): Promise<PeerFigures> {
  return timed([SMTP_SOURCE, ...sourceArguments(options)], options.messages);
}

/** Runs a program and divides its wall and processor time by the messages it sent. */
export async function timed(command: readonly string[], messages: number): Promise<PeerFigures> {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@"';
  const child = spawn('bash', ['-c', script, 'timed', ...command], { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const [real = NaN, user = NaN, system = NaN] = (output.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  if (exitCode !== 0 || Number.isNaN(system)) throw new Error(`${command[0]} failed: ${output}`);
  return { ratePerSec: messages / real, cpuUsPerMessage: ((user + system) / messages) * 1e6 };
}

/** Full TLS handshakes per second that `openssl s_time` reaches, one after the other, without any mail. */
export async function openSslHandshakesPerSec(port: number, durationSec: number): Promise<number> {
  const child = spawn(
    'openssl',
    ['s_time', '-connect', `127.0.0.1:${port}`, '-new', '-time', String(durationSec)],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await new Promise((resolve) => child.on('close', resolve));
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

/**
 * Memory that smtp-source needs for each of `connections` sessions that are open at once. It cannot hold them without
 * sending, so it is watched while it sends.
 */
export async function smtpSourceBytesPerConnection(port: number, connections: number): Promise<number> {
  const few = await smtpSourcePeakBytes(port, 10);
  return (await smtpSourcePeakBytes(port, connections)) / connections - few / connections;
}

async function smtpSourcePeakBytes(port: number, sessions: number): Promise<number> {
  const options = { port, sessions, messages: sessions * 4, sizeBytes: 1024, isReusing: true };
  const child = spawn(SMTP_SOURCE, sourceArguments(options), { stdio: 'ignore' });
  let peak = 0;
  while (child.exitCode === null) {
    peak = Math.max(peak, residentOrZero(pidOf(child)));
    await sleep(20);
  }
  return peak;
}

function residentOrZero(pid: number): number {
  try {
    return residentBytes(pid);
  } catch {
    return 0;
  }
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
