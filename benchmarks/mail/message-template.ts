// A message ready to send: composed before the clock starts, with the sequence number as the only bytes that change.
// Invariant: Message-ID, token and digest are the first headers, so the numbers sit at the same offsets in every
// template, in the DATA form as in the BDAT form.

import { crc32, formatCrc32 } from './crc32.ts';
import { DIGEST_HEADER, MAX_SEQUENCE, SEQUENCE_WIDTH, TOKEN_HEADER, streamOf } from './token.ts';
import { bodyForDigest, headerLength, stuffDots, toCrlf } from './wire-form.ts';

export interface MessageTemplate {
  /** Octets of the message, dots not doubled: what `SIZE=` declares and what BDAT announces. */
  readonly sizeBytes: number;
  /** For DATA: dots doubled, closed by CRLF.CRLF. */
  readonly data: Uint8Array;
  /** For BDAT: the bytes as they are. */
  readonly bdat: Uint8Array;
  /** True when a byte above 127 occurs, so that the envelope needs BODY=8BITMIME. */
  readonly needs8bit: boolean;
}

export interface TemplateOwner {
  readonly runId: string;
  readonly worker: number;
}

const MESSAGE_ID_DOMAIN = 'mailfit.invalid';
const ZEROS = '0'.repeat(SEQUENCE_WIDTH);

function headText(owner: TemplateOwner, bodyDigest: number): string {
  const stream = streamOf(owner.runId, owner.worker);
  return (
    `Message-ID: <${stream.replace('/', '.')}.${ZEROS}@${MESSAGE_ID_DOMAIN}>\r\n` +
    `${TOKEN_HEADER}: ${stream}/${ZEROS}\r\n` +
    `${DIGEST_HEADER}: crc32=${formatCrc32(bodyDigest)}\r\n`
  );
}

const SAMPLE_HEAD = headText({ runId: '--------', worker: 0 }, 0);
const MESSAGE_ID_SEQUENCE_AT = SAMPLE_HEAD.indexOf(ZEROS);
const TOKEN_SEQUENCE_AT = SAMPLE_HEAD.lastIndexOf(ZEROS);
/** Where the token's text starts in every template. */
export const TOKEN_AT = SAMPLE_HEAD.indexOf(`${TOKEN_HEADER}: `) + TOKEN_HEADER.length + 2;
/** Bytes at the start of a template that hold everything which changes; the rest may be sent without a copy. */
export const HEAD_BYTES = SAMPLE_HEAD.length;
const HEADERS_END = new Uint8Array([13, 10, 13, 10]);
const DATA_END = new Uint8Array([46, 13, 10]);

/**
 * Makes a template of a composed message: line ends become CRLF, an existing Message-ID is dropped, ours goes in front.
 */
export function buildTemplate(composed: Uint8Array, owner: TemplateOwner): MessageTemplate {
  const crlf = withHeadersEnded(withoutHeader(toCrlf(composed), 'message-id'));
  const digest = crc32(bodyForDigest(crlf.subarray(headerLength(crlf))));
  const head = new TextEncoder().encode(headText(owner, digest));
  const whole = concat([head, crlf]);
  const data = concat([stuffDots(whole), DATA_END]);
  const sizeBytes = whole.length;
  const isUnstuffed = data.length === sizeBytes + DATA_END.length;
  return {
    sizeBytes,
    data,
    bdat: isUnstuffed ? data.subarray(0, sizeBytes) : whole,
    needs8bit: whole.some((byte) => byte > 127),
  };
}

/**
 * Writes the sequence number into a copy of a template that starts at `offset` in `target`.
 * Never do this to the template itself: a socket may still hold its bytes.
 */
export function stampSequence(target: Uint8Array, offset: number, sequence: number): void {
  if (sequence > MAX_SEQUENCE) throw new RangeError(`Sequence ${sequence} exceeds ${MAX_SEQUENCE}`);
  let rest = sequence;
  for (let digit = SEQUENCE_WIDTH - 1; digit >= 0; digit -= 1) {
    const tenth = Math.floor(rest / 10);
    const character = 48 + rest - tenth * 10;
    target[offset + MESSAGE_ID_SEQUENCE_AT + digit] = character;
    target[offset + TOKEN_SEQUENCE_AT + digit] = character;
    rest = tenth;
  }
}

/** The message with a sequence number, in a buffer of its own; for tests and for senders without a hurry. */
export function stampedCopy(template: MessageTemplate, form: 'data' | 'bdat', sequence: number): Uint8Array {
  const copy = template[form].slice();
  stampSequence(copy, 0, sequence);
  return copy;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let length = 0;
  for (const part of parts) {
    out.set(part, length);
    length += part.length;
  }
  return out;
}

// A message may be headers alone (RFC 5322 §3.5); whoever compares bodies needs to see where they end.
function withHeadersEnded(message: Uint8Array): Uint8Array {
  const end = headerLength(message);
  const isEnded =
    end < message.length || HEADERS_END.every((byte, index) => message[end - 4 + index] === byte);
  return isEnded ? message : concat([message, HEADERS_END.subarray(2)]);
}

// Works on Latin-1 text, where one character is one byte, and on the headers only.
function withoutHeader(message: Uint8Array, name: string): Uint8Array {
  const end = headerLength(message);
  const lines = latin1(message.subarray(0, end)).split('\r\n');
  const kept: string[] = [];
  let isDropping = false;
  for (const line of lines) {
    const isContinued = line.startsWith(' ') || line.startsWith('\t');
    if (!isContinued) isDropping = line.toLowerCase().startsWith(`${name}:`);
    if (!isDropping) kept.push(line);
  }
  return concat([fromLatin1(kept.join('\r\n')), message.subarray(end)]);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
