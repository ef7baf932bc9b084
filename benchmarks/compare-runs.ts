// Two sets of repeated runs against each other: for each figure the ratio with its confidence interval, in words that do
// not claim more than the interval does.

import type { RunResult } from './schema/run.generated.ts';
import { compareSamples } from './stats/compare-samples.ts';
import type { RatioEstimate } from './stats/compare-samples.ts';

export interface ComparedFigure extends RatioEstimate {
  readonly figure: 'acceptedPerSec' | 'p50FinalDotMs' | 'p99FinalDotMs' | 'p50ResponseMs' | 'p99ResponseMs';
  readonly isHigherBetter: boolean;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

export interface RunComparison {
  readonly schema: 'mailfit.comparison/1';
  readonly firstLabel: string;
  readonly secondLabel: string;
  readonly figures: readonly ComparedFigure[];
  /** Runs that were left out, with the reason: only valid ones can be compared. */
  readonly leftOut: readonly { readonly startedAt: string; readonly verdict: RunResult['verdict'] }[];
  /** Compared runs in which the generator was the limit: where it was, equal figures may be its own. */
  readonly generatorBoundCount: number;
  /** Settings in which the two sets differ, so that a difference may not be the server's. */
  readonly differingSettings: readonly string[];
}

type Figure = Pick<ComparedFigure, 'figure' | 'isHigherBetter'> & { readonly of: (run: RunResult) => number };

export const COMPARED_FIGURES: readonly Figure[] = [
  { figure: 'acceptedPerSec', isHigherBetter: true, of: (run) => run.achievedRatePerSec },
  { figure: 'p50FinalDotMs', isHigherBetter: false, of: (run) => run.phases.finalDot.p50Us / 1000 },
  { figure: 'p99FinalDotMs', isHigherBetter: false, of: (run) => run.phases.finalDot.p99Us / 1000 },
  { figure: 'p50ResponseMs', isHigherBetter: false, of: (run) => run.transaction.responseTime.p50Us / 1000 },
  { figure: 'p99ResponseMs', isHigherBetter: false, of: (run) => run.transaction.responseTime.p99Us / 1000 },
];

/** Compares the second set with the first. Each set needs three valid runs, best taken in turns. */
export function compareRuns(first: readonly RunResult[], second: readonly RunResult[]): RunComparison {
  const [validFirst, validSecond] = [first.filter(isComparable), second.filter(isComparable)];
  return {
    schema: 'mailfit.comparison/1',
    firstLabel: labelOf(first),
    secondLabel: labelOf(second),
    figures: COMPARED_FIGURES.map(({ figure, isHigherBetter, of }) => {
      const samples = { first: validFirst.map(of), second: validSecond.map(of) };
      return { figure, isHigherBetter, ...samples, ...compareSamples(samples.first, samples.second) };
    }),
    leftOut: [...first, ...second]
      .filter((run) => !isComparable(run))
      .map(({ startedAt, verdict }) => ({ startedAt, verdict })),
    generatorBoundCount: [...validFirst, ...validSecond].filter(({ verdict }) => verdict === 'generatorBound')
      .length,
    differingSettings: differingSettings([...validFirst, ...validSecond]),
  };
}

/** Sorts runs into two sets by their target, or by their label where the target is one; null when there are not two. */
export function splitByTarget(runs: readonly RunResult[]): readonly [RunResult[], RunResult[]] | null {
  const groups = Map.groupBy(runs, (run) => `${run.target} ${labelIn(run)}`);
  const [first, second, ...others] = groups.values();
  return first === undefined || second === undefined || others.length > 0 ? null : [first, second];
}

/**
 * Only a run that was not stopped and met no limit of the server says something about it. Figures of a busy generator are
 * compared too, because both sides meet the same one.
 */
export function isComparable(run: RunResult): boolean {
  return run.verdict === 'valid' || run.verdict === 'generatorBound';
}

function labelOf(runs: readonly RunResult[]): string {
  const [run] = runs;
  if (run === undefined) return '';
  return labelIn(run) === '' ? run.target : labelIn(run);
}

function labelIn(run: RunResult): string {
  const label = run.plan['label'];
  return typeof label === 'string' ? label : '';
}

const SETTINGS = ['load', 'session', 'mail', 'workers', 'warmupSec'] as const;

function differingSettings(runs: readonly RunResult[]): string[] {
  return SETTINGS.filter((name) => new Set(runs.map((run) => JSON.stringify(run.plan[name]))).size > 1);
}
