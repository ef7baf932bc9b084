// Confidence factor of SMAA-2: how often an option is first when its own central weights hold and only the facts vary.
// One draw of the facts serves all options, so that the cost grows with the uncertain cells and not with the matrix.

import type { Rng } from '../random/rng.ts';
import type { Vector } from './matrix.ts';
import type { PreparedOption } from './prepared-option.ts';
import { prepare, valueOn } from './prepared-option.ts';
import type { SmaaInput } from './smaa2.ts';
import { drawCell } from './uncertain-cell.ts';

const TIE_TOLERANCE = 1e-12;

interface Candidate {
  readonly option: number;
  readonly weights: Vector;
  /** Score of every option from its certain values. */
  readonly certainScores: Float64Array;
  firsts: number;
}

/** null for an option that has no central weights. */
export function confidenceFactors(
  input: SmaaInput,
  centralWeights: readonly (Vector | null)[],
  rng: Rng,
): readonly (number | null)[] {
  const options = input.cells.map((cells) => prepare(cells, input.scales));
  const candidates = centralWeights.flatMap((weights, option) =>
    weights === null ? [] : [candidateFrom(option, weights, options)],
  );
  const scores = new Float64Array(options.length);
  for (let sample = 0; sample < input.samples; sample++) {
    const values = options.map((option) =>
      option.uncertain.map(({ cell, scale }) => valueOn(scale, drawCell(cell, rng))),
    );
    for (const candidate of candidates) {
      fillScores(scores, candidate, options, values);
      candidate.firsts += firstShare(scores, candidate.option);
    }
  }
  const factors = new Map(candidates.map(({ option, firsts }) => [option, firsts / input.samples]));
  return centralWeights.map((_, option) => factors.get(option) ?? null);
}

function candidateFrom(option: number, weights: Vector, options: readonly PreparedOption[]): Candidate {
  const certainScores = Float64Array.from(options, ({ certain }) =>
    certain.reduce((score, value, index) => score + value * (weights[index] ?? 0), 0),
  );
  return { option, weights, certainScores, firsts: 0 };
}

function fillScores(
  scores: Float64Array,
  { weights, certainScores }: Candidate,
  options: readonly PreparedOption[],
  values: readonly Vector[],
): void {
  scores.set(certainScores);
  options.forEach(({ uncertain }, option) => {
    const drawn = values[option] ?? [];
    let extra = 0;
    for (let place = 0; place < drawn.length; place++) {
      extra += (weights[uncertain[place]?.index ?? 0] ?? 0) * (drawn[place] ?? 0);
    }
    scores[option] = (scores[option] ?? 0) + extra;
  });
}

/** 1 when the option is first, 1/k when k options tie for it, else 0. */
function firstShare(scores: Float64Array, option: number): number {
  const own = scores[option] ?? 0;
  let tied = 0;
  for (const score of scores) {
    if (score - own > TIE_TOLERANCE) return 0;
    if (own - score <= TIE_TOLERANCE) tied += 1;
  }
  return 1 / tied;
}
