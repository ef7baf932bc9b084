// Reading single fields out of a parsed form. What came twice, or not as text, counts as not sent.

import type { Request } from 'express';

const TEXT_LENGTH_MAX = 2_000;
// Control characters other than tab and line breaks: databases refuse some, logs and mail are broken by others.
const CONTROL_CHARACTERS = /(?![\t\n\r])\p{Cc}/gu;

/** The field as trimmed text, cut at `lengthMax`; empty when it was not sent. */
export function textField(req: Request, name: string, lengthMax: number = TEXT_LENGTH_MAX): string {
  const value = (req.body as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? cleanText(value, lengthMax) : '';
}

/** Every value of a field that may come several times, such as check boxes. */
export function textFields(req: Request, name: string): readonly string[] {
  const value = (req.body as Readonly<Record<string, unknown>> | undefined)?.[name];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((entry) => typeof entry === 'string')
    .map((entry) => cleanText(entry, TEXT_LENGTH_MAX));
}

const PASSWORD_LENGTH_MAX = 1_024;

/** A password exactly as it was typed: spaces at its ends belong to it. */
export function passwordField(req: Request, name: string): string {
  const value = (req.body as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value.slice(0, PASSWORD_LENGTH_MAX) : '';
}

export function cleanText(value: string, lengthMax: number): string {
  return value.replace(CONTROL_CHARACTERS, '').trim().slice(0, lengthMax);
}
