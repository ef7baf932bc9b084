// Sent against arrived. Every accepted message falls into exactly one of: exactly once, lost, duplicated, corrupted.
// A message whose connection broke after the final dot is ambiguous (RFC 5321 §6.1, RFC 1047: the sender cannot
// know); only its arrival settles it, and it is never counted as accepted.

import type { ArrivalLookup, LedgerEntry } from './ledger.ts';

export interface SentMessage {
  readonly token: string;
  readonly outcome: 'accepted' | 'ambiguous' | 'notAccepted';
  /** When the final dot was sent, in milliseconds since 1970; arrival minus this is the delivery latency. */
  readonly sentAtMs: number;
  /** Recipients that were accepted and should each have one copy; 1 unless given. */
  readonly expectedCopies?: number;
}

export interface ReconcileOptions {
  /** An arrival later than this counts as `late` as well. */
  readonly lateAfterMs: number;
  readonly onDeliveryLatencyMs?: (latencyMs: number) => void;
}

export interface Reconciliation {
  readonly accepted: number;
  readonly exactlyOnce: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly corrupted: number;
  /** Among the accepted ones that arrived. */
  readonly late: number;
  readonly ambiguous: { readonly total: number; readonly arrived: number; readonly missing: number };
  /** Refused or failed at the sender, yet found at the far end. */
  readonly unexpected: number;
  /** The first few tokens of every kind of fault, for looking them up in the server's log. */
  readonly samples: { readonly lost: string[]; readonly duplicated: string[]; readonly corrupted: string[] };
}

const SAMPLES_KEPT = 10;

type Fate = 'exactlyOnce' | 'lost' | 'duplicated' | 'corrupted';

interface Tally {
  readonly fates: Record<Fate, number>;
  readonly samples: { lost: string[]; duplicated: string[]; corrupted: string[] };
  late: number;
  ambiguousArrived: number;
  ambiguousMissing: number;
  unexpected: number;
}

/** Reconciles one run; call it after the far end has had its time to deliver. */
export function reconcile(
  sent: Iterable<SentMessage>,
  arrivals: ArrivalLookup,
  options: ReconcileOptions = { lateAfterMs: Infinity },
): Reconciliation {
  const tally: Tally = {
    fates: { exactlyOnce: 0, lost: 0, duplicated: 0, corrupted: 0 },
    samples: { lost: [], duplicated: [], corrupted: [] },
    late: 0,
    ambiguousArrived: 0,
    ambiguousMissing: 0,
    unexpected: 0,
  };
  for (const message of sent) countOne(message, arrivals, options, tally);
  const { fates } = tally;
  return {
    ...fates,
    accepted: fates.exactlyOnce + fates.lost + fates.duplicated + fates.corrupted,
    late: tally.late,
    ambiguous: {
      total: tally.ambiguousArrived + tally.ambiguousMissing,
      arrived: tally.ambiguousArrived,
      missing: tally.ambiguousMissing,
    },
    unexpected: tally.unexpected,
    samples: tally.samples,
  };
}

function countOne(
  message: SentMessage,
  arrivals: ArrivalLookup,
  options: ReconcileOptions,
  tally: Tally,
): void {
  const entry = arrivals.lookUp(message.token);
  switch (message.outcome) {
    case 'ambiguous':
      tally[entry === null ? 'ambiguousMissing' : 'ambiguousArrived'] += 1;
      return;
    case 'notAccepted':
      tally.unexpected += entry === null ? 0 : 1;
      return;
    case 'accepted':
      countAccepted(message, entry, tally);
      if (entry !== null) countLatency(entry.firstArrivalMs - message.sentAtMs, options, tally);
  }
}

function countAccepted(message: SentMessage, entry: LedgerEntry | null, tally: Tally): void {
  const fate = fateOf(entry, message.expectedCopies ?? 1);
  tally.fates[fate] += 1;
  if (fate !== 'exactlyOnce' && tally.samples[fate].length < SAMPLES_KEPT)
    tally.samples[fate].push(message.token);
}

function countLatency(latencyMs: number, options: ReconcileOptions, tally: Tally): void {
  if (latencyMs > options.lateAfterMs) tally.late += 1;
  options.onDeliveryLatencyMs?.(latencyMs);
}

// Damage weighs more than a wrong number of copies: a mailbox with one good and one broken copy holds a broken mail.
function fateOf(entry: LedgerEntry | null, expectedCopies: number): Fate {
  if (entry === null || entry.copies < expectedCopies) return 'lost';
  if (entry.damagedArrivals > 0) return 'corrupted';
  return entry.copies > expectedCopies ? 'duplicated' : 'exactlyOnce';
}
