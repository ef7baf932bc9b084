import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { Fact } from '../../../../server/core/catalogue/fact.ts';
import type { CostAssumptions, PriceFacts } from '../../../../server/core/cost/option-prices.ts';
import { fiveYearCost } from '../../../../server/core/cost/option-cost.ts';
import { size } from '../../../../server/core/sizing/sizing.ts';
import { sizingDefaults } from '../../../builders/known-answers.ts';
import { assertObeysSchema } from '../../../builders/schema.ts';

const assumptions = parse(readFileSync('server/data/cost.yaml', 'utf8')) as CostAssumptions;
const defaults = sizingDefaults();
const need = { users: 300, copies: 2, sizing: size({ users: 300 }, defaults) };

function price(value: number, per: string, more: Partial<Fact> = {}): Fact {
  return { state: 'known', value, currency: 'JPY', per, evidence: [], ...more };
}
function cloud(facts: PriceFacts) {
  return fiveYearCost({ deployment: 'cloud', facts }, need, assumptions);
}
function onPremise(facts: PriceFacts) {
  return fiveYearCost({ deployment: 'on-premise', facts }, need, assumptions);
}
function line(cost: ReturnType<typeof cloud>, key: string) {
  const found = cost.lines.find((one) => one.key === key);
  assert.ok(found !== undefined, key);
  return found.amount;
}

test('the cost assumptions obey their schema and run from cheap to dear', () => {
  assertObeysSchema(assumptions, 'server/data/schema/cost.schema.json');
  for (const [key, range] of Object.entries(assumptions.assumptions)) {
    const isCapacity = key === 'coresPerServer' || key === 'ramPerServerGiB';
    const ends = isCapacity ? [range.high, range.likely, range.low] : [range.low, range.likely, range.high];
    assert.deepEqual(
      ends,
      ends.toSorted((a, b) => a - b),
      key,
    );
  }
});

test('a cloud subscription of 900 yen for 300 users: 309 licences, 5 years, 2 % dearer each year', () => {
  const cost = cloud({ pricePerUserMonth: price(900, 'user-month'), setupFee: price(0, 'once') });

  const wanted = 900 * 309 * 12 * (1 + 1.02 + 1.02 ** 2 + 1.02 ** 3 + 1.02 ** 4);
  assert.ok(Math.abs(line(cost, 'subscription').likely - wanted) < 0.01);
  assert.deepEqual(cost.unknownPrices, []);
  assert.equal(cost.isPriceKnown, true);
});

test('a price with tax counts without it; a price in dollars carries the uncertainty of the rate', () => {
  const taxed = cloud({ pricePerUserMonth: price(1100, 'user-month', { taxIncluded: true }) });
  const plain = cloud({ pricePerUserMonth: price(1000, 'user-month') });
  const dollars = cloud({ pricePerUserMonth: price(10, 'user-month', { currency: 'USD' }) });

  assert.ok(Math.abs(line(taxed, 'subscription').likely - line(plain, 'subscription').likely) < 1e-3);
  assert.equal(line(dollars, 'subscription').low, 10 * 135 * 300 * 60);
});

test('a price for the whole organisation does not grow with the users', () => {
  const cost = cloud({ pricePerOrganisationMonth: price(5000, 'organisation-month') });

  assert.equal(line(cost, 'subscription').low, 5000 * 60);
  assert.deepEqual(cost.unknownPrices, ['setupFee']);
});

test('an unknown price is a wide range and is named, never zero', () => {
  const cost = cloud({});

  assert.ok(line(cost, 'subscription').low > 0);
  assert.ok(line(cost, 'subscription').high > 5 * line(cost, 'subscription').low);
  assert.deepEqual(cost.unknownPrices, ['pricePerUserMonth', 'setupFee']);
  assert.equal(cost.isPriceKnown, false);
});

test('a currency without a rate counts as an unknown price', () => {
  const cost = cloud({ pricePerUserMonth: price(10, 'user-month', { currency: 'XTS' }) });

  assert.deepEqual(cost.unknownPrices, ['pricePerUserMonth', 'setupFee']);
});

test('free software has no licence and no software assurance, but servers, power and staff', () => {
  const cost = onPremise({ serverLicence: price(0, 'server'), userLicence: price(0, 'user') });

  assert.deepEqual(line(cost, 'licence'), { low: 0, likely: 0, high: 0 });
  assert.deepEqual(line(cost, 'softwareAssurance'), { low: 0, likely: 0, high: 0 });
  assert.ok(line(cost, 'hardware').likely >= 2 * 1200000);
  assert.equal(line(cost, 'staff').likely, 0.3 * 9000000 * 5);
  assert.equal(cost.isPriceKnown, true);
});

test('bought licences carry software assurance unless the support fee is known', () => {
  const licences = { serverLicence: price(100000, 'server'), userLicence: price(10000, 'user') };

  const withoutFee = onPremise(licences);
  const withFee = onPremise({ ...licences, supportFeeYear: price(500000, 'year') });

  assert.equal(line(withoutFee, 'licence').likely, 2 * 100000 + 300 * 10000);
  assert.equal(line(withoutFee, 'softwareAssurance').likely, 3200000 * 0.25 * 5);
  assert.equal(line(withFee, 'softwareAssurance').likely, 0);
  assert.deepEqual(line(withFee, 'support'), { low: 0, likely: 2500000, high: 2500000 });
});

test('licences paid by the year are paid every year', () => {
  const cost = onPremise({ userLicence: price(1000, 'user-year'), serverLicence: price(0, 'server') });

  assert.equal(line(cost, 'licenceRental').likely, 300 * 1000 * 5);
  assert.equal(line(cost, 'licence').likely, 0);
});

test('an option without a spam filter pays for one beside it, a built-in one costs nothing more', () => {
  const level = (value: string): Fact => ({ state: 'known', value, evidence: [] });

  assert.equal(line(onPremise({ spamFilter: level('separate') }), 'filtering').likely, 200 * 300 * 60);
  assert.equal(line(onPremise({ spamFilter: level('advanced') }), 'filtering').high, 0);
});

test('no users: nothing per user, and no NaN', () => {
  const cost = fiveYearCost(
    { deployment: 'on-premise', facts: {} },
    { users: 0, copies: 1, sizing: size({ users: 0 }, defaults) },
    assumptions,
  );

  assert.equal(cost.perUserMonth, null);
  assert.ok(Number.isFinite(cost.total.high));
});

test('property: low ≤ likely ≤ high for every line, lines add up, and more users never cost less', () => {
  const maybePrice = (per: string) =>
    fc.option(
      fc.integer({ min: 0, max: 100000 }).map((value) => price(value, per)),
      { nil: undefined },
    );
  const facts = fc.record({
    pricePerUserMonth: maybePrice('user-month'),
    setupFee: maybePrice('once'),
    serverLicence: maybePrice('server'),
    userLicence: maybePrice('user'),
    supportFeeYear: maybePrice('server-year'),
  });
  const deployment = fc.constantFrom('cloud' as const, 'on-premise' as const);
  fc.assert(
    fc.property(deployment, facts, fc.integer({ min: 1, max: 5000 }), (deployment, given, users) => {
      const facts = Object.fromEntries(Object.entries(given).filter(([, fact]) => fact !== undefined));
      const costOf = (count: number) =>
        fiveYearCost(
          { deployment, facts },
          { users: count, copies: 2, sizing: size({ users: count }, defaults) },
          assumptions,
        );
      const cost = costOf(users);
      for (const { key, amount } of [...cost.lines, { key: 'total', amount: cost.total }]) {
        assert.ok(amount.low <= amount.likely && amount.likely <= amount.high, key);
      }
      const sum = cost.lines.reduce((total, one) => total + one.amount.likely, 0);
      assert.ok(Math.abs(sum - cost.total.likely) <= 1e-9 * cost.total.likely);
      assert.ok(costOf(users * 2).total.likely >= cost.total.likely);
    }),
    { numRuns: 1000 },
  );
});
