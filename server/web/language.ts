// Which language a page speaks: `?lang=` (remembered), else what was remembered, else what the browser prefers.

import type { Request, RequestHandler } from 'express';
import { LANGS } from '../core/text/localized.ts';
import type { Lang } from '../core/text/localized.ts';
import { readCookie, writeCookie } from './cookies.ts';

export const chooseLanguage: RequestHandler = (req, res, next) => {
  const asked = langOrNull(req.query['lang']);
  if (asked !== null && asked !== langOrNull(readCookie(req, 'mailfit_lang'))) {
    writeCookie(res, 'mailfit_lang', asked);
  }
  res.setHeader('Content-Language', languageOf(req));
  res.vary('Accept-Language');
  res.vary('Cookie');
  next();
};

export function languageOf(req: Request): Lang {
  return (
    langOrNull(req.query['lang']) ??
    langOrNull(readCookie(req, 'mailfit_lang')) ??
    langOrNull(req.acceptsLanguages(...LANGS)) ??
    'en'
  );
}

/** The address of this page in the other languages, everything else about it kept. */
export function languageHref(req: Request, lang: Lang): string {
  const url = new URL(req.originalUrl, 'http://localhost');
  url.searchParams.set('lang', lang);
  return url.pathname + url.search;
}

function langOrNull(value: unknown): Lang | null {
  return LANGS.find((lang) => lang === value) ?? null;
}
