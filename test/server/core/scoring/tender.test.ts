import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { array, assert as check, integer, property, record } from 'fast-check';
import type { PriceRule } from '../../../../server/core/mcda/tender.ts';
import { NO_ROUNDING, tender } from '../../../../server/core/mcda/tender.ts';
import { recommend } from '../../../../server/core/scoring/recommend.ts';
import type { TenderOption, TenderRanking } from '../../../../server/core/scoring/recommendation.ts';
import { parseTender } from '../../../../server/core/scoring/tender-declaration.ts';
import { exampleAnswers, recommendInput, SHIPPED_CATALOGUE } from '../../../builders/recommend-input.ts';

const IDS = SHIPPED_CATALOGUE.providers.map(({ id }) => id);
const ANSWERS = exampleAnswers('manufacturer-300');
const ADDITIVE = { rule: 'additive', technicalPoints: 200, pricePoints: 100, reservePrice: 60_000_000 };

function declaration(tender: unknown) {
  const parsed = parseTender({ ...ANSWERS, tender }, IDS);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  assert.ok(parsed.value.tender !== undefined);
  return parsed.value.tender;
}

function evaluation(tender: unknown) {
  const recommendation = recommend(recommendInput(ANSWERS, { samples: 100, tender: declaration(tender) }));
  assert.ok(recommendation.tender !== undefined);
  return { recommendation, tender: recommendation.tender };
}

function ranked({ options }: TenderRanking): readonly TenderOption[] {
  return options.filter(({ rank }) => rank !== null);
}

describe('a declared tender rule', () => {
  const plain = recommend(recommendInput(ANSWERS, { samples: 100 }));
  const additive = evaluation(ADDITIVE);

  it('stands beside the score and changes nothing of it', () => {
    const { tender, answersHash, ...rest } = additive.recommendation;
    const { answersHash: plainHash, ...plainRest } = plain;

    assert.equal(plain.tender, undefined);
    assert.notEqual(answersHash, plainHash);
    assert.deepEqual(rest, plainRest);
    assert.equal(tender?.rule, 'additive');
  });

  it('加算方式: technical points from the score without cost, price points from the reserve price', () => {
    for (const { option, technicalPoints, price, pricePoints, total } of ranked(additive.tender)) {
      const score = plain.cost?.options.find((one) => one.option === option)?.score ?? Number.NaN;
      assert.ok(Math.abs(technicalPoints - 200 * score) < 1e-9, option);
      assert.ok(Math.abs((pricePoints ?? 0) - 100 * (1 - (price ?? 0) / 60_000_000)) < 1e-9, option);
      assert.ok(Math.abs((total ?? 0) - technicalPoints - (pricePoints ?? 0)) < 1e-9, option);
    }
  });

  it('keeps out what misses a mandatory item or exceeds the reserve price, each with its reason', () => {
    const low = evaluation({ ...ADDITIVE, reservePrice: 20_000_000 });
    for (const { option, state, price, reason, rank } of low.tender.options) {
      const status = low.recommendation.options.find(({ id }) => id === option)?.status;
      if (status === 'excluded') assert.equal(state, 'disqualified', option);
      if (state !== 'qualified') assert.ok(reason !== null && reason.ja !== '', option);
      if (state === 'disqualified' && status !== 'excluded') assert.ok((price ?? 0) > 20_000_000, option);
      assert.equal(rank === null, state === 'disqualified' || state === 'noPrice', option);
    }
    assert.ok(low.tender.options.some(({ reason }) => reason?.en.includes('reserve price') === true));
  });

  it('ranks what is still to confirm behind what is confirmed', () => {
    const states = ranked(additive.tender).map(({ state }) => state);

    assert.deepEqual(states, states.toSorted().toReversed());
    assert.deepEqual(
      ranked(additive.tender).map(({ rank }) => rank),
      states.map((_, index) => index + 1),
    );
  });

  it('除算方式: points over price, per the declared amount', () => {
    const { tender } = evaluation({ rule: 'division', technicalPoints: 50, perAmount: 10_000_000 });
    for (const { technicalPoints, price, total, pricePoints } of ranked(tender)) {
      assert.ok(Math.abs((total ?? 0) - ((100 + technicalPoints) / (price ?? 1)) * 10_000_000) < 1e-9);
      assert.equal(pricePoints, null);
    }
  });

  it('a weighted sum gives nothing beyond the budget and throws nobody out', () => {
    const budget = 20_000_000;
    const { tender } = evaluation({ rule: 'weighted-sum', technicalPoints: 60, pricePoints: 40, budget });
    const dear = ranked(tender).filter(({ price }) => (price ?? 0) > budget);

    assert.ok(dear.length > 0);
    for (const { pricePoints } of dear) assert.equal(pricePoints, 0);
  });

  it('a relative rule says that a further bid can change the order, the others say nothing of it', () => {
    const relative = { rule: 'relative-lowest-price', technicalPoints: 60, pricePoints: 40 };
    const { tender } = evaluation(relative);
    const warned = (one: TenderRanking): boolean =>
      one.warnings.some(({ en }) => en.includes('further bid can change the order'));

    assert.ok(warned(tender));
    assert.ok(!warned(additive.tender));
    assert.equal(Math.max(...ranked(tender).map(({ pricePoints }) => pricePoints ?? 0)), 40);
    assert.ok(ranked(tender).every(({ totalRange }) => totalRange === null));
  });

  it('rounds technical and price points as declared', () => {
    const { tender } = evaluation({ ...ADDITIVE, rounding: { mode: 'floor', decimals: 1 } });
    for (const [index, { technicalPoints, pricePoints }] of ranked(tender).entries()) {
      const exact = ranked(additive.tender)[index];
      assert.ok(exact !== undefined);
      assert.equal(technicalPoints, Math.floor(exact.technicalPoints * 10 + 1e-9) / 10);
      assert.equal(pricePoints, Math.floor((exact.pricePoints ?? 0) * 10 + 1e-9) / 10);
    }
  });

  it('a bid replaces the estimate, and its total has no range from the price', () => {
    const [first] = ranked(additive.tender);
    assert.ok(first !== undefined);
    const { tender } = evaluation({ ...ADDITIVE, bids: { [first.option]: 30_000_000 } });
    const same = tender.options.find(({ option }) => option === first.option);

    assert.deepEqual([same?.price, same?.priceSource, same?.pricePoints], [30_000_000, 'bid', 50]);
    assert.equal(first.priceSource, 'estimate');
  });

  it('a bid gives a price to an option whose price nobody publishes', () => {
    const without = additive.tender.options.find(({ state }) => state === 'noPrice');
    assert.ok(without !== undefined);
    const { tender } = evaluation({ ...ADDITIVE, bids: { [without.option]: 30_000_000 } });

    assert.equal(tender.options.find(({ option }) => option === without.option)?.pricePoints, 50);
  });

  it('equal totals: by technical points, by price, or left to a lot, as declared', () => {
    // Points cut to whole hundreds make everybody equal.
    const coarse = {
      ...ADDITIVE,
      technicalPoints: 1,
      pricePoints: 1,
      rounding: { mode: 'floor', decimals: 0 },
    };
    const lot = evaluation({ ...coarse, tie: 'lot' }).tender;
    const cheap = evaluation({ ...coarse, tie: 'lower-price' }).tender;
    const prices = ranked(cheap)
      .filter(({ state }) => state === 'qualified')
      .map(({ price }) => price ?? 0);

    assert.equal(lot.winner, null);
    assert.ok(lot.tied.length > 1);
    assert.ok(lot.warnings.some(({ en }) => en.includes('does not decide')));
    assert.deepEqual(
      prices,
      prices.toSorted((a, b) => a - b),
    );
  });

  it('every total lies inside its range', () => {
    for (const { total, totalRange, option } of ranked(additive.tender)) {
      assert.ok(
        totalRange !== null && totalRange[0] <= (total ?? 0) && (total ?? 0) <= totalRange[1],
        option,
      );
    }
  });
});

const bid = record({ price: integer({ min: 1, max: 1000 }), tech: integer({ min: 0, max: 200 }) });
const ABSOLUTE: readonly PriceRule[] = [
  { kind: 'additive', reservePrice: 1000, priceAllocation: 100 },
  { kind: 'division', reservePrice: 1000, standardPoints: 100, perAmount: 1 },
  { kind: 'weighted-sum', budget: 500, priceAllocation: 40 },
];
const TERMS = { rounding: NO_ROUNDING, tie: 'higher-technical' } as const;

describe('a further bid', () => {
  it('changes no total under an absolute rule', () => {
    check(
      property(array(bid, { minLength: 1, maxLength: 8 }), bid, (bids, further) => {
        const held = bids.map((one) => ({ ...one, mandatoryMet: true }));
        for (const rule of ABSOLUTE) {
          const before = tender(held, rule, TERMS).totals;
          const after = tender([...held, { ...further, mandatoryMet: true }], rule, TERMS).totals;
          assert.deepEqual(after.slice(0, -1), before);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('can change who is first under the relative rule', () => {
    const rule = { kind: 'relative-lowest-price', priceAllocation: 50 } as const;
    const two = [
      { price: 100, tech: 30, mandatoryMet: true },
      { price: 200, tech: 54, mandatoryMet: true },
    ];
    const third = { price: 40, tech: 0, mandatoryMet: true };

    assert.equal(tender(two, rule, TERMS).winner, 1);
    assert.equal(tender([...two, third], rule, TERMS).winner, 2);
  });
});

describe('a wrong declaration', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['no rule', { technicalPoints: 1 }, 'tender.rule'],
    ['an unknown rule', { rule: 'cheapest', technicalPoints: 1 }, 'tender.rule'],
    ['no allocation', { rule: 'relative-lowest-price', technicalPoints: 60 }, 'tender.pricePoints'],
    ['a reserve price of 0', { ...ADDITIVE, reservePrice: 0 }, 'tender.reservePrice'],
    ['a strange rounding', { ...ADDITIVE, rounding: { mode: 'up' } }, 'tender.rounding.mode'],
    [
      'half a decimal',
      { ...ADDITIVE, rounding: { mode: 'floor', decimals: 0.5 } },
      'tender.rounding.decimals',
    ],
    ['a strange tie rule', { ...ADDITIVE, tie: 'first' }, 'tender.tie'],
    ['a bid of nobody', { ...ADDITIVE, bids: { nobody: 1 } }, 'tender.bids.nobody'],
    ['a bid for nothing', { ...ADDITIVE, bids: { [IDS[0] ?? '']: 0 } }, `tender.bids.${IDS[0]}`],
    ['no mapping at all', 'additive', 'tender.rule'],
  ];
  for (const [name, tender, path] of cases) {
    it(`${name}: the problem names ${path}`, () => {
      const parsed = parseTender({ tender }, IDS);

      assert.ok(!parsed.ok);
      assert.ok(
        parsed.problems.some((problem) => problem.path === path),
        JSON.stringify(parsed.problems),
      );
    });
  }

  it('is absent where nothing is declared', () => {
    assert.deepEqual(parseTender(ANSWERS, IDS), { ok: true, value: {} });
  });
});
