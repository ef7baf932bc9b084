// What one client session knows, and the few moves every phase shares: queue a command, expect its reply, end a message.
// Invariant: no socket, clock or randomness. Sessions are changed in place: at 100,000 replies per second a copy per
// reply costs more than the rest of the machine.

import type { AuthExchange, Credentials, ScramCrypto } from './auth.ts';
import { NO_CAPABILITIES } from './capabilities.ts';
import type { Capabilities } from './capabilities.ts';
import type { EnvelopeCommands } from './commands.ts';
import type { Outbox } from './outbox.ts';

export type Stage = 'connecting' | 'handshake' | 'ready' | 'busy' | 'quitting' | 'closed';
/** Where the handshake ends: sessions that are only held may stop early. */
export type HandshakeEnd = 'banner' | 'ehlo' | 'tls' | 'auth';
export type Outcome = 'accepted' | 'rejected' | 'failed' | 'ambiguous';
export type FailureCause = 'reply' | 'network' | 'timeout' | 'tls' | 'protocolViolation' | 'generatorFault';

export interface Failure {
  /** Index into PHASES, or -1 when the session was idle. */
  readonly phase: number;
  readonly cause: FailureCause;
  readonly replyCode: number | null;
  /** The reply, or what went wrong, as it came from outside. */
  readonly text: string;
  /** The message it happened to; asked for a transcript when the error is the first of its kind. */
  readonly job?: Job;
}

export interface OutgoingMessage {
  /** Dots doubled, closed by CRLF.CRLF. */
  readonly data: Uint8Array;
  readonly bdat: Uint8Array;
  /** How many leading bytes `stamp` may change. */
  readonly headBytes: number;
  commandsFor(capabilities: Capabilities): EnvelopeCommands;
  /** Writes the sequence number into a copy that lies at `offset` of `bytes`. */
  stamp(bytes: Uint8Array, offset: number, sequence: number): void;
}

/** One attempt to hand over one message. */
export interface Job {
  readonly message: OutgoingMessage;
  readonly sequence: number;
  readonly plannedUs: number;
  /** Negative until it has begun. */
  startedUs: number;
  recipientsAccepted: number;
  recipientsRefused: number;
  isMailAccepted: boolean;
  isBodySent: boolean;
  /** Set by the first thing that makes acceptance impossible; later replies are its consequences. */
  isDoomed: boolean;
  /** Codes of the replies about this message so far. */
  readonly replyCodes: number[];
}

export interface SessionConfig {
  readonly protocol: 'smtp' | 'lmtp';
  readonly clientName: string;
  readonly tls: 'none' | 'starttls' | 'implicit';
  readonly credentials: Credentials | null;
  readonly scram: ScramCrypto;
  readonly pipelining: boolean;
  readonly chunking: boolean;
  /** How many messages may be under way at once on a connection with PIPELINING and CHUNKING. */
  readonly pipelineDepth: number;
  readonly handshakeEnd: HandshakeEnd;
  readonly xclientAddress: string | null;
  /** Some address of the envelopes is not ASCII. */
  readonly needsSmtpUtf8: boolean;
  parseCapabilities(replyText: string): Capabilities;
}

export interface SessionOwner<Session> {
  /** `job` is the message that the step was for, null on the way to the first. */
  onPhase(phase: number, latencyUs: number, job: Job | null): void;
  onFailure(failure: Failure, session: Session): void;
  onBanner(text: string): void;
  onReady(session: Session, nowUs: number): void;
  /** A message that may share a flight with the one under way, or null. */
  nextToPipeline(session: Session, nowUs: number): Job | null;
  onMessageEnd(session: Session, job: Job, outcome: Outcome): void;
  onStartTls(session: Session): void;
  /** The machine is done with the connection: close it. */
  onEnd(session: Session): void;
}

interface ExpectedReply {
  readonly phase: number;
  readonly sentAtUs: number;
  readonly job: Job | null;
}

const encoder = new TextEncoder();

export class SessionState {
  stage: Stage = 'connecting';
  capabilities: Capabilities = NO_CAPABILITIES;
  isExtended = true;
  isSecured = false;
  isXclientSent = false;
  /** The server ended the session with a reply, not by dropping the line. */
  isTurnedAway = false;
  needsReset = false;
  isPipelining = false;
  isChunking = false;
  nowUs = 0;
  jobsUnderWay = 0;
  auth: AuthExchange | null = null;
  /** Why we gave the exchange up. */
  authProblem: string | null = null;
  readonly expected: ExpectedReply[] = [];
  readonly config: SessionConfig;
  readonly outbox: Outbox;
  readonly owner: SessionOwner<SessionState>;

  constructor(config: SessionConfig, outbox: Outbox, owner: SessionOwner<SessionState>) {
    this.config = config;
    this.outbox = outbox;
    this.owner = owner;
  }

  /** Text of the reply being handled; the session that reads bytes knows it. */
  replyText(): string {
    return '';
  }

  expect(phase: number, job: Job | null): void {
    this.expected.push({ phase, sentAtUs: this.nowUs, job });
  }

  /** For the few lines that are the same in every session. */
  sendCommonLine(line: string, phase: number): void {
    this.outbox.addLine(line);
    this.expect(phase, null);
  }

  sendLine(line: string, phase: number): void {
    this.outbox.copy(encoder.encode(`${line}\r\n`));
    this.expect(phase, null);
  }

  /** Counts an error reply with its text. */
  reportReply(phase: number, replyCode: number, job: Job | null = null): void {
    const failure: Failure = { phase, cause: 'reply', replyCode, text: this.replyText() };
    this.owner.onFailure(job === null ? failure : { ...failure, job }, this);
  }

  doom(job: Job, phase: number, replyCode: number): void {
    if (!job.isDoomed) this.reportReply(phase, replyCode, job);
    job.isDoomed = true;
  }

  endMessage(job: Job, outcome: Outcome): void {
    this.jobsUnderWay -= 1;
    if (this.jobsUnderWay === 0 && this.stage === 'busy') this.stage = 'ready';
    this.owner.onMessageEnd(this, job, outcome);
  }

  /** The session cannot go on. Whoever still waits for an answer is told what is known about it. */
  abandon(failure: Omit<Failure, 'phase'>): void {
    if (this.stage === 'closed') return;
    const wasQuitting = this.stage === 'quitting';
    this.stage = 'closed';
    const hasJob = this.expected.some((entry) => entry.job !== null);
    // A server that closes without answering QUIT has done nothing to a message.
    if (!hasJob && !wasQuitting)
      this.owner.onFailure({ ...failure, phase: this.expected[0]?.phase ?? -1 }, this);
    this.settle(failure);
  }

  /** Ends every message that still waits, each with the phase it waited in, and then the session. */
  settle(failure: Omit<Failure, 'phase'>): void {
    const phases = new Map<Job, number>();
    for (const { job, phase } of this.expected.splice(0)) {
      if (job !== null && !phases.has(job)) phases.set(job, phase);
    }
    for (const [job, phase] of phases) {
      if (!job.isDoomed) this.owner.onFailure({ ...failure, phase, job }, this);
      this.endMessage(job, outcomeWhenLost(job));
    }
    this.owner.onEnd(this);
  }
}

// After the final dot nobody knows whether the server took the message (RFC 5321 §4.2.5).
function outcomeWhenLost(job: Job): Outcome {
  if (job.isDoomed) return 'rejected';
  return job.isBodySent ? 'ambiguous' : 'failed';
}

export function isPositive(replyCode: number): boolean {
  return replyCode >= 200 && replyCode < 300;
}

export function newJob(message: OutgoingMessage, sequence: number, plannedUs: number): Job {
  return {
    message,
    sequence,
    plannedUs,
    startedUs: -1,
    recipientsAccepted: 0,
    recipientsRefused: 0,
    isMailAccepted: false,
    isBodySent: false,
    isDoomed: false,
    replyCodes: [],
  };
}
