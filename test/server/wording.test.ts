// Rules for every text of the product: a percent sign follows its number without a space, in both languages, and
// Japanese has one word for the vendor.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseSync, Visitor } from 'oxc-parser';
import { parseDocument, visit } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const SPACED = /(\d|\}) %(?!>)/;
const OTHER_WORD_FOR_VENDOR = /ベンダー/;

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

/** Each text behind the path of its file. */
function textsOf(paths: readonly string[], read: (path: string) => string[]): string[] {
  return paths.flatMap((path) => read(path).map((text) => `${path}: ${text}`));
}

function matching(texts: readonly string[], pattern: RegExp): string[] {
  return texts.filter((text) => pattern.test(text));
}

const programTexts = textsOf([...filesIn('server', '.ts'), ...filesIn('benchmarks', '.ts')], literalsOf);
const dataTexts = textsOf([...filesIn('server/data', '.yaml'), ...filesIn('providers', '.yaml')], scalarsOf);
const schemaTexts = textsOf(filesIn('providers/schema', '.json'), scalarsOf);

test('no text of the program puts a space before a percent sign', () => {
  assert.ok(programTexts.length > 3000);
  assert.deepEqual(matching(programTexts, SPACED), []);
});

test('no text of the data puts a space before a percent sign', () => {
  assert.ok(dataTexts.length > 10_000);
  assert.deepEqual(matching(dataTexts, SPACED), []);
});

test('every Japanese text calls the vendor 提供元', () => {
  assert.ok(matching(programTexts, /提供元/).length > 50);
  assert.ok(matching(dataTexts, /提供元/).length > 10);
  assert.ok(matching(schemaTexts, /提供元/).length > 5);
  assert.deepEqual(matching([...programTexts, ...dataTexts, ...schemaTexts], OTHER_WORD_FOR_VENDOR), []);
});
