import { createHash, randomBytes } from 'node:crypto';
import type { SecretTokens } from '../../usecases/access/access-deps.ts';

const TOKEN_BYTES = 32;

/** 256 random bits need no slow hash: nobody can try them all. */
export const secretTokens: SecretTokens = {
  newToken: () => randomBytes(TOKEN_BYTES).toString('base64url'),
  hashOf: (token) => createHash('sha256').update(token).digest('base64url'),
};
