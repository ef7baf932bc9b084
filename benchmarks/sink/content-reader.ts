// Collects what follows DATA until CRLF.CRLF (RFC 5321 §4.5.2), wherever the network cut it.
// Invariant: only CRLF.CRLF ends a message; a lone LF or CR never does (no SMTP smuggling).

import { unstuffDots } from '../mail/wire-form.ts';

const END = Buffer.from('\r\n.\r\n');
const STUFFED = Buffer.from('\n.');
const LINE_START = Buffer.from('\r\n');
/** One byte less than the end mark: the most of it that an earlier piece can hold. */
const TAIL_BYTES = END.length - 1;
const CR = 13;
const LF = 10;
const DOT = 46;

export class ContentReader {
  readonly #maxBytes: number;
  #pieces: Buffer[] = [];
  // The line end of the DATA command counts as the first half of the mark, so that an empty message is ".\r\n".
  #tail: Buffer = LINE_START;
  // False only when every piece was searched and no line of it begins with a dot.
  #mayBeStuffed = false;
  sizeBytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  start(): void {
    this.#pieces = [];
    this.#tail = LINE_START;
    this.#mayBeStuffed = false;
    this.sizeBytes = 0;
  }

  /** Takes bytes from `at` on; returns the position after the end mark, or -1 when the message goes on. */
  takeUntilEnd(input: Buffer, at: number): number {
    const end = this.#findEnd(input, at);
    if (end === -1) {
      this.takePiece(at === 0 ? input : input.subarray(at));
      this.#tail = lastBytes(this.#tail, input, at);
      return -1;
    }
    // The mark's own CRLF belongs to the message, its ".CRLF" does not.
    const contentEnd = end - 3;
    if (contentEnd >= at) this.takePiece(input.subarray(at, contentEnd));
    else this.#dropLast(at - contentEnd);
    return end;
  }

  /** Adds bytes that are content whatever they hold (BDAT). Beyond the limit bytes are counted, not kept. */
  takePiece(piece: Buffer): void {
    this.sizeBytes += piece.length;
    if (this.sizeBytes <= this.#maxBytes) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  /** The message as sent by DATA, with doubled dots removed. */
  unstuffed(): Buffer {
    const stuffed = this.raw();
    const isStuffed = stuffed[0] === DOT || (this.#mayBeStuffed && stuffed.indexOf(STUFFED) !== -1);
    return isStuffed ? Buffer.from(unstuffDots(stuffed)) : stuffed;
  }

  raw(): Buffer {
    const [first] = this.#pieces;
    return this.#pieces.length === 1 && first !== undefined ? first : Buffer.concat(this.#pieces);
  }

  #findEnd(input: Buffer, at: number): number {
    const first = input[at];
    if (first === CR || first === LF || first === DOT) {
      this.#mayBeStuffed = true;
      const seam = Buffer.concat([this.#tail, input.subarray(at, at + TAIL_BYTES)]);
      const found = seam.indexOf(END);
      if (found !== -1) return at + found + END.length - this.#tail.length;
    }
    return this.#findEndWithin(input, at);
  }

  // One search for both what ends the message and what must be unstuffed: a dot at the start of a line.
  #findEndWithin(input: Buffer, at: number): number {
    let lineEnd = input.indexOf(STUFFED, at);
    while (lineEnd !== -1) {
      const isEnd = input[lineEnd + 2] === CR && input[lineEnd + 3] === LF;
      if (isEnd && lineEnd > at && input[lineEnd - 1] === CR)
        return lineEnd + STUFFED.length + LINE_START.length;
      this.#mayBeStuffed = true;
      lineEnd = input.indexOf(STUFFED, lineEnd + STUFFED.length);
    }
    return -1;
  }

  // Part of ".CRLF" came with earlier pieces.
  #dropLast(count: number): void {
    const whole = this.raw();
    this.sizeBytes -= count;
    this.#pieces = [whole.subarray(0, Math.max(0, whole.length - count))];
  }
}

function lastBytes(tail: Buffer, input: Buffer, at: number): Buffer {
  if (input.length - at >= TAIL_BYTES) return input.subarray(input.length - TAIL_BYTES);
  const joined = Buffer.concat([tail, input.subarray(at)]);
  return joined.subarray(Math.max(0, joined.length - TAIL_BYTES));
}
