// How much one visitor may ask for: size of a form, requests per minute, tries at the sign-in.

import express from 'express';
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { RequestRefused } from '../request-refused.ts';

const FORM_LIMIT = '128kb';
const FORM_FIELD_LIMIT = 500;
const MINUTE_MS = 60_000;

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
    skip: (req) => !counts(req.method),
    handler: () => {
      throw new RequestRefused(429, 'tooMany');
    },
  });
}
