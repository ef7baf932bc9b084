// Where arrivals are counted while a relay is under load: Maildirs that it delivers into, a sink of ours that it forwards
// to, or the journal of a sink in another process.

import { JournalLedger } from './sink/arrival-journal.ts';
import { MaildirLedger } from './sink/maildir-ledger.ts';
import { startSink } from './sink/start-sink.ts';
import type { ArrivalLookup } from './stats/ledger.ts';

export interface ArrivalPlaces {
  readonly maildirs?: readonly string[];
  /** A sink is started here, on 127.0.0.1. */
  readonly sinkPort?: number;
  readonly sinkProtocol?: 'smtp' | 'lmtp';
  readonly journal?: string;
}

export interface ObservedArrivals {
  readonly ledger: ArrivalLookup;
  close(): Promise<void>;
}

const REFRESH_MS = 250;

/** Null when no place is given. Only the first place counts: one message must not be found in two of them. */
export async function observeArrivals(places: ArrivalPlaces): Promise<ObservedArrivals | null> {
  if (places.maildirs !== undefined) return observeMaildirs(places.maildirs);
  if (places.sinkPort !== undefined) return observeSink(places.sinkPort, places.sinkProtocol ?? 'smtp');
  return places.journal === undefined ? null : observeJournal(places.journal);
}

function observeMaildirs(maildirs: readonly string[]): ObservedArrivals {
  const reader = new MaildirLedger(maildirs);
  const timer = setInterval(() => void reader.refresh(), REFRESH_MS);
  return {
    ledger: { lookUp: (token) => reader.ledger.lookUp(token), refresh: () => reader.refresh() },
    async close() {
      clearInterval(timer);
      await reader.refresh();
    },
  };
}

async function observeSink(port: number, protocol: 'smtp' | 'lmtp'): Promise<ObservedArrivals> {
  const sink = await startSink({ kind: 'null', port, protocol });
  return { ledger: sink.ledger(), close: () => sink.close() };
}

function observeJournal(path: string): ObservedArrivals {
  const ledger = new JournalLedger(path);
  return {
    ledger,
    async close() {
      ledger.close();
    },
  };
}
