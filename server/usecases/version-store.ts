// Frozen versions of an evaluation and what vendors declared for it, as the use cases need them kept. Adapters
// implement this; one contract test binds every adapter.

import type { VendorAnswers } from '../core/rfp/read-answers.ts';

/** Why a version was made: somebody froze the evaluation, or a vendor's answers or bids came in afterwards. */
export type VersionCause = 'frozen' | 'vendor-answers' | 'bids';

export interface VersionRecord {
  /** 1, 2, 3 … within the evaluation. */
  readonly number: number;
  readonly cause: VersionCause;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly reason: string;
  /** Version of the answers that it holds. */
  readonly answersVersion: number;
  /** SHA-256 of each document, by which it can be read and checked. */
  readonly hashes: VersionHashes;
}

export type VersionDocument = 'inputs' | 'catalogue' | 'reference' | 'recommendation';
export type VersionHashes = Readonly<Record<VersionDocument, string>>;

/** The state that anybody may change freely, the frozen one, and the one that was opened again for a stated reason. */
export type EvaluationState =
  | { readonly kind: 'open' }
  | { readonly kind: 'frozen'; readonly number: number }
  | {
      readonly kind: 'reopened';
      readonly number: number;
      readonly at: string;
      readonly by: string;
      readonly reason: string;
    };

/** A version to be kept: everything that is needed to compute it again. */
export interface NewVersion {
  readonly evaluationId: string;
  /** Version of the answers that the documents were made from; when it has moved on, nothing is kept. */
  readonly answersVersion: number;
  readonly by: string;
  readonly reason: string;
  /** The documents as JSON texts. */
  readonly documents: Readonly<Record<VersionDocument, string>>;
}

export type KeepOutcome =
  | { readonly kind: 'kept'; readonly version: VersionRecord }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'alreadyFrozen'; readonly number: number };

export interface VersionStore {
  state(evaluationId: string): Promise<EvaluationState>;
  /** Keeps the version and locks the answers. Refused while it is frozen. */
  freeze(version: NewVersion): Promise<KeepOutcome>;
  /** Unlocks the answers; the reason stands until the next version. False when it is not frozen. */
  reopen(evaluationId: string, by: string, reason: string): Promise<boolean>;
  /** Oldest first. */
  list(evaluationId: string): Promise<readonly VersionRecord[]>;
  /** A document's text, checked against its hash; null when nobody kept it. */
  document(hash: string): Promise<string | null>;
}

/** A filled-in sheet as it was taken in. */
export interface TakenAnswers {
  readonly answers: VendorAnswers;
  readonly fileName: string;
  /** SHA-256 of the file as it came. */
  readonly fileHash: string;
  readonly takenBy: string;
}

export interface VendorSheet extends TakenAnswers {
  readonly id: string;
  readonly takenAt: string;
}

export interface VendorAnswerStore {
  /**
   * Keeps the answers; with a version, both or neither. A version is what a frozen evaluation needs: without one the
   * answers of a frozen evaluation are refused, and with one those of an open evaluation.
   */
  take(
    evaluationId: string,
    taken: TakenAnswers,
    version: NewVersion | null,
  ): Promise<{ readonly kind: 'taken' } | Exclude<KeepOutcome, { readonly kind: 'kept' }>>;
  /** In the order in which they were taken in: a later one of the same option replaces what the earlier one said. */
  listFor(evaluationId: string): Promise<readonly VendorSheet[]>;
  /** Takes a sheet out of an open evaluation; versions that were made with it keep it. */
  remove(evaluationId: string, sheetId: string): Promise<'removed' | 'notFound' | 'frozen'>;
}
