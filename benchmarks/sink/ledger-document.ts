// A sink's ledger as the JSON document that other programs read.

import type { SinkLedger } from '../schema/ledger.generated.ts';
import type { Sink } from './start-sink.ts';

/** The document at this moment; times in milliseconds since 1970. */
export function ledgerDocument(sink: Sink, startedAtMs: number, nowMs: number): SinkLedger {
  const { connections, messages, bytes, injected } = sink.stats();
  const ledger = sink.ledger();
  return {
    schema: 'mailfit.ledger/1',
    kind: sink.kind,
    startedAt: new Date(startedAtMs).toISOString(),
    endedAt: new Date(nowMs).toISOString(),
    messages,
    bytes,
    connections,
    injected,
    foreignArrivals: ledger.foreignArrivals,
    entries: [...ledger.entries()],
  };
}
