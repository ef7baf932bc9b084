import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costDocument } from '../../../../server/core/cost/cost-document.ts';
import { assertFigures, withinRelative } from '../../../builders/closeness.ts';
import { sizingCases } from '../../../builders/known-answers.ts';
import { assertObeysSchema } from '../../../builders/schema.ts';

const SCHEMA = 'server/core/cost/cost-document.schema.json';

for (const known of sizingCases('T')) {
  test(`the document for ${known.id} obeys its schema and holds the known answer`, () => {
    const outcome = costDocument(known.inputs);

    assert.ok(outcome.ok);
    assertObeysSchema(outcome.value, SCHEMA);
    assertFigures(outcome.value, known.expected, withinRelative(1e-6));
  });
}

test('few users and few staff: the reader is told that a night watch is missing', () => {
  const outcome = costDocument({ users: 1, salary: 1, cloud: { pricePUPM: 1 }, onprem: { fte: 0.3 } });

  assert.ok(outcome.ok);
  assertObeysSchema(outcome.value, SCHEMA);
  assert.ok(outcome.value.warnings.some((warning) => warning.en.includes('24 hours')));
});

test('no users at all: no figure per user, and the document still obeys its schema', () => {
  const outcome = costDocument({ users: 0, salary: 0, cloud: { pricePUPM: 0 } });

  assert.ok(outcome.ok);
  assertObeysSchema(outcome.value, SCHEMA);
  assert.equal(outcome.value.cheaper, 'equal');
});

test('a range of prices comes out as a range of totals', () => {
  const outcome = costDocument({
    users: 10,
    salary: 0,
    cloud: { pricePUPM: { low: 1, likely: 2, high: 3 } },
  });

  assert.ok(outcome.ok);
  assertObeysSchema(outcome.value, SCHEMA);
  assert.deepEqual(outcome.value.range?.cloud, { low: 600, likely: 1200, high: 1800 });
});
