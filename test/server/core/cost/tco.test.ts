import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkTcoInputs, tcoRange } from '../../../../server/core/cost/tco-inputs.ts';
import type { TcoInputs } from '../../../../server/core/cost/tco.ts';
import { tco } from '../../../../server/core/cost/tco.ts';
import { assertFigures, withinRelative } from '../../../builders/closeness.ts';
import { sizingCase, sizingCases } from '../../../builders/known-answers.ts';

function inputsOf(id: string, changes: object = {}): TcoInputs {
  const checked = checkTcoInputs({ ...sizingCase(id).inputs, ...changes });
  assert.ok(checked.ok, JSON.stringify(checked));
  return checked.value.likely;
}

for (const known of sizingCases('T')) {
  test(`known answer ${known.id}: every line, both totals and the break-even come out`, () => {
    assertFigures(tco(inputsOf(known.id)), known.expected, withinRelative(1e-6));
  });
}

test('5,000 users: 4.67 on-premise staff is where the cheaper side changes', () => {
  const inputs = inputsOf('T2-tco-5000');

  const breakEven = tco(inputs).breakEvenFteOnPrem;

  assert.equal(breakEven?.toFixed(2), '4.67');
  const dearer = tco({ ...inputs, onprem: { ...inputs.onprem, fte: 5 } });
  assert.equal(dearer.cheaper, 'cloud');
  assert.ok(Math.abs(dearer.onprem.total - 3137653.72) < 0.01);
});

test('at the break-even number of users both sides cost the same', () => {
  const inputs = inputsOf('T1-tco-300');
  const users = tco(inputs).breakEvenUsersFixedStaff ?? 0;

  const there = tco({ ...inputs, users });

  assert.ok(Math.abs(there.cloud.total - there.onprem.total) < 1e-6 * there.cloud.total);
});

test('a cloud that is cheaper per user as well never crosses: there is no break-even', () => {
  const inputs = inputsOf('T1-tco-300');

  assert.equal(tco({ ...inputs, cloud: { ...inputs.cloud, pricePUPM: 1 } }).breakEvenUsersFixedStaff, null);
});

test('present value: 105 at the end of the year are worth 100 today at 5 %', () => {
  const inputs = inputsOf('T1-tco-300', {
    users: 0,
    years: 1,
    salary: 105,
    discountRate: 0.05,
    onprem: {},
    cloud: { pricePUPM: 0, fte: 1 },
  });

  assert.ok(Math.abs(tco(inputs).npv.cloud - 100) < 1e-9);
  assert.equal(tco(inputs).cloud.pupm, null);
});

test('without a discount rate the present value is the total', () => {
  const result = tco(inputsOf('T1-tco-300'));

  assert.ok(Math.abs(result.npv.onprem - result.onprem.total) < 1e-6);
});

test('a horizon beyond the life of the hardware buys it again', () => {
  const inputs = inputsOf('T1-tco-300', { years: 7 });

  assert.equal(tco(inputs).onprem['hardware'], 2 * 18400);
});

test('a price given as a range makes the totals a range', () => {
  const known = sizingCase('T1-tco-300').inputs as { cloud: object };
  const checked = checkTcoInputs({
    ...known,
    cloud: { ...known.cloud, pricePUPM: { low: 6, likely: 7, high: 9 } },
  });
  assert.ok(checked.ok);

  const range = tcoRange(checked.value);

  assert.ok(range !== null);
  assertFigures(range.cloud, { low: 144000, likely: 162000, high: 198000 }, withinRelative(1e-9));
  assertFigures(range.onprem, { low: 219311.24, likely: 219311.24, high: 219311.24 }, withinRelative(1e-9));
});

const BAD: readonly (readonly [string, unknown, string])[] = [
  ['nothing', {}, 'users'],
  ['no price', { users: 3, salary: 1, cloud: {}, onprem: {} }, 'cloud.pricePUPM'],
  ['a negative price', { users: 3, salary: 1, cloud: { pricePUPM: -1 }, onprem: {} }, 'cloud.pricePUPM'],
  ['a price in words', { users: 3, salary: 1, cloud: { pricePUPM: 'seven' }, onprem: {} }, 'cloud.pricePUPM'],
  ['an unknown line', { users: 3, salary: 1, cloud: { pricePUPM: 1, tax: 2 }, onprem: {} }, 'cloud.tax'],
  [
    'a range upside down',
    { users: 3, salary: { low: 3, likely: 2, high: 1 }, cloud: { pricePUPM: 1 } },
    'salary',
  ],
  ['half a year', { users: 3, years: 0.5, salary: 1, cloud: { pricePUPM: 1 } }, 'years'],
  [
    'a sentence for a currency',
    { users: 3, salary: 1, currency: 'many yen', cloud: { pricePUPM: 1 } },
    'currency',
  ],
];
for (const [name, input, place] of BAD) {
  test(`refused with a sentence in both languages: ${name}`, () => {
    const outcome = checkTcoInputs(input);

    assert.ok(!outcome.ok);
    assert.ok(
      outcome.problems.some((problem) => problem.path === place),
      JSON.stringify(outcome.problems),
    );
  });
}

test('a figure left out counts as nothing and is named', () => {
  const checked = checkTcoInputs({ users: 3, salary: 1, cloud: { pricePUPM: 1 }, onprem: { servers: 1 } });

  assert.ok(checked.ok);
  assert.ok(checked.value.leftOut.includes('onprem.serverPrice'));
});

test('property: the lines of each side add up to its total, and nothing is negative or NaN', () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const side = (keys: readonly string[]) => fc.record(Object.fromEntries(keys.map((key) => [key, amount])));
  const cloud = side(['pricePUPM', 'addonsPUPM', 'migrationPerUser', 'fte']);
  const onprem = side([
    'servers',
    'serverPrice',
    'storageTB',
    'pricePerTB',
    'serverLicence',
    'calPrice',
    'backup',
    'fte',
  ]);
  const users = fc.integer({ min: 0, max: 1e6 });
  fc.assert(
    fc.property(users, fc.integer({ min: 1, max: 12 }), cloud, onprem, (users, years, cloud, onprem) => {
      const checked = checkTcoInputs({ users, years, salary: 5, cloud, onprem });
      assert.ok(checked.ok);
      const result = tco(checked.value.likely);
      for (const side of [result.cloud, result.onprem]) {
        const { total, pupm, ...lines } = side;
        const sum = Object.values(lines).reduce((left: number, right) => left + (right ?? 0), 0);
        assert.ok(Number.isFinite(total) && total >= 0 && (pupm ?? 0) >= 0);
        assert.ok(Math.abs(sum - total) <= 1e-9 * Math.max(1, total));
      }
    }),
    { numRuns: 1000 },
  );
});
