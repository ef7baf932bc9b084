// Measures the generator and its sinks against their peers, in turns within one run, and keeps the figures as JSON:
// `node benchmarks/self-bench/against-peers.ts [--rounds N] [--only WORDS] [--minutes N]`. Needs Debian's postfix.
// Every round walks through all comparisons, and who begins changes from round to round, so that whatever else the
// machine does falls on both alike. The figures are medians; processor time holds even on a busy machine.

import { writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { holdRound, holdRow, tlsRound, tlsRow } from './other-cases.ts';
import { missingPeer, startSmtpSink } from './peers.ts';
import type { Peer } from './peers.ts';
import { RATE_CASES } from './rate-cases.ts';
import type { RateCase } from './rate-cases.ts';
import { rateRow } from './side-by-side.ts';
import type { Round } from './side-by-side.ts';

interface Comparison {
  readonly name: string;
  /** Measures once more. */
  round(isPeerFirst: boolean): Promise<void>;
  row(): object;
}

function comparison<One>(
  name: string,
  measure: (isPeerFirst: boolean) => Promise<One>,
  summarise: (rounds: readonly One[]) => object,
): Comparison {
  const rounds: One[] = [];
  const problems: string[] = [];
  return {
    name,
    // What fails in one round is told in its row; the other rows are measured all the same.
    async round(isPeerFirst) {
      try {
        rounds.push(await measure(isPeerFirst));
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
      }
    },
    row: () => ({
      ...(rounds.length === 0 ? { name, isMet: null, rounds: 0 } : summarise(rounds)),
      ...(problems.length === 0 ? {} : { problems }),
    }),
  };
}

function byRate(entry: RateCase): Comparison {
  return comparison(
    entry.name,
    (isPeerFirst) => withSmtpSink((sink) => inTurns(entry, sink, isPeerFirst)),
    (rounds) => rateRow(entry.name, entry.goal, rounds),
  );
}

async function inTurns(entry: RateCase, sink: Peer, isPeerFirst: boolean): Promise<Round> {
  if (isPeerFirst) {
    const peer = await entry.peer(sink);
    return { peer, ours: await entry.ours(sink) };
  }
  const ours = await entry.ours(sink);
  return { ours, peer: await entry.peer(sink) };
}

async function withSmtpSink<Result>(measure: (sink: Peer) => Promise<Result>): Promise<Result> {
  const sink = await startSmtpSink();
  try {
    return await measure(sink);
  } finally {
    sink.stop();
  }
}

const COMPARISONS: readonly Comparison[] = [
  ...RATE_CASES.map(byRate),
  ...[5000, 15_000].map((count) =>
    comparison(
      `${count} connections held`,
      () => withSmtpSink((sink) => holdRound(sink, count)),
      (rounds) => holdRow(count, rounds),
    ),
  ),
  comparison('STARTTLS beside openssl s_time', tlsRound, tlsRow),
];

interface Settings {
  readonly rounds: number;
  readonly only: string;
  readonly maxMs: number;
}

/** Rounds until there are enough or the next one would take too long. */
async function measureAll(chosen: readonly Comparison[], { rounds, maxMs }: Settings): Promise<void> {
  const startMs = performance.now();
  for (let done = 0; done < rounds; done += 1) {
    const spentMs = performance.now() - startMs;
    if (done > 0 && spentMs + spentMs / done > maxMs) return;
    for (const entry of chosen) {
      // On a very busy machine not even one round fits; what was measured by then is told.
      if (performance.now() - startMs > maxMs) return;
      process.stderr.write(`round ${done + 1}: ${entry.name}\n`);
      await entry.round(done % 2 === 0);
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      only: { type: 'string', default: '' },
      minutes: { type: 'string', default: '30' },
    },
  });
  const missing = missingPeer();
  if (missing !== null) {
    process.stderr.write(`Nothing was measured: ${missing}\n`);
    process.exitCode = 1;
    return;
  }
  const settings = {
    rounds: Number(values.rounds),
    only: values.only,
    maxMs: Number(values.minutes) * 60_000,
  };
  const chosen = COMPARISONS.filter(({ name }) => name.includes(settings.only));
  const loadAtStart = loadavg()[0] ?? 0;
  await measureAll(chosen, settings);
  const document = {
    schema: 'mailfit.self-bench.against-peers/1',
    measuredAt: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cpuCount: cpus().length,
      kernel: release(),
      node: process.version,
      loadAverageAtStart: loadAtStart,
      loadAverageAtEnd: loadavg()[0],
    },
    note: NOTE,
    results: chosen.map((entry) => entry.row()),
  };
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (settings.only === '') writeFileSync(new URL('results/against-peers.json', import.meta.url), text);
  process.stdout.write(text);
}

const NOTE =
  'Messages of 1 KiB, all measurement on. Ratios are ours ÷ peer within a round. Our processor time is that of the whole process while the clock ran, after a warm-up of three seconds (eight with a new connection per message) where the row does not say cold start; peers written for Node are warmed up too. A load average above the number of processors at the start means that other programs ran too: then only the processor times count.';

await main();
