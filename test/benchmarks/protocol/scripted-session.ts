// A session without a network: the test plays the server, and reads what the session sent and reported.

import { parseCapabilities } from '../../../benchmarks/protocol/capabilities.ts';
import { envelopeCommands } from '../../../benchmarks/protocol/commands.ts';
import { Outbox } from '../../../benchmarks/protocol/outbox.ts';
import { phaseName } from '../../../benchmarks/protocol/phases.ts';
import { SmtpSession } from '../../../benchmarks/protocol/session.ts';
import { newJob } from '../../../benchmarks/protocol/session-state.ts';
import type {
  Failure,
  Job,
  Outcome,
  OutgoingMessage,
  SessionConfig,
} from '../../../benchmarks/protocol/session-state.ts';
import { scramCrypto } from '../../../benchmarks/net/scram-crypto.ts';

const encoder = new TextEncoder();

export function messageTo(...to: readonly string[]): OutgoingMessage {
  return {
    data: encoder.encode('Subject: t\r\n\r\nbody\r\n.\r\n'),
    bdat: encoder.encode('Subject: t\r\n\r\nbody\r\n'),
    headBytes: 12,
    commandsFor: (capabilities) =>
      envelopeCommands(
        { from: 'a@example.com', to, sizeBytes: 20, is8bit: false, isSmtpUtf8: false, dsn: null },
        capabilities,
      ),
    stamp: () => undefined,
  };
}

export class ScriptedSession {
  readonly sent: string[] = [];
  readonly outcomes: Outcome[] = [];
  readonly failures: (Omit<Failure, 'phase'> & { phase: string })[] = [];
  readonly phases: string[] = [];
  readonly toPipeline: Job[] = [];
  isReady = false;
  isEnded = false;
  isTlsAsked = false;
  readonly session: SmtpSession;
  private readonly outbox = new Outbox();
  private clockUs = 0;

  constructor(config: Partial<SessionConfig> = {}) {
    this.session = new SmtpSession(
      {
        protocol: 'smtp',
        clientName: 'client.test',
        tls: 'none',
        credentials: null,
        scram: scramCrypto,
        pipelining: false,
        chunking: false,
        pipelineDepth: 4,
        handshakeEnd: 'auth',
        xclientAddress: null,
        needsSmtpUtf8: false,
        parseCapabilities,
        ...config,
      },
      this.outbox,
      {
        onPhase: (phase) => this.phases.push(phaseName(phase)),
        onFailure: (failure) =>
          this.failures.push({ ...failure, phase: failure.phase < 0 ? 'idle' : phaseName(failure.phase) }),
        onBanner: () => undefined,
        onReady: () => {
          this.isReady = true;
        },
        nextToPipeline: () => this.toPipeline.shift() ?? null,
        onMessageEnd: (_session, _job, outcome) => this.outcomes.push(outcome),
        onStartTls: () => {
          this.isTlsAsked = true;
        },
        onEnd: () => {
          this.isEnded = true;
        },
      },
    );
    this.session.connecting(0);
    this.session.connected(this.tick());
  }

  /** The server says this; every chunk arrives alone. */
  server(...chunks: readonly string[]): this {
    for (const chunk of chunks) {
      const bytes = encoder.encode(chunk);
      this.session.receive(bytes, bytes.length, this.tick());
      this.collect();
    }
    return this;
  }

  /** As `server`, one byte at a time. */
  serverByBytes(text: string): this {
    return this.server(...Array.from(text));
  }

  begin(...to: readonly string[]): Job {
    const job = newJob(messageTo(...to), 0, 0);
    this.session.begin(job, this.tick());
    this.collect();
    return job;
  }

  secured(): this {
    this.session.secured(this.tick());
    this.collect();
    return this;
  }

  /** What was sent since the last call. */
  takeSent(): string {
    return this.sent.splice(0).join('');
  }

  private tick(): number {
    this.clockUs += 1000;
    return this.clockUs;
  }

  private collect(): void {
    let flight = '';
    this.outbox.flush({
      write: (bytes) => {
        flight += new TextDecoder().decode(bytes);
      },
    });
    this.outbox.reuse();
    if (flight !== '') this.sent.push(flight);
  }
}
