// The messages of one thread in the order in which they are sent, numbered from 0, and what became of each of them when
// somebody will compare that with a ledger.

import type { MessagePool } from '../compose/compose-messages.ts';
import { isBeyondAscii } from '../mail/envelopes.ts';
import type { MessageEnvelope } from '../mail/envelopes.ts';
import { HEAD_BYTES, stampSequence } from '../mail/message-template.ts';
import type { MessageTemplate } from '../mail/message-template.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import { envelopeCommands } from '../protocol/commands.ts';
import type { DsnRequest, EnvelopeCommands } from '../protocol/commands.ts';
import { newJob } from '../protocol/session-state.ts';
import type { Job, Outcome, OutgoingMessage } from '../protocol/session-state.ts';

/** One byte per message. */
export const OUTCOME_CODE: Readonly<Record<Outcome, number>> = {
  accepted: 1,
  rejected: 2,
  failed: 3,
  ambiguous: 4,
};

const FIRST_LOG_LENGTH = 65_536;

export class MailQueue {
  nextSequence = 0;
  private readonly messages: readonly PooledMessage[];
  private outcomes = new Uint8Array(0);
  private endedAtMs = new Float64Array(0);
  private recipients = new Uint16Array(0);
  private readonly isLogged: boolean;

  constructor(pool: MessagePool, dsn: DsnRequest | null, isLogged: boolean) {
    this.isLogged = isLogged;
    this.messages = pool.envelopes.map(
      (envelope, index) => new PooledMessage(templateAt(pool, index), envelope, dsn),
    );
  }

  newJob(plannedUs: number): Job {
    const sequence = this.nextSequence;
    const message = this.messages[sequence % this.messages.length];
    if (message === undefined) throw new RangeError('There is no message to send');
    this.nextSequence += 1;
    return newJob(message, sequence, plannedUs);
  }

  onOutcome(job: Job, outcome: Outcome): void {
    if (!this.isLogged) return;
    if (job.sequence >= this.outcomes.length) this.grow(job.sequence + 1);
    this.outcomes[job.sequence] = OUTCOME_CODE[outcome];
    this.recipients[job.sequence] = job.recipientsAccepted;
    this.endedAtMs[job.sequence] = performance.timeOrigin + performance.now();
  }

  /** What became of each sequence number; empty unless it was logged. */
  takeOutcomes(): Uint8Array {
    return this.outcomes.slice(0, this.isLogged ? this.nextSequence : 0);
  }

  takeEndTimes(): Float64Array {
    return this.endedAtMs.slice(0, this.isLogged ? this.nextSequence : 0);
  }

  /** How many recipients of each the server accepted. */
  takeRecipients(): Uint16Array {
    return this.recipients.slice(0, this.isLogged ? this.nextSequence : 0);
  }

  private grow(length: number): void {
    const capacity = Math.max(FIRST_LOG_LENGTH, this.outcomes.length * 2, length);
    const outcomes = new Uint8Array(capacity);
    const endedAtMs = new Float64Array(capacity);
    const recipients = new Uint16Array(capacity);
    outcomes.set(this.outcomes);
    recipients.set(this.recipients);
    endedAtMs.set(this.endedAtMs);
    this.outcomes = outcomes;
    this.recipients = recipients;
    this.endedAtMs = endedAtMs;
  }
}

function templateAt(pool: MessagePool, index: number): MessageTemplate {
  const template = pool.templates[index % pool.templates.length];
  if (template === undefined) throw new RangeError('There is no message template');
  return template;
}

class PooledMessage implements OutgoingMessage {
  readonly headBytes = HEAD_BYTES;
  readonly data: Uint8Array;
  readonly bdat: Uint8Array;
  private readonly template: MessageTemplate;
  private readonly envelope: MessageEnvelope;
  private readonly dsn: DsnRequest | null;
  private commands: EnvelopeCommands | null = null;
  private capabilities: Capabilities | null = null;

  // oxlint-disable-next-line typescript/no-useless-constructor -- fields are set here because types are only stripped
  constructor(template: MessageTemplate, envelope: MessageEnvelope, dsn: DsnRequest | null) {
    this.template = template;
    this.envelope = envelope;
    this.dsn = dsn;
    this.data = template.data;
    this.bdat = template.bdat;
  }

  // All sessions of a thread share one object for equal capabilities, so the lines are made once per message.
  commandsFor(capabilities: Capabilities): EnvelopeCommands {
    if (this.commands !== null && this.capabilities === capabilities) return this.commands;
    this.capabilities = capabilities;
    const commands = envelopeCommands(
      {
        ...this.envelope,
        sizeBytes: this.template.sizeBytes,
        is8bit: this.template.needs8bit,
        isSmtpUtf8: isBeyondAscii(this.envelope.from + this.envelope.to.join('')),
        dsn: this.dsn,
      },
      capabilities,
    );
    this.commands = {
      mail: asBuffer(commands.mail),
      rcpts: commands.rcpts.map(asBuffer),
      group: asBuffer(commands.group),
      groupWithData: asBuffer(commands.groupWithData),
    };
    return this.commands;
  }

  stamp(bytes: Uint8Array, offset: number, sequence: number): void {
    stampSequence(bytes, offset, sequence);
  }
}

// A socket makes a Buffer of every other array at every write.
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
