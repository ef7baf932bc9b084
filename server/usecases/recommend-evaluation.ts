// The recommendation for stored answers, with everything that was measured. Computed, never stored; the last few
// are kept in memory because a page, its report and a reload ask for the same one.

import { parseAnswers } from '../core/questionnaire/answers.ts';
import type { Answers } from '../core/questionnaire/answers.ts';
import type { Catalogue } from '../core/catalogue/provider.ts';
import { DEFAULT_SAMPLES, recommend } from '../core/scoring/recommend.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import { measuredEvidence } from './measured-evidence.ts';
import type { Clock, ReferenceData } from './ports.ts';
import type { RunStore, StoredAnswers } from './stores.ts';

export interface RecommendEvaluationDeps {
  readonly catalogue: Catalogue;
  readonly reference: ReferenceData;
  readonly runs: RunStore;
  readonly clock: Clock;
}

export type Precision = 'full' | 'preview';

const SEED = 1;
const SAMPLES: Readonly<Record<Precision, number>> = { full: DEFAULT_SAMPLES, preview: 200 };
const KEPT = 64;
const RUNS_READ = 500;
const DAY_LENGTH = 10;

export type RecommendEvaluation = (answers: StoredAnswers, precision: Precision) => Promise<Recommendation>;

export function createRecommendEvaluation(deps: RecommendEvaluationDeps): RecommendEvaluation {
  const kept = new Map<string, Recommendation>();
  return async (answers, precision) => {
    const measured = measuredEvidence(await deps.runs.list({ status: 'finished', limit: RUNS_READ }));
    const today = deps.clock.now().toISOString().slice(0, DAY_LENGTH);
    const key = JSON.stringify([answers, measured, today, precision]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const recommendation = recommend({
      questions: deps.reference.questionnaire,
      criteria: deps.reference.model,
      sizing: deps.reference.sizing,
      cost: deps.reference.cost,
      catalogue: deps.catalogue,
      answers: usableAnswers(answers, deps.reference),
      measured,
      seed: SEED,
      samples: SAMPLES[precision],
      today,
    });
    keep(kept, key, recommendation);
    return recommendation;
  };
}

// Answers to questions that a later version of the questionnaire no longer asks, or asks differently, are left out
// rather than standing in the way of the others.
function usableAnswers(stored: StoredAnswers, { questionnaire }: ReferenceData): Answers {
  const usable = Object.entries(stored).filter(
    ([id, answer]) => parseAnswers({ [id]: answer }, questionnaire).ok,
  );
  const parsed = parseAnswers(Object.fromEntries(usable), questionnaire);
  return parsed.ok ? parsed.value : new Map();
}

function keep(kept: Map<string, Recommendation>, key: string, recommendation: Recommendation): void {
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, recommendation);
}
