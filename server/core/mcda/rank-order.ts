// Weights from a ranking with ties: tied criteria share the mean of the places they take together.

import type { Vector } from './matrix.ts';

/**
 * @param ranks rank of each criterion, 1 = most important; equal numbers are ties
 * @param weightOfPlace weight of place 1…n, from the formula of the method
 */
export function weightsOfRanks(
  ranks: Vector,
  weightOfPlace: (place: number, count: number) => number,
): Vector {
  const count = ranks.length;
  return ranks.map((rank) => {
    const ahead = ranks.filter((other) => other < rank).length;
    const tied = ranks.filter((other) => other === rank).length;
    const places = Array.from({ length: tied }, (_, index) => ahead + index + 1);
    return places.reduce((total, place) => total + weightOfPlace(place, count), 0) / tied;
  });
}

/** The ranks 1…n of criteria given in their order. */
export function inOrder(count: number): Vector {
  return Array.from({ length: count }, (_, index) => index + 1);
}
