// What every process here does that does one job and ends: its memory goes back with it.

import type { DocumentReply } from './document-messages.ts';

/** Does the job that its script is for; the server sends no other to it. */
type Make = (job: never) => Promise<DocumentReply>;

/** Takes the one job that the server sends, answers it, and lets the process end. A fault is an answer too. */
export function answerOneJob(make: Make): void {
  process.once('disconnect', () => process.exit());
  process.once('message', (job) => void answer(make, job));
}

async function answer(make: Make, job: unknown): Promise<void> {
  const reply = await make(job as never).catch(failed);
  process.send?.(reply, () => process.disconnect());
}

function failed(error: unknown): DocumentReply {
  return { kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Peak resident set of this process, as the operating system counted it. */
export function peakRssBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}
