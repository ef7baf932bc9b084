// Freezing an evaluation before offers are opened, and everything that comes after: reopening, later versions, reading
// a version, comparing two, computing one again.
// Invariant: a version is read from what was kept with it and never from what ships today.

import { compareVersions } from '../core/versions/compare-versions.ts';
import type { VersionComparison } from '../core/versions/compare-versions.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import { MailfitError } from '../errors.ts';
import type { StateTexts } from './document-renderer.ts';
import { currentInputs, recommendRequestOf } from './evaluation-inputs.ts';
import type { Compute, EvaluationInputs, InputDeps } from './evaluation-inputs.ts';
import type { DecisionBasis } from './recommend.ts';
import type { Evaluation, EvaluationStore } from './stores.ts';
import type {
  EvaluationState,
  KeepOutcome,
  NewVersion,
  VersionHashes,
  VersionRecord,
  VersionStore,
} from './version-store.ts';

export interface VersionDeps extends InputDeps {
  readonly evaluations: Pick<EvaluationStore, 'get'>;
  readonly versions: VersionStore;
  readonly compute: Compute;
}

export interface Signature {
  readonly by: string;
  readonly reason: string;
}

/** A frozen version with the documents that reports and comparisons are made from. */
export interface FrozenVersion {
  readonly record: VersionRecord;
  /** This version and those before it, oldest first. */
  readonly history: readonly VersionRecord[];
  readonly inputs: EvaluationInputs;
  readonly recommendation: Recommendation;
}

/** The working state, which nobody has frozen yet. */
export interface WorkingState {
  readonly record: null;
  readonly history: readonly VersionRecord[];
  readonly inputs: EvaluationInputs;
  readonly recommendation: Recommendation;
}

export async function historyOf(
  deps: Pick<VersionDeps, 'versions'>,
  evaluationId: string,
): Promise<{ readonly state: EvaluationState; readonly versions: readonly VersionRecord[] }> {
  const [state, versions] = await Promise.all([
    deps.versions.state(evaluationId),
    deps.versions.list(evaluationId),
  ]);
  return { state, versions };
}

/** Keeps the evaluation as it stands, with its result, and locks its answers. */
export async function freezeEvaluation(
  deps: VersionDeps,
  evaluationId: string,
  signature: Signature,
): Promise<KeepOutcome> {
  const evaluation = await deps.evaluations.get(evaluationId);
  if (evaluation === null) return { kind: 'notFound' };
  const state = await deps.versions.state(evaluationId);
  if (state.kind === 'frozen') return { kind: 'alreadyFrozen', number: state.number };
  return deps.versions.freeze(await newVersion(deps, await currentInputs(deps, evaluation), signature));
}

/** The version that these inputs make on the catalogue and the model of today. */
export async function newVersion(
  deps: Pick<VersionDeps, 'basis' | 'compute'>,
  inputs: EvaluationInputs,
  signature: Signature,
): Promise<NewVersion> {
  const recommendation = await deps.compute(recommendRequestOf(inputs), deps.basis);
  const { catalogue, reference } = deps.basis;
  return {
    evaluationId: inputs.evaluationId,
    answersVersion: inputs.answersVersion,
    ...signature,
    documents: {
      inputs: JSON.stringify(inputs),
      catalogue: JSON.stringify(catalogue),
      reference: JSON.stringify(reference),
      recommendation: JSON.stringify(recommendation),
    },
  };
}

/** Null where there is no such version. */
export async function readVersion(
  deps: Pick<VersionDeps, 'versions'>,
  evaluationId: string,
  number: number,
): Promise<FrozenVersion | null> {
  const versions = await deps.versions.list(evaluationId);
  const record = versions.find((version) => version.number === number);
  if (record === undefined) return null;
  return {
    record,
    history: versions.filter((version) => version.number <= number),
    inputs: await parsed<EvaluationInputs>(deps, record.hashes, 'inputs'),
    recommendation: await parsed<Recommendation>(deps, record.hashes, 'recommendation'),
  };
}

/** The version that the evaluation is frozen in; null while it is open. */
export async function frozenVersion(
  deps: Pick<VersionDeps, 'versions'>,
  evaluationId: string,
): Promise<FrozenVersion | null> {
  const state = await deps.versions.state(evaluationId);
  return state.kind === 'frozen' ? readVersion(deps, evaluationId, state.number) : null;
}

/** The catalogue and the model that a version was computed on. */
export async function readBasis(
  deps: Pick<VersionDeps, 'versions'>,
  hashes: VersionHashes,
): Promise<DecisionBasis> {
  return {
    catalogue: await parsed<DecisionBasis['catalogue']>(deps, hashes, 'catalogue'),
    reference: await parsed<DecisionBasis['reference']>(deps, hashes, 'reference'),
  };
}

async function parsed<Document>(
  deps: Pick<VersionDeps, 'versions'>,
  hashes: VersionHashes,
  name: keyof VersionHashes,
): Promise<Document> {
  // Written by this program and checked against its hash.
  return JSON.parse(await keptText(deps, hashes, name)) as Document;
}

async function keptText(
  { versions }: Pick<VersionDeps, 'versions'>,
  hashes: VersionHashes,
  name: keyof VersionHashes,
): Promise<string> {
  const text = await versions.document(hashes[name]);
  if (text === null) throw new Error(`The document ${hashes[name]} (${name}) is not in the database`);
  return text;
}

/** What anybody sees who asks for the evaluation without a version: the frozen one, else the working state. */
export async function latestState(
  deps: VersionDeps,
  evaluation: Evaluation,
): Promise<FrozenVersion | WorkingState> {
  const { state, versions } = await historyOf(deps, evaluation.id);
  const frozen = state.kind === 'frozen' ? await readVersion(deps, evaluation.id, state.number) : null;
  if (frozen !== null) return frozen;
  const inputs = await currentInputs(deps, evaluation);
  const recommendation = await deps.compute(recommendRequestOf(inputs), deps.basis);
  return { record: null, history: versions, inputs, recommendation };
}

/**
 * @param number a version, or null for `latestState`
 * @throws MailfitError `notFound`
 */
export async function stateAt(
  deps: VersionDeps,
  evaluation: Evaluation,
  number: number | null,
): Promise<FrozenVersion | WorkingState> {
  if (number === null) return latestState(deps, evaluation);
  const version = await readVersion(deps, evaluation.id, number);
  if (version === null) throw noSuchVersion(evaluation, number);
  return version;
}

/** The recommendation for these inputs on the catalogue and the model of today, as JSON. */
export type ComputeText = (inputs: EvaluationInputs) => Promise<string>;

type TextDeps = InputDeps & Pick<VersionDeps, 'versions'> & { readonly computeText: ComputeText };

/** The same state as `stateAt` gives, for those who only pass it on. Throws MailfitError `notFound`. */
export async function stateTextsAt(
  deps: TextDeps,
  evaluation: Evaluation,
  number: number | null,
): Promise<StateTexts> {
  const { state, versions } = await historyOf(deps, evaluation.id);
  const wanted = number ?? (state.kind === 'frozen' ? state.number : null);
  if (wanted === null) {
    const inputs = await currentInputs(deps, evaluation);
    const recommendation = await deps.computeText(inputs);
    return { record: null, history: versions, inputs: JSON.stringify(inputs), recommendation };
  }
  const record = versions.find((version) => version.number === wanted);
  if (record === undefined) throw noSuchVersion(evaluation, wanted);
  return {
    record,
    history: versions.filter((version) => version.number <= wanted),
    inputs: await keptText(deps, record.hashes, 'inputs'),
    recommendation: await keptText(deps, record.hashes, 'recommendation'),
  };
}

function noSuchVersion(evaluation: Evaluation, number: number): MailfitError {
  return new MailfitError('notFound', [`${evaluation.id}, version ${number}`]);
}

/** Differences from one state to another; null stands for the latest. */
export async function compareStates(
  deps: VersionDeps,
  evaluation: Evaluation,
  numbers: { readonly from: number; readonly to: number | null },
): Promise<VersionComparison> {
  const before = await stateAt(deps, evaluation, numbers.from);
  const after = await stateAt(deps, evaluation, numbers.to);
  return compareVersions(before.recommendation, after.recommendation);
}

export interface Recomputation {
  readonly isSame: boolean;
  /** Version of mailfit that computed what was frozen. */
  readonly frozenWith: string;
}

/** Computes a version again from what was kept with it: the program of today on the data of then. */
export async function recomputeVersion(
  deps: Pick<VersionDeps, 'versions' | 'compute'>,
  version: FrozenVersion,
): Promise<Recomputation> {
  const basis = await readBasis(deps, version.record.hashes);
  const again = await deps.compute(recommendRequestOf(version.inputs), basis);
  return {
    isSame: JSON.stringify(again) === JSON.stringify(version.recommendation),
    frozenWith: version.inputs.productVersion,
  };
}
