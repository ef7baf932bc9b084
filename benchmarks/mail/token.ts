// The name of one message: run / worker / sequence, always the same width, so that a sender can overwrite the
// sequence in place. Every ledger, sink and mailbox reader knows a message by it.

export const TOKEN_HEADER = 'X-Mailfit-Token';
export const DIGEST_HEADER = 'X-Mailfit-Digest';

export const RUN_ID_WIDTH = 8;
export const WORKER_WIDTH = 2;
export const SEQUENCE_WIDTH = 9;
export const TOKEN_WIDTH = RUN_ID_WIDTH + 1 + WORKER_WIDTH + 1 + SEQUENCE_WIDTH;
export const MAX_SEQUENCE = 10 ** SEQUENCE_WIDTH - 1;

export interface MessageToken {
  /** Eight characters of 0-9 and a-z. */
  readonly runId: string;
  readonly worker: number;
  readonly sequence: number;
}

const TOKEN_PATTERN = /^([0-9a-z]{8})\/(\d{2})\/(\d{9})$/;

/** `7f3a9c21/03/000000042` */
export function formatToken(token: MessageToken): string {
  return `${streamOf(token.runId, token.worker)}/${String(token.sequence).padStart(SEQUENCE_WIDTH, '0')}`;
}

/** The part that all messages of one worker share. */
export function streamOf(runId: string, worker: number): string {
  return `${runId}/${String(worker).padStart(WORKER_WIDTH, '0')}`;
}

/** The token, or null when the text is none (a message of somebody else, or a damaged one). */
export function parseToken(text: string): MessageToken | null {
  const found = TOKEN_PATTERN.exec(text);
  const [, runId, worker, sequence] = found ?? [];
  if (runId === undefined || worker === undefined || sequence === undefined) return null;
  return { runId, worker: Number(worker), sequence: Number(sequence) };
}

/** Eight characters for `RUN_ID_WIDTH` from any number, for example a seed mixed with the start time. */
export function runIdFrom(value: number): string {
  return Math.floor(Math.abs(value) % 36 ** RUN_ID_WIDTH)
    .toString(36)
    .padStart(RUN_ID_WIDTH, '0');
}
