// Messages of an organisation's own: a folder of .eml files becomes templates. Only the envelope decides where mail goes,
// so addresses in the headers stay as they are; Message-ID, token and digest are ours.
// Invariant: the same folder gives the same templates in the same order on every machine.

import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageTemplate, TemplateOwner } from '../mail/message-template.ts';
import { buildTemplate } from '../mail/message-template.ts';

export type EmlFolder =
  | { readonly ok: true; readonly templates: readonly MessageTemplate[] }
  | { readonly ok: false; readonly problems: readonly string[] };

export interface EmlLimits {
  readonly maxFiles: number;
  readonly maxPoolBytes: number;
}

export const DEFAULT_EML_LIMITS: EmlLimits = { maxFiles: 10_000, maxPoolBytes: 256 * 1024 * 1024 };

/** A header line has a name of printable characters and a colon (RFC 5322 §2.2); a mailbox file starts with "From ". */
const FIRST_HEADER = /^[\x21-\x39\x3b-\x7e]+[ \t]*:/;
/** A line of more than 998 characters must not be sent (RFC 5322 §2.1.1); servers cut or refuse it. */
const LINE_TOO_LONG = /[^\r\n]{999}/;

/** Reads every .eml file of the folder (not of folders below it), in the order of their names. */
export async function readEmlFolder(
  folder: string,
  owner: TemplateOwner,
  limits: EmlLimits = DEFAULT_EML_LIMITS,
): Promise<EmlFolder> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return { ok: false, problems: [`${folder}: the folder cannot be read`] };
  const files = names.filter((name) => name.toLowerCase().endsWith('.eml')).sort();
  const problems = await amountProblems(folder, files, limits);
  if (problems.length > 0) return { ok: false, problems };
  const templates: MessageTemplate[] = [];
  for (const name of files) {
    const content = await readFile(join(folder, name));
    const problem = problemOf(content);
    if (problem === null) templates.push(buildTemplate(content, owner));
    else problems.push(`${join(folder, name)}: ${problem}`);
  }
  return problems.length === 0 ? { ok: true, templates } : { ok: false, problems };
}

async function amountProblems(
  folder: string,
  files: readonly string[],
  limits: EmlLimits,
): Promise<string[]> {
  if (files.length === 0) return [`${folder}: there is no .eml file in it`];
  if (files.length > limits.maxFiles) return [`${folder}: more than ${limits.maxFiles} files`];
  let totalBytes = 0;
  for (const name of files) totalBytes += (await stat(join(folder, name))).size;
  if (totalBytes <= limits.maxPoolBytes) return [];
  return [
    `${folder}: ${totalBytes} bytes in all, more than the ${limits.maxPoolBytes} that are kept in memory`,
  ];
}

function problemOf(content: Buffer): string | null {
  const text = content.toString('latin1');
  if (!FIRST_HEADER.test(text)) return 'does not start with a header line, so it is no message';
  return LINE_TOO_LONG.test(text) ? 'has a line of more than 998 characters (RFC 5322)' : null;
}
