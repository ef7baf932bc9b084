// Answers → recommendation, with what was measured in place of what vendors declare.

import type { Catalogue } from '../core/catalogue/provider.ts';
import { parseAnswers } from '../core/questionnaire/answers.ts';
import type { VendorAnswers } from '../core/rfp/read-answers.ts';
import { evidenceFrom } from '../core/scoring/measured-evidence.ts';
import type { ProviderRun, RunFacts } from '../core/scoring/measured-evidence.ts';
import { recommend } from '../core/scoring/recommend.ts';
import { parseStatedWeights } from '../core/scoring/stated-weights.ts';
import { parseTender } from '../core/scoring/tender-declaration.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { Outcome } from '../core/text/problem.ts';
import { catalogueWithAnswers } from './catalogue-with-answers.ts';
import type { ReferenceData } from './ports.ts';
import type { RunStore, StoredRun } from './stores.ts';

export interface DecisionBasis {
  readonly reference: ReferenceData;
  readonly catalogue: Catalogue;
}

export interface RecommendRequest {
  /** `question-id: answer` as a file or the store holds it; `weights` or `people` may state weights, `tender` a rule. */
  readonly answers: unknown;
  /** What vendors declared for this evaluation, in the order in which it came in. */
  readonly vendorAnswers?: readonly VendorAnswers[];
  readonly runs: readonly ProviderRun[];
  readonly seed: number;
  readonly samples: number;
  /** ISO 8601 day. */
  readonly today: string;
}

/** Every problem of the answers at once, or the recommendation. The same request gives the same document. */
export function recommendFor(basis: DecisionBasis, request: RecommendRequest): Outcome<Recommendation> {
  const catalogue = catalogueWithAnswers(basis.catalogue, request.vendorAnswers ?? []);
  const { questionnaire, model, sizing, cost, ageing } = basis.reference;
  const answers = parseAnswers(request.answers, questionnaire);
  if (!answers.ok) return answers;
  const stated = parseStatedWeights(request.answers, model);
  if (!stated.ok) return stated;
  const tender = parseTender(
    request.answers,
    catalogue.providers.map(({ id }) => id),
  );
  if (!tender.ok) return tender;
  const recommendation = recommend({
    ...stated.value,
    ...tender.value,
    questions: questionnaire,
    criteria: model,
    sizing,
    cost,
    ageing,
    catalogue,
    answers: answers.value,
    measured: evidenceFrom(request.runs),
    seed: request.seed,
    samples: request.samples,
    today: request.today,
  });
  return { ok: true, value: recommendation };
}

/** More evidence than anybody reads; the latest count. */
export const MAX_RUNS = 1_000;

/** Finished runs that stand as evidence for an option, newest first. */
export async function evidenceRuns(runs: RunStore): Promise<readonly ProviderRun[]> {
  const finished = await runs.list({ status: 'finished', isEvidence: true, limit: MAX_RUNS });
  return finished.flatMap(providerRunOf);
}

function providerRunOf(run: StoredRun): readonly ProviderRun[] {
  // The search for a capacity is made of many runs and has a document of another form.
  if (run.providerId === null || run.result === null || run.kind === 'capacity') return [];
  return [
    {
      runId: run.id,
      providerId: run.providerId,
      startedAt: run.startedAt,
      // The harness wrote it and validated it against mailfit.run/1.
      result: factsOf(run, run.result as unknown as RunFacts),
    },
  ];
}

// The little mail beside held connections says how others fare meanwhile, not how much the target takes.
function factsOf(run: StoredRun, facts: RunFacts): RunFacts {
  return run.kind === 'connections' ? { ...facts, messages: { offered: 0, accepted: 0, dropped: 0 } } : facts;
}
