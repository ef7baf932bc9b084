// Everything that an evaluation is computed from, as one document: today from the stores, later from a frozen version.

import type { ProviderRun } from '../core/scoring/measured-evidence.ts';
import { DEFAULT_SAMPLES } from '../core/scoring/recommend.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import { statedWeights } from './opinions.ts';
import type { OpinionDeps, StatedWeights } from './opinions.ts';
import type { Clock } from './ports.ts';
import { evidenceRuns } from './recommend.ts';
import type { DecisionBasis, RecommendRequest } from './recommend.ts';
import { requestFor, SEED, usableAnswers } from './recommend-evaluation.ts';
import type { StatedBeside } from './recommend-evaluation.ts';
import type { Evaluation, RunStore, StoredAnswers } from './stores.ts';
import type { VendorAnswerStore, VendorSheet } from './version-store.ts';

export interface EvaluationInputs {
  readonly schema: 'mailfit.evaluation-inputs/1';
  readonly evaluationId: string;
  readonly title: string;
  readonly answersVersion: number;
  /** ISO 8601, UTC: when the last answer was saved. */
  readonly savedAt: string;
  readonly answers: StoredAnswers;
  readonly weights: StatedWeights;
  readonly vendorSheets: readonly VendorSheet[];
  /** Measured evidence, whole: a run that is deleted later is still behind the version. */
  readonly runs: readonly ProviderRun[];
  readonly seed: number;
  readonly samples: number;
  /** ISO 8601 day that ages of evidence count from. */
  readonly asOf: string;
  readonly productVersion: string;
}

export interface InputDeps extends OpinionDeps {
  readonly vendorAnswers: Pick<VendorAnswerStore, 'listFor'>;
  readonly runs: RunStore;
  readonly basis: DecisionBasis;
  readonly clock: Clock;
  readonly productVersion: string;
}

const DAY_LENGTH = 10;

/** The inputs as they stand now. */
export async function currentInputs(deps: InputDeps, evaluation: Evaluation): Promise<EvaluationInputs> {
  const [weights, vendorSheets, runs] = await Promise.all([
    statedWeights(deps, evaluation.id),
    deps.vendorAnswers.listFor(evaluation.id),
    evidenceRuns(deps.runs),
  ]);
  return {
    schema: 'mailfit.evaluation-inputs/1',
    evaluationId: evaluation.id,
    title: evaluation.title,
    answersVersion: evaluation.version,
    savedAt: evaluation.updatedAt,
    answers: usableAnswers(evaluation.answers, deps.basis),
    weights,
    vendorSheets,
    runs,
    seed: SEED,
    samples: DEFAULT_SAMPLES,
    asOf: deps.clock.now().toISOString().slice(0, DAY_LENGTH),
    productVersion: deps.productVersion,
  };
}

/** What decides beside the answers: everybody's weights and what vendors declared. */
export async function statedBeside(
  deps: OpinionDeps & Pick<InputDeps, 'vendorAnswers'>,
  evaluationId: string,
): Promise<StatedBeside> {
  const sheets = await deps.vendorAnswers.listFor(evaluationId);
  return {
    ...(await statedWeights(deps, evaluationId)),
    vendorAnswers: sheets.map((sheet) => sheet.answers),
  };
}

/** The request that gives the recommendation for these inputs. */
export function recommendRequestOf(inputs: EvaluationInputs): RecommendRequest {
  const vendorAnswers = inputs.vendorSheets.map((sheet) => sheet.answers);
  return {
    ...requestFor(inputs.answers, { ...inputs.weights, vendorAnswers }),
    runs: inputs.runs,
    seed: inputs.seed,
    samples: inputs.samples,
    today: inputs.asOf,
  };
}

/** Computes away from the thread that answers requests. Rejects when the inputs cannot be used. */
export type Compute = (request: RecommendRequest, basis: DecisionBasis) => Promise<Recommendation>;
