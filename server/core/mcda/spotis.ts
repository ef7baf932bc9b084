// SPOTIS: distance to an ideal point inside fixed bounds (Dezert et al. 2020). Lower is better; no rank reversal.

import type { Direction, Matrix, Vector } from './matrix.ts';
import { dot, ranksOf, shares } from './matrix.ts';

export interface SpotisInput {
  readonly matrix: Matrix;
  readonly weights: Vector;
  readonly directions: readonly Direction[];
  /** Lowest and highest possible value of each criterion. */
  readonly bounds: readonly (readonly [number, number])[];
  /** Expected solution point; the best bound of each criterion where absent. */
  readonly esp?: Vector;
}

export interface SpotisResult {
  readonly scores: Vector;
  readonly ranks: Vector;
  /** Shown, not assumed: leaves out each option in turn and scores the rest again. */
  readonly scoresOfRemainingUnchangedWhenAnyRowRemoved: boolean;
}

export function spotis(input: SpotisInput): SpotisResult {
  const scores = spotisScores(input);
  return {
    scores,
    ranks: ranksOf(scores, 'lower'),
    scoresOfRemainingUnchangedWhenAnyRowRemoved: input.matrix.every((_, left) => {
      const rest = spotisScores({ ...input, matrix: input.matrix.filter((_row, index) => index !== left) });
      const before = scores.filter((_score, index) => index !== left);
      return rest.every((score, index) => score === before[index]);
    }),
  };
}

function spotisScores(input: SpotisInput): Vector {
  const weights = shares(input.weights);
  return input.matrix.map((row) =>
    dot(
      row.map((value, index) => relativeDistance(value, index, input)),
      weights,
    ),
  );
}

function relativeDistance(value: number, index: number, input: SpotisInput): number {
  const [min, max] = input.bounds[index] ?? [0, 1];
  const ideal = input.esp?.[index] ?? (input.directions[index] === 'min' ? min : max);
  return max === min ? 0 : Math.abs(value - ideal) / (max - min);
}
