// A vendor's filled-in sheet → declared facts of one evaluation. On an open evaluation they count from now on; a frozen
// one becomes a new version, computed on what was frozen with nothing changed but these facts.
// Invariant: all or nothing. A sheet with one bad cell changes nothing.

import { createHash } from 'node:crypto';
import type { VendorAnswers } from '../core/rfp/read-answers.ts';
import type { Problem } from '../core/text/problem.ts';
import { vendorAnswersFrom } from './answer-sheets.ts';
import type { SpreadsheetFiles } from './answer-sheets.ts';
import { latestState, newVersion, readBasis } from './evaluation-versions.ts';
import type { FrozenVersion, Signature, VersionDeps, WorkingState } from './evaluation-versions.ts';
import type { DecisionBasis } from './recommend.ts';
import type { Evaluation } from './stores.ts';
import type { NewVersion, TakenAnswers, VendorAnswerStore } from './version-store.ts';

export interface TakeDeps extends VersionDeps {
  readonly vendorAnswers: VendorAnswerStore;
  readonly spreadsheets: Pick<SpreadsheetFiles, 'read'>;
}

export interface SheetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type TakeOutcome =
  | { readonly kind: 'taken'; readonly answers: VendorAnswers }
  /** Every cell at fault, or what is wrong with the file as a whole. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'notFound' }
  /** Somebody froze, reopened or changed the evaluation in the same moment; nothing was taken. */
  | { readonly kind: 'changedMeanwhile' };

export async function takeVendorAnswers(
  deps: TakeDeps,
  evaluation: Evaluation,
  file: SheetFile,
  signature: Signature,
): Promise<TakeOutcome> {
  const rows = await deps.spreadsheets.read(file.bytes);
  if (!rows.ok) return { kind: 'refused', problems: rows.problems };
  const state = await latestState(deps, evaluation);
  const basis = state.record === null ? deps.basis : await readBasis(deps, state.record.hashes);
  const read = vendorAnswersFrom(rows.value, state.recommendation.requirements, basis.catalogue, today(deps));
  if (!read.ok) return { kind: 'refused', problems: read.problems };
  const taken: TakenAnswers = {
    answers: read.value,
    fileName: file.name,
    fileHash: createHash('sha256').update(file.bytes).digest('hex'),
    takenBy: signature.by,
  };
  const version = await versionWith(deps, { state, basis }, taken, signature);
  const outcome = await deps.vendorAnswers.take(evaluation.id, taken, version);
  if (outcome.kind === 'taken') return { kind: 'taken', answers: read.value };
  return outcome.kind === 'notFound' ? outcome : { kind: 'changedMeanwhile' };
}

function today(deps: Pick<TakeDeps, 'clock'>): string {
  return deps.clock.now().toISOString().slice(0, 10);
}

async function versionWith(
  deps: TakeDeps,
  now: { readonly state: FrozenVersion | WorkingState; readonly basis: DecisionBasis },
  taken: TakenAnswers,
  signature: Signature,
): Promise<NewVersion | null> {
  const { state, basis } = now;
  if (state.record === null) return null;
  const sheet = { ...taken, id: taken.fileHash, takenAt: deps.clock.now().toISOString() };
  const inputs = {
    ...state.inputs,
    vendorSheets: [...state.inputs.vendorSheets, sheet],
    asOf: today(deps),
    productVersion: deps.productVersion,
  };
  return newVersion({ basis, compute: deps.compute }, inputs, signature);
}
