// The three cookies of the application. All are HttpOnly; none holds anything but a choice or a signed token.

import type { Request, Response } from 'express';

export type CookieName = 'mailfit_lang' | 'mailfit_form' | 'mailfit_session';

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

/** Value of a cookie as the browser sent it; null when it sent none. */
export function readCookie(req: Request, name: CookieName): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
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
  res.cookie(name, value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: res.req.secure,
    path: '/',
    maxAge: maxAgeMs,
  });
}

export function clearCookie(res: Response, name: CookieName): void {
  res.clearCookie(name, { path: '/' });
}
