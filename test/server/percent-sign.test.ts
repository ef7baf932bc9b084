// One rule for every text of the product: a percent sign follows its number without a space, in both languages.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseSync, Visitor } from 'oxc-parser';
import { parseDocument, visit } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const SPACED = /(\d|\}) %(?!>)/;

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.endsWith('.generated.ts'))
    .map((name) => join(folder, name));
}

/** Text literals; a place for a value in a template stands as `}`. */
function literalsOf(path: string): string[] {
  const texts: string[] = [];
  const { program } = parseSync(path, readFileSync(join(ROOT, path), 'utf8'));
  new Visitor({
    Literal: ({ value }) => void (typeof value === 'string' && texts.push(value)),
    TemplateLiteral: ({ quasis }) => void texts.push(quasis.map(({ value }) => value.raw).join('}')),
  }).visit(program);
  return texts;
}

function scalarsOf(path: string): string[] {
  const texts: string[] = [];
  visit(parseDocument(readFileSync(join(ROOT, path), 'utf8')), {
    Scalar: (_key, { value }) => void (typeof value === 'string' && texts.push(value)),
  });
  return texts;
}

test('no text of the program puts a space before a percent sign', () => {
  const paths = [...filesIn('server', '.ts'), ...filesIn('benchmarks', '.ts')];
  assert.ok(paths.length > 300);
  const spaced = paths.flatMap((path) =>
    literalsOf(path)
      .filter((text) => SPACED.test(text))
      .map((text) => `${path}: ${text}`),
  );
  assert.deepEqual(spaced, []);
});

test('no text of the data puts a space before a percent sign', () => {
  const paths = [...filesIn('server/data', '.yaml'), ...filesIn('providers', '.yaml')];
  assert.ok(paths.length > 60);
  const spaced = paths.flatMap((path) =>
    scalarsOf(path)
      .filter((text) => SPACED.test(text))
      .map((text) => `${path}: ${text}`),
  );
  assert.deepEqual(spaced, []);
});
