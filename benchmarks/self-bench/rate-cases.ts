// The comparisons by rate and processor time: one round of each is a batch of the peer and a stretch of ours.
// Ours is measured after a warm-up, as any run may be: a program in C is as fast at its first message as at its last,
// V8 only after some ten thousand. What the cold start costs stands in a row of its own.

import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { runLoad } from '../index.ts';
import type { RunPlan, RunResult } from '../index.ts';
import { endKeptThreads } from '../workers/kept-threads.ts';
import { cpuSec, runSmtpSource, selfTimed, startNullSink } from './peers.ts';
import type { Peer } from './peers.ts';
import type { Figures, Goal, OwnFigures } from './side-by-side.ts';

export interface RateCase {
  readonly name: string;
  readonly goal: Goal;
  peer(sink: Peer): Promise<Figures>;
  ours(sink: Peer): Promise<Figures>;
}

const SIZE_BYTES = 1024;
const WARMUP_SEC = 3;
/** With a new connection for each message a thread needs about 15,000 of them until its code is compiled for good. */
const LONG_WARMUP_SEC = 8;
const MEASURED_SEC = 8;
const PIPELINED = { pipelining: true } as const;
const ONE_EACH = { messagesPerConnection: 1 } as const;
const NEW_EACH = { session: ONE_EACH, warmupSec: LONG_WARMUP_SEC } as const;

export async function measured(plan: RunPlan, onBegin: () => void = () => undefined): Promise<RunResult> {
  const outcome = await runLoad(plan, {
    onEvent: (event) => {
      if (event.kind === 'started') onBegin();
    },
  });
  if ('refused' in outcome) throw new Error(outcome.reason);
  return outcome;
}

type OurPlan = Pick<RunPlan, 'load' | 'session' | 'workers' | 'warmupSec'>;

/** Counts the whole process from the end of the warm-up: the load threads, the main thread, and V8's helpers. */
async function send(sink: Peer, plan: OurPlan): Promise<Figures> {
  let before = { own: process.cpuUsage(), sinkSec: cpuSec(sink.pid) };
  const mark = (): void => {
    before = { own: process.cpuUsage(), sinkSec: cpuSec(sink.pid) };
  };
  const result = await measured({ target: `smtp://127.0.0.1:${sink.port}`, ...plan }, () => {
    void sleep((plan.warmupSec ?? 0) * 1000).then(mark);
  });
  const { user, system } = process.cpuUsage(before.own);
  const sinkSec = cpuSec(sink.pid) - before.sinkSec;
  const { accepted, offered } = result.messages;
  if (accepted !== offered) throw new Error(`${accepted} of ${offered} messages were accepted`);
  const ratePerSec = result.achievedRatePerSec;
  return {
    ratePerSec,
    cpuUsPerMessage: (user + system) / accepted,
    sinkLoad: (sinkSec * ratePerSec) / accepted,
  };
}

/** Warmed up and then measured for a while. */
function warm(sessions: number, more: Omit<OurPlan, 'load'> = {}): RateCase['ours'] {
  const load = { model: 'closed', sessions, durationSec: MEASURED_SEC } as const;
  return (sink) => send(sink, { load, warmupSec: WARMUP_SEC, ...more });
}

function source(sessions: number, messages: number, isReusing: boolean): RateCase['peer'] {
  return (sink) =>
    withSinkLoad(sink, messages, () =>
      runSmtpSource({ port: sink.port, sessions, messages, isReusing, sizeBytes: SIZE_BYTES }),
    );
}

/** A program of Node is warmed up like ours, with half as many messages before the clock starts. */
function timedPeer(file: string, connections: number, messages: number): RateCase['peer'] {
  const warmupMessages = messages / 2;
  return (sink) =>
    withSinkLoad(sink, messages + warmupMessages, () =>
      selfTimed(file, { port: sink.port, connections, messages, sizeBytes: SIZE_BYTES, warmupMessages }),
    );
}

async function withSinkLoad(sink: Peer, served: number, work: () => Promise<OwnFigures>): Promise<Figures> {
  const beforeSec = cpuSec(sink.pid);
  const figures = await work();
  return { ...figures, sinkLoad: ((cpuSec(sink.pid) - beforeSec) * figures.ratePerSec) / served };
}

const nodemailer = timedPeer('nodemailer-pool.ts', 10, 10_000);

const NEW_CONNECTION = 'a new connection per message, 100 sessions';

export const RATE_CASES: readonly RateCase[] = [
  {
    name: '10 connections reused, no pipelining, against smtp-source -d -s 10',
    goal: { minRateRatio: 1, maxCpuRatio: 1.1 },
    peer: source(10, 100_000, true),
    ours: warm(10),
  },
  {
    name: '10 connections reused, pipelining, against smtp-source -d -s 10, which cannot pipeline',
    goal: { minRateRatio: 2.5 },
    peer: source(10, 60_000, true),
    ours: warm(10, { session: PIPELINED }),
  },
  {
    name: `${NEW_CONNECTION}, as it comes, against smtp-source -s 100`,
    goal: { minRateRatio: 1 },
    peer: source(100, 40_000, false),
    ours: warm(100, NEW_EACH),
  },
  {
    name: `${NEW_CONNECTION}, two threads, against smtp-source -s 100`,
    goal: {},
    peer: source(100, 40_000, false),
    ours: warm(100, { ...NEW_EACH, workers: 2 }),
  },
  {
    name: `${NEW_CONNECTION}, from a cold start, against smtp-source -s 100`,
    goal: {},
    peer: source(100, 40_000, false),
    async ours(sink) {
      await endKeptThreads();
      const load = { model: 'closed', sessions: 100, messages: 40_000 } as const;
      return send(sink, { load, session: ONE_EACH });
    },
  },
  {
    name: `${NEW_CONNECTION}, pipelining, against smtp-source -s 100, which cannot pipeline`,
    goal: {},
    peer: source(100, 40_000, false),
    ours: warm(100, { ...NEW_EACH, session: { ...ONE_EACH, ...PIPELINED } }),
  },
  {
    name: `${NEW_CONNECTION}, against bare sockets of Node without measurement (the floor)`,
    goal: {},
    peer: timedPeer('bare-node.ts', 100, 40_000),
    ours: warm(100, { ...NEW_EACH, workers: 1 }),
  },
  {
    name: '10 connections reused, pipelining, against the pool of nodemailer',
    goal: { minRateRatio: 7, maxCpuRatio: 1 / 7 },
    peer: nodemailer,
    ours: warm(10, { session: PIPELINED }),
  },
  {
    name: '10 connections reused, no pipelining, against the pool of nodemailer (which does not pipeline either)',
    goal: {},
    peer: nodemailer,
    ours: warm(10),
  },
  {
    name: 'null sink with its ledger, under smtp-source -d -s 10, against smtp-sink (processor time of the sinks)',
    goal: { minRateRatio: 0.8 },
    peer: driveSink,
    async ours() {
      const sink = await startNullSink();
      try {
        return await driveSink(sink);
      } finally {
        sink.stop();
      }
    },
  },
];

async function driveSink(sink: Peer): Promise<Figures> {
  const messages = 60_000;
  const beforeSec = cpuSec(sink.pid);
  const figures = await source(10, messages, true)(sink);
  return { ...figures, cpuUsPerMessage: ((cpuSec(sink.pid) - beforeSec) / messages) * 1e6 };
}
