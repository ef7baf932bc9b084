import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { readDataFile, validated } from '../../../../server/adapters/reference-data/read-data-file.ts';

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['years'],
  properties: { years: { type: 'array', items: { type: 'number' } } },
};

function problemsOf(text: string): readonly string[] {
  const file = validated('data.yaml', text, SCHEMA);
  return file.ok ? assert.fail('the text was accepted') : file.problems;
}

test('every file of reference data keeps its schema', () => {
  const names = globSync('server/data/*.yaml').map((path) => basename(path, '.yaml'));

  assert.ok(names.length > 0);
  for (const name of names) {
    const file = readDataFile('server/data', name, '.');
    assert.deepEqual(file.ok ? [] : file.problems, []);
  }
});

test('every breach of the schema is reported at its line and column', () => {
  assert.deepEqual(problemsOf('years:\n  - 1\n  - two\nextra: 1\n'), [
    'data.yaml:1:1: must NOT have additional properties ("extra")',
    'data.yaml:3:5: /years/1 must be number',
  ]);
});

test('a syntax fault and a duplicate key are reported at their place', () => {
  assert.match(problemsOf('years: [1\n')[0] ?? '', /^data\.yaml:\d+:\d+: /);
  assert.match(problemsOf('years: []\nyears: []\n')[0] ?? '', /^data\.yaml:2:1: /);
});
