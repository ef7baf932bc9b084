// How sure the ranking is: score spreads, central weights, confidence factors, pairwise shares, exact dominance.
// Invariant: an option that is never first has no central weights and no confidence factor (null, not 0 or 1).

import type { Cell } from './cell.ts';
import type { FirstDraws } from './confidence-factor.ts';
import { confidenceFactor } from './confidence-factor.ts';
import type { Evaluation } from './evaluate.ts';
import { quantiles } from './quantile.ts';
import { countWins, TIE_TOLERANCE } from './rank-samples.ts';
import type { OptionRobustness, Robustness } from './recommendation-analysis.ts';
import type { Contest, Simulation } from './simulate.ts';
import { rankShares } from './simulate.ts';
import { at, positionAt } from './vectors.ts';
import { greatestGap, leastGap } from './weight-space.ts';

/** Pairs are compared among the options most likely to be first, so that effort grows with the number of options. */
export const PAIRED_OPTIONS = 20;

export function optionRobustness(
  evaluation: Evaluation,
  simulation: Simulation,
  { contest, draws }: { readonly contest: Contest; readonly draws: FirstDraws },
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
    confidenceFactor:
      central === null ? null : confidenceFactor(simulation, contest, position, { weights: central, draws }),
  };
}

function ends(cells: readonly Cell[], end: 'low' | 'high'): readonly number[] {
  return cells.map((cell) => cell[end]);
}

function named(weights: Float64Array, evaluation: Evaluation): Readonly<Record<string, number>> {
  return Object.fromEntries(evaluation.criteria.map(({ rule }, column) => [rule.id, at(weights, column)]));
}

/** Mean weights over the samples in which the option is first; of a tie it has its part only. */
export function centralWeights(
  { samples, columns, options }: Simulation,
  contest: Contest,
  position: number,
): Float64Array | null {
  const scores = options[position]?.scores;
  if (scores === undefined || !contest.members.includes(position)) return null;
  const { firstScores, firstCounts } = contest.counts;
  const firsts = new Int32Array(samples);
  let [count, total] = [0, 0];
  for (let sample = 0; sample < samples; sample++) {
    if (at(firstScores, sample) - at(scores, sample) > TIE_TOLERANCE) continue;
    firsts[count++] = sample;
    total += 1 / positionAt(firstCounts, sample);
  }
  if (count === 0) return null;
  return Float64Array.from(columns, (weights) => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const sample = positionAt(firsts, index);
      sum += at(weights, sample) / positionAt(firstCounts, sample);
    }
    return sum / total;
  });
}

export function robustnessReport(
  evaluation: Evaluation,
  simulation: Simulation,
  contest: Contest,
): Robustness {
  const positions = leaders(simulation, contest);
  const leading = positions.flatMap((position) => simulation.options[position] ?? []);
  const beats = winningShares(simulation, positions);
  // What a sample has reversed cannot be necessary; only the rest needs the exact proof.
  const necessarilyBetter = leading.flatMap((one, i) =>
    leading
      .filter((other, j) => beats[i]?.[j] === 1 && isNecessarilyBetter(evaluation, one, other))
      .map((other) => [one.option.provider.id, other.option.provider.id] as const),
  );
  return {
    samples: simulation.samples,
    samplingError: 1.96 * Math.sqrt(0.25 / simulation.samples),
    pairwise: { options: leading.map(({ option }) => option.provider.id), beats },
    necessarilyBetter,
    families: familyShares(simulation, contest),
  };
}

/** Positions of the members with the highest scores. */
function leaders({ options }: Simulation, contest: Contest): readonly number[] {
  const scoreAt = (position: number): number => options[position]?.option.score ?? 0;
  return contest.members.toSorted((a, b) => scoreAt(b) - scoreAt(a)).slice(0, PAIRED_OPTIONS);
}

/** Per pair the share of samples that the first wins; ties, and each option against itself, count half. */
function winningShares(
  { ranked, samples }: Simulation,
  positions: readonly number[],
): readonly (readonly number[])[] {
  const wins = countWins(ranked, positions);
  return positions.map((_, row) =>
    positions.map((_other, column) =>
      row === column ? 0.5 : at(wins, row * positions.length + column) / samples,
    ),
  );
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
