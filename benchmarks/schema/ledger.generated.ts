// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * What a sink received, message by message. Fields may be added, never renamed without a new number in `schema`.
 */
export interface SinkLedger {
  schema: 'mailfit.ledger/1';
  kind: 'null' | 'reference' | 'scripted';
  startedAt: string;
  endedAt: string;
  /**
   * Answered with 250 after the final dot, whatever became of them.
   */
  messages: number;
  bytes: number;
  connections: LedgerConnections;
  injected: LedgerInjected;
  /**
   * Messages without a token of this harness.
   */
  foreignArrivals: number;
  entries: LedgerLine[];
}
export interface LedgerConnections {
  opened: number;
  open: number;
  peak: number;
  refused: number;
}
/**
 * Faults that were carried out on purpose.
 */
export interface LedgerInjected {
  stalls: number;
  replies: number;
  drops: number;
  lost: number;
  duplicated: number;
  corrupted: number;
}
export interface LedgerLine {
  token: string;
  arrivals: number;
  /**
   * For how many recipients it came, over all arrivals.
   */
  copies: number;
  damagedArrivals: number;
  /**
   * Milliseconds since 1970.
   */
  firstArrivalMs: number;
}
