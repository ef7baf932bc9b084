// The recommendation for stored answers, with everything that was measured. Computed, never stored; the last few
// are kept in memory because a page, its report and a reload ask for the same one.

import { parseAnswers } from '../core/questionnaire/answers.ts';
import { DEFAULT_SAMPLES } from '../core/scoring/recommend.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { Clock } from './ports.ts';
import { evidenceRuns } from './recommend.ts';
import type { DecisionBasis, RecommendRequest } from './recommend.ts';
import type { RunStore, StoredAnswers } from './stores.ts';

export interface RecommendEvaluationDeps {
  /** Does the computing, on a thread of its own. */
  compute(request: RecommendRequest): Promise<Recommendation>;
  readonly basis: DecisionBasis;
  readonly runs: RunStore;
  readonly clock: Clock;
}

/** A preview samples less and answers while somebody types. */
export type Precision = 'full' | 'preview';

export type RecommendEvaluation = (answers: StoredAnswers, precision: Precision) => Promise<Recommendation>;

const SEED = 1;
const SAMPLES: Readonly<Record<Precision, number>> = { full: DEFAULT_SAMPLES, preview: 100 };
const KEPT = 64;
const DAY_LENGTH = 10;

export function createRecommendEvaluation(deps: RecommendEvaluationDeps): RecommendEvaluation {
  const kept = new Map<string, Promise<Recommendation>>();
  return async (stored, precision) => {
    const runs = await evidenceRuns(deps.runs);
    const today = deps.clock.now().toISOString().slice(0, DAY_LENGTH);
    const runIds = runs.map((run) => run.runId);
    const key = JSON.stringify([stored, runIds, today, precision]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answers = usableAnswers(stored, deps.basis);
    const computed = deps.compute({ answers, runs, seed: SEED, samples: SAMPLES[precision], today });
    keep(kept, key, computed);
    computed.catch(() => kept.delete(key));
    return computed;
  };
}

// Answers to questions that a later version of the questionnaire no longer asks, or asks differently, are left out
// rather than standing in the way of the others.
function usableAnswers(stored: StoredAnswers, { reference }: DecisionBasis): StoredAnswers {
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([id, answer]) => parseAnswers({ [id]: answer }, reference.questionnaire).ok,
    ),
  );
}

function keep(
  kept: Map<string, Promise<Recommendation>>,
  key: string,
  recommendation: Promise<Recommendation>,
): void {
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, recommendation);
}
