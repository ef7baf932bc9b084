// How much one visitor may ask for: size of a form, requests per minute, tries at the sign-in.

import express from 'express';
import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { textField } from '../form-fields.ts';
import { RequestRefused } from '../request-refused.ts';
import type { RequestLimits } from '../web-deps.ts';

const FORM_LIMIT = '128kb';
const FORM_FIELD_LIMIT = 500;
const MINUTE_MS = 60_000;
// The library would print a stack trace for every visitor who makes such a header up; untrusted ones are ignored anyway.
const VALIDATE = { xForwardedForHeader: false, forwardedHeader: false };
/** Times the limit of one address: a whole office behind one address must not lock a colleague out. */
const TRIES_PER_ACCOUNT = 3;

export function parseForms(): RequestHandler {
  return express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: FORM_FIELD_LIMIT });
}

/** At most `max` requests per window and address; only requests that `counts` says so are counted. */
export function limitRate(
  max: number,
  windowMinutes: number = 1,
  counts: (method: string) => boolean = () => true,
): RequestHandler {
  return rateLimit({
    windowMs: windowMinutes * MINUTE_MS,
    limit: max,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: VALIDATE,
    skip: (req) => !counts(req.method),
    handler: () => {
      throw new RequestRefused(429, 'tooMany');
    },
  });
}

const QUARTER_HOUR_MINUTES = 15;

/** Tries at a sign-in or a link: counted by address, and by account so that many addresses together get no further. */
export function limitSignIns({ signInsPerQuarterHour }: RequestLimits): readonly RequestHandler[] {
  const settings = {
    windowMs: QUARTER_HOUR_MINUTES * MINUTE_MS,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: VALIDATE,
    handler: () => {
      throw new RequestRefused(429, 'tooManyTries');
    },
  } as const;
  const accountOf = (req: Request): string => textField(req, 'email').normalize('NFKC').toLowerCase();
  return [
    rateLimit({ ...settings, limit: signInsPerQuarterHour, skip: (req) => req.method !== 'POST' }),
    rateLimit({
      ...settings,
      limit: signInsPerQuarterHour * TRIES_PER_ACCOUNT,
      keyGenerator: accountOf,
      skip: (req) => req.method !== 'POST' || accountOf(req) === '',
    }),
  ];
}
