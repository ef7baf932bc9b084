// Counts ranks, wins and winning weights over many samples. Options that tie share the ranks they take together, so
// that the shares of every option and of every rank sum to 1.

import type { Matrix, Vector } from './matrix.ts';

const TIE_TOLERANCE = 1e-12;

export class RankTally {
  private readonly ranks: Float64Array;
  private readonly wins: Float64Array;
  private readonly winningWeights: Float64Array;
  private readonly order: Uint16Array;
  private samples = 0;
  private readonly optionCount: number;
  private readonly criterionCount: number;

  constructor(optionCount: number, criterionCount: number) {
    this.optionCount = optionCount;
    this.criterionCount = criterionCount;
    this.ranks = new Float64Array(optionCount * optionCount);
    this.wins = new Float64Array(optionCount * optionCount);
    this.winningWeights = new Float64Array(optionCount * criterionCount);
    this.order = Uint16Array.from({ length: optionCount }, (_, index) => index);
  }

  add(scores: Float64Array, weights: Float64Array): void {
    this.samples += 1;
    this.order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    for (let start = 0; start < this.optionCount;) {
      const end = this.endOfTie(scores, start);
      this.addTied(start, end, weights);
      start = end;
    }
  }

  private endOfTie(scores: Float64Array, start: number): number {
    const best = scores[this.order[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < this.optionCount && best - (scores[this.order[end] ?? 0] ?? 0) <= TIE_TOLERANCE) end += 1;
    return end;
  }

  private addTied(start: number, end: number, weights: Float64Array): void {
    const share = 1 / (end - start);
    for (let place = start; place < end; place++) {
      const option = this.order[place] ?? 0;
      for (let rank = start; rank < end; rank++)
        increase(this.ranks, option * this.optionCount + rank, share);
      for (let below = end; below < this.optionCount; below++) {
        increase(this.wins, option * this.optionCount + (this.order[below] ?? 0), 1);
      }
      if (start === 0) this.addWinningWeights(option, share, weights);
    }
  }

  private addWinningWeights(option: number, share: number, weights: Float64Array): void {
    const row = option * this.criterionCount;
    for (let index = 0; index < this.criterionCount; index++) {
      increase(this.winningWeights, row + index, share * (weights[index] ?? 0));
    }
  }

  /** Row: option, column: rank from the best. */
  rankAcceptability(): Matrix {
    return rowsOf(this.ranks, this.optionCount, (count) => count / this.samples);
  }

  /** `[i][j]`: share of samples in which option i scores strictly above option j. */
  pairwiseWinning(): Matrix {
    return rowsOf(this.wins, this.optionCount, (count) => count / this.samples);
  }

  /** Mean weights under which each option is first; null if it never is. */
  centralWeights(): readonly (Vector | null)[] {
    return rowsOf(this.winningWeights, this.criterionCount, (total) => total).map((totals, option) => {
      const firsts = this.ranks[option * this.optionCount] ?? 0;
      return firsts > 0 ? totals.map((total) => total / firsts) : null;
    });
  }
}

function increase(counts: Float64Array, index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by;
}

function rowsOf(flat: Float64Array, columns: number, rewrite: (value: number) => number): Matrix {
  return Array.from({ length: flat.length / columns }, (_, row) =>
    Array.from(flat.subarray(row * columns, (row + 1) * columns), rewrite),
  );
}
