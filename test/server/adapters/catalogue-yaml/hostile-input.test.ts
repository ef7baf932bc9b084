// Whatever lies in a profile file, reading it ends with problems at lines, never with a crash or a long wait.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { catalogueFrom } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';

const TODAY = '2026-11-23';
const VALID = readFileSync('test/fixtures/providers/valid/example-mail.yaml', 'utf8');
const read = (text: string) => catalogueFrom([{ path: 'example-mail.yaml', text }], TODAY);

test('a hundred thousand nested brackets are refused, not followed', () => {
  const result = read('['.repeat(100_000));
  assert.ok(!result.ok);
  assert.equal(result.problems[0]?.rule, 'yaml-syntax');
});

test('a key named __proto__ is an unknown key and changes no object', () => {
  const result = read(VALID.replace('facts:', '__proto__: { polluted: true }\nfacts:'));
  assert.ok(!result.ok);
  assert.ok(result.problems.some(({ rule }) => rule === 'unknown-key'));
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('an empty file, a list and a single word are each refused', () => {
  for (const text of ['', '- a\n- b\n', 'word\n', 'null\n', '# only a comment\n'])
    assert.ok(!read(text).ok, text);
});

test('a profile cut off anywhere never crashes the reader', () => {
  for (let length = 0; length < VALID.length; length += 1) {
    const result = read(VALID.slice(0, length));
    assert.ok(result.ok || result.problems.length > 0);
  }
});

test('a profile with any characters pasted in never crashes the reader', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(VALID.length), (pasted, at) => {
      const result = read(VALID.slice(0, at) + pasted + VALID.slice(at));
      return result.ok || result.problems.every(({ line, column }) => line >= 1 && column >= 1);
    }),
    { numRuns: 1000 },
  );
});

test('every problem of a file is reported at once, in the order of its lines', () => {
  const text = VALID.replace('deployment: cloud', 'deployment: hybrid')
    .replace('kind: mailbox', 'kind: post')
    .replace('unit: GB', 'unit: pages')
    .replace('checkedOn: 2026-05-01', 'checkedOn: yesterday');
  const result = read(text);
  assert.ok(!result.ok);
  assert.deepEqual(
    result.problems.map(({ rule, line }) => [rule, line]),
    [
      ['value-not-allowed', 6],
      ['value-not-allowed', 7],
      ['wrong-unit', 17],
      ['malformed', 20],
    ],
  );
});
