// Front door of the built-in targets: starts one, keeps its ledger, tells what it did.

import type { ArrivalLedger } from '../stats/ledger.ts';
import { createRng, nextBelow } from '../stats/rng.ts';
import { ArrivalJournal, JournalLedger } from './arrival-journal.ts';
import type { ContentFault, InjectedCounts } from './faults.ts';
import { FaultScript } from './faults.ts';
import { checkMessage } from './message-check.ts';
import type { NativeEvents } from './native-sink.ts';
import { startNativeServer } from './native-sink.ts';
import { startReferenceServer } from './reference-sink.ts';
import { makeSelfSignedCertificate } from './self-signed-certificate.ts';
import type { SinkOptions } from './sink-options.ts';
import { DEFAULT_SINK_OPTIONS } from './sink-options.ts';

export interface SinkStats {
  readonly connections: {
    readonly opened: number;
    readonly open: number;
    readonly peak: number;
    readonly refused: number;
  };
  /** Answered with 250 after the final dot, whatever became of them. */
  readonly messages: number;
  readonly bytes: number;
  /** What the script did on purpose: the truth that a harness must find. */
  readonly injected: InjectedCounts;
}

export interface Sink {
  readonly kind: SinkOptions['kind'];
  readonly host: string;
  readonly port: number;
  /** What a client must trust to verify the sink; null without TLS. */
  readonly certificatePem: string | null;
  ledger(): ArrivalLedger;
  stats(): SinkStats;
  close(): Promise<void>;
}

/** Starts a sink; a missing option takes its default. Rejects when the address cannot be listened on. */
export async function startSink(given: Partial<SinkOptions> = {}): Promise<Sink> {
  const options = { ...DEFAULT_SINK_OPTIONS, ...given };
  const certificate =
    options.tls === 'none' ? null : makeSelfSignedCertificate(Date.now(), options.certificateKey);
  const script =
    options.kind === 'scripted' ? new FaultScript(options.faults, createRng(options.seed)) : null;
  const record = new SinkRecord(options, script);
  const server =
    options.kind === 'reference'
      ? await startReferenceServer(options, certificate, record)
      : await startNativeServer(options, certificate, script, record);
  return {
    kind: options.kind,
    host: options.host,
    port: server.port,
    certificatePem: certificate?.certificatePem ?? null,
    ledger: () => record.ledger,
    stats: () => record.stats(),
    async close() {
      await server.close();
      record.close();
    },
  };
}

const NOTHING_INJECTED: InjectedCounts = {
  stalls: 0,
  replies: 0,
  drops: 0,
  lost: 0,
  duplicated: 0,
  corrupted: 0,
};

function ledgerFrom(journalFile: string | null): ArrivalLedger {
  const earlier = new JournalLedger(journalFile ?? '');
  if (journalFile !== null) earlier.refresh();
  earlier.close();
  return earlier.ledger;
}

/** Hears of everything that happens in a sink and counts it. */
class SinkRecord implements NativeEvents {
  readonly ledger: ArrivalLedger;
  readonly #journal: ArrivalJournal | null;
  readonly #mode: SinkOptions['ledger'];
  readonly #script: FaultScript | null;
  readonly #rng = createRng(1);
  readonly #connections = { opened: 0, open: 0, peak: 0, refused: 0 };
  #messages = 0;
  #bytes = 0;

  constructor(options: SinkOptions, script: FaultScript | null) {
    this.#mode = options.ledger;
    this.#script = script;
    // What a predecessor wrote before it was killed has arrived as well.
    this.ledger = ledgerFrom(options.journalFile);
    this.#journal = options.journalFile === null ? null : new ArrivalJournal(options.journalFile);
  }

  close(): void {
    this.#journal?.close();
  }

  onConnect(): void {
    this.#connections.opened += 1;
    this.#connections.open += 1;
    this.#connections.peak = Math.max(this.#connections.peak, this.#connections.open);
  }

  onDisconnect(): void {
    this.#connections.open -= 1;
  }

  onRefuse(): void {
    this.#connections.refused += 1;
  }

  onMessage(content: Buffer, recipients: number): void {
    this.#messages += 1;
    this.#bytes += content.length;
    if (this.#mode === 'off') return;
    const fate = this.#script?.decideContent() ?? 'keep';
    for (const arrived of this.#arrivals(content, fate)) this.#enter(arrived, recipients);
  }

  stats(): SinkStats {
    return {
      connections: { ...this.#connections },
      messages: this.#messages,
      bytes: this.#bytes,
      injected: { ...(this.#script?.injected ?? NOTHING_INJECTED) },
    };
  }

  #enter(content: Buffer, recipients: number): void {
    const { token, isIntact } = checkMessage(content, this.#mode === 'verify');
    const nowMs = performance.timeOrigin + performance.now();
    this.#journal?.append(token, isIntact, nowMs, recipients);
    this.ledger.record(token, isIntact, nowMs, recipients);
  }

  #arrivals(content: Buffer, fate: ContentFault['kind'] | 'keep'): Buffer[] {
    switch (fate) {
      case 'lose':
        return [];
      case 'duplicate':
        return [content, content];
      case 'corrupt':
        return [this.#damaged(content)];
      case 'keep':
        return [content];
    }
  }

  // One flipped bit in the body; the headers stay readable, so the message is still known.
  #damaged(content: Buffer): Buffer {
    const bodyAt = content.indexOf('\r\n\r\n') + 4;
    const damaged = Buffer.from(content);
    const at = bodyAt + nextBelow(this.#rng, Math.max(1, content.length - bodyAt - 2));
    damaged[at] = (damaged[at] ?? 0) ^ (1 << nextBelow(this.#rng, 8));
    return damaged;
  }
}
