// A gzip stream (RFC 1952) around bytes that were compressed before: what is kept is compressed once, what changes with
// every visitor is put before and behind it in stored blocks (RFC 1951 §3.2.4). Invariant: nothing that a visitor alone
// may know shares a compressed block with anything else, so the length of a response tells nothing about it (BREACH).

import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface GzipPart {
  readonly plainBytes: number;
  /** Deflate blocks, none of them the last, up to a byte boundary. */
  readonly deflated: Buffer;
  readonly crc: number;
  /** Carries a checksum past this part: x to the power of eight times its length, modulo the polynomial. */
  readonly shift: number;
}

/** Magic number, deflate, no name, no time, no extra flags, unknown system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
const STORED_BLOCK_BYTES = 0xff_ff;
const STORED_HEAD_BYTES = 5;
/** The polynomial of CRC-32 with its lowest power in the highest bit, as gzip reckons (RFC 1952 §8). */
const POLYNOMIAL = 0xed_b8_83_20;
const ONE = 0x80_00_00_00;
const X = 0x40_00_00_00;

export function gzipPart(plain: Buffer): GzipPart {
  return {
    plainBytes: plain.length,
    deflated: deflateRawSync(plain, {
      level: constants.Z_BEST_COMPRESSION,
      finishFlush: constants.Z_SYNC_FLUSH,
    }),
    crc: crc32(plain),
    shift: powerOfX(plain.length * 8),
  };
}

/** The pieces of one gzip stream that unpacks to `before`, the part and `after`. */
export function gzipAround(before: Buffer, part: GzipPart, after: Buffer): Buffer[] {
  const crc = crc32(after, (multiply(part.shift, crc32(before)) ^ part.crc) >>> 0);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE((before.length + part.plainBytes + after.length) % 2 ** 32, 4);
  return [HEADER, ...storedBlocks(before, false), part.deflated, ...storedBlocks(after, true), trailer];
}

function storedBlocks(bytes: Buffer, isLast: boolean): Buffer[] {
  const blocks: Buffer[] = [];
  let from = 0;
  do {
    const block = bytes.subarray(from, from + STORED_BLOCK_BYTES);
    from += STORED_BLOCK_BYTES;
    const head = Buffer.alloc(STORED_HEAD_BYTES);
    head.writeUInt8(isLast && from >= bytes.length ? 1 : 0, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & 0xff_ff, 3);
    blocks.push(head, block);
  } while (from < bytes.length);
  return blocks;
}

/** x^exponent modulo the polynomial, by repeated squaring. */
function powerOfX(exponent: number): number {
  let power = ONE;
  let square = X;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = multiply(power, square);
    square = multiply(square, square);
  }
  return power;
}

/** Product of two polynomials over GF(2), modulo the one of CRC-32. */
function multiply(left: number, right: number): number {
  let product = 0;
  let shifted = right;
  for (let bit = 31; bit >= 0; bit -= 1) {
    if ((left >>> bit) & 1) product ^= shifted;
    shifted = shifted & 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
  }
  return product >>> 0;
}
