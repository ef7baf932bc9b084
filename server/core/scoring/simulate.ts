// SMAA-2: weights from their feasible set and facts from their ranges, drawn together (Tervonen & Lahdelma 2007).
// Invariant: the same seed gives the same figures, and another option in the catalogue changes nobody's scores.

import { keyFor } from '../random/rng.ts';
import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import type { Block, SampledCells } from './fact-samples.ts';
import { sampledCells, scoreBlock } from './fact-samples.ts';
import type { RankCounts, RankedSamples } from './rank-samples.ts';
import { countRanks, rankSamples } from './rank-samples.ts';
import { at } from './vectors.ts';
import { weightSampler } from './weight-sampler.ts';

export interface SampledOption {
  readonly option: EvaluatedOption;
  readonly sampled: SampledCells;
  readonly scores: Float64Array;
}

export interface Simulation {
  readonly samples: number;
  /** The weights of each column, sample by sample. */
  readonly columns: readonly Float64Array[];
  /** The largest weight of each column. */
  readonly heaviest: Float64Array;
  /** Eligible and conditional options, in the order of the evaluation. */
  readonly options: readonly SampledOption[];
  readonly ranked: RankedSamples;
}

/** A group of options that compete for the first rank. */
export interface Contest {
  /** Positions in `Simulation.options`. */
  readonly members: readonly number[];
  readonly counts: RankCounts;
}

/** 40 criteria of this many samples fill a third of a megabyte. */
const BLOCK_SAMPLES = 1024;

export function simulate(evaluation: Evaluation, seed: number, samples: number): Simulation {
  const columns = Array.from({ length: evaluation.space.columns }, () => new Float64Array(samples));
  const options = evaluation.options
    .filter((option) => option.status !== 'excluded')
    .map((option) => prepareOption(option, evaluation, seed, samples));
  const drawWeights = weightSampler(evaluation.space, keyFor(seed, 'weights'));
  for (let first = 0; first < samples; first += BLOCK_SAMPLES) {
    const end = Math.min(samples, first + BLOCK_SAMPLES);
    const block: Block = { first, columns: columns.map((column) => column.subarray(first, end)) };
    drawWeights(block);
    for (const { sampled, scores } of options) scoreBlock(sampled, block, scores.subarray(first, end));
  }
  const heaviest = Float64Array.from(columns, largest);
  const ranked = rankSamples(
    options.map(({ scores }) => scores),
    samples,
  );
  return { samples, columns, heaviest, options, ranked };
}

function largest(weights: Float64Array): number {
  let most = 0;
  for (let sample = 0; sample < weights.length; sample++)
    if (at(weights, sample) > most) most = at(weights, sample);
  return most;
}

function prepareOption(
  option: EvaluatedOption,
  { criteria }: Evaluation,
  seed: number,
  samples: number,
): SampledOption {
  const criterionIds = criteria.map(({ rule }) => rule.id);
  const sampled = sampledCells(option.cells, criterionIds, { seed, optionId: option.provider.id });
  return { option, sampled, scores: new Float64Array(samples) };
}

export function contestAmong(
  { options, ranked }: Simulation,
  competes: (option: EvaluatedOption) => boolean,
): Contest {
  const members = options.flatMap(({ option }, position) => (competes(option) ? [position] : []));
  return { members, counts: countRanks(ranked, members) };
}

/** Rank shares of the option at this position of the simulation; empty where it does not compete. */
export function rankShares(contest: Contest, position: number): readonly number[] {
  const place = contest.members.indexOf(position);
  const count = contest.members.length;
  return place < 0 ? [] : Array.from(contest.counts.shares.subarray(place * count, (place + 1) * count));
}
