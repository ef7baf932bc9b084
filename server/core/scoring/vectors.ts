// Reading numeric vectors on the hot path. A function that meets several kinds of array is compiled for all of them and
// is slower, so positions have one of their own.

/** Entry of a vector; the index is within bounds by construction. */
export function at(vector: Float64Array, index: number): number {
  return vector[index] ?? 0;
}

/** The same for a list of positions. */
export function positionAt(vector: Int32Array, index: number): number {
  return vector[index] ?? 0;
}

/** The same for a plain list. */
export function entry(list: readonly number[], index: number): number {
  return list[index] ?? 0;
}

export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * entry(other, index), 0);
}
