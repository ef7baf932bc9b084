// The fast reader against the full parser: it may decline, but it may never read something else.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readProfileFiles } from '../../../../server/adapters/catalogue-yaml/load-catalogue.ts';
import { parseFully } from '../../../../server/adapters/catalogue-yaml/parse-profile.ts';
import { readPlainYaml } from '../../../../server/adapters/catalogue-yaml/plain-yaml.ts';

const SAMPLE = readFileSync('providers/line-works.yaml', 'utf8').split('\n').slice(0, 60).join('\n') + '\n';

function assertSameOrDeclined(text: string): boolean {
  const fast = readPlainYaml(text);
  if (fast === undefined) return false;
  const full = parseFully(text);
  assert.ok(full.ok, `the full parser refuses what the fast one read:\n${text}`);
  assert.deepEqual(fast, full.data, text);
  return true;
}

test('every profile that ships is read fast, and to the same data', async () => {
  for (const { path, text } of await readProfileFiles('providers')) {
    assert.ok(assertSameOrDeclined(text), path);
  }
});

test('what is outside the subset is left to the full parser', () => {
  const outside = [
    'a: &x b\n',
    'a: *x\n',
    'a: !!str b\n',
    'a: { b: c }\n',
    "a: 'b'\n",
    'a: b # comment\n',
    'a: |\n  text\n',
    'a: b\na: c\n',
    'a: ~\n',
    'a:\n',
    'a: b\n---\nc: d\n',
    'a: "b\\n"\n',
    'a: 0x1f\n',
    'a: 1e3\n',
    'a: .inf\n',
    'a: b\n  c\n',
    'a:\tb\n',
    '- a\n',
    'word\n',
    '',
  ];
  for (const text of outside) assert.equal(readPlainYaml(text), undefined, JSON.stringify(text));
});

test('a text that looks like another type keeps the type of YAML 1.2', () => {
  const text = 'a: "50"\nb: 50\nc: 2026-11-23\nd: "2026"\ne: yes\nf: no\ng: true\nh: [IMAP, POP3]\ni: 0.5\n';
  assert.ok(assertSameOrDeclined(text));
  assert.deepEqual(readPlainYaml(text), {
    a: '50',
    b: 50,
    c: '2026-11-23',
    d: '2026',
    e: 'yes',
    f: 'no',
    g: true,
    h: ['IMAP', 'POP3'],
    i: 0.5,
  });
});

test('any edit of a profile is read to the same data or declined', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '#',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
    ),
    fc.constantFrom(
      ': ',
      ' #',
      '\n- ',
      '\n  ',
      'null',
      'true',
      '~',
      '0x1',
      '1e3',
      '.5',
      '?',
      ',',
      '\\',
      '\t',
      '\r',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const edit = fc.tuple(fc.nat(SAMPLE.length), fc.nat(6), pieces);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const text = edits.reduce(
        (current, [at, length, piece]) => current.slice(0, at) + piece + current.slice(at + length),
        SAMPLE,
      );
      assertSameOrDeclined(text);
    }),
    { numRuns: 3000 },
  );
});
