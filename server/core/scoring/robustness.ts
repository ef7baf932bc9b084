// How sure the ranking is: score spreads, central weights, confidence factors, pairwise shares, exact dominance.
// Invariant: an option that is never first has no central weights and no confidence factor (null, not 0 or 1).

import type { Cell } from './cell.ts';
import type { Evaluation } from './evaluate.ts';
import { quantiles } from './quantile.ts';
import { TIE_TOLERANCE } from './rank-samples.ts';
import type { OptionRobustness, Robustness } from './recommendation-analysis.ts';
import type { Contest, SampledOption, Simulation } from './simulate.ts';
import { rankShares } from './simulate.ts';
import { at } from './vectors.ts';
import { greatestGap, leastGap } from './weight-space.ts';

/** Pairs are compared among the options most likely to be first, so that effort grows with the number of options. */
const PAIRED_OPTIONS = 20;
/** A confidence factor to ±0.022 is enough to be read. */
const CONFIDENCE_SAMPLES = 2000;

export function optionRobustness(
  evaluation: Evaluation,
  simulation: Simulation,
  contest: Contest,
  position: number,
): OptionRobustness | null {
  const sampled = simulation.options[position];
  if (sampled === undefined) return null;
  const [scoreP5 = 0, scoreP50 = 0, scoreP95 = 0] = quantiles(sampled.scores, [0.05, 0.5, 0.95]);
  const central = centralWeights(simulation, contest, position);
  const { cells } = sampled.option;
  return {
    scoreP5,
    scoreP50,
    scoreP95,
    scoreBounds: [
      leastGap(evaluation.space, ends(cells, 'low')),
      greatestGap(evaluation.space, ends(cells, 'high')),
    ],
    expectedRank: rankShares(contest, position).reduce((sum, share, index) => sum + share * (index + 1), 0),
    centralWeights: central === null ? null : named(central, evaluation),
    confidenceFactor: central === null ? null : confidenceFactor(simulation, contest, position, central),
  };
}

function ends(cells: readonly Cell[], end: 'low' | 'high'): readonly number[] {
  return cells.map((cell) => cell[end]);
}

function named(weights: Float64Array, evaluation: Evaluation): Readonly<Record<string, number>> {
  return Object.fromEntries(evaluation.criteria.map(({ rule }, column) => [rule.id, at(weights, column)]));
}

/** Mean weights over the samples in which the option is first, those of a tie included. */
export function centralWeights(
  simulation: Simulation,
  contest: Contest,
  position: number,
): Float64Array | null {
  const scores = simulation.options[position]?.scores;
  const columns = simulation.weights.length / simulation.samples;
  const sums = new Float64Array(columns);
  if (scores === undefined || !contest.members.includes(position)) return null;
  let firsts = 0;
  for (let sample = 0; sample < simulation.samples; sample++) {
    if (at(contest.counts.firstScores, sample) - at(scores, sample) > TIE_TOLERANCE) continue;
    firsts += 1;
    const row = sample * columns;
    for (let column = 0; column < columns; column++)
      sums[column] = at(sums, column) + at(simulation.weights, row + column);
  }
  return firsts === 0 ? null : sums.map((sum) => sum / firsts);
}

/** First-rank share at fixed weights, with facts still uncertain. */
function confidenceFactor(
  simulation: Simulation,
  contest: Contest,
  position: number,
  weights: Float64Array,
): number {
  const samples = Math.min(simulation.samples, CONFIDENCE_SAMPLES);
  const own = simulation.options[position];
  if (own === undefined) return 0;
  const ownScores = scoresAt(own, weights, samples);
  const ownLeast = ownScores.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY);
  const isFirst = new Uint8Array(samples).fill(1);
  for (const member of contest.members) {
    const rival = simulation.options[member];
    // Who cannot reach the option's worst score even at best need not be sampled.
    if (rival === undefined || member === position || bestAt(rival, weights) <= ownLeast) continue;
    const rivalScores = scoresAt(rival, weights, samples);
    for (let sample = 0; sample < samples; sample++) {
      if (at(rivalScores, sample) - at(ownScores, sample) > TIE_TOLERANCE) isFirst[sample] = 0;
    }
  }
  return isFirst.reduce((sum, first) => sum + first, 0) / samples;
}

function bestAt({ option }: SampledOption, weights: Float64Array): number {
  return option.cells.reduce((sum, cell, column) => sum + at(weights, column) * cell.high, 0);
}

function scoresAt({ option, drawn }: SampledOption, weights: Float64Array, samples: number): Float64Array {
  const fixed = option.cells.reduce(
    (sum, cell, column) => sum + (drawn.has(column) ? 0 : at(weights, column) * cell.central),
    0,
  );
  const scores = new Float64Array(samples).fill(fixed);
  for (const [column, values] of drawn) {
    const weight = at(weights, column);
    for (let sample = 0; sample < samples; sample++) {
      scores[sample] = at(scores, sample) + weight * at(values, sample);
    }
  }
  return scores;
}

export function robustnessReport(
  evaluation: Evaluation,
  simulation: Simulation,
  contest: Contest,
): Robustness {
  const leading = leaders(simulation, contest);
  return {
    samples: simulation.samples,
    samplingError: 1.96 * Math.sqrt(0.25 / simulation.samples),
    pairwise: {
      options: leading.map(({ option }) => option.provider.id),
      beats: leading.map((one) => leading.map((other) => winningShare(one, other))),
    },
    necessarilyBetter: leading.flatMap((one) =>
      leading
        .filter((other) => other !== one && isNecessarilyBetter(evaluation, one, other))
        .map((other) => [one.option.provider.id, other.option.provider.id] as const),
    ),
    families: familyShares(simulation, contest),
  };
}

function leaders(simulation: Simulation, contest: Contest): readonly SampledOption[] {
  return contest.members
    .flatMap((position) => simulation.options[position] ?? [])
    .toSorted((a, b) => b.option.score - a.option.score)
    .slice(0, PAIRED_OPTIONS);
}

function winningShare(one: SampledOption, other: SampledOption): number {
  if (one === other) return 0.5;
  let wins = 0;
  for (let sample = 0; sample < one.scores.length; sample++) {
    const gap = at(one.scores, sample) - at(other.scores, sample);
    if (gap > TIE_TOLERANCE) wins += 1;
    else if (gap >= -TIE_TOLERANCE) wins += 0.5;
  }
  return wins / one.scores.length;
}

/** True when no allowed weight and no possible fact puts `other` level with `one`. Exact, not sampled. */
export function isNecessarilyBetter(
  evaluation: Pick<Evaluation, 'space'>,
  one: { readonly option: { readonly cells: readonly Cell[] } },
  other: { readonly option: { readonly cells: readonly Cell[] } },
): boolean {
  const differences = one.option.cells.map(
    (cell, column) => cell.low - (other.option.cells[column]?.high ?? 0),
  );
  return leastGap(evaluation.space, differences) > TIE_TOLERANCE;
}

function familyShares(simulation: Simulation, contest: Contest): Robustness['families'] {
  const families = new Map<string, { readonly members: string[]; share: number }>();
  for (const position of contest.members) {
    const provider = simulation.options[position]?.option.provider;
    if (provider === undefined) continue;
    const family = families.get(provider.family) ?? { members: [], share: 0 };
    family.members.push(provider.id);
    family.share += rankShares(contest, position)[0] ?? 0;
    families.set(provider.family, family);
  }
  return [...families]
    .map(([family, { members, share }]) => ({ family, members, firstRankShare: share }))
    .toSorted((a, b) => b.firstRankShare - a.firstRankShare);
}
