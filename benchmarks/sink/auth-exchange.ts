// The server's half of SASL: PLAIN (RFC 4616), LOGIN (draft-murchison-sasl-login), XOAUTH2 and SCRAM-SHA-256 (RFC 5802,
// RFC 7677). Accepts anything unless one name and password are given; SCRAM needs them.

import { createHmac, createHash, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export type AuthStep =
  | { readonly kind: 'challenge'; readonly text: string }
  | { readonly kind: 'done'; readonly isGranted: boolean };

/** Takes the client's lines one by one, base64 already removed. */
export type AuthExchange = (response: Buffer) => AuthStep;

const DONE_OK: AuthStep = { kind: 'done', isGranted: true };
const DONE_REFUSED: AuthStep = { kind: 'done', isGranted: false };

export const SINK_MECHANISMS = ['PLAIN', 'LOGIN', 'XOAUTH2', 'SCRAM-SHA-256'] as const;

/** An exchange for the mechanism, or null when the sink does not speak it. */
export function startAuth(mechanism: string, credentials: Credentials | null): AuthExchange | null {
  switch (mechanism.toUpperCase()) {
    case 'PLAIN':
      return (response) => verdict(checkPlain(response, credentials));
    case 'LOGIN':
      return loginExchange(credentials);
    case 'XOAUTH2':
      return (response) => verdict(checkXoauth2(response.toString(), credentials));
    case 'SCRAM-SHA-256':
      return credentials === null ? null : scramExchange(credentials);
    default:
      return null;
  }
}

function verdict(isGranted: boolean): AuthStep {
  return isGranted ? DONE_OK : DONE_REFUSED;
}

function matches(credentials: Credentials | null, user: string, password: string): boolean {
  return credentials === null || (user === credentials.user && password === credentials.password);
}

function checkPlain(response: Buffer, credentials: Credentials | null): boolean {
  const [, user, password, ...more] = response.toString().split('\0');
  if (user === undefined || password === undefined || more.length > 0) return false;
  return matches(credentials, user, password);
}

// user=NAME^Aauth=Bearer TOKEN^A^A, where ^A is the byte 1.
function checkXoauth2(response: string, credentials: Credentials | null): boolean {
  const [user = '', bearer = '', ...rest] = response.split(String.fromCharCode(1));
  if (!user.startsWith('user=') || !bearer.startsWith('auth=Bearer ') || rest.join('') !== '') return false;
  return matches(credentials, user.slice('user='.length), bearer.slice('auth=Bearer '.length));
}

function loginExchange(credentials: Credentials | null): AuthExchange {
  let user: string | null = null;
  return (response) => {
    if (user !== null) return verdict(matches(credentials, user, response.toString()));
    user = response.toString();
    return { kind: 'challenge', text: 'Password:' };
  };
}

const SCRAM_ITERATIONS = 4096;

interface ScramMemory {
  readonly clientFirstBare: string;
  readonly serverFirst: string;
  readonly nonce: string;
  readonly saltedPassword: Buffer;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function scramExchange(credentials: Credentials): AuthExchange {
  let memory: ScramMemory | null = null;
  let isProved = false;
  return (response) => {
    // The client's empty answer to the server's final message ends the exchange (RFC 4954 §4).
    if (isProved) return DONE_OK;
    if (memory === null) {
      memory = scramFirst(response.toString(), credentials);
      return memory === null ? DONE_REFUSED : { kind: 'challenge', text: memory.serverFirst };
    }
    const serverSignature = scramFinal(response.toString(), memory);
    if (serverSignature === null) return DONE_REFUSED;
    isProved = true;
    return { kind: 'challenge', text: `v=${serverSignature}` };
  };
}

function scramFirst(message: string, credentials: Credentials): ScramMemory | null {
  const [, bare, user, clientNonce] = /^[ny],,(n=([^,]*),r=([^,]+).*)$/.exec(message) ?? [];
  if (bare === undefined || user !== credentials.user || clientNonce === undefined) return null;
  const salt = randomBytes(16);
  const nonce = clientNonce + randomBytes(18).toString('base64');
  return {
    clientFirstBare: bare,
    serverFirst: `r=${nonce},s=${salt.toString('base64')},i=${SCRAM_ITERATIONS}`,
    nonce,
    saltedPassword: pbkdf2Sync(credentials.password, salt, SCRAM_ITERATIONS, 32, 'sha256'),
  };
}

// ClientKey = proof XOR HMAC(StoredKey, AuthMessage); its hash must be StoredKey (RFC 5802 §3).
function scramFinal(message: string, memory: ScramMemory): string | null {
  const [, withoutProof, nonce, proof] = /^(c=[^,]+,r=([^,]+)),p=(.+)$/.exec(message) ?? [];
  if (withoutProof === undefined || proof === undefined || nonce !== memory.nonce) return null;
  const authMessage = `${memory.clientFirstBare},${memory.serverFirst},${withoutProof}`;
  const clientKey = hmac(memory.saltedPassword, 'Client Key');
  const storedKey = createHash('sha256').update(clientKey).digest();
  const signature = hmac(storedKey, authMessage);
  const given = Buffer.from(proof, 'base64');
  const wanted = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0)));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return hmac(hmac(memory.saltedPassword, 'Server Key'), authMessage).toString('base64');
}
