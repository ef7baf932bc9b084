// What a message costs our null sink and Postfix's smtp-sink, each in a process of its own, both driven by smtp-source:
// `node benchmarks/self-bench/null-sink.ts [--write]`. The runs alternate, so that whatever else the machine does falls
// on both alike; the processor time per message holds even on a busy machine. Needs Debian's postfix.

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peers.ts';
import { cpuSec, runSmtpSource, startSmtpSink } from './peers.ts';

const MESSAGES = 20_000;
const ROUNDS = 7;
const LOAD = { sessions: 10, messages: MESSAGES, sizeBytes: 1024, isReusing: true };

interface Trial {
  readonly ratePerSec: number;
  readonly sinkCpuUsPerMessage: number;
}

async function startNullSink(): Promise<Peer> {
  const script = fileURLToPath(new URL('sink-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve) =>
    child.stdout.once('data', (line: Buffer) => resolve(Number(line.toString()))),
  );
  return { port, pid: child.pid ?? 0, stop: () => void child.kill() };
}

async function measure(sink: Peer): Promise<Trial> {
  const beforeSec = cpuSec(sink.pid);
  const { ratePerSec } = await runSmtpSource({ ...LOAD, port: sink.port });
  return { ratePerSec, sinkCpuUsPerMessage: ((cpuSec(sink.pid) - beforeSec) / MESSAGES) * 1e6 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function summaryOf(trials: readonly Trial[]): object {
  return {
    ratePerSec: Math.round(median(trials.map((trial) => trial.ratePerSec))),
    cpuUsPerMessage: Number(median(trials.map((trial) => trial.sinkCpuUsPerMessage)).toFixed(1)),
    ratesPerSec: trials.map((trial) => Math.round(trial.ratePerSec)),
  };
}

async function compare(ours: Peer, peer: Peer): Promise<object> {
  const oursTrials: Trial[] = [];
  const peerTrials: Trial[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    oursTrials.push(await measure(ours));
    peerTrials.push(await measure(peer));
  }
  const ratios = oursTrials.map(
    (trial, index) => trial.ratePerSec / (peerTrials[index]?.ratePerSec ?? Number.NaN),
  );
  return {
    schema: 'mailfit.self-bench.null-sink/1',
    load: `smtp-source -d -s ${LOAD.sessions} -l ${LOAD.sizeBytes} -m ${MESSAGES}, ${ROUNDS} alternating rounds`,
    goal: 'rateRatio >= 0.8',
    measuredAt: new Date().toISOString(),
    node: process.version,
    kernel: release(),
    processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    loadAverageAtEnd: loadavg()[0],
    nullSink: summaryOf(oursTrials),
    smtpSink: summaryOf(peerTrials),
    rateRatio: Number(median(ratios).toFixed(2)),
    rateRatios: ratios.map((ratio) => Number(ratio.toFixed(2))),
  };
}

const ours = await startNullSink();
const peer = await startSmtpSink();
try {
  const text = `${JSON.stringify(await compare(ours, peer), null, 2)}\n`;
  if (process.argv.includes('--write'))
    writeFileSync(new URL('results/null-sink.json', import.meta.url), text);
  process.stdout.write(text);
} finally {
  ours.stop();
  peer.stop();
}
