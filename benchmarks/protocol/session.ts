// SMTP and LMTP client session: bytes in, bytes and events out. It joins the reply scanner, the handshake and the
// transactions.
// Invariant: 421 may come at any time and ends the session (RFC 5321 §3.8); a reply nobody waits for is a fault.

import * as handshake from './handshake.ts';
import { PHASE } from './phases.ts';
import { ReplyScanner } from './reply-scanner.ts';
import type { ReplyReceiver, ReplyViolation } from './reply-scanner.ts';
import { SessionState } from './session-state.ts';
import type { FailureCause, Job } from './session-state.ts';
import * as transaction from './transaction.ts';

type PhaseHandler = (session: SmtpSession, replyCode: number, job: Job | null) => void;

function withJob(handle: (session: SmtpSession, replyCode: number, job: Job) => void): PhaseHandler {
  return (session, replyCode, job) => {
    if (job === null) return;
    job.replyCodes.push(replyCode);
    handle(session, replyCode, job);
  };
}

/** By phase index. Connect and TLS have no reply of their own. */
const HANDLERS: readonly PhaseHandler[] = [
  () => undefined,
  handshake.onBanner,
  handshake.onEhlo,
  handshake.onStartTls,
  () => undefined,
  handshake.onAuth,
  withJob(transaction.onMail),
  withJob(transaction.onRcpt),
  withJob(transaction.onData),
  withJob(transaction.onFinalDot),
  transaction.onRset,
  (session) => session.finish(),
];

export class SmtpSession extends SessionState implements ReplyReceiver {
  private readonly scanner = new ReplyScanner();
  private repliedAtUs = 0;

  override replyText(): string {
    return this.scanner.text();
  }

  /** The transport was asked to connect. */
  connecting(nowUs: number): void {
    this.nowUs = nowUs;
    this.expect(PHASE.connect, null);
  }

  /** The transport is up: the banner comes next, or TLS when it is implicit. */
  connected(nowUs: number): void {
    this.complete(nowUs);
    this.stage = 'handshake';
    if (this.config.tls !== 'implicit') return this.expect(PHASE.banner, null);
    this.expect(PHASE.tls, null);
    this.owner.onStartTls(this);
  }

  /** TLS is up. After STARTTLS nothing that was said before counts any more (RFC 3207 §4.2). */
  secured(nowUs: number): void {
    this.complete(nowUs);
    this.isSecured = true;
    if (this.config.tls === 'implicit') this.expect(PHASE.banner, null);
    else handshake.greet(this);
  }

  // A step of the transport, which no reply ends.
  private complete(nowUs: number): void {
    this.nowUs = nowUs;
    const awaited = this.expected.shift();
    if (awaited !== undefined) this.owner.onPhase(awaited.phase, nowUs - awaited.sentAtUs, null);
  }

  receive(chunk: Uint8Array, length: number, nowUs: number): void {
    if (this.stage === 'closed') return;
    this.nowUs = nowUs;
    const unreadBytes = this.scanner.push(chunk, length, this);
    // Text behind the reply to STARTTLS was injected by somebody between us and the server.
    if (unreadBytes > 0 && !this.isClosed()) this.violate('text follows the reply to STARTTLS in clear');
  }

  /** Hands over a message on an idle session. */
  begin(job: Job, nowUs: number): void {
    this.nowUs = nowUs;
    transaction.beginMessage(this, job);
  }

  quit(nowUs: number): void {
    this.nowUs = nowUs;
    this.stage = 'quitting';
    this.sendCommonLine('QUIT', PHASE.quit);
  }

  finish(): void {
    this.stage = 'closed';
    this.owner.onEnd(this);
  }

  /** The end of what was last said never left: a message that ends with it cannot have been taken. */
  onUnsent(): void {
    const last = this.expected.at(-1);
    if (last?.phase === PHASE.finalDot && last.job !== null) last.job.isBodySent = false;
  }

  /** The transport failed, or the machine's owner lost patience. */
  lost(cause: FailureCause, text: string, nowUs: number): void {
    this.nowUs = nowUs;
    this.abandon({ cause, replyCode: null, text });
  }

  /** Since when the server owes a reply, or null when it owes none: in a pipeline one is due after the other. */
  waitingSinceUs(): number | null {
    const [oldest] = this.expected;
    return oldest === undefined ? null : Math.max(oldest.sentAtUs, this.repliedAtUs);
  }

  /** Phase of the oldest unanswered command, or -1. */
  waitingIn(): number {
    return this.expected[0]?.phase ?? -1;
  }

  onReply(replyCode: number): boolean {
    const awaited = this.expected.shift();
    this.repliedAtUs = this.nowUs;
    if (replyCode === 421) return this.onShutdown(awaited?.phase ?? -1, awaited?.job ?? null);
    if (awaited === undefined) {
      this.violate(`a reply nobody asked for: ${this.replyText()}`);
      return false;
    }
    this.owner.onPhase(awaited.phase, this.nowUs - awaited.sentAtUs, awaited.job);
    HANDLERS[awaited.phase]?.(this, replyCode, awaited.job);
    return this.stage !== 'closed' && awaited.phase !== PHASE.starttls;
  }

  onViolation(violation: ReplyViolation, text: string): void {
    this.violate(`${violation}: ${text}`);
  }

  private isClosed(): boolean {
    return this.stage === 'closed';
  }

  private violate(text: string): void {
    this.abandon({ cause: 'protocolViolation', replyCode: null, text });
  }

  // The message whose reply this is was refused; those behind it were never answered.
  private onShutdown(phase: number, job: Job | null): boolean {
    this.stage = 'closed';
    this.isTurnedAway = true;
    if (phase !== PHASE.quit) {
      if (job !== null && phase !== PHASE.rset) job.replyCodes.push(421);
      this.reportReply(phase, 421, job);
    }
    if (job !== null) {
      const others = this.expected.filter((entry) => entry.job !== job);
      const unansweredCount = 1 + this.expected.length - others.length;
      this.expected.splice(0, this.expected.length, ...others);
      this.endMessage(job, transaction.outcomeAtShutdown(this, job, { phase, unansweredCount }));
    }
    this.settle({ cause: 'network', replyCode: null, text: 'the server closed the session after 421' });
    return false;
  }
}
