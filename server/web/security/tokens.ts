// Keyed hashes over short texts, compared in constant time. Every token carries a purpose, so that one made for
// a form can never pass for a sign-in.

import { createHmac, createSecretKey, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export type Purpose = 'form' | 'oidc' | 'secret';

/** 122 random bits, drawn from a pool that Node fills ahead. */
export function newNonce(): string {
  return randomUUID();
}

export function signText(key: KeyObject, purpose: Purpose, text: string): string {
  return createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url');
}

export function isSignatureOf(
  signature: string,
  signed: { readonly key: KeyObject; readonly purpose: Purpose; readonly text: string },
): boolean {
  const expected = Buffer.from(signText(signed.key, signed.purpose, signed.text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const COMPARE_KEY = createSecretKey(randomBytes(32));

/** Compares in a time that tells neither where the two differ nor how long the right one is. */
export function isSameSecret(given: string, right: string): boolean {
  return isSignatureOf(signText(COMPARE_KEY, 'secret', given), {
    key: COMPARE_KEY,
    purpose: 'secret',
    text: right,
  });
}
