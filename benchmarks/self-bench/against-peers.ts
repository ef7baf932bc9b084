// Measures the generator against its peers, in turns within one run, and keeps the figures as JSON.
// `node benchmarks/self-bench/against-peers.ts [ROUNDS] [CASE…]`; needs Debian's postfix.

import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runLoad, startSink } from '../index.ts';
import type { RunPlan, RunResult } from '../index.ts';
import {
  openSslHandshakesPerSec,
  runSmtpSource,
  smtpSourceBytesPerConnection,
  startSmtpSink,
  timed,
} from './peers.ts';
import type { PeerFigures } from './peers.ts';

interface Case {
  readonly name: string;
  readonly goal: string;
  round(port: number): Promise<Round>;
}

interface Round {
  readonly ours: PeerFigures;
  readonly peer: PeerFigures;
}

const SIZE_BYTES = 1024;
const TEN_SESSIONS = { sessions: 10, sizeBytes: SIZE_BYTES, isReusing: true };

async function ours(port: number, plan: Omit<RunPlan, 'target'>): Promise<PeerFigures> {
  const result = await measured({ target: `smtp://127.0.0.1:${port}`, ...plan });
  if (result.messages.accepted !== result.messages.offered) throw new Error('Not every message was accepted');
  return { ratePerSec: result.achievedRatePerSec, cpuUsPerMessage: result.generator.cpuUsPerMessage ?? NaN };
}

async function measured(plan: RunPlan): Promise<RunResult> {
  const outcome = await runLoad(plan, { onEvent: () => undefined });
  if ('refused' in outcome) throw new Error(outcome.reason);
  return outcome;
}

function closed(sessions: number, messages: number): RunPlan['load'] {
  return { model: 'closed', sessions, messages };
}

const NODEMAILER_POOL = fileURLToPath(new URL('nodemailer-pool.ts', import.meta.url));

const CASES: readonly Case[] = [
  {
    name: '10 connections reused, no pipelining, against smtp-source -d -s 10',
    goal: 'rate >= 1.0, cpu <= 1.1',
    round: async (port) => ({
      peer: await runSmtpSource({ ...TEN_SESSIONS, port, messages: 40_000 }),
      ours: await ours(port, { load: closed(10, 40_000) }),
    }),
  },
  {
    name: '10 connections reused, pipelining, against smtp-source -d -s 10',
    goal: 'rate >= 2.5',
    round: async (port) => ({
      peer: await runSmtpSource({ ...TEN_SESSIONS, port, messages: 40_000 }),
      ours: await ours(port, { load: closed(10, 100_000), session: { pipelining: true } }),
    }),
  },
  {
    name: 'a new connection per message, 100 sessions, against smtp-source -s 100',
    goal: 'rate >= 1.0',
    round: async (port) => ({
      peer: await runSmtpSource({
        port,
        sessions: 100,
        sizeBytes: SIZE_BYTES,
        isReusing: false,
        messages: 10_000,
      }),
      ours: await ours(port, { load: closed(100, 10_000), session: { messagesPerConnection: 1 } }),
    }),
  },
  {
    name: '10 connections reused, pipelining, against the pool of nodemailer',
    goal: 'rate >= 7, cpu <= 0.143',
    round: async (port) => ({
      peer: await timed(
        [process.execPath, NODEMAILER_POOL, String(port), '10', '10000', String(SIZE_BYTES)],
        10_000,
      ),
      ours: await ours(port, { load: closed(10, 100_000), session: { pipelining: true } }),
    }),
  },
  {
    name: 'null sink under smtp-source -d -s 10, against smtp-sink under the same',
    goal: 'rate >= 0.8',
    round: async (port) => {
      const sink = await startSink({ kind: 'null', ledger: 'off' });
      try {
        return {
          peer: await runSmtpSource({ ...TEN_SESSIONS, port, messages: 40_000 }),
          ours: await runSmtpSource({ ...TEN_SESSIONS, port: sink.port, messages: 40_000 }),
        };
      } finally {
        await sink.close();
      }
    },
  },
];

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

function summarise(entry: Case, rounds: readonly Round[]): object {
  const rates = rounds.map(({ ours, peer }) => ours.ratePerSec / peer.ratePerSec);
  const of = (pick: (round: Round) => number): number => Math.round(median(rounds.map(pick)) * 10) / 10;
  return {
    name: entry.name,
    goal: entry.goal,
    rounds: rounds.length,
    oursRatePerSec: of(({ ours }) => ours.ratePerSec),
    peerRatePerSec: of(({ peer }) => peer.ratePerSec),
    oursCpuUsPerMessage: of(({ ours }) => ours.cpuUsPerMessage),
    peerCpuUsPerMessage: of(({ peer }) => peer.cpuUsPerMessage),
    rateRatio: {
      median: round2(median(rates)),
      lowest: round2(Math.min(...rates)),
      highest: round2(Math.max(...rates)),
    },
    cpuRatio: round2(median(rounds.map(({ ours, peer }) => ours.cpuUsPerMessage / peer.cpuUsPerMessage))),
  };
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The peer's need for each session is the same for any number, and more of them take minutes. */
const PEER_CONNECTIONS = 2000;

async function measureHolding(port: number, connections: number): Promise<object> {
  const result = await measured({
    target: `smtp://127.0.0.1:${port}`,
    load: { model: 'hold', connections, openRatePerSec: 20_000, holdSec: 1 },
  });
  return {
    name: `${connections} connections held`,
    goal: 'at most 8 KiB each',
    oursKibPerConnection: round2((result.hold?.generatorBytesPerConnection ?? NaN) / 1024),
    peerKibPerConnection: round2((await smtpSourceBytesPerConnection(port, PEER_CONNECTIONS)) / 1024),
    oursOpenedPerSec: Math.round(result.hold?.openedPerSec ?? 0),
    admitted: result.hold?.admitted ?? 0,
  };
}

/** Both only make handshakes as fast as the sink, a single thread, can answer them. */
async function measureHandshakes(): Promise<object> {
  const sink = await startSink({ kind: 'null', ledger: 'off', tls: 'implicit' });
  try {
    const peerPerSec = await openSslHandshakesPerSec(sink.port, 3);
    const result = await measured({
      target: `smtps://127.0.0.1:${sink.port}`,
      load: { model: 'closed', sessions: 10, durationSec: 3 },
      session: { tls: 'implicit', tlsVerify: false, tlsResumption: false, messagesPerConnection: 1 },
    });
    return {
      name: 'TLS, a new connection and a full handshake for each message, beside openssl s_time -new without mail',
      goal: 'report',
      oursMessagesPerSec: Math.round(result.achievedRatePerSec),
      oursHandshakeP50Us: result.phases.tls.p50Us,
      fullHandshakes: result.connections.tlsFull,
      peerHandshakesPerSec: Math.round(peerPerSec),
    };
  } finally {
    await sink.close();
  }
}

async function withSmtpSink<Result>(measure: (port: number) => Promise<Result>): Promise<Result> {
  const peer = await startSmtpSink();
  try {
    return await measure(peer.port);
  } finally {
    peer.stop();
  }
}

async function measureInTurns(entry: Case, rounds: number): Promise<object> {
  return withSmtpSink(async (port) => {
    const done: Round[] = [];
    for (let count = rounds; count > 0; count -= 1) done.push(await entry.round(port));
    return summarise(entry, done);
  });
}

/** Every measurement with the words by which it can be chosen. */
function measurements(rounds: number): readonly (readonly [words: string, measure: () => Promise<object>])[] {
  return [
    ...CASES.map((entry) => [entry.name, () => measureInTurns(entry, rounds)] as const),
    ...[5000, 15_000].map(
      (count) => [`${count} held`, () => withSmtpSink((port) => measureHolding(port, count))] as const,
    ),
    ['tls', measureHandshakes],
  ];
}

async function main(): Promise<void> {
  const [rounds = '5', ...wanted] = process.argv.slice(2);
  const results: object[] = [];
  for (const [words, measure] of measurements(Number(rounds))) {
    if (wanted.length > 0 && !wanted.some((word) => words.includes(word))) continue;
    results.push(await measure());
    process.stderr.write(`${JSON.stringify(results.at(-1))}\n`);
  }
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cpuCount: cpus().length,
    node: process.version,
    loadAverage: loadavg()[0],
  };
  const document = { measuredOn: new Date().toISOString().slice(0, 10), machine, results };
  if (wanted.length === 0) {
    writeFileSync(
      new URL('results/against-peers.json', import.meta.url),
      `${JSON.stringify(document, null, 2)}\n`,
    );
  }
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

await main();
