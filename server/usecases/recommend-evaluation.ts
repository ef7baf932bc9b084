// The recommendation for stored answers, with everything that was measured. Computed, never stored; the last few
// are kept in memory because a page, its report and a reload ask for the same one.
// Invariant: what is kept is named by everything it was made from, so it can be old but never out of date.

import type { VendorAnswers } from '../core/rfp/read-answers.ts';
import { parseAnswers } from '../core/questionnaire/answers.ts';
import { DEFAULT_SAMPLES, THOROUGH_SAMPLES } from '../core/scoring/recommend.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { Clock } from './ports.ts';
import { recentlyUsed } from './recently-used.ts';
import { evidenceRuns, MAX_RUNS } from './recommend.ts';
import type { DecisionBasis, RecommendRequest } from './recommend.ts';
import type { RunStore, StoredAnswers } from './stores.ts';

export interface RecommendEvaluationDeps {
  /** Does the computing, on a thread of its own. */
  compute(request: RecommendRequest): Promise<Recommendation>;
  readonly basis: DecisionBasis;
  readonly runs: RunStore;
  readonly clock: Clock;
}

/**
 * A preview samples less and answers while somebody types; a what-if while somebody moves a slider; a thorough one takes
 * about ten times as long as a full one.
 */
export type Precision = 'thorough' | 'full' | 'whatIf' | 'preview';

/** What an answers file may state beside its answers, such as `weights` or `people`; and what vendors declared. */
export type StatedBeside = Readonly<Record<string, unknown>> & {
  readonly vendorAnswers?: readonly VendorAnswers[];
};

/** The same request gives the same object as long as it is kept, so that what is made from it can be kept with it. */
export type RecommendEvaluation = (
  answers: StoredAnswers,
  precision: Precision,
  beside?: StatedBeside,
) => Promise<Recommendation>;

export const SEED = 1;
const SAMPLES: Readonly<Record<Precision, number>> = {
  thorough: THOROUGH_SAMPLES,
  full: DEFAULT_SAMPLES,
  whatIf: 2_000,
  preview: 100,
};
/** How often a recommendation of this precision samples. */
export function samplesOf(precision: Precision): number {
  return SAMPLES[precision];
}

/** A recommendation on all options takes about 4 MB. */
const KEPT: Readonly<Record<Precision, number>> = { thorough: 4, full: 24, whatIf: 8, preview: 12 };
const DAY_LENGTH = 10;

export function createRecommendEvaluation(deps: RecommendEvaluationDeps): RecommendEvaluation {
  const kept = {
    thorough: recentlyUsed<Promise<Recommendation>>(KEPT.thorough),
    full: recentlyUsed<Promise<Recommendation>>(KEPT.full),
    whatIf: recentlyUsed<Promise<Recommendation>>(KEPT.whatIf),
    preview: recentlyUsed<Promise<Recommendation>>(KEPT.preview),
  };
  return async (stored, precision, beside = {}) => {
    const today = deps.clock.now().toISOString().slice(0, DAY_LENGTH);
    const evidence = await deps.runs.evidenceKeys(MAX_RUNS);
    const key = JSON.stringify([stored, beside, evidence, today, deps.basis.catalogue.hash]);
    return kept[precision].get(key, async () => {
      const request = requestFor(usableAnswers(stored, deps.basis), beside);
      const runs = await evidenceRuns(deps.runs);
      return deps.compute({ ...request, runs, seed: SEED, samples: SAMPLES[precision], today });
    });
  };
}

/** Everything that decides but the measurements. */
export function requestFor(
  answers: StoredAnswers,
  { vendorAnswers = [], ...stated }: StatedBeside,
): Pick<RecommendRequest, 'answers' | 'vendorAnswers'> {
  return { answers: { ...answers, ...stated }, vendorAnswers };
}

// Answers to questions that a later version of the questionnaire no longer asks, or asks differently, are left out
// rather than standing in the way of the others.
export function usableAnswers(stored: StoredAnswers, { reference }: DecisionBasis): StoredAnswers {
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([id, answer]) => parseAnswers({ [id]: answer }, reference.questionnaire).ok,
    ),
  );
}
