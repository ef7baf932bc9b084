// The administrator's door. Only where the server can be reached from other machines; on loopback nobody signs in.

import type { Request, Response } from 'express';
import type { Principal } from '../../core/access/principal.ts';
import { clearCookie, readCookie, writeCookie } from '../cookies.ts';
import type { WebDeps } from '../web-deps.ts';
import type { Recognise } from './who.ts';
import { isSignatureOf, newNonce, signText } from './tokens.ts';

const SESSION_MS = 12 * 60 * 60 * 1_000;
const ADMINISTRATOR: Principal = {
  kind: 'account',
  accountId: 'administrator',
  name: 'Administrator',
  email: '',
  role: 'administrator',
  sessionId: null,
};

type SignInDeps = Pick<WebDeps, 'access' | 'signingKey' | 'clock'>;

/** Whoever has signed in with the administrator's secret. */
export function bySecret(deps: SignInDeps): Recognise {
  return (req) => Promise.resolve(isSignedIn(deps, req) ? ADMINISTRATOR : null);
}

export function isSignedIn(deps: SignInDeps, req: Request): boolean {
  if (deps.access.kind === 'loopback') return true;
  const [text, signature] = splitLast(readCookie(req, 'mailfit_session') ?? '');
  const expiresAtMs = Number(text.split('.')[0]);
  return (
    isSignatureOf(signature, { key: deps.signingKey, purpose: 'session', text: boundText(deps, text) }) &&
    expiresAtMs > deps.clock.now().getTime()
  );
}

/** Signs the visitor in when the secret is right; says whether it was. */
export function signIn(deps: SignInDeps, res: Response, givenSecret: string): boolean {
  if (deps.access.kind === 'loopback') return true;
  const key = deps.signingKey;
  const expected = signText(key, 'secret', deps.access.adminSecret);
  if (!isSignatureOf(expected, { key, purpose: 'secret', text: givenSecret })) return false;
  const text = `${deps.clock.now().getTime() + SESSION_MS}.${newNonce()}`;
  const signature = signText(key, 'session', boundText(deps, text));
  writeCookie(res, 'mailfit_session', `${text}.${signature}`, SESSION_MS);
  return true;
}

export function signOut(res: Response): void {
  clearCookie(res, 'mailfit_session');
}

/** Where to go after signing in: only ever a path on this server. */
export function safeNextPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/';
}

// The secret is part of what is signed: changing it ends every session.
function boundText(deps: SignInDeps, text: string): string {
  const secret = deps.access.kind === 'secret' ? deps.access.adminSecret : '';
  return `${text}\n${signText(deps.signingKey, 'secret', secret)}`;
}

function splitLast(cookie: string): readonly [string, string] {
  const dot = cookie.lastIndexOf('.');
  return [cookie.slice(0, Math.max(dot, 0)), cookie.slice(dot + 1)];
}
