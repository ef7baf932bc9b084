// Password hashes in the PHC string format: method, parameters, salt, hash. Argon2id where this Node has it, scrypt
// elsewhere; both with the parameters of the OWASP Password Storage Cheat Sheet.

import * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import type { PasswordHasher } from '../../usecases/access/access-deps.ts';

const SALT_BYTES = 16;
const HASH_BYTES = 32;

interface Parts {
  readonly method: string;
  readonly parameters: string;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

interface Method {
  readonly name: string;
  /** What new hashes are made with. */
  readonly parameters: string;
  derive(password: string, salt: Buffer, parameters: ReadonlyMap<string, number>): Promise<Buffer>;
}

/** OWASP: m=19456 (19 MiB), t=2, p=1. */
const ARGON2ID: Method = {
  name: 'argon2id',
  parameters: 'm=19456,t=2,p=1',
  derive: (password, salt, parameters) =>
    promisify(crypto.argon2)('argon2id', {
      message: Buffer.from(password),
      nonce: salt,
      parallelism: numberIn(parameters, 'p'),
      tagLength: HASH_BYTES,
      memory: numberIn(parameters, 'm'),
      passes: numberIn(parameters, 't'),
    }),
};

/** OWASP: N=2^17 (128 MiB), r=8, p=1. */
const SCRYPT: Method = {
  name: 'scrypt',
  parameters: 'ln=17,r=8,p=1',
  derive(password, salt, parameters) {
    const N = 2 ** numberIn(parameters, 'ln');
    const r = numberIn(parameters, 'r');
    const options = { N, r, p: numberIn(parameters, 'p'), maxmem: 256 * N * r };
    return new Promise((resolve, reject) => {
      crypto.scrypt(Buffer.from(password), salt, HASH_BYTES, options, (error, key) =>
        error === null ? resolve(key) : reject(error),
      );
    });
  },
};

const METHODS: readonly Method[] = [ARGON2ID, SCRYPT];

export type HashMethod = 'argon2id' | 'scrypt';

/** @param method what new hashes are made with; those of the other method are still understood */
export function createPasswordHasher(method: HashMethod = preferredMethod()): PasswordHasher {
  const preferred = method === 'argon2id' ? ARGON2ID : SCRYPT;
  // Whoever has no account, or none with a password, is compared with this: it costs the same and never fits.
  const nobody = hashWith(preferred, crypto.randomBytes(HASH_BYTES).toString('base64'));
  return {
    hash: (password) => hashWith(preferred, normalised(password)),
    async verify(password, stored) {
      const parts = partsOf(stored ?? (await nobody));
      const known = METHODS.find(({ name }) => name === parts?.method);
      if (parts === null || known === undefined) return false;
      const hash = await known.derive(normalised(password), parts.salt, parametersOf(parts.parameters));
      return crypto.timingSafeEqual(hash, parts.hash) && stored !== null;
    },
    isOutdated(stored) {
      const parts = partsOf(stored);
      return parts?.method !== preferred.name || parts.parameters !== preferred.parameters;
    },
  };
}

// Argon2 came to Node 24 in 24.7 and needs an OpenSSL that has it.
function preferredMethod(): HashMethod {
  return typeof crypto.argon2 === 'function' ? 'argon2id' : 'scrypt';
}

// The same password typed on two keyboards may arrive in two Unicode forms (NIST SP 800-63B §3.1.1.2).
function normalised(password: string): string {
  return password.normalize('NFKC');
}

async function hashWith(method: Method, password: string): Promise<string> {
  const salt = crypto.randomBytes(SALT_BYTES);
  const hash = await method.derive(password, salt, parametersOf(method.parameters));
  return `$${method.name}$${method.parameters}$${unpadded(salt)}$${unpadded(hash)}`;
}

function partsOf(stored: string): Parts | null {
  const [, method = '', parameters = '', salt = '', hash = ''] = stored.split('$');
  const bytes = Buffer.from(hash, 'base64');
  if (bytes.length !== HASH_BYTES) return null;
  return { method, parameters, salt: Buffer.from(salt, 'base64'), hash: bytes };
}

function parametersOf(text: string): ReadonlyMap<string, number> {
  return new Map(
    text.split(',').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, Number(value)];
    }),
  );
}

function numberIn(parameters: ReadonlyMap<string, number>, name: string): number {
  return parameters.get(name) ?? Number.NaN;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
