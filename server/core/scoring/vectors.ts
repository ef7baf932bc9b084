// Reading numeric vectors on the hot path.

/** Entry of a vector; the index is within bounds by construction. */
export function at(vector: Float64Array | Int32Array | Uint32Array, index: number): number {
  return vector[index] ?? 0;
}
