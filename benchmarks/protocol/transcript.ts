// What was said about one message, for the first error of each kind. Commands are what was sent, replies before the last
// one are kept as codes only; with pipelining both sides are shown in the order of the commands.

import type { Failure, Job, SessionState } from './session-state.ts';

const decoder = new TextDecoder();
/** A message to hundreds of recipients would fill the record with lines that say the same. */
const MAX_COMMANDS = 30;

/** `C:` and `S:` lines up to the failure. */
export function transcriptOf(session: SessionState, job: Job, failure: Failure): string[] {
  const lines: string[] = [];
  const sent = sentCommands(session, job);
  // The reply that failed was counted already; one that never came was not.
  const answered = failure.cause === 'reply' ? job.replyCodes.length - 1 : job.replyCodes.length;
  for (const [index, command] of sent.slice(0, Math.min(answered + 1, MAX_COMMANDS)).entries()) {
    lines.push(`C: ${command}`);
    const code = job.replyCodes[index];
    if (index < answered && code !== undefined) lines.push(`S: ${code}`);
  }
  const isReply = failure.cause === 'reply';
  return [...lines, isReply ? `S: ${failure.text}` : `${failure.cause}: ${failure.text}`];
}

function sentCommands(session: SessionState, job: Job): string[] {
  const commands = job.message.commandsFor(session.capabilities);
  const envelope = [commands.mail, ...commands.rcpts].map((line) => decoder.decode(line).trimEnd());
  const { bdat } = job.message;
  if (session.isChunking) return [...envelope, `BDAT ${bdat.length} LAST (message)`];
  return [...envelope, 'DATA', `(message of ${bdat.length} bytes and final dot)`];
}
