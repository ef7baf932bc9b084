// Keyed hashes over short texts, compared in constant time. Every token carries a purpose, so that one made for
// a form can never pass for a sign-in.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export type Purpose = 'form' | 'oidc' | 'secret';

export function newNonce(): string {
  return randomBytes(24).toString('base64url');
}

export function signText(key: Uint8Array, purpose: Purpose, text: string): string {
  return createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url');
}

export function isSignatureOf(
  signature: string,
  signed: { readonly key: Uint8Array; readonly purpose: Purpose; readonly text: string },
): boolean {
  const expected = Buffer.from(signText(signed.key, signed.purpose, signed.text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const COMPARE_KEY = randomBytes(32);

/** Compares in a time that tells neither where the two differ nor how long the right one is. */
export function isSameSecret(given: string, right: string): boolean {
  return isSignatureOf(signText(COMPARE_KEY, 'secret', given), {
    key: COMPARE_KEY,
    purpose: 'secret',
    text: right,
  });
}
