// The number of a frozen version, as an option or an argument gives it.

import { MailfitError } from '../errors.ts';

/** Throws MailfitError `wrongUse` for what is no whole number from 1. */
export function versionNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new MailfitError('wrongUse', [`“${text}”: give the number of a version, such as 1.`]);
}
