import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizingDefaults } from '../../../builders/known-answers.ts';
import { assertObeysSchema } from '../../../builders/schema.ts';

const defaults = sizingDefaults();

test('the sizing defaults obey their schema', () => {
  assertObeysSchema(defaults, 'server/data/schema/sizing.schema.json');
});

test('every likely value lies between its low and high end, and all three are allowed', () => {
  for (const [key, input] of Object.entries(defaults.inputs)) {
    if (!('likely' in input)) continue;
    const ends = [input.low, input.high].sort((a, b) => a - b);
    assert.ok((ends[0] ?? 0) <= input.likely && input.likely <= (ends[1] ?? 0), key);
    assert.ok(input.allowed.min <= (ends[0] ?? 0) && (ends[1] ?? 0) <= input.allowed.max, key);
  }
});
