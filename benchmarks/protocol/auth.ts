// SASL exchanges of SMTP AUTH (RFC 4954): PLAIN (RFC 4616), LOGIN, SCRAM-SHA-256 (RFC 5802, RFC 7677), XOAUTH2.
// Invariant: pure. The hash functions and the nonce come in, secrets never go into an error.

export type AuthMechanism = 'PLAIN' | 'LOGIN' | 'SCRAM-SHA-256' | 'XOAUTH2';

export interface Credentials {
  readonly mechanism: AuthMechanism;
  readonly user: string;
  /** Password, or the bearer token of XOAUTH2. */
  readonly secret: string;
}

export interface ScramCrypto {
  hmac(key: Uint8Array, text: string): Uint8Array;
  hash(bytes: Uint8Array): Uint8Array;
  pbkdf2(password: string, salt: Uint8Array, iterations: number): Uint8Array;
  /** Printable characters without comma, new for every exchange. */
  nonce(): string;
}

export type AuthStep =
  | { readonly kind: 'send'; readonly line: string }
  /** The server proved nothing or answered nonsense: cancel with a lone `*` (RFC 4954 §4). */
  | { readonly kind: 'cancel'; readonly reason: string };

export interface AuthExchange {
  /** The AUTH command, with the initial response where the mechanism has one. */
  readonly command: string;
  /** Answers a 334 challenge, given without its code. */
  onChallenge(challenge: string): AuthStep;
  /** False while the server has yet to prove that it knows the password, as SCRAM wants it to (RFC 5802 §3). */
  isServerProven(): boolean;
}

const isNothingToProve = (): boolean => true;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const MAX_SCRAM_ITERATIONS = 1_000_000;

export function startAuth(credentials: Credentials, crypto: ScramCrypto): AuthExchange {
  switch (credentials.mechanism) {
    case 'PLAIN':
      return singleResponse('PLAIN', `\0${credentials.user}\0${credentials.secret}`);
    case 'XOAUTH2':
      return singleResponse(
        'XOAUTH2',
        `user=${credentials.user}\x01auth=Bearer ${credentials.secret}\x01\x01`,
      );
    case 'LOGIN':
      return startLogin(credentials);
    case 'SCRAM-SHA-256':
      return startScram(credentials, crypto);
  }
}

// A challenge after the initial response carries an error text (XOAUTH2) and wants an empty answer.
function singleResponse(name: string, response: string): AuthExchange {
  return {
    command: `AUTH ${name} ${toBase64(response)}`,
    onChallenge: () => ({ kind: 'send', line: '' }),
    isServerProven: isNothingToProve,
  };
}

function startLogin(credentials: Credentials): AuthExchange {
  const answers = [credentials.user, credentials.secret];
  return {
    command: 'AUTH LOGIN',
    onChallenge() {
      const answer = answers.shift();
      if (answer === undefined) return { kind: 'cancel', reason: 'AUTH LOGIN asked a third time' };
      return { kind: 'send', line: toBase64(answer) };
    },
    isServerProven: isNothingToProve,
  };
}

function startScram(credentials: Credentials, crypto: ScramCrypto): AuthExchange {
  const clientNonce = crypto.nonce();
  const user = credentials.user.normalize('NFKC').replaceAll('=', '=3D').replaceAll(',', '=2C');
  const clientFirst = `n=${user},r=${clientNonce}`;
  let expectedServerFinal: string | null = null;
  let isProven = false;
  return {
    command: `AUTH SCRAM-SHA-256 ${toBase64(`n,,${clientFirst}`)}`,
    onChallenge(challenge) {
      const text = fromBase64(challenge);
      if (text === null) return { kind: 'cancel', reason: 'the challenge is not base64' };
      if (expectedServerFinal !== null) {
        isProven = text === expectedServerFinal;
        return isProven ? { kind: 'send', line: '' } : WRONG_SIGNATURE;
      }
      const first = parseServerFirst(text, clientNonce);
      if (first === null)
        return { kind: 'cancel', reason: 'the first SCRAM message does not follow RFC 5802' };
      const answer = scramAnswer(
        { first, clientFirst, serverFirst: text, secret: credentials.secret },
        crypto,
      );
      expectedServerFinal = answer.serverFinal;
      return { kind: 'send', line: toBase64(answer.clientFinal) };
    },
    isServerProven: () => isProven,
  };
}

const WRONG_SIGNATURE: AuthStep = {
  kind: 'cancel',
  reason: 'the server does not know the password: its SCRAM signature is wrong',
};

interface ServerFirst {
  readonly nonce: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
}

function parseServerFirst(text: string, clientNonce: string): ServerFirst | null {
  const found = /^r=([^,]+),s=([^,]+),i=(\d{1,9})(?:,|$)/.exec(text);
  const [, nonce, saltText, iterationText] = found ?? [];
  const salt = saltText === undefined ? null : bytesFromBase64(saltText);
  const iterations = Number(iterationText);
  if (nonce === undefined || salt === null || !nonce.startsWith(clientNonce)) return null;
  const isSane = nonce.length > clientNonce.length && iterations >= 1 && iterations <= MAX_SCRAM_ITERATIONS;
  return isSane ? { nonce, salt, iterations } : null;
}

interface ScramInputs {
  readonly first: ServerFirst;
  readonly clientFirst: string;
  readonly serverFirst: string;
  readonly secret: string;
}

function scramAnswer(inputs: ScramInputs, crypto: ScramCrypto): { clientFinal: string; serverFinal: string } {
  const { first } = inputs;
  const saltedPassword = crypto.pbkdf2(inputs.secret.normalize('NFKC'), first.salt, first.iterations);
  const withoutProof = `c=biws,r=${first.nonce}`;
  const authMessage = `${inputs.clientFirst},${inputs.serverFirst},${withoutProof}`;
  const clientKey = crypto.hmac(saltedPassword, 'Client Key');
  const clientSignature = crypto.hmac(crypto.hash(clientKey), authMessage);
  const proof = clientKey.map((byte, index) => byte ^ (clientSignature[index] ?? 0));
  const serverSignature = crypto.hmac(crypto.hmac(saltedPassword, 'Server Key'), authMessage);
  return {
    clientFinal: `${withoutProof},p=${bytesToBase64(proof)}`,
    serverFinal: `v=${bytesToBase64(serverSignature)}`,
  };
}

function toBase64(text: string): string {
  return bytesToBase64(encoder.encode(text));
}

function bytesToBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function bytesFromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function fromBase64(text: string): string | null {
  const bytes = bytesFromBase64(text);
  return bytes === null ? null : decoder.decode(bytes);
}
