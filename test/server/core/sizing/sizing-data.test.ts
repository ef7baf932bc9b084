import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { sizingDefaults } from '../../../builders/known-answers.ts';

const defaults = sizingDefaults();

test('the sizing defaults obey their schema', () => {
  const ajv = new Ajv({ allErrors: true });
  ajvFormats.default(ajv);
  const schema: object = JSON.parse(readFileSync('server/data/schema/sizing.schema.json', 'utf8')) as object;
  const isValid = ajv.compile(schema);

  assert.ok(isValid(defaults), JSON.stringify(isValid.errors));
});

test('every likely value lies between its low and high end, and all three are allowed', () => {
  for (const [key, input] of Object.entries(defaults.inputs)) {
    if (!('likely' in input)) continue;
    const ends = [input.low, input.high].sort((a, b) => a - b);
    assert.ok((ends[0] ?? 0) <= input.likely && input.likely <= (ends[1] ?? 0), key);
    assert.ok(input.allowed.min <= (ends[0] ?? 0) && (ends[1] ?? 0) <= input.allowed.max, key);
  }
});
