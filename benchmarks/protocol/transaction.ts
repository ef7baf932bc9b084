// One mail transaction after the other on a ready session: MAIL, RCPT, DATA or BDAT (RFC 5321 §3.3, RFC 2920, RFC 3030,
// RFC 2033 for LMTP).
// Invariant: a message counts as accepted at the positive reply to its last byte, never when it was sent.

import { PHASE } from './phases.ts';
import { isPositive } from './session-state.ts';
import type { Job, Outcome, SessionState } from './session-state.ts';

const encoder = new TextEncoder();

/** Starts a message on an idle session, or behind another one when the protocol allows it. */
export function beginMessage(session: SessionState, job: Job): void {
  session.stage = 'busy';
  session.jobsUnderWay += 1;
  // A message that had to wait for its connection began earlier.
  if (job.startedUs < 0) job.startedUs = session.nowUs;
  if (session.needsReset) {
    session.needsReset = false;
    session.outbox.addLine('RSET');
    session.expect(PHASE.rset, job);
    if (!session.isPipelining) return;
  }
  if (session.isPipelining) sendGroup(session, job);
  else sendMail(session, job);
}

function sendMail(session: SessionState, job: Job): void {
  session.outbox.addConstant(job.message.commandsFor(session.capabilities).mail);
  session.expect(PHASE.mail, job);
}

// RFC 2920 §3.1: DATA may only be the last command of a group; BDAT may stand anywhere.
function sendGroup(session: SessionState, job: Job): void {
  const commands = job.message.commandsFor(session.capabilities);
  session.outbox.addConstant(session.isChunking ? commands.group : commands.groupWithData);
  session.expect(PHASE.mail, job);
  for (let index = commands.rcpts.length; index > 0; index -= 1) session.expect(PHASE.rcpt, job);
  if (!session.isChunking) return session.expect(PHASE.data, job);
  sendChunk(session, job, commands.rcpts.length);
  pipelineNext(session);
}

function sendChunk(session: SessionState, job: Job, recipientCount: number): void {
  const { bdat, headBytes } = job.message;
  session.outbox.copy(encoder.encode(`BDAT ${bdat.length} LAST\r\n`));
  const offset = session.outbox.addMessage(bdat, headBytes);
  job.message.stamp(session.outbox.bytes, offset, job.sequence);
  job.isBodySent = true;
  expectEnd(session, job, recipientCount);
}

// LMTP answers the end of the message once for each recipient that it accepted (RFC 2033 §4.2).
function expectEnd(session: SessionState, job: Job, recipientCount: number): void {
  const replyCount = session.config.protocol === 'lmtp' ? recipientCount : 1;
  for (let count = replyCount; count > 0; count -= 1) session.expect(PHASE.finalDot, job);
}

// With LMTP a chunk in a pipeline goes out before it is known for how many recipients it will be answered. When none is
// left, one reply says so.
function expectOneLess(session: SessionState, job: Job): void {
  if (session.config.protocol !== 'lmtp') return;
  const isDue = (entry: SessionState['expected'][number]): boolean =>
    entry.job === job && entry.phase === PHASE.finalDot;
  if (session.expected.filter(isDue).length > 1)
    session.expected.splice(session.expected.findIndex(isDue), 1);
}

function pipelineNext(session: SessionState): void {
  if (!session.isPipelining) return;
  // With DATA one message may wait behind another; with BDAT as many as the plan allows.
  const depth = session.isChunking ? session.config.pipelineDepth : 2;
  if (session.jobsUnderWay >= depth) return;
  const next = session.owner.nextToPipeline(session, session.nowUs);
  if (next === null) return;
  // Should this message lose every recipient, its BDAT fails and its sender stays: the next MAIL would be refused, and
  // the next recipients would join it (RFC 3030 §2 wants RSET then). Nobody knows yet, so RSET goes in between.
  session.needsReset ||= session.isChunking;
  beginMessage(session, next);
}

export function onRset(session: SessionState, replyCode: number, job: Job | null): void {
  if (!isPositive(replyCode)) session.reportReply(PHASE.rset, replyCode);
  if (job !== null && !session.isPipelining) sendMail(session, job);
}

export function onMail(session: SessionState, replyCode: number, job: Job): void {
  if (isPositive(replyCode)) job.isMailAccepted = true;
  else session.doom(job, PHASE.mail, replyCode);
  if (session.isPipelining) return;
  if (job.isDoomed) return session.endMessage(job, 'rejected');
  sendNextRecipient(session, job);
}

export function onRcpt(session: SessionState, replyCode: number, job: Job): void {
  if (isPositive(replyCode)) {
    job.recipientsAccepted += 1;
  } else {
    job.recipientsRefused += 1;
    if (!job.isDoomed) session.reportReply(PHASE.rcpt, replyCode, job);
    if (job.isBodySent) expectOneLess(session, job);
  }
  if (!session.isPipelining) sendNextRecipient(session, job);
}

// A refused recipient does not end the transaction; no accepted recipient at all does.
function sendNextRecipient(session: SessionState, job: Job): void {
  const commands = job.message.commandsFor(session.capabilities);
  const next = commands.rcpts[job.recipientsAccepted + job.recipientsRefused];
  if (next !== undefined) {
    session.outbox.addConstant(next);
    return session.expect(PHASE.rcpt, job);
  }
  if (job.recipientsAccepted === 0) {
    session.needsReset = true;
    return session.endMessage(job, 'rejected');
  }
  if (session.isChunking) return sendChunk(session, job, job.recipientsAccepted);
  session.outbox.addLine('DATA');
  session.expect(PHASE.data, job);
}

export function onData(session: SessionState, replyCode: number, job: Job): void {
  const hasNobody = job.isDoomed || job.recipientsAccepted === 0;
  if (replyCode !== 354) {
    if (!hasNobody) session.doom(job, PHASE.data, replyCode);
    session.needsReset = job.isMailAccepted;
    return session.endMessage(job, 'rejected');
  }
  if (hasNobody) return sendNothing(session, job);
  const { data, headBytes } = job.message;
  const offset = session.outbox.addMessage(data, headBytes);
  job.message.stamp(session.outbox.bytes, offset, job.sequence);
  job.isBodySent = true;
  expectEnd(session, job, job.recipientsAccepted);
  pipelineNext(session);
}

// RFC 2920 §3.1: DATA was in the group and the server accepted it although no recipient is left; a lone dot ends it.
function sendNothing(session: SessionState, job: Job): void {
  job.isDoomed = true;
  session.outbox.addLine('.');
  session.expect(PHASE.finalDot, job);
}

export function onFinalDot(session: SessionState, replyCode: number, job: Job): void {
  const isSmtp = session.config.protocol === 'smtp';
  if (!isPositive(replyCode) && job.recipientsAccepted > 0)
    session.reportReply(PHASE.finalDot, replyCode, job);
  // A refused BDAT leaves the envelope standing.
  if (session.isChunking && !isPositive(replyCode)) session.needsReset = job.isMailAccepted;
  if (isSmtp) return session.endMessage(job, isAccepted(job, replyCode) ? 'accepted' : 'rejected');
  onLmtpReply(session, replyCode, job);
}

/** After 421 nothing more is answered. With LMTP some recipients may have been accepted before it. */
export function outcomeAtShutdown(
  session: SessionState,
  job: Job,
  at: { readonly phase: number; readonly unansweredCount: number },
): Outcome {
  if (session.config.protocol !== 'lmtp' || at.phase !== PHASE.finalDot) return 'rejected';
  job.recipientsAccepted -= at.unansweredCount;
  job.recipientsRefused += at.unansweredCount;
  return job.recipientsAccepted > 0 && !job.isDoomed ? 'accepted' : 'rejected';
}

function isAccepted(job: Job, replyCode: number): boolean {
  return isPositive(replyCode) && !job.isDoomed && job.recipientsAccepted > 0;
}

function onLmtpReply(session: SessionState, replyCode: number, job: Job): void {
  // Where nobody is left the one reply refuses no recipient a second time.
  if (!isPositive(replyCode) && job.recipientsAccepted > 0) {
    job.recipientsAccepted -= 1;
    job.recipientsRefused += 1;
  }
  const isLast = !session.expected.some((entry) => entry.job === job);
  if (!isLast) return;
  const hasRecipient = job.recipientsAccepted > 0 && !job.isDoomed;
  session.endMessage(job, hasRecipient ? 'accepted' : 'rejected');
}
