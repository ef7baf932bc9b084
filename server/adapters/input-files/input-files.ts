// Files a person hands to a command: YAML or JSON in, results out.
// Invariant: a file is either read whole or refused with its place; a result is written whole or not at all.

import { access, constants, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { MailfitError } from '../../errors.ts';
import type { InputDocument, InputFiles } from '../../usecases/ports.ts';
import type { Steps } from '../yaml-places.ts';
import { offsetOf, placeIn, stepsOf } from '../yaml-places.ts';

export const MAX_INPUT_BYTES = 4 * 1024 * 1024;

/** @param baseDir folder that relative paths start from */
export function createInputFiles(baseDir: string): InputFiles {
  return {
    read: async (path) => parseInput(path, await readText(baseDir, path)),
    readText: (path) => readText(baseDir, path),
    readBytes: (path) => readBytes(baseDir, path),
    makeFolder: (path) => makeFolder(resolve(baseDir, path)),
    checkWritable: (path) => checkWritable(resolve(baseDir, path)),
    write: (path, content) => writeWhole(resolve(baseDir, path), content),
  };
}

async function readText(baseDir: string, path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readBytes(baseDir, path));
}

function readBytes(baseDir: string, path: string): Promise<Uint8Array> {
  return readFile(resolve(baseDir, path)).catch((error: unknown) => {
    throw new MailfitError('fileUnusable', [`${path}: ${reasonOf(error)}`], error);
  });
}

/** Parses YAML (of which JSON is a part); duplicate keys, aliases and syntax faults are refused with their place. */
export function parseInput(path: string, text: string): InputDocument {
  if (Buffer.byteLength(text) > MAX_INPUT_BYTES) {
    throw new MailfitError('badInput', [`${path}: larger than ${MAX_INPUT_BYTES} bytes`]);
  }
  const lines = new LineCounter();
  const place = (offset: number): string => placeIn(path, lines, offset);
  const { document, data } = composed(path, text, lines, place);
  return { path, data, placeOf: (valuePath) => place(offsetOf(document, valueSteps(valuePath))) };
}

function composed(
  path: string,
  text: string,
  lineCounter: LineCounter,
  place: (offset: number) => string,
): { readonly document: Document; readonly data: unknown } {
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false });
    const details = document.errors.map(
      (error) => `${place(error.pos[0])}: ${error.message.split('\n')[0] ?? error.code}`,
    );
    if (details.length > 0) throw new MailfitError('badInput', details);
    return { document, data: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    if (error instanceof MailfitError) throw error;
    throw new MailfitError('badInput', [`${path}:1:1: ${reasonOf(error)}`], error);
  }
}

/** `answers[2].id` and `answers/2/id` lead to the same value. */
function valueSteps(valuePath: string): Steps {
  return stepsOf(valuePath.split(/[.[\]/]+/).filter((word) => word !== ''));
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw new MailfitError('fileUnusable', [`${path}: ${reasonOf(error)}`], error);
  });
}

// A file is written beside its target first, so it is the folder that must be writable.
async function checkWritable(target: string): Promise<void> {
  const folder = dirname(target);
  await access(folder, constants.W_OK).catch((error: unknown) => {
    throw new MailfitError('fileUnusable', [`${target}: ${reasonOf(error)}`], error);
  });
  const existing = await stat(target).catch(() => null);
  if (existing?.isDirectory() === true) throw new MailfitError('fileUnusable', [`${target}: is a folder`]);
}

async function writeWhole(target: string, content: string | Uint8Array): Promise<void> {
  const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw new MailfitError('fileUnusable', [`${target}: ${reasonOf(error)}`], error);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
