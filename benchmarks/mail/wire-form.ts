// The two ways a message goes over the wire: DATA (RFC 5321 §4.5.2, dots stuffed, ended by a lone dot) and
// BDAT (RFC 3030, the bytes as they are). Both want CRLF line ends and nothing else.

const CR = 13;
const LF = 10;
const DOT = 46;

/** Every bare CR or bare LF becomes CRLF, and the last line is ended. */
export function toCrlf(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 2 + 2);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === CR || byte === LF) {
      if (byte === CR && bytes[at + 1] === LF) at += 1;
      length = putLineEnd(out, length);
    } else {
      out[length] = byte;
      length += 1;
    }
  }
  if (length < 2 || out[length - 1] !== LF) length = putLineEnd(out, length);
  return out.slice(0, length);
}

function putLineEnd(out: Uint8Array, length: number): number {
  out[length] = CR;
  out[length + 1] = LF;
  return length + 2;
}

/** Doubles the dot at the start of a line. `bytes` must have CRLF line ends and start at a line start. */
export function stuffDots(bytes: Uint8Array): Uint8Array {
  const dotCount = countLeadingDots(bytes);
  if (dotCount === 0) return bytes;
  const out = new Uint8Array(bytes.length + dotCount);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (isLeadingDot(bytes, at)) {
      out[length] = DOT;
      length += 1;
    }
    out[length] = bytes[at] ?? 0;
    length += 1;
  }
  return out;
}

/** The reverse of `stuffDots`, for a whole message without its closing dot line. */
export function unstuffDots(bytes: Uint8Array): Uint8Array {
  const dotCount = countLeadingDots(bytes);
  if (dotCount === 0) return bytes;
  const out = new Uint8Array(bytes.length - dotCount);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (isLeadingDot(bytes, at)) continue;
    out[length] = bytes[at] ?? 0;
    length += 1;
  }
  return out;
}

function countLeadingDots(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(DOT); at !== -1; at = bytes.indexOf(DOT, at + 1)) {
    if (isLeadingDot(bytes, at)) count += 1;
  }
  return count;
}

function isLeadingDot(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== DOT) return false;
  return at === 0 || (bytes[at - 1] === LF && bytes[at - 2] === CR);
}

/** Length of the headers with the empty line that ends them, or the whole length when there is no such line. */
export function headerLength(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] === LF && bytes[at + 2] === CR && bytes[at + 3] === LF) return at + 4;
  }
  return bytes.length;
}

/**
 * The body in the form whose digest is compared: empty lines at the end count as one line end, as in DKIM's simple
 * body canonicalisation (RFC 6376 §3.4.3), because relays add or drop them.
 */
export function bodyForDigest(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end >= 4 && bytes[end - 1] === LF && bytes[end - 3] === LF && bytes[end - 4] === CR) end -= 2;
  return bytes.subarray(0, end);
}
