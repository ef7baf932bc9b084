// SMAA-2's confidence factor: how sure an option is of the first rank at its own central weights, facts still uncertain.

import { TIE_TOLERANCE } from './rank-samples.ts';
import type { Contest, SampledOption, Simulation } from './simulate.ts';
import { HEAD_SAMPLES } from './simulate.ts';
import { at } from './vectors.ts';

/** An option's scores at fixed weights: a certain part and one product per uncertain fact. */
interface Prepared {
  readonly certain: number;
  readonly central: number;
  /** Highest score any facts allow. */
  readonly highest: number;
  readonly uncertain: readonly { readonly weight: number; readonly values: Float64Array }[];
}

export function confidenceFactor(
  simulation: Simulation,
  contest: Contest,
  position: number,
  weights: Float64Array,
): number {
  const own = simulation.options[position];
  if (own === undefined) return 0;
  const samples = Math.min(simulation.samples, HEAD_SAMPLES);
  const ownScores = scoresOf(prepare(own, weights), new Float64Array(samples));
  const lowest = ownScores.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY);
  // The strongest rivals come first: where they win every sample, nobody else need be looked at.
  const rivals = contest.members
    .flatMap((member) => (member === position ? [] : (simulation.options[member] ?? [])))
    .map((rival) => prepare(rival, weights))
    .toSorted((a, b) => b.central - a.central);
  const isFirst = new Uint8Array(samples).fill(1);
  const rivalScores = new Float64Array(samples);
  let standing = samples;
  for (const rival of rivals) {
    if (standing === 0) return 0;
    // Who cannot reach the option's worst score even at best need not be sampled.
    if (rival.highest > lowest) standing -= strikeOut(isFirst, ownScores, scoresOf(rival, rivalScores));
  }
  return standing / samples;
}

/** @returns how many samples are struck out anew */
function strikeOut(isFirst: Uint8Array, own: Float64Array, rival: Float64Array): number {
  let struck = 0;
  for (let sample = 0; sample < own.length; sample++) {
    if (isFirst[sample] === 1 && at(rival, sample) - at(own, sample) > TIE_TOLERANCE) {
      isFirst[sample] = 0;
      struck += 1;
    }
  }
  return struck;
}

function prepare({ option, head }: SampledOption, weights: Float64Array): Prepared {
  const { cells } = option;
  let certain = 0;
  let central = 0;
  let highest = 0;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell === undefined) continue;
    const weight = at(weights, column);
    highest += weight * cell.high;
    central += weight * cell.central;
    if (cell.draw === null) certain += weight * cell.central;
  }
  const uncertain = Array.from(head, ([column, values]) => ({ weight: at(weights, column), values }));
  return { certain, central, highest, uncertain };
}

function scoresOf({ certain, uncertain }: Prepared, into: Float64Array): Float64Array {
  into.fill(certain);
  for (const { weight, values } of uncertain) {
    for (let sample = 0; sample < into.length; sample++)
      into[sample] = at(into, sample) + weight * at(values, sample);
  }
  return into;
}
