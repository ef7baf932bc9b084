// CRC-32 as in ITU-T V.42 and zlib. It finds every single changed byte, which is what a ledger needs;
// it is no protection against somebody who forges messages, and needs none.

const TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

/** The check sum as an unsigned 32-bit number; the same value as `zlib.crc32`. */
export function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ -1) >>> 0;
}

/** Eight lower-case hexadecimal digits. */
export function formatCrc32(value: number): string {
  return value.toString(16).padStart(8, '0');
}
