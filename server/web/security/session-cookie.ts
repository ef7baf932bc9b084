// The session cookie: written at a sign-in, read at every request.

import type { Request, Response } from 'express';
import { SESSION_LIFE_MS } from '../../core/access/session-rules.ts';
import { principalOfToken } from '../../usecases/access/sessions.ts';
import type { Device } from '../../usecases/access/sessions.ts';
import type { AccessDeps } from '../../usecases/access/access-deps.ts';
import { clearCookie, readCookie, writeCookie } from '../cookies.ts';
import type { Recognise } from './who.ts';

export function bySessionCookie(people: AccessDeps): Recognise {
  return async (req) => {
    const token = readCookie(req, 'mailfit_session');
    return token === null ? null : principalOfToken(people, token, req.ip ?? '');
  };
}

export function keepSession(res: Response, token: string): void {
  writeCookie(res, 'mailfit_session', token, SESSION_LIFE_MS);
}

export function forgetSession(res: Response): void {
  clearCookie(res, 'mailfit_session');
}

/** What a person recognises a session by later. */
export function deviceOf(req: Request): Device {
  return { userAgent: req.headers['user-agent'] ?? '', address: req.ip ?? '' };
}

/** Where to go after signing in: only ever a path on this server. */
export function safeNextPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/';
}
