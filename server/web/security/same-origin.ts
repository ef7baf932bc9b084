// Two walls against other sites that use a visitor's browser. Host: a name that was rebound to 127.0.0.1 is turned
// away. Forms: a change needs a signed token (double submit) and must come from a page of ours.

import type { KeyObject } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { readCookie, writeCookie } from '../cookies.ts';
import { RequestRefused } from '../request-refused.ts';
import type { Access } from '../web-deps.ts';
import { isSignatureOf, newNonce, signText } from './tokens.ts';
import { principalOf } from './who.ts';

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
export const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
export const FORM_TOKEN_FIELD = '_token';

export function checkHost(access: Access): RequestHandler {
  return (req, _res, next) => {
    if (!isOwnHost(access, req.headers.host ?? '')) throw new RequestRefused(421, 'wrongHost');
    next();
  };
}

// An operator who has not said where people reach this server lets every name through; sessions are bound to names.
function isOwnHost(access: Access, host: string): boolean {
  if (LOOPBACK_HOST.test(host)) return true;
  if (access.kind === 'loopback') return false;
  return access.publicUrl === null || new URL(access.publicUrl).host === host;
}

/** The token to put into every form of this response; sets the cookie it belongs to where it is missing. */
export function formToken(key: KeyObject, req: Request, res: Response): string {
  const known: unknown = res.locals['formNonce'];
  const nonce = (typeof known === 'string' ? known : readCookie(req, 'mailfit_form')) ?? newNonce();
  if (known === undefined) {
    res.locals['formNonce'] = nonce;
    writeCookie(res, 'mailfit_form', nonce);
  }
  return saltedToken(key, newNonce(), boundText(req, nonce));
}

/** Refuses every changing request that does not carry the token of a page of ours. Needs the parsed body. */
export function checkFormToken(key: KeyObject): RequestHandler {
  return (req, _res, next) => {
    if (SAFE_METHODS.has(req.method)) {
      next();
      return;
    }
    const nonce = readCookie(req, 'mailfit_form');
    const given = (req.body as Readonly<Record<string, unknown>> | undefined)?.[FORM_TOKEN_FIELD];
    const isOurs =
      nonce !== null && typeof given === 'string' && isTokenOf(given, key, boundText(req, nonce));
    if (!isOurs || comesFromElsewhere(req)) throw new RequestRefused(403, 'foreignForm');
    next();
  };
}

// Another token in every response: a compressed page that also shows what the address said would give one away that
// stays the same, letter by letter (BREACH).
function saltedToken(key: KeyObject, salt: string, text: string): string {
  return `${salt}.${signText(key, 'form', `${salt}\n${text}`)}`;
}

function isTokenOf(given: string, key: KeyObject, text: string): boolean {
  const [salt = '', signature = ''] = given.split('.');
  return isSignatureOf(signature, { key, purpose: 'form', text: `${salt}\n${text}` });
}

// Old browsers send neither header; the token alone then decides.
export function comesFromElsewhere(req: Request): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = req.headers.origin;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== req.headers.host;
}

// A token of one session is worth nothing in another, so planting a cookie and its token in a victim's browser fails.
function boundText(req: Request, nonce: string): string {
  const who = principalOf(req);
  return `${nonce}\n${who.kind === 'account' ? (who.sessionId ?? '') : ''}`;
}
