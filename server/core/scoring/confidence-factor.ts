// SMAA-2's confidence factor: how sure an option is of the first rank at its own central weights, facts still uncertain.

import { fillPicked } from '../random/rng.ts';
import type { DrawSource } from './fact-samples.ts';
import { TIE_TOLERANCE } from './rank-samples.ts';
import type { Contest, SampledOption, Simulation } from './simulate.ts';
import { at, positionAt } from './vectors.ts';

/** Enough draws for a confidence factor to ±0.03. */
export const CONFIDENCE_SAMPLES = 1000;

/** The first draws of every uncertain fact, made once for all options. */
export type FirstDraws = ReadonlyMap<DrawSource, Float64Array>;

export function firstDraws({ options, samples }: Simulation): FirstDraws {
  const count = Math.min(samples, CONFIDENCE_SAMPLES);
  return new Map(
    options.flatMap(({ sampled }) =>
      sampled.uncertain.map((source) => {
        const values = new Float64Array(count);
        fillPicked(source, 0, values);
        return [source, values] as const;
      }),
    ),
  );
}

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
  { weights, draws }: { readonly weights: Float64Array; readonly draws: FirstDraws },
): number {
  const own = simulation.options[position];
  if (own === undefined) return 0;
  const count = Math.min(simulation.samples, CONFIDENCE_SAMPLES);
  // Samples in which nobody has yet beaten the option.
  const standing = new Int32Array(count);
  for (let sample = 0; sample < count; sample++) standing[sample] = sample;
  const ownScores = new Float64Array(count);
  scoresAt(prepare(own, weights, draws), standing, ownScores);
  const lowest = ownScores.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY);
  // The strongest rivals come first: they leave few samples for the others to be looked at.
  const rivals = contest.members
    .flatMap((member) => (member === position ? [] : (simulation.options[member] ?? [])))
    .map((rival) => prepare(rival, weights, draws))
    // Who cannot reach the option's worst score even at best need not be sampled.
    .filter(({ highest }) => highest >= lowest - TIE_TOLERANCE)
    .toSorted((a, b) => b.central - a.central);
  const rivalScores = new Float64Array(count);
  const tied = new Float64Array(count).fill(1);
  let left = count;
  for (const rival of rivals) {
    if (left === 0) return 0;
    scoresAt(rival, standing.subarray(0, left), rivalScores);
    left = keepUnbeaten(standing.subarray(0, left), { own: ownScores, rival: rivalScores, tied });
  }
  return standing.subarray(0, left).reduce((sum, sample) => sum + 1 / at(tied, sample), 0) / count;
}

interface Duel {
  /** Score of the option in every sample. */
  readonly own: Float64Array;
  /** Score of the rival in each of the samples still standing. */
  readonly rival: Float64Array;
  /** Per sample how many share the first rank so far. */
  readonly tied: Float64Array;
}

/** Moves the samples in which the rival does not win to the front. @returns how many they are */
function keepUnbeaten(standing: Int32Array, { own, rival, tied }: Duel): number {
  let kept = 0;
  for (let index = 0; index < standing.length; index++) {
    const sample = positionAt(standing, index);
    const lead = at(own, sample) - at(rival, index);
    if (lead < -TIE_TOLERANCE) continue;
    if (lead <= TIE_TOLERANCE) tied[sample] = at(tied, sample) + 1;
    standing[kept] = sample;
    kept += 1;
  }
  return kept;
}

function prepare({ option, sampled }: SampledOption, weights: Float64Array, draws: FirstDraws): Prepared {
  let certain = 0;
  let central = 0;
  let highest = 0;
  option.cells.forEach((cell, column) => {
    const weight = at(weights, column);
    highest += weight * cell.high;
    central += weight * cell.central;
    if (cell.spread === null) certain += weight * cell.central;
  });
  const uncertain = sampled.uncertain.flatMap((source) => {
    const values = draws.get(source);
    return values === undefined ? [] : [{ weight: at(weights, source.column), values }];
  });
  return { certain, central, highest, uncertain };
}

function scoresAt({ certain, uncertain }: Prepared, samples: Int32Array, into: Float64Array): void {
  into.fill(certain, 0, samples.length);
  for (const { weight, values } of uncertain) {
    for (let index = 0; index < samples.length; index++)
      into[index] = at(into, index) + weight * at(values, positionAt(samples, index));
  }
}
