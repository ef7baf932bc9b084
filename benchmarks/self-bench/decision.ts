// How long a full evaluation takes (`recommend` once the data are loaded: what a user waits for), beside numpy doing
// nothing but the same sampling, and how it grows: `node benchmarks/self-bench/decision.ts [--write] [--python PATH]`.
// Both take turns in one run, each on one thread. Compared are the medians of the repetitions; a shared machine stretches
// the clock, so processor time stands beside wall time. The curves show the least of their repetitions.

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recommend } from '../../server/core/scoring/recommend.ts';
import type { RecommendInput } from '../../server/core/scoring/recommend.ts';
import type { Recommendation } from '../../server/core/scoring/recommendation.ts';
import { compose } from '../../server/compose.ts';
import { resolveConfig } from '../../server/config.ts';
import type { DecisionBasis } from '../../server/usecases/recommend.ts';
import { evaluationFor, inputOf, peerModel } from './decision-model.ts';
import type { Size } from './decision-model.ts';
import type { PeerAnswer } from './numpy-peer.ts';
import { DEBIAN_PYTHON, startNumpyPeer } from './numpy-peer.ts';

const TARGET: Size = { options: 60, criteria: 25, samples: 10_000 };
const THOROUGH: Size = { ...TARGET, samples: 100_000 };
/** Before the first counts, the code has been compiled. */
const WARM_UP = 3;

interface Timing {
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function loadBasis(): Promise<DecisionBasis> {
  const resolved = resolveConfig({ MAILFIT_LOG_LEVEL: 'silent' });
  if (!resolved.ok) throw new Error(resolved.problems.join('\n'));
  const app = compose(resolved.config);
  const loaded = await app.catalogue.load();
  const reference = app.referenceData();
  await app.close();
  if (!loaded.ok) throw new Error('The shipped catalogue does not load');
  return { reference, catalogue: loaded.catalogue };
}

function timed(input: RecommendInput): Timing & { readonly recommendation: Recommendation } {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  const recommendation = recommend(input);
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000, recommendation };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function medians(timings: readonly Timing[]): Timing {
  return {
    wallMs: median(timings.map(({ wallMs }) => wallMs)),
    cpuMs: median(timings.map(({ cpuMs }) => cpuMs)),
  };
}

async function againstNumpy(size: Size, repetitions: number, python: string): Promise<object> {
  const input = inputOf(basis, size);
  const peer = startNumpyPeer(python, peerModel(evaluationFor(input), size.samples));
  const own: (Timing & { readonly recommendation: Recommendation })[] = [];
  const other: PeerAnswer[] = [];
  for (let turn = 0; turn < WARM_UP + repetitions; turn++) {
    const [mine, theirs] = [timed({ ...input, seed: turn }), await peer.evaluate(turn)];
    if (turn < WARM_UP) continue;
    own.push(mine);
    other.push(theirs);
  }
  peer.stop();
  const [mine, theirs] = [medians(own), medians(other)];
  return {
    ...size,
    repetitions,
    own: mine,
    numpy: { version: other[0]?.numpy ?? null, ...theirs },
    ratio: { wall: mine.wallMs / theirs.wallMs, cpu: mine.cpuMs / theirs.cpuMs },
    agreement: agreementOf(own[0]?.recommendation, other[0]),
  };
}

/** Both draw from the same distributions, so their figures must agree to sampling error. */
function agreementOf(recommendation: Recommendation | undefined, peer: PeerAnswer | undefined): object {
  const byId = (recommendation?.options ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    largestShareGap: largestGap(
      byId.map((option) => option.firstRankShare),
      peer?.firstShares ?? [],
    ),
    largestMedianGap: largestGap(
      byId.map((option) => option.robustness?.scoreP50 ?? 0),
      peer?.medians ?? [],
    ),
  };
}

function largestGap(one: readonly number[], other: readonly number[]): number {
  return one.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (other[index] ?? 0))), 0);
}

function curve(sizes: readonly Size[], repetitions: number): readonly object[] {
  return sizes.map((size) => {
    const input = inputOf(basis, size);
    const timings = Array.from({ length: WARM_UP + repetitions }, (_, seed) => timed({ ...input, seed }));
    return { ...size, cpuMs: Math.min(...timings.slice(WARM_UP).map(({ cpuMs }) => cpuMs)) };
  });
}

const { values: given } = parseArgs({ options: { write: { type: 'boolean' }, python: { type: 'string' } } });
const basis = await loadBasis();
const python = given.python ?? DEBIAN_PYTHON;
const result = {
  schema: 'mailfit.self-bench.decision/2',
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  what: 'own: the whole recommendation, one thread; numpy: the sampling alone, one thread',
  target: await againstNumpy(TARGET, 15, python),
  thorough: await againstNumpy(THOROUGH, 3, python),
  curves: {
    options: curve(
      [15, 30, 60, 120, 240].map((options) => ({ ...TARGET, options })),
      5,
    ),
    criteria: curve(
      [10, 20, 40, 80].map((criteria) => ({ ...TARGET, criteria })),
      5,
    ),
    samples: curve(
      [2_500, 5_000, 10_000, 20_000, 40_000].map((samples) => ({ ...TARGET, samples })),
      5,
    ),
  },
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
if (given.write === true) {
  writeFileSync(
    join(import.meta.dirname, 'results', 'decision.json'),
    `${JSON.stringify(result, null, 2)}\n`,
  );
}
