// What a command may print with: results on standard output, everything else on standard error.

import type { Lang } from '../core/text/localized.ts';

export interface Terminal {
  /** Results only; with --json exactly one document. */
  out(text: string): void;
  /** Progress, notices and errors. */
  err(text: string): void;
  readonly lang: Lang;
  readonly isInteractive: boolean;
}

export function processTerminal(lang: Lang): Terminal {
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    lang,
    isInteractive: process.stderr.isTTY,
  };
}

/** Language of the terminal: an explicit --lang wins, else the locale of the environment, else English. */
export function chooseLang(explicit: string | undefined, locale: string | undefined): Lang {
  if (explicit === 'ja' || explicit === 'en') return explicit;
  return (locale ?? '').toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** Canonical JSON text of a result document: stable key order is the document's own, two-space indent. */
export function jsonText(document: unknown): string {
  return JSON.stringify(document, null, 2);
}
