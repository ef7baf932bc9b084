// The tender rule that is declared for an evaluation, and the prices that were bid under it, as the use cases need them
// kept. Adapters implement this; one contract test binds every adapter.

import type { KeepOutcome, NewVersion } from './version-store.ts';

/** As an answers file holds it under `tender`; `parseTender` reads it. */
export type TenderStatement = Readonly<Record<string, unknown>>;

export interface StoredTender {
  readonly statement: TenderStatement;
  /** 1, 2, 3 …: grows by one with every change. */
  readonly revision: number;
  /** ISO 8601, UTC: when it was last changed. */
  readonly changedAt: string;
}

export interface TenderChange {
  /** Null takes the declaration away. */
  readonly statement: TenderStatement | null;
  /** Revision that the change was made on, 0 where nothing was declared; when it has moved on, nothing is kept. */
  readonly basedOn: number;
}

export type TenderOutcome = { readonly kind: 'changed' } | Exclude<KeepOutcome, { readonly kind: 'kept' }>;

export interface TenderStore {
  /** Null where nothing is declared. */
  get(evaluationId: string): Promise<StoredTender | null>;
  /**
   * Keeps the change; with a version, both or neither. A version is what a frozen evaluation needs: without one its
   * tender cannot be changed, and with one that of an open evaluation cannot.
   */
  change(evaluationId: string, change: TenderChange, version: NewVersion | null): Promise<TenderOutcome>;
}
