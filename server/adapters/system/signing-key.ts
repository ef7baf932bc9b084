import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** The key that signs form tokens and cookies: made once, kept in the data folder, readable by its owner only. */
export function signingKeyIn(dataDir: string): KeyObject {
  const path = join(dataDir, 'signing-key');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(path, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process was first; its key serves both.
      if (!existsSync(path)) throw error;
    }
  }
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES) {
    throw new Error(`${path} is damaged: delete it, and everybody signs in again.`);
  }
  return createSecretKey(key);
}
