import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownBids, parseTender } from '../../../../server/core/scoring/tender-declaration.ts';

const IDS = ['one', 'two'];
const ADDITIVE = { rule: 'additive', technicalPoints: 200, pricePoints: 100, reservePrice: 5000 };

function declared(tender: unknown) {
  const parsed = parseTender({ tender }, IDS);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value.tender;
}

function problems(tender: unknown): readonly string[] {
  const parsed = parseTender({ tender }, IDS);
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
}

describe('a declared tender rule', () => {
  it('adds points, unrounded and without bids unless declared', () => {
    assert.deepEqual(declared(ADDITIVE), {
      rule: { kind: 'additive', reservePrice: 5000, priceAllocation: 100 },
      technicalAllocation: 200,
      rounding: { mode: 'none', decimals: 0 },
      tie: 'higher-technical',
      bids: {},
    });
  });

  it('divides points by a price in millions above 100 standard points, unless declared', () => {
    assert.deepEqual(declared({ rule: 'division', technicalPoints: 50 })?.rule, {
      kind: 'division',
      reservePrice: null,
      standardPoints: 100,
      perAmount: 1_000_000,
    });
    assert.deepEqual(
      declared({
        rule: 'division',
        technicalPoints: 50,
        reservePrice: 7,
        standardPoints: 80,
        perAmount: 10,
      })?.rule,
      { kind: 'division', reservePrice: 7, standardPoints: 80, perAmount: 10 },
    );
    assert.equal(
      declared({ rule: 'division', technicalPoints: 50, reservePrice: null })?.rule.kind,
      'division',
    );
  });

  it('weighs a budget, or compares with the lowest price', () => {
    assert.deepEqual(
      declared({ rule: 'weighted-sum', technicalPoints: 60, pricePoints: 40, budget: 900 })?.rule,
      { kind: 'weighted-sum', budget: 900, priceAllocation: 40 },
    );
    assert.deepEqual(
      declared({ rule: 'relative-lowest-price', technicalPoints: 60, pricePoints: 40 })?.rule,
      { kind: 'relative-lowest-price', priceAllocation: 40 },
    );
  });

  it('rounds as declared, to no decimals unless declared and to ten at most', () => {
    const rounding = (given: unknown) => declared({ ...ADDITIVE, rounding: given })?.rounding;

    assert.deepEqual(rounding({ mode: 'floor' }), { mode: 'floor', decimals: 0 });
    assert.deepEqual(rounding({ mode: 'half-up', decimals: 10 }), { mode: 'half-up', decimals: 10 });
    assert.deepEqual(rounding({ mode: 'none', decimals: null }), { mode: 'none', decimals: 0 });
    assert.deepEqual(rounding(null), { mode: 'none', decimals: 0 });
  });

  it('breaks ties and takes bids as declared', () => {
    assert.equal(declared({ ...ADDITIVE, tie: 'lot' })?.tie, 'lot');
    assert.equal(declared({ ...ADDITIVE, tie: 'lower-price' })?.tie, 'lower-price');
    assert.equal(declared({ ...ADDITIVE, tie: null })?.tie, 'higher-technical');
    assert.deepEqual(declared({ ...ADDITIVE, bids: { two: 12.5 } })?.bids, { two: 12.5 });
    assert.deepEqual(declared({ ...ADDITIVE, bids: 'none' })?.bids, {});
  });

  it('is absent where nothing is declared', () => {
    for (const raw of [{}, { tender: null }, { tender: undefined }, null, 'tender'])
      assert.deepEqual(parseTender(raw, IDS), { ok: true, value: {} }, JSON.stringify(raw));
  });
});

describe('a wrong tender rule', () => {
  it('is refused with every problem at once', () => {
    assert.deepEqual(
      problems({
        rule: 'additive',
        technicalPoints: -1,
        reservePrice: '5000',
        rounding: { mode: 'up', decimals: 11 },
        tie: 'first',
        bids: { nobody: 1, one: 0, two: Number.POSITIVE_INFINITY },
      }),
      [
        'tender.reservePrice',
        'tender.pricePoints',
        'tender.technicalPoints',
        'tender.rounding.mode',
        'tender.rounding.decimals',
        'tender.tie',
        'tender.bids.nobody',
        'tender.bids.one',
        'tender.bids.two',
      ],
    );
  });

  it('is refused for its rule alone, as what else it needs depends on that', () => {
    for (const tender of [{}, 'additive', [], { rule: 'cheapest', technicalPoints: 0 }, { rule: null }])
      assert.deepEqual(problems(tender), ['tender.rule'], JSON.stringify(tender));
  });

  it('must name its rounding, with whole decimals from 0', () => {
    const rounding = (given: unknown) => problems({ ...ADDITIVE, rounding: given });

    assert.deepEqual(rounding({}), ['tender.rounding.mode']);
    assert.deepEqual(rounding('floor'), ['tender.rounding.mode']);
    for (const decimals of [-1, 0.5, 11, '2'])
      assert.deepEqual(rounding({ mode: 'floor', decimals }), ['tender.rounding.decimals'], `${decimals}`);
    assert.deepEqual(rounding({ mode: 'floor', decimals: 0 }), []);
  });

  it('needs amounts above 0 for each of its figures', () => {
    for (const amount of [0, -5, Number.NaN, Number.POSITIVE_INFINITY, '7', null])
      assert.deepEqual(problems({ ...ADDITIVE, pricePoints: amount }), ['tender.pricePoints'], `${amount}`);
    assert.deepEqual(problems({ rule: 'weighted-sum', technicalPoints: 1, pricePoints: 1 }), [
      'tender.budget',
    ]);
    assert.deepEqual(problems({ rule: 'division', technicalPoints: 1, reservePrice: 0, perAmount: 0 }), [
      'tender.reservePrice',
      'tender.perAmount',
    ]);
    assert.deepEqual(problems({ rule: 'division', technicalPoints: 1, standardPoints: 0 }), [
      'tender.standardPoints',
    ]);
  });

  it('says in both languages what would be right', () => {
    const parsed = parseTender({ tender: { ...ADDITIVE, tie: 'first' } }, IDS);

    assert.deepEqual(parsed.ok ? [] : parsed.problems[0]?.message, {
      en: 'Choose one of: higher-technical, lower-price, lot.',
      ja: '次のいずれかを指定してください：higher-technical, lower-price, lot',
    });
  });
});

describe('bids kept beside an evaluation', () => {
  it('lose the options that the catalogue no longer has', () => {
    assert.deepEqual(knownBids({ bids: { one: 5, gone: 6, two: 'x' } }, IDS), { one: 5, two: 'x' });
    assert.deepEqual(knownBids({}, IDS), {});
    assert.deepEqual(knownBids({ bids: ['one'] }, IDS), {});
  });
});
