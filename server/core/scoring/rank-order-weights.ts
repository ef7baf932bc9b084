// Rank-order centroid with ties (Barron & Barrett 1996): the centre of all weights that respect an order.

/**
 * @param classes positions 0…n−1 in classes of equal standing, most important first
 * @returns weight per position; w(k) = (1/n) Σ_{i≥k} 1/i, averaged inside a class
 */
export function rankOrderCentroid(classes: readonly (readonly number[])[]): readonly number[] {
  const count = classes.reduce((sum, members) => sum + members.length, 0);
  const weights = Array.from({ length: count }, () => 0);
  let place = 1;
  for (const members of classes) {
    let shared = 0;
    for (let k = place; k < place + members.length; k++) shared += centroidAt(k, count);
    for (const position of members) weights[position] = shared / members.length;
    place += members.length;
  }
  return weights;
}

function centroidAt(place: number, count: number): number {
  let sum = 0;
  for (let i = count; i >= place; i--) sum += 1 / i;
  return sum / count;
}
