// The runs of one candidate over time: where a figure changed for good, beyond the noise between runs.

import { COMPARED_FIGURES, isComparable } from './compare-runs.ts';
import type { ComparedFigure } from './compare-runs.ts';
import type { RunResult } from './schema/run.generated.ts';
import { findChangePoints } from './stats/change-points.ts';
import { createRng } from './stats/rng.ts';

export interface HistoryFigure extends Pick<ComparedFigure, 'figure' | 'isHigherBetter'> {
  readonly values: readonly number[];
  readonly changes: readonly HistoryChange[];
}

export interface HistoryChange {
  /** Start of the first run of the new level. */
  readonly since: string;
  readonly index: number;
  readonly before: number;
  readonly after: number;
  readonly ratio: number;
  readonly pValue: number;
}

export interface RunHistory {
  readonly schema: 'mailfit.history/1';
  readonly targets: readonly string[];
  readonly startedAt: readonly string[];
  readonly figures: readonly HistoryFigure[];
  /** How many runs were not valid and were left out. */
  readonly leftOut: number;
  /** A change needs four runs on each side. */
  readonly isLongEnough: boolean;
}

const MIN_RUNS = 8;

/** Sorts the runs by their start. The same runs and seed give the same answer. */
export function historyOf(runs: readonly RunResult[], seed = 1): RunHistory {
  const sorted = runs.filter(isComparable).toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  const startedAt = sorted.map((run) => run.startedAt);
  return {
    schema: 'mailfit.history/1',
    targets: [...new Set(sorted.map((run) => run.target))],
    startedAt,
    figures: COMPARED_FIGURES.map(({ figure, isHigherBetter, of }) => {
      const values = sorted.map(of);
      const changes = findChangePoints(values, createRng(seed)).map((change) => ({
        since: startedAt[change.index] ?? '',
        ...change,
        ratio: change.after / change.before,
      }));
      return { figure, isHigherBetter, values, changes };
    }),
    leftOut: runs.length - sorted.length,
    isLongEnough: sorted.length >= MIN_RUNS,
  };
}
