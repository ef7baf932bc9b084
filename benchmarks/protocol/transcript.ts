// What was said about one message, or on the way to the first, for the first error of each kind. Commands are what was
// sent, replies before the last one are kept as codes only; with pipelining both sides are shown in the order of the
// commands.

import { xclientCommand } from './commands.ts';
import { PHASE } from './phases.ts';
import type { Failure, Job, SessionState } from './session-state.ts';

const decoder = new TextDecoder();
/** A message to hundreds of recipients would fill the record with lines that say the same. */
const MAX_COMMANDS = 30;

/** `C:` and `S:` lines up to the failure. */
export function transcriptOf(session: SessionState, failure: Failure): string[] {
  const { job } = failure;
  return job === undefined ? handshakeTranscript(session, failure) : messageTranscript(session, job, failure);
}

// The replies on the way were all positive, or the session would not have come this far.
function handshakeTranscript(session: SessionState, failure: Failure): string[] {
  const commands = handshakeCommands(session, failure.phase).map((line) => `C: ${line}`);
  return [...commands, lastLine(failure)];
}

function handshakeCommands(session: SessionState, phase: number): string[] {
  const { protocol, clientName } = session.config;
  const greeting = `${protocol === 'lmtp' ? 'LHLO' : 'EHLO'} ${clientName}`;
  if (phase === PHASE.quit) return ['QUIT'];
  if (phase === PHASE.banner) return impersonation(session, greeting);
  if (phase < PHASE.ehlo || phase > PHASE.auth) return [];
  return [
    ...upgrade(session, greeting, phase),
    ...impersonation(session, greeting),
    ...lastSteps(session, greeting, phase),
  ];
}

function lastSteps(session: SessionState, greeting: string, phase: number): string[] {
  if (phase === PHASE.starttls || phase === PHASE.tls) return [];
  const { clientName, credentials } = session.config;
  return [
    greeting,
    ...(session.isExtended ? [] : [`HELO ${clientName}`]),
    ...(phase === PHASE.auth ? [`AUTH ${credentials?.mechanism ?? ''} (credentials)`] : []),
  ];
}

function impersonation(session: SessionState, greeting: string): string[] {
  const { xclientAddress } = session.config;
  return session.isXclientSent && xclientAddress !== null ? [greeting, xclientCommand(xclientAddress)] : [];
}

function upgrade(session: SessionState, greeting: string, phase: number): string[] {
  const isAsking = phase === PHASE.starttls || phase === PHASE.tls;
  return session.config.tls === 'starttls' && (session.isSecured || isAsking) ? [greeting, 'STARTTLS'] : [];
}

function lastLine({ cause, text }: Failure): string {
  return cause === 'reply' ? `S: ${text}` : `${cause}: ${text}`;
}

function messageTranscript(session: SessionState, job: Job, failure: Failure): string[] {
  const lines: string[] = [];
  const sent = sentCommands(session, job);
  // The reply that failed was counted already; one that never came was not.
  const answered = failure.cause === 'reply' ? job.replyCodes.length - 1 : job.replyCodes.length;
  for (const [index, command] of sent.slice(0, Math.min(answered + 1, MAX_COMMANDS)).entries()) {
    lines.push(`C: ${command}`);
    const code = job.replyCodes[index];
    if (index < answered && code !== undefined) lines.push(`S: ${code}`);
  }
  return [...lines, lastLine(failure)];
}

function sentCommands(session: SessionState, job: Job): string[] {
  const commands = job.message.commandsFor(session.capabilities);
  const envelope = [commands.mail, ...commands.rcpts].map((line) => decoder.decode(line).trimEnd());
  const { bdat } = job.message;
  if (session.isChunking) return [...envelope, `BDAT ${bdat.length} LAST (message)`];
  return [...envelope, 'DATA', `(message of ${bdat.length} bytes and final dot)`];
}
