// SMAA-2: weights from their feasible set and facts from their ranges, drawn together (Tervonen & Lahdelma 2007).
// Invariant: the same seed gives the same figures, and another option in the catalogue changes nobody's scores.

import { seededRng } from '../random/rng.ts';
import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import { cellRng, drawValues, scoreSamples, seedFor } from './fact-samples.ts';
import type { RankCounts } from './rank-samples.ts';
import { countRanks } from './rank-samples.ts';
import { sampleWeights } from './weight-space.ts';

export interface SampledOption {
  readonly option: EvaluatedOption;
  readonly scores: Float64Array;
  /** Column → drawn values, for uncertain cells only. */
  readonly drawn: ReadonlyMap<number, Float64Array>;
}

export interface Simulation {
  readonly samples: number;
  /** samples × criteria, row by row. */
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
  const drawn = new Map<number, Float64Array>();
  option.cells.forEach((cell, column) => {
    const criterion = evaluation.criteria[column];
    if (cell.draw === null || criterion === undefined) return;
    const values = new Float64Array(samples);
    drawValues(cell.draw, cellRng(seed, option.provider.id, criterion.rule.id), values);
    drawn.set(column, values);
  });
  const scores = new Float64Array(samples);
  scoreSamples(option.cells, weights, drawn, scores);
  return { option, scores, drawn };
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
