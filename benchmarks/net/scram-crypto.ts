// The hash functions that SCRAM-SHA-256 needs, from node:crypto.

import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { ScramCrypto } from '../protocol/auth.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 18;

// Thousands of sessions of one account would otherwise compute the same slow key again and again.
const derivedKeys = new Map<string, Uint8Array>();
const MAX_DERIVED_KEYS = 10_000;

export const scramCrypto: ScramCrypto = {
  hmac: (key, text) => createHmac('sha256', key).update(text).digest(),
  hash: (bytes) => createHash('sha256').update(bytes).digest(),
  pbkdf2(password, salt, iterations) {
    const name = `${iterations}:${Buffer.from(salt).toString('base64')}:${password}`;
    const known = derivedKeys.get(name);
    if (known !== undefined) return known;
    const key = pbkdf2Sync(password, salt, iterations, KEY_BYTES, 'sha256');
    if (derivedKeys.size < MAX_DERIVED_KEYS) derivedKeys.set(name, key);
    return key;
  },
  nonce: () => randomBytes(NONCE_BYTES).toString('base64').replaceAll(',', '.'),
};
