// One file of server/data with its schema beside it: read, validated whole, every problem at its line and column.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';

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
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${shownPath}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
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
    problems: errors.map((error) => `${place(offsetOf(document, error.instancePath))}: ${wordsOf(error)}`),
  };
}

function wordsOf(error: ErrorObject): string {
  const extra: unknown = error.params['additionalProperty'] ?? error.params['allowedValues'];
  const where = error.instancePath === '' ? '' : `${error.instancePath} `;
  return `${where}${error.message ?? error.keyword}${extra === undefined ? '' : ` (${JSON.stringify(extra)})`}`;
}

function offsetOf(document: Document, pointer: string): number {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const node = document.getIn(steps.slice(0, depth), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}
