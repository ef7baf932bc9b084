import { randomBytes } from 'node:crypto';
import type { IdSource } from '../../usecases/ports.ts';

/** 144 random bits as 24 URL-safe characters: an address that cannot be guessed. */
export const randomIds: IdSource = { newId: () => randomBytes(18).toString('base64url') };
