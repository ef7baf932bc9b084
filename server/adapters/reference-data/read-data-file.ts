// One file of server/data with its schema beside it: read, validated whole, every problem at its line and column.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { LineCounter, parseDocument } from 'yaml';
import type { Steps } from '../yaml-places.ts';
import { offsetOf, placeIn, stepsOf } from '../yaml-places.ts';

export type DataFile<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly problems: readonly string[] };

/** Reads `<folder>/<name>.yaml` by `<folder>/schema/<name>.schema.json`. A problem reads `file:line:column: what`. */
export function readDataFile<Data>(folder: string, name: string, shownFrom: string): DataFile<Data> {
  const path = join(folder, `${name}.yaml`);
  const schema: object = JSON.parse(readFileSync(join(folder, 'schema', `${name}.schema.json`), 'utf8'));
  return validated<Data>(relative(shownFrom, path), readFileSync(path, 'utf8'), schema);
}

export function validated<Data>(shownPath: string, text: string, schema: object): DataFile<Data> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => placeIn(shownPath, lines, offset);
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => `${place(error.pos[0])}: ${error.message}`),
    };
  }
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const isValid = ajv.compile<Data>(schema);
  if (isValid(data)) return { ok: true, data };
  const errors = isValid.errors ?? [];
  return {
    ok: false,
    problems: errors.map(
      (error) => `${place(offsetOf(document, pointerSteps(error.instancePath)))}: ${wordsOf(error)}`,
    ),
  };
}

function wordsOf(error: ErrorObject): string {
  const extra: unknown = error.params['additionalProperty'] ?? error.params['allowedValues'];
  const where = error.instancePath === '' ? '' : `${error.instancePath} `;
  return `${where}${error.message ?? error.keyword}${extra === undefined ? '' : ` (${JSON.stringify(extra)})`}`;
}

/** The steps of a JSON pointer (RFC 6901). */
function pointerSteps(pointer: string): Steps {
  const words = pointer.split('/').slice(1);
  return stepsOf(words.map((word) => word.replaceAll('~1', '/').replaceAll('~0', '~')));
}
