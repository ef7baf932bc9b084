// Cuts a byte stream into SMTP replies (RFC 5321 §4.2), however the network split them.
// Invariant: bytes become text only when somebody asks for the text; the usual reply is three digits and a line end.

import { ReplyTexts } from './reply-texts.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;
const HYPHEN = 45;
const ZERO = 48;
/** RFC 5321 §4.5.3.1.5 allows 512 octets a line; servers send more, but not this much in one reply. */
export const MAX_REPLY_BYTES = 65_536;

export type ReplyViolation = 'notAReply' | 'mixedCodes' | 'replyTooLong';

export interface ReplyReceiver {
  /** Returns false to stop: the bytes behind this reply are not read as replies. */
  onReply(replyCode: number): boolean;
  onViolation(violation: ReplyViolation, text: string): void;
}

const texts = new ReplyTexts();
const NOTHING = new Uint8Array(0);

export class ReplyScanner {
  private carry: Uint8Array = NOTHING;
  private bytes: Uint8Array = NOTHING;
  private replyStart = 0;
  private replyEnd = 0;
  private replyCode = 0;

  /**
   * Reads `length` bytes of `chunk` and reports every complete reply.
   * Returns how many bytes were left unread because the receiver stopped.
   */
  push(chunk: Uint8Array, length: number, receiver: ReplyReceiver): number {
    if (this.carry.length > 0) {
      const joined = new Uint8Array(this.carry.length + length);
      joined.set(this.carry);
      joined.set(chunk.subarray(0, length), this.carry.length);
      this.carry = NOTHING;
      return this.scan(joined, joined.length, receiver);
    }
    return this.scan(chunk, length, receiver);
  }

  /** The last reply's lines as text. Valid only inside `onReply`. */
  text(): string {
    return texts.textOf(this.bytes, this.replyStart, this.replyEnd);
  }

  private scan(bytes: Uint8Array, length: number, receiver: ReplyReceiver): number {
    this.bytes = bytes;
    let start = 0;
    while (start < length) {
      const end = this.findReplyEnd(start, length, receiver);
      if (end < 0) return 0;
      if (end === 0) {
        this.keep(start, length, receiver);
        return 0;
      }
      this.replyStart = start;
      this.replyEnd = end;
      start = end;
      if (!receiver.onReply(this.replyCode)) {
        this.bytes = NOTHING;
        return length - start;
      }
    }
    this.bytes = NOTHING;
    return 0;
  }

  /** Index behind the reply that starts at `start`; 0 when it is not complete yet, -1 when it is none. */
  private findReplyEnd(start: number, length: number, receiver: ReplyReceiver): number {
    const bytes = this.bytes;
    let lineStart = start;
    let firstCode = 0;
    for (;;) {
      let at = lineStart;
      while (at < length && bytes[at] !== LF) at += 1;
      if (at >= length) return 0;
      const code = codeAt(bytes, lineStart, at);
      if (code === 0 || !isSeparator(bytes[lineStart + 3]))
        return this.violate('notAReply', lineStart, receiver, at);
      if (firstCode !== 0 && code !== firstCode) return this.violate('mixedCodes', start, receiver, at);
      firstCode = code;
      if (bytes[lineStart + 3] !== HYPHEN) {
        this.replyCode = code;
        return at + 1;
      }
      lineStart = at + 1;
    }
  }

  private keep(start: number, length: number, receiver: ReplyReceiver): void {
    if (length - start > MAX_REPLY_BYTES) {
      this.violate('replyTooLong', start, receiver, start + 200);
      return;
    }
    // A copy: the next chunk is read into the same memory. (`slice` of a Node buffer would be none.)
    this.carry = new Uint8Array(this.bytes.subarray(start, length));
    this.bytes = NOTHING;
  }

  // oxlint-disable-next-line max-params -- private, and called from two places only
  private violate(violation: ReplyViolation, start: number, receiver: ReplyReceiver, end: number): number {
    const text = texts.textOf(this.bytes, start, Math.min(end, start + 200, this.bytes.length));
    this.bytes = NOTHING;
    receiver.onViolation(violation, text);
    return -1;
  }
}

/** The reply code of a line, or 0 when the line does not start with three digits between 200 and 599. */
function codeAt(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 3) return 0;
  const first = digitAt(bytes, start);
  const second = digitAt(bytes, start + 1);
  const third = digitAt(bytes, start + 2);
  if (first < 2 || first > 5 || second < 0 || third < 0) return 0;
  return first * 100 + second * 10 + third;
}

function isSeparator(byte: number | undefined): boolean {
  return byte === SPACE || byte === HYPHEN || byte === CR || byte === LF;
}

function digitAt(bytes: Uint8Array, at: number): number {
  const digit = (bytes[at] ?? 0) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : -1;
}
