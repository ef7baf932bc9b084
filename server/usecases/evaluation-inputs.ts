// Everything that an evaluation is computed from, as one document: today from the stores, later from a frozen version.

import type { ProviderRun } from '../core/scoring/measured-evidence.ts';
import { DEFAULT_SAMPLES } from '../core/scoring/recommend.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import { statedWeights } from './opinions.ts';
import type { OpinionDeps, StatedWeights } from './opinions.ts';
import { knownBids } from '../core/scoring/tender-declaration.ts';
import type { Clock } from './ports.ts';
import { evidenceRuns } from './recommend.ts';
import type { DecisionBasis, RecommendRequest } from './recommend.ts';
import { requestFor, SEED, usableAnswers } from './recommend-evaluation.ts';
import type { StatedBeside } from './recommend-evaluation.ts';
import type { Evaluation, RunStore, StoredAnswers } from './stores.ts';
import type { TenderStatement, TenderStore } from './tender-store.ts';
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
  /** Absent where no tender rule is declared. */
  readonly tender?: TenderStatement;
  /** Measured evidence, whole: a run that is deleted later is still behind the version. */
  readonly runs: readonly ProviderRun[];
  readonly seed: number;
  readonly samples: number;
  /** ISO 8601 day that ages of evidence count from. */
  readonly asOf: string;
  readonly productVersion: string;
}

export interface InputDeps extends BesideDeps {
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly productVersion: string;
}

/** Where everything comes from that decides beside the answers. */
export interface BesideDeps extends OpinionDeps {
  readonly vendorAnswers: Pick<VendorAnswerStore, 'listFor'>;
  readonly tenders: Pick<TenderStore, 'get'>;
  readonly basis: DecisionBasis;
}

const DAY_LENGTH = 10;

/** The inputs as they stand now. */
export async function currentInputs(deps: InputDeps, evaluation: Evaluation): Promise<EvaluationInputs> {
  const [weights, vendorSheets, tender, runs] = await Promise.all([
    statedWeights(deps, evaluation.id),
    deps.vendorAnswers.listFor(evaluation.id),
    statedTender(deps, evaluation.id),
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
    ...tender,
    runs,
    seed: SEED,
    samples: DEFAULT_SAMPLES,
    asOf: deps.clock.now().toISOString().slice(0, DAY_LENGTH),
    productVersion: deps.productVersion,
  };
}

/** What decides beside the answers: everybody's weights, the tender rule and what vendors declared. */
export async function statedBeside(deps: BesideDeps, evaluationId: string): Promise<StatedBeside> {
  const [weights, tender, sheets] = await Promise.all([
    statedWeights(deps, evaluationId),
    statedTender(deps, evaluationId),
    deps.vendorAnswers.listFor(evaluationId),
  ]);
  return {
    ...weights,
    ...tender,
    vendorAnswers: sheets.map((sheet) => sheet.answers),
  };
}

/** The declared rule as an answers file states it, without bids for options that the catalogue no longer has. */
async function statedTender(
  deps: BesideDeps,
  evaluationId: string,
): Promise<{ readonly tender?: TenderStatement }> {
  const stored = await deps.tenders.get(evaluationId);
  if (stored === null) return {};
  const optionIds = deps.basis.catalogue.providers.map(({ id }) => id);
  return { tender: { ...stored.statement, bids: knownBids(stored.statement, optionIds) } };
}

/** The request that gives the recommendation for these inputs. */
export function recommendRequestOf(inputs: EvaluationInputs): RecommendRequest {
  const vendorAnswers = inputs.vendorSheets.map((sheet) => sheet.answers);
  return {
    ...requestFor(inputs.answers, { ...inputs.weights, ...tenderIn(inputs), vendorAnswers }),
    runs: inputs.runs,
    seed: inputs.seed,
    samples: inputs.samples,
    today: inputs.asOf,
  };
}

function tenderIn({ tender }: EvaluationInputs): { readonly tender?: TenderStatement } {
  return tender === undefined ? {} : { tender };
}

/** Computes away from the thread that answers requests. Rejects when the inputs cannot be used. */
export type Compute = (request: RecommendRequest, basis: DecisionBasis) => Promise<Recommendation>;
