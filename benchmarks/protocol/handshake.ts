// From the banner to a session that may send mail: EHLO with HELO fallback, STARTTLS, XCLIENT, AUTH (RFC 5321 §3.1–3.2,
// RFC 3207, RFC 4954).

import { startAuth } from './auth.ts';
import { NO_CAPABILITIES } from './capabilities.ts';
import { xclientCommand } from './commands.ts';
import { PHASE } from './phases.ts';
import { isPositive } from './session-state.ts';
import type { SessionState } from './session-state.ts';

export function onBanner(session: SessionState, replyCode: number): void {
  session.owner.onBanner(session.replyText());
  if (replyCode !== 220) return refuse(session, PHASE.banner, replyCode);
  if (session.config.handshakeEnd === 'banner') return becomeReady(session);
  greet(session);
}

export function greet(session: SessionState): void {
  const verb = session.config.protocol === 'lmtp' ? 'LHLO' : 'EHLO';
  session.isExtended = true;
  session.sendCommonLine(`${verb} ${session.config.clientName}`, PHASE.ehlo);
}

export function onEhlo(session: SessionState, replyCode: number): void {
  if (isPositive(replyCode)) {
    session.capabilities = session.isExtended
      ? session.config.parseCapabilities(session.replyText())
      : NO_CAPABILITIES;
    return afterGreeting(session);
  }
  const mayFallBack = session.isExtended && session.config.protocol === 'smtp' && isUnknownCommand(replyCode);
  if (!mayFallBack) return refuse(session, PHASE.ehlo, replyCode);
  session.isExtended = false;
  session.sendCommonLine(`HELO ${session.config.clientName}`, PHASE.ehlo);
}

// RFC 5321 §3.2 and §4.1.4: servers without EHLO answer 500 or 502; some say 550 or 504.
function isUnknownCommand(replyCode: number): boolean {
  return (replyCode >= 500 && replyCode <= 504) || replyCode === 550;
}

function afterGreeting(session: SessionState): void {
  const { config } = session;
  const { handshakeEnd } = config;
  const untold = session.isXclientSent ? null : config.xclientAddress;
  if (handshakeEnd === 'ehlo' && untold === null) return becomeReady(session);
  if (config.tls === 'starttls' && !session.isSecured && handshakeEnd !== 'ehlo') return askForTls(session);
  if (untold !== null) return impersonate(session, untold);
  if (handshakeEnd === 'tls') return becomeReady(session);
  if (config.credentials !== null) return authenticate(session);
  becomeReady(session);
}

function askForTls(session: SessionState): void {
  if (!session.capabilities.isStartTls) {
    return session.abandon({ cause: 'tls', replyCode: null, text: 'STARTTLS is not announced' });
  }
  session.sendCommonLine('STARTTLS', PHASE.starttls);
}

export function onStartTls(session: SessionState, replyCode: number): void {
  if (replyCode !== 220) return refuse(session, PHASE.starttls, replyCode);
  session.expect(PHASE.tls, null);
  session.owner.onStartTls(session);
}

function impersonate(session: SessionState, address: string): void {
  session.isXclientSent = true;
  if (!session.capabilities.isXclient) {
    return session.abandon({ cause: 'protocolViolation', replyCode: null, text: 'XCLIENT is not announced' });
  }
  // The server answers with a new banner and forgets the greeting.
  session.sendLine(xclientCommand(address), PHASE.banner);
}

function authenticate(session: SessionState): void {
  const { credentials, scram } = session.config;
  if (credentials === null) return becomeReady(session);
  session.auth = startAuth(credentials, scram);
  session.sendLine(session.auth.command, PHASE.auth);
}

// RFC 4954 §4: what the server adds to its success comes as a challenge before the 235.
const UNPROVEN = {
  cause: 'protocolViolation',
  replyCode: null,
  text: 'AUTH succeeded without the SCRAM signature of the server, so it may not know the password',
} as const;

export function onAuth(session: SessionState, replyCode: number): void {
  if (replyCode === 235) {
    const isProven = session.auth?.isServerProven() ?? true;
    session.auth = null;
    return isProven ? becomeReady(session) : session.abandon(UNPROVEN);
  }
  if (replyCode !== 334 || session.auth === null) return refuse(session, PHASE.auth, replyCode);
  const step = session.auth.onChallenge(session.replyText().slice(4));
  if (step.kind === 'send') return session.sendLine(step.line, PHASE.auth);
  session.auth = null;
  session.authProblem = step.reason;
  session.sendLine('*', PHASE.auth);
}

function becomeReady(session: SessionState): void {
  // RFC 6531 §3.1: such an address must not be sent to a server that did not say it knows them.
  if (session.config.needsSmtpUtf8 && !session.capabilities.isSmtpUtf8) {
    return session.abandon({
      cause: 'protocolViolation',
      replyCode: null,
      text: 'SMTPUTF8 is not announced',
    });
  }
  session.stage = 'ready';
  session.isPipelining = session.config.pipelining && session.capabilities.isPipelining;
  session.isChunking = session.config.chunking && session.capabilities.isChunking;
  session.owner.onReady(session, session.nowUs);
}

function refuse(session: SessionState, phase: number, replyCode: number): void {
  const { authProblem } = session;
  // The server only says that we cancelled; why is what one needs to know.
  const text =
    authProblem === null ? session.replyText() : `${session.replyText()} (cancelled: ${authProblem})`;
  session.owner.onFailure({ phase, cause: 'reply', replyCode, text }, session);
  session.isTurnedAway = true;
  session.stage = 'closed';
  session.owner.onEnd(session);
}
