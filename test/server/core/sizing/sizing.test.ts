import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { SizingNumberKey } from '../../../../server/core/sizing/sizing-inputs.ts';
import { checkSizingInputs } from '../../../../server/core/sizing/sizing-inputs.ts';
import { size } from '../../../../server/core/sizing/sizing.ts';
import { assertFigures, withinRelative } from '../../../builders/closeness.ts';
import { sizingCase, sizingCases, sizingDefaults } from '../../../builders/known-answers.ts';

const defaults = sizingDefaults();
const likely300 = size({ users: 300 }, defaults);

for (const known of sizingCases('M')) {
  test(`known answer ${known.id}: every figure of the model comes out`, () => {
    const checked = checkSizingInputs(known.inputs, defaults);
    assert.ok(checked.ok);

    const sizing = size(checked.value, defaults);

    assert.deepEqual(Object.keys(sizing).sort(), Object.keys(known.expected).sort());
    assertFigures(sizing, known.expected, withinRelative(1e-6));
  });
}

test('a missing key takes its likely default: 300 users alone give the case with all defaults written out', () => {
  assertFigures(likely300, sizingCase('M1-300-jp-likely').expected, withinRelative(1e-6));
});

test('a store measured now and a year ago replaces the assumed growth and keeps what is there already', () => {
  const sizing = size({ users: 300, storeGiBNow: 900, storeGiBYearAgo: 600 }, defaults);

  assert.equal(sizing.year1GiBPerUser, 1);
  assert.ok(Math.abs(sizing.mailboxGiBPerUser - (3 + 5.52563125)) < 1e-9);
  assert.equal(sizing.smtpInPeakPerSec, likely300.smtpInPeakPerSec);
});

test('attachments give the mean message where it is not stated: 15 + 0.20 × 300 × 1.3684 = 97.1 KiB', () => {
  const fromAttachments = size({ users: 300, attachmentShare: 0.2, attachmentKiB: 300 }, defaults);
  const stated = size({ users: 300, avgMsgKiB: 97.10526315789474 }, defaults);

  assertFigures(fromAttachments, stated as never, withinRelative(1e-9));
});

test('a server that needs a third fewer disk operations per message gets a third fewer', () => {
  const sizing = size({ users: 300, iopsFactor: 0.67 }, defaults);

  assert.ok(Math.abs(sizing.iops - 29.16 * 0.67) < 1e-9);
});

test('sent mail that is deleted again does not fill the mailbox: (16 × 0.5 + 65 × 0.6) × 75 KiB a day', () => {
  const sizing = size({ users: 300, keepSent: 0.5 }, defaults);

  assert.ok(Math.abs(sizing.growthMiBPerUserDay - (47 * 75) / 1024) < 1e-12);
});

test('a measured store is shown as growth a working day as well: 1 GiB a year is 4.18 MiB a day', () => {
  const sizing = size({ users: 300, storeGiBNow: 900, storeGiBYearAgo: 600 }, defaults);

  assert.ok(Math.abs(sizing.growthMiBPerUserDay - 1024 / 245) < 1e-12);
});

test('a store without users cannot be shared out among them and is left aside', () => {
  const sizing = size({ users: 0, storeGiBNow: 900, storeGiBYearAgo: 600 }, defaults);

  assert.deepEqual(sizing, size({ users: 0 }, defaults));
});

test('only the share with attachments, without their size, says nothing about the mean message', () => {
  assert.deepEqual(size({ users: 300, attachmentShare: 0.2 }, defaults), likely300);
  assert.deepEqual(size({ users: 300, attachmentKiB: 300 }, defaults), likely300);
});

test('twenty kinds of mail program are accepted, and a list of none means no connections', () => {
  const twenty = Array.from({ length: 20 }, () => ({ name: 'x', share: 1, conns: 1 }));

  assert.ok(checkSizingInputs({ users: 1, clients: twenty }, defaults).ok);
  assert.ok(!checkSizingInputs({ users: 1, clients: [...twenty, ...twenty] }, defaults).ok);
  assert.equal(size({ users: 300, clients: [] }, defaults).imapConcurrent, 0);
});

test('nothing sent inside: the plausibility check has no answer, the rest stays finite', () => {
  const sizing = size({ users: 300, extOutShare: 1 }, defaults);

  assert.equal(sizing.impliedInternalRecipientsPerMsg, null);
  assert.ok(Object.values(sizing).every((figure) => figure === null || Number.isFinite(figure)));
});

const BAD_INPUTS: readonly (readonly [string, unknown, string])[] = [
  ['no users', {}, 'users'],
  ['a list', [], ''],
  ['a number in words', { users: 'three hundred' }, 'users'],
  ['half a mailbox', { users: 0.5 }, 'users'],
  ['a negative count', { users: -1 }, 'users'],
  ['nothing but spam', { users: 1, spamShare: 1 }, 'spamShare'],
  ['not a number', { users: 1, avgMsgKiB: Number.NaN }, 'avgMsgKiB'],
  ['infinity', { users: 1, sentPerUserDay: Infinity }, 'sentPerUserDay'],
  ['an unknown key', { users: 1, seats: 3 }, 'seats'],
  ['a key of the prototype', { users: 1, constructor: 3 }, 'constructor'],
  ['a full disk kept free', { users: 1, freeReserve: 1 }, 'freeReserve'],
  ['clients as text', { users: 1, clients: 'imap' }, 'clients'],
  ['a client without connections', { users: 1, clients: [{ name: 'x', share: 1 }] }, 'clients[0].conns'],
  ['a client that is no entry', { users: 1, clients: ['imap'] }, 'clients'],
  [
    'a client used by more than everybody',
    { users: 1, clients: [{ name: 'x', share: 2, conns: 1 }] },
    'clients[0].share',
  ],
  [
    'a client with endless connections',
    { users: 1, clients: [{ name: 'x', share: 1, conns: 1e6 }] },
    'clients[0].conns',
  ],
  ['a negative store', { users: 1, storeGiBNow: -1 }, 'storeGiBNow'],
  ['a negative store a year ago', { users: 1, storeGiBNow: 1, storeGiBYearAgo: -1 }, 'storeGiBYearAgo'],
  ['a store in words', { users: 1, storeGiBNow: 'big' }, 'storeGiBNow'],
  ['a message without a body', { users: 1, bodyKiB: 0 }, 'bodyKiB'],
  ['attachments on more than all messages', { users: 1, attachmentShare: 2 }, 'attachmentShare'],
  ['a negative attachment', { users: 1, attachmentKiB: -1 }, 'attachmentKiB'],
  ['a store a year ago but not now', { users: 1, storeGiBYearAgo: 3 }, 'storeGiBNow'],
  ['a store that shrank', { users: 1, storeGiBNow: 2, storeGiBYearAgo: 3 }, 'storeGiBYearAgo'],
];
for (const [name, input, place] of BAD_INPUTS) {
  test(`refused with a sentence in both languages: ${name}`, () => {
    const outcome = checkSizingInputs(input, defaults);

    assert.ok(!outcome.ok);
    const problem = outcome.problems.find((one) => one.path === place);
    assert.ok(problem !== undefined, JSON.stringify(outcome.problems));
    assert.notEqual(problem.message.en, problem.message.ja);
  });
}

test('all problems of an input are reported at once', () => {
  const outcome = checkSizingInputs({ sentPerUserDay: -1, spamShare: 2, copies: 1.5 }, defaults);

  assert.ok(!outcome.ok);
  assert.deepEqual(outcome.problems.map((problem) => problem.path).sort(), [
    'copies',
    'sentPerUserDay',
    'spamShare',
    'users',
  ]);
});

const anyInputs = fc.record<Partial<Record<SizingNumberKey, number>>>(
  Object.fromEntries<fc.Arbitrary<number>>(
    Object.entries(defaults.inputs).map(([key, input]) => [
      key,
      input.integer === true
        ? fc.integer({ min: input.allowed.min, max: input.allowed.max })
        : fc.double({ min: input.allowed.min, max: input.allowed.max, noNaN: true }),
    ]),
  ),
);

test('property: any allowed input gives finite, non-negative figures', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      for (const [key, figure] of Object.entries(size(inputs, defaults))) {
        assert.ok(figure === null || (Number.isFinite(figure) && figure >= 0), `${key} = ${figure}`);
      }
    }),
    { numRuns: 1000 },
  );
});

test('property: more users never need less of anything', () => {
  const users = fc.integer({ min: 0, max: 200000 });
  fc.assert(
    fc.property(users, users, anyInputs, (one, other, inputs) => {
      const small = size({ ...inputs, users: Math.min(one, other) }, defaults);
      const large = size({ ...inputs, users: Math.max(one, other) }, defaults);
      for (const key of Object.keys(small) as (keyof typeof small)[]) {
        assert.ok((large[key] ?? 0) >= (small[key] ?? 0), key);
      }
    }),
    { numRuns: 1000 },
  );
});

test('property: more, larger or longer kept mail never needs less of anything', () => {
  const raises = ['sentPerUserDay', 'recvPerUserDay', 'avgMsgKiB', 'years', 'copies', 'recoverDays'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...raises),
      fc.integer({ min: 1, max: 20 }),
      anyInputs,
      (key, step, inputs) => {
        const base = { ...inputs, users: 100, [key]: 1 };
        const before = size(base, defaults);
        const after = size({ ...base, [key]: 1 + step }, defaults);
        for (const figure of ['smtpInPeakPerSec', 'provisionedGiB', 'iops', 'cores', 'ramGiB'] as const) {
          assert.ok(after[figure] >= before[figure] * (1 - 1e-12), `${key} lowers ${figure}`);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
