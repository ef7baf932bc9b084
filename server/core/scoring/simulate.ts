// SMAA-2: weights from their feasible set and facts from their ranges, drawn together (Tervonen & Lahdelma 2007).
// Invariant: the same seed gives the same figures, and another option in the catalogue changes nobody's scores.

import { seededRng } from '../random/rng.ts';
import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import type { DrawSource } from './fact-samples.ts';
import { cellSeed, drawValues, scoreSamples, seedFor } from './fact-samples.ts';
import type { RankCounts } from './rank-samples.ts';
import { countRanks } from './rank-samples.ts';
import { sampleWeights } from './weight-space.ts';

export interface SampledOption {
  readonly option: EvaluatedOption;
  readonly scores: Float64Array;
  /** Column → where the values of an uncertain cell are drawn from. */
  readonly sources: ReadonlyMap<number, DrawSource>;
  /** Column → its first draws. */
  readonly head: ReadonlyMap<number, Float64Array>;
}

/** Enough draws for a confidence factor to ±0.03. */
export const HEAD_SAMPLES = 1000;

export interface Simulation {
  readonly samples: number;
  /** Criterion by criterion, the samples of each together. */
  readonly weights: Float64Array;
  /** Eligible and conditional options, in the order of the evaluation. */
  readonly options: readonly SampledOption[];
}

/** A group of options that compete for the first rank. */
export interface Contest {
  /** Positions in `Simulation.options`. */
  readonly members: readonly number[];
  readonly counts: RankCounts;
}

export function simulate(evaluation: Evaluation, seed: number, samples: number): Simulation {
  const weights = new Float64Array(samples * evaluation.space.columns);
  sampleWeights(evaluation.space, samples, seededRng(seedFor(seed, 'weights')), weights);
  const options = evaluation.options
    .filter((option) => option.status !== 'excluded')
    .map((option) => sampleOption(option, evaluation, { weights, seed, samples }));
  return { samples, weights, options };
}

function sampleOption(
  option: EvaluatedOption,
  evaluation: Evaluation,
  {
    weights,
    seed,
    samples,
  }: { readonly weights: Float64Array; readonly seed: number; readonly samples: number },
): SampledOption {
  const sources = new Map<number, DrawSource>();
  option.cells.forEach(({ draw, table }, column) => {
    const criterion = evaluation.criteria[column];
    if (draw === null || criterion === undefined) return;
    const source = { draw, seed: cellSeed(seed, option.provider.id, criterion.rule.id) };
    sources.set(column, table === undefined ? source : { ...source, table });
  });
  const scores = new Float64Array(samples);
  scoreSamples(option.cells, weights, sources, scores);
  return { option, scores, sources, head: headOf(sources, Math.min(samples, HEAD_SAMPLES)) };
}

function headOf(
  sources: ReadonlyMap<number, DrawSource>,
  samples: number,
): ReadonlyMap<number, Float64Array> {
  return new Map(
    Array.from(sources, ([column, source]) => {
      const values = new Float64Array(samples);
      drawValues(source, values);
      return [column, values];
    }),
  );
}

export function contestAmong(
  simulation: Simulation,
  competes: (option: EvaluatedOption) => boolean,
): Contest {
  const members = simulation.options.flatMap(({ option }, position) => (competes(option) ? [position] : []));
  const scores = members.flatMap((position) => simulation.options[position]?.scores ?? []);
  return { members, counts: countRanks(scores, simulation.samples) };
}

/** Rank shares of the option at this position of the simulation; empty where it does not compete. */
export function rankShares(contest: Contest, position: number): readonly number[] {
  const place = contest.members.indexOf(position);
  const count = contest.members.length;
  return place < 0 ? [] : Array.from(contest.counts.shares.subarray(place * count, (place + 1) * count));
}
