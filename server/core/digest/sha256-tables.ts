// Constants of SHA-256, computed from their definition (FIPS 180-4 §4.2.2, §5.3.3), and its padding (§5.1.1).

/** Primes whose roots give the constants; the first 64. */
const PRIMES: readonly number[] = Array.from({ length: 310 }, (_, index) => index + 2)
  .filter((candidate) => {
    for (let divisor = 2; divisor * divisor <= candidate; divisor++)
      if (candidate % divisor === 0) return false;
    return true;
  })
  .slice(0, 64);

/** First 32 bits of the fractional part. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

export const ROUND_CONSTANTS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
export const FIRST_STATE = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** UTF-8 bytes, a one bit, zeros, and the length in bits: a multiple of 64 bytes. */
export function canonicalBytes(text: string): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil((encoded.length + 9) / 64) * 64);
  padded.set(encoded);
  padded[encoded.length] = 0x80;
  const lengthView = new DataView(padded.buffer, padded.length - 8);
  lengthView.setUint32(0, Math.floor(encoded.length / 2 ** 29));
  lengthView.setUint32(4, (encoded.length * 8) >>> 0);
  return padded;
}
