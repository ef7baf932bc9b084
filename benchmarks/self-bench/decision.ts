// How long the decision engine's sampling takes, beside the same sampling in numpy, and how it grows:
// `node benchmarks/self-bench/decision.ts [--write]`. Time is processor time of each process (numpy on one thread),
// because a shared machine stretches the clock; the least of the repetitions counts. numpy: Debian's python3-numpy.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { seededRng } from '../../server/core/random/rng.ts';
import type { Cell } from '../../server/core/scoring/cell.ts';
import type { Evaluation } from '../../server/core/scoring/evaluate.ts';
import { optionRobustness, PAIRED_OPTIONS, robustnessReport } from '../../server/core/scoring/robustness.ts';
import { contestAmong, HEAD_SAMPLES, rankShares, simulate } from '../../server/core/scoring/simulate.ts';
import { wholeSimplex } from '../../server/core/scoring/weight-space.ts';

const REPETITIONS = 7;
const UNCERTAIN_SHARE = 0.2;
const TARGET = { options: 60, criteria: 25, samples: 10_000 };

interface Size {
  readonly options: number;
  readonly criteria: number;
  readonly samples: number;
}

interface Model {
  /** Ends of each value before clipping; equal for a known fact. */
  readonly low: readonly (readonly number[])[];
  readonly high: readonly (readonly number[])[];
}

function modelOf({ options, criteria }: Size): Model {
  const rng = seededRng(7);
  const rows = Array.from({ length: options }, () =>
    Array.from({ length: criteria }, (): readonly [number, number] => {
      const middle = rng.nextUnit();
      const width = rng.nextUnit() < UNCERTAIN_SHARE ? rng.nextUnit() : 0;
      return [middle - width, middle + width];
    }),
  );
  return {
    low: rows.map((row) => row.map(([low]) => low)),
    high: rows.map((row) => row.map(([, high]) => high)),
  };
}

function cellOf(low: number, high: number): Cell {
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  const draw = low === high ? null : (u: number) => clip(low + u * (high - low));
  return {
    low: clip(low),
    high: clip(high),
    central: clip((low + high) / 2),
    draw,
    why: draw === null ? 'fact' : 'range',
  };
}

/** An evaluation with nothing but figures: the sampling reads no texts. */
function evaluationOf({ low, high }: Model): Evaluation {
  const columns = low[0]?.length ?? 0;
  const criteria = Array.from({ length: columns }, (_, column) => ({ rule: { id: `criterion-${column}` } }));
  const options = low.map((row, position) => {
    const cells = row.map((value, column) => cellOf(value, high[position]?.[column] ?? value));
    const score = cells.reduce((sum, cell) => sum + cell.central / columns, 0);
    return {
      provider: { id: `option-${position}`, family: `option-${position}` },
      cells,
      score,
      status: 'eligible',
    };
  });
  const weights = criteria.map(() => 1 / columns);
  return { criteria, options, weights, space: wholeSimplex(columns), gates: [] } as unknown as Evaluation;
}

interface Shares {
  readonly firstShares: readonly number[];
  readonly medians: readonly number[];
}

function sample(evaluation: Evaluation, samples: number, seed: number): Shares {
  const simulation = simulate(evaluation, seed, samples);
  const contest = contestAmong(simulation, () => true);
  robustnessReport(evaluation, simulation, contest);
  const robust = simulation.options.map((_, position) =>
    optionRobustness(evaluation, simulation, contest, position),
  );
  return {
    firstShares: robust.map((_, position) => rankShares(contest, position)[0] ?? 0),
    medians: robust.map((one) => one?.scoreP50 ?? 0),
  };
}

function leastCpuMs(work: (repetition: number) => void): number {
  const times = Array.from({ length: REPETITIONS }, (_, repetition) => {
    const before = process.cpuUsage();
    work(repetition);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

interface NumpyAnswer extends Shares {
  readonly cpuMs: readonly number[];
  readonly numpy: string;
}

function numpyAnswer(model: Model, samples: number): NumpyAnswer | null {
  const script = join(import.meta.dirname, 'decision_numpy.py');
  const outcome = spawnSync('python3', [script], {
    input: JSON.stringify({
      ...model,
      samples,
      repetitions: REPETITIONS,
      paired: PAIRED_OPTIONS,
      head: HEAD_SAMPLES,
    }),
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return outcome.status === 0 ? (JSON.parse(outcome.stdout) as NumpyAnswer) : null;
}

function timed(size: Size): Size & { readonly cpuMs: number } {
  const evaluation = evaluationOf(modelOf(size));
  return { ...size, cpuMs: leastCpuMs((repetition) => sample(evaluation, size.samples, repetition)) };
}

function largestGap(one: readonly number[], other: readonly number[]): number {
  return one.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (other[index] ?? 0))), 0);
}

const model = modelOf(TARGET);
const own = timed(TARGET);
const numpy = numpyAnswer(model, TARGET.samples);
const shares = sample(evaluationOf(model), TARGET.samples, 1);
const numpyMs = numpy === null ? null : Math.min(...numpy.cpuMs);
const result = {
  schema: 'mailfit.self-bench.decision/1',
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  repetitions: REPETITIONS,
  target: {
    ...own,
    numpy: numpy?.numpy ?? null,
    numpyCpuMs: numpyMs,
    ratio: numpyMs === null ? null : own.cpuMs / numpyMs,
  },
  /** Both draw the same distributions, so their figures must agree to sampling error. */
  agreement:
    numpy === null
      ? null
      : {
          largestShareGap: largestGap(shares.firstShares, numpy.firstShares),
          largestMedianGap: largestGap(shares.medians, numpy.medians),
        },
  thorough: timed({ ...TARGET, samples: 100_000 }),
  curves: {
    options: [15, 30, 60, 120, 240].map((options) => timed({ ...TARGET, options })),
    criteria: [12, 25, 50, 100].map((criteria) => timed({ ...TARGET, criteria })),
    samples: [2_500, 5_000, 10_000, 20_000, 40_000].map((samples) => timed({ ...TARGET, samples })),
  },
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
if (process.argv.includes('--write')) {
  writeFileSync(
    join(import.meta.dirname, 'results', 'decision.json'),
    `${JSON.stringify(result, null, 2)}\n`,
  );
}
