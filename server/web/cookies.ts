// The cookies of the application. All are HttpOnly; none holds anything but a choice, a random token or a signed text.

import type { Request, Response } from 'express';

export type CookieName = 'mailfit_lang' | 'mailfit_form' | 'mailfit_session' | 'mailfit_oidc';

/** Application setting: true where browsers reach this server over TLS, whatever a single request looks like. */
export const SECURE_COOKIES = 'secure cookies';

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

/** Value of a cookie as the browser sent it; null when it sent none. */
export function readCookie(req: Request, name: CookieName): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === nameFor(req, name))
      return pair.slice(equals + 1).trim();
  }
  return null;
}

export function writeCookie(
  res: Response,
  name: CookieName,
  value: string,
  maxAgeMs: number = YEAR_MS,
): void {
  // Lax, not Strict: a link to an evaluation in a mail must open signed in.
  res.cookie(nameFor(res.req, name), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(res.req),
    path: '/',
    maxAge: maxAgeMs,
  });
}

export function clearCookie(res: Response, name: CookieName): void {
  const secure = isSecure(res.req);
  res.clearCookie(nameFor(res.req, name), { httpOnly: true, sameSite: 'lax', secure, path: '/' });
}

function isSecure(req: Request): boolean {
  return req.secure || req.app.get(SECURE_COOKIES) === true;
}

// Browsers take a cookie with this prefix only over TLS and only for this very host: no neighbour can plant one.
function nameFor(req: Request, name: CookieName): string {
  return isSecure(req) ? `__Host-${name}` : name;
}
