import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sampleSizing, spreadsOf } from '../../../../server/core/sizing/distribution.ts';
import { KEY_OUTPUTS, STORE_QUESTION, varianceShare } from '../../../../server/core/sizing/narrowing.ts';
import type { SizeDocument } from '../../../../server/core/sizing/size.generated.ts';
import { sizeDocument } from '../../../../server/core/sizing/size-document.ts';
import { checkSizingRequest } from '../../../../server/core/sizing/sizing-request.ts';
import { seededRng } from '../../../../server/core/random/rng.ts';
import { assertFigures, withinRelative } from '../../../builders/closeness.ts';
import { sizingCase, sizingCases, sizingDefaults } from '../../../builders/known-answers.ts';
import { assertObeysSchema } from '../../../builders/schema.ts';

const defaults = sizingDefaults();
const QUICK = { samples: 2000, seed: 7 };

function documentOf(input: object, plan = QUICK): SizeDocument {
  const outcome = sizeDocument(input, defaults, plan);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

for (const known of sizingCases('M')) {
  test(`the document for ${known.id} obeys its schema and holds the known answer`, () => {
    const document = documentOf(known.inputs, { samples: 10, seed: 1 });

    assertObeysSchema(document, 'server/core/sizing/size.schema.json');
    assertFigures(document, known.expected, withinRelative(1e-6));
  });
}

test('users alone: everything else is named as assumed, and the ranges are wide', () => {
  const document = documentOf({ users: 300 });

  assert.ok(document.assumed.includes('avgMsgKiB') && document.assumed.includes('clients'));
  assert.ok(!document.assumed.includes('users'));
  const peak = document.distribution.outputs['smtpInPeakPerSec'];
  assert.ok(peak !== undefined && peak.p90 > 2 * peak.p10);
});

test('between the ends of every range: P10 to P90 lie inside the stacked bounds of 300 users', () => {
  const outputs = documentOf({ users: 300, clients: [{ name: 'all', share: 1, conns: 3 }] }).distribution
    .outputs;
  const low = sizingCase('M5-300-low').expected as Record<string, number>;
  const high = sizingCase('M6-300-high').expected as Record<string, number>;

  for (const key of ['smtpConcurrentMean', 'smtpSlots_B0.1pct', 'iops', 'growthMiBPerUserDay']) {
    assert.ok((outputs[key]?.p10 ?? 0) > (low[key] ?? 0), key);
    assert.ok((outputs[key]?.p90 ?? Infinity) < (high[key] ?? 0), key);
  }
});

test('the same seed gives the same bytes, another seed does not', () => {
  const once = JSON.stringify(documentOf({ users: 300 }));

  assert.equal(JSON.stringify(documentOf({ users: 300 })), once);
  assert.notEqual(JSON.stringify(documentOf({ users: 300 }, { samples: 2000, seed: 8 })), once);
});

test('everything known exactly: no spread and nothing to ask', () => {
  const { distribution, assumed } = documentOf(sizingCase('M1-300-jp-likely').inputs);

  assert.deepEqual(assumed, []);
  assert.deepEqual(distribution.questions, []);
  assert.equal(distribution.outputs['provisionedGiB']?.p10, distribution.outputs['provisionedGiB']?.p90);
});

test('open questions come in the order of what they narrow, with names in both languages', () => {
  const { questions } = documentOf({ users: 300 }).distribution;

  const gains = questions.map((question) => question.narrows);
  assert.deepEqual(
    gains,
    gains.toSorted((a, b) => b - a),
  );
  const leading = questions.slice(0, 6).map((question) => question.ask);
  for (const lever of ['avgMsgKiB', 'smtpSessionSec', 'recvPerUserDay'])
    assert.ok(leading.includes(lever), lever);
  assert.ok(questions.every(({ label }) => label.en !== label.ja));
});

test('the store now and a year ago narrows the disk more than any single other question', () => {
  const { questions } = documentOf({ users: 300 }).distribution;
  const store = questions.find((question) => question.ask === STORE_QUESTION);
  const others = questions.filter(
    (question) => question.ask !== STORE_QUESTION && question.most.output === 'provisionedGiB',
  );

  assert.ok(store !== undefined);
  assert.equal(store.most.output, 'provisionedGiB');
  assert.ok(others.every((question) => question.most.share < store.most.share));
});

test('a measured store is marked as measured, is no longer asked for and narrows the mailbox', () => {
  const before = documentOf({ users: 300 }).distribution.outputs['year1GiBPerUser'];
  const document = documentOf({ users: 300, storeGiBNow: 900, storeGiBYearAgo: 600 });

  const after = document.distribution.outputs['year1GiBPerUser'];
  assert.deepEqual(document.measured, ['growthMiBPerUserDay', 'year1GiBPerUser']);
  assert.equal(after?.p10, after?.p90);
  assert.ok((before?.p90 ?? 0) > 1.5 * (before?.p10 ?? 0));
});

test('users given as a range spread every total', () => {
  const { outputs } = documentOf({
    ...sizingCase('M1-300-jp-likely').inputs,
    users: { low: 100, likely: 300, high: 500 },
  }).distribution;

  const delivered = outputs['deliveredPerDay'];
  assert.ok(delivered !== undefined && delivered.p10 > 100 * 65 && delivered.p90 < 500 * 65);
  assert.ok(delivered.p10 < delivered.p50 && delivered.p50 < delivered.p90);
});

test('the quantiles of a triangular input are the exact ones', () => {
  const { outputs } = documentOf(
    { ...sizingCase('M1-300-jp-likely').inputs, recvPerUserDay: { low: 0, likely: 50, high: 100 } },
    { samples: 50000, seed: 3 },
  ).distribution;

  assert.ok(Math.abs((outputs['deliveredPerDay']?.p10 ?? 0) / 300 - 100 * Math.sqrt(0.1 / 2)) < 0.5);
  assert.ok(Math.abs((outputs['deliveredPerDay']?.p50 ?? 0) / 300 - 50) < 0.5);
});

test('variance share: y = 3·u + v gives 9/10 to u and 1/10 to v', () => {
  const rng = seededRng(11);
  const u = Float64Array.from({ length: 50000 }, () => rng.nextUnit());
  const v = Float64Array.from({ length: 50000 }, () => rng.nextUnit());
  const y = u.map((value, index) => 3 * value + (v[index] ?? 0));

  assert.ok(Math.abs(varianceShare(y, u) - 0.9) < 0.01);
  assert.ok(Math.abs(varianceShare(y, v) - 0.1) < 0.01);
  assert.ok(
    varianceShare(
      y,
      Float64Array.from({ length: 50000 }, () => rng.nextUnit()),
    ) < 0.002,
  );
});

test('warnings: implausible counts, a binding quota, very few and very many mailboxes', () => {
  assert.match(
    documentOf({ users: 300, sentPerUserDay: 1 }).warnings[0]?.en ?? '',
    /65\.0 internal recipients/,
  );
  assert.match(documentOf({ users: 300, quotaGiB: 2 }).warnings[0]?.en ?? '', /quota of 2 GiB/);
  assert.equal(documentOf({ users: 20 }).warnings.length, 1);
  assert.equal(documentOf({ users: 20000 }).warnings.length, 1);
  assert.deepEqual(documentOf({ users: 300 }).warnings, []);
});

const BAD: readonly (readonly [string, object, string])[] = [
  ['an end beyond what is allowed', { users: { low: -5, likely: 1, high: 2 } }, 'users.low'],
  [
    'a likely value outside its ends',
    { users: 1, recvPerUserDay: { low: 5, likely: 9, high: 7 } },
    'recvPerUserDay',
  ],
  ['half a range', { users: { low: 1, high: 2 } }, 'users'],
];
for (const [name, input, place] of BAD) {
  test(`refused with its place: ${name}`, () => {
    const outcome = sizeDocument(input, defaults, QUICK);

    assert.ok(!outcome.ok);
    assert.ok(
      outcome.problems.some((problem) => problem.path === place),
      JSON.stringify(outcome.problems),
    );
  });
}

test('property: P10 ≤ P50 ≤ P90 for any number of users and any seed', () => {
  const known = fc.record({ users: fc.integer({ min: 1, max: 50000 }) });
  fc.assert(
    fc.property(known, fc.integer(), (input, seed) => {
      const request = checkSizingRequest(input, defaults);
      assert.ok(request.ok);
      const spreads = spreadsOf(sampleSizing(request.value, defaults, { samples: 50, seed }));
      for (const key of KEY_OUTPUTS) {
        const { p10, p50, p90 } = spreads[key] ?? { p10: 1, p50: 0, p90: 0 };
        assert.ok(p10 <= p50 && p50 <= p90, key);
      }
    }),
    { numRuns: 1000 },
  );
});
