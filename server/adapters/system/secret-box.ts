// AES-256-GCM with a key that lies outside the data folder, so that a backup of the data holds no password.
// Sealed form: `v1.` and, in base64url, nonce (12 bytes), tag (16 bytes) and ciphertext.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { MailfitError } from '../../errors.ts';
import type { OpenedSecret, SecretBox } from '../../usecases/secret-box.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';
const OTHERS_MAY_READ = 0o077;

/** `key` is 32 bytes as hexadecimal or base64; without it the file holds them, made at the first use. */
export interface SecretKeySource {
  readonly key: string | null;
  readonly keyFile: string;
}

const UNREADABLE = {
  en: 'The stored password cannot be read with the present key. Enter it again for this candidate.',
  ja: '保存されているパスワードを現在の鍵で読み出せません。この候補のパスワードを入力し直してください。',
} as const;

export function createSecretBox(source: SecretKeySource): SecretBox {
  let key: Buffer | null = null;
  const keyOf = (): Buffer => (key ??= source.key === null ? keyIn(source.keyFile) : decodeKey(source.key));
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyOf(), nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (sealed, owner) => openSealed(sealed, owner, keyOf),
  };
}

function openSealed(sealed: string, owner: string, keyOf: () => Buffer): OpenedSecret {
  const [version, text = ''] = sealed.split('.');
  const bytes = Buffer.from(text, 'base64url');
  if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES)
    return { kind: 'unreadable', text: UNREADABLE };
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(), nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(tag);
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return { kind: 'opened', secret: Buffer.concat([body, decipher.final()]).toString('utf8') };
  } catch (error) {
    if (error instanceof MailfitError) throw error;
    return { kind: 'unreadable', text: UNREADABLE };
  }
}

/** The 32 bytes, or null when the text is neither hexadecimal nor base64 of that length. */
export function parseKey(text: string): Buffer | null {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  return bytes.length === KEY_BYTES ? bytes : null;
}

function decodeKey(text: string): Buffer {
  const bytes = parseKey(text);
  if (bytes === null) throw new MailfitError('wrongUse', ['MAILFIT_SECRET_KEY does not hold 32 bytes.']);
  return bytes;
}

function keyIn(path: string): Buffer {
  try {
    if (!existsSync(path)) makeKey(path);
    const { mode } = statSync(path);
    if ((mode & OTHERS_MAY_READ) !== 0) {
      throw new MailfitError('wrongUse', [`${path}: others may read this key; run chmod 600 on it.`]);
    }
    return decodeKey(readFileSync(path, 'utf8').trim());
  } catch (error) {
    if (error instanceof MailfitError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new MailfitError(
      'fileUnusable',
      [`${reason}. Set MAILFIT_SECRET_KEY or MAILFIT_SECRET_KEY_FILE.`],
      error,
    );
  }
}

function makeKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process was first; its key serves both.
    if (!existsSync(path)) throw error;
  }
}
