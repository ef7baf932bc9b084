// A tender of five bidders, point by point.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scoreAgainstCost, scoreWithoutCost } from '../../../../server/core/scoring/score-against-cost.ts';
import type { TenderDeclaration } from '../../../../server/core/scoring/tender-declaration.ts';
import { declaredWords, tenderRanking } from '../../../../server/core/scoring/tender-ranking.ts';
import { DECISION_DATA } from '../../../builders/decision-data.ts';
import type { GivenOption } from '../../../builders/decision-by-hand.ts';
import { criterion, decision, gateResult, optionOf } from '../../../builders/decision-by-hand.ts';

const { cost: COST } = DECISION_DATA;
const CRITERIA = [
  criterion('room'),
  criterion('speed'),
  criterion('cost', { kind: 'costAbsolute', budget: 1000 }, { fact: 'costPerUserMonth' }),
];
const WEIGHTS = [0.3, 0.3, 0.4];
const million = (likely: number, low = likely, high = likely) => ({
  total: { low: low * 1e6, likely: likely * 1e6, high: high * 1e6 },
});
const openGate = gateResult('Sealed', 'cannotTell');
const failedGate = gateResult('Near', 'fail');

// Technical share: the mean of the first two values, as they weigh the same and the cost is left out.
const APT: GivenOption = {
  facts: [{ state: 'range', min: 6, max: 10, evidence: [] }, 6, 1000],
  cost: million(6, 5, 8),
};
const BOLD: GivenOption = { facts: [10, 10, 0], status: 'conditional', gates: [openGate], cost: million(4) };
const COLD: GivenOption = { facts: [5, 5, 500], cost: { isPriceKnown: false } };
const DIM: GivenOption = { facts: [10, 9, 0], status: 'excluded', gates: [failedGate], cost: million(1) };
const EVE: GivenOption = { facts: [10, 10, 0], cost: million(12) };
const ALL = { eve: EVE, dim: DIM, cold: COLD, bold: BOLD, apt: APT };

const ADDITIVE: TenderDeclaration = {
  rule: { kind: 'additive', reservePrice: 10_000_000, priceAllocation: 100 },
  technicalAllocation: 100,
  rounding: { mode: 'half-up', decimals: 3 },
  tie: 'higher-technical',
  bids: {},
};

const ranking = (given: Readonly<Record<string, GivenOption>>, fields: Partial<TenderDeclaration> = {}) =>
  tenderRanking(decision(CRITERIA, WEIGHTS, given), { ...ADDITIVE, ...fields }, COST);
const warnings = (given: Readonly<Record<string, GivenOption>>, fields: Partial<TenderDeclaration> = {}) =>
  ranking(given, fields).warnings.map(({ en }) => en);

describe('a tender with added points', () => {
  const { options, winner, tied, text, sameWinnerAsScore, ...rest } = ranking(ALL);

  it('ranks the qualified bids first, then those still to confirm, then what has no price or is out', () => {
    assert.deepEqual(
      options.map(({ option, state, rank }) => [option, state, rank]),
      [
        ['apt', 'qualified', 1],
        ['bold', 'provisional', 2],
        ['cold', 'noPrice', null],
        ['dim', 'disqualified', null],
        ['eve', 'disqualified', null],
      ],
    );
  });

  it('adds technical and price points, and shows between which totals a bid may lie', () => {
    // Technical 100 × (0.8 + 0.6) ÷ 2 = 70; price 100 × (1 − 6 ÷ 10) = 40. At worst 60 + 20, at best 80 + 50.
    assert.deepEqual(options[0], {
      option: 'apt',
      technicalPoints: 70,
      price: 6_000_000,
      priceSource: 'estimate',
      state: 'qualified',
      rank: 1,
      pricePoints: 40,
      total: 110,
      totalRange: [80, 130],
      reason: null,
    });
  });

  it('says what is still to confirm, what is missing and what is too dear', () => {
    assert.deepEqual(options[1], {
      option: 'bold',
      technicalPoints: 100,
      price: 4_000_000,
      priceSource: 'estimate',
      state: 'provisional',
      rank: 2,
      pricePoints: 60,
      total: 160,
      totalRange: [160, 160],
      reason: {
        en: 'To confirm first: Sealed.',
        ja: '先に確認が必要です：Sealed（日）。',
      },
    });
    const out = { rank: null, pricePoints: null, total: null, totalRange: null };
    assert.deepEqual(options[2], {
      option: 'cold',
      technicalPoints: 50,
      price: null,
      priceSource: null,
      state: 'noPrice',
      ...out,
      reason: {
        en: 'No price is published and none was bid, so it cannot be placed.',
        ja: '価格が公表されておらず、見積もりもないため順位を付けられません。',
      },
    });
    assert.deepEqual(options[3], {
      option: 'dim',
      technicalPoints: 95,
      price: 1e6,
      priceSource: 'estimate',
      state: 'disqualified',
      ...out,
      reason: {
        en: 'Misses mandatory items: Near.',
        ja: '必須項目を満たしません：Near（日）。',
      },
    });
    assert.deepEqual(options[4], {
      option: 'eve',
      technicalPoints: 100,
      price: 12e6,
      priceSource: 'estimate',
      state: 'disqualified',
      ...out,
      reason: {
        en: 'The price exceeds the reserve price.',
        ja: '価格が予定価格を超えています。',
      },
    });
  });

  it('names the winner, and that the score alone would choose another', () => {
    assert.deepEqual([winner, tied, sameWinnerAsScore], ['apt', [], false]);
    assert.equal(text.en, 'Under the declared rule apt comes first; by score alone another option does.');
    assert.match(text.ja, /apt（日）が1位です/);
  });

  it('warns of estimates, of missing prices and of a better bid still to confirm', () => {
    assert.deepEqual(rest.warnings, [
      {
        en: '2 prices are our estimate of the total cost, not a bid. Replace by bids before awarding.',
        ja: '2件の価格は入札額ではなく総費用の見積もりです。落札者を決める前に実際の入札額へ置き換えてください。',
      },
      {
        en: '1 option without a price is left out of this ranking.',
        ja: '価格が分からない1件は、この順位に含めていません。',
      },
      {
        en: 'bold has more points than the first option, but mandatory items are still to confirm.',
        ja: 'bold（日）は1位より点数が高いものの、必須項目の確認が済んでいません。',
      },
    ]);
  });

  it('carries the declaration with its figures and in words', () => {
    assert.equal(rest.rule, 'additive');
    assert.deepEqual(rest.declared, {
      technicalAllocation: 100,
      reservePrice: 10_000_000,
      priceAllocation: 100,
    });
    assert.deepEqual([rest.rounding, rest.tie], [{ mode: 'half-up', decimals: 3 }, 'higher-technical']);
    assert.deepEqual([rest.currency, rest.horizonYears], [COST.currency, COST.horizonYears]);
    assert.equal(rest.ruleText.ja, '加算方式');
    assert.match(rest.formulaText.en, /^technical points = 100 × score without cost; price points = 100 ×/);
    assert.match(rest.roundingText.en, /half up to 3 decimals/);
    assert.match(rest.tieText.en, /higher technical points win/);
  });
});

describe('a tender under another rule', () => {
  it('has no range under a relative rule, and warns of it before everything else', () => {
    const rule = { kind: 'relative-lowest-price', priceAllocation: 40 } as const;
    const { options, warnings: said, declared } = ranking({ apt: APT, eve: EVE }, { rule });

    assert.deepEqual(
      options.map(({ option, pricePoints, totalRange }) => [option, pricePoints, totalRange]),
      [
        ['eve', 20, null],
        ['apt', 40, null],
      ],
    );
    assert.match(said[0]?.en ?? '', /A further bid can change the order/);
    assert.deepEqual(declared, { technicalAllocation: 100, priceAllocation: 40 });
  });

  it('divides points by price, and leaves a reserve price out of the range of totals', () => {
    const rule = {
      kind: 'division',
      reservePrice: 7_000_000,
      standardPoints: 100,
      perAmount: 1_000_000,
    } as const;
    const [apt] = ranking({ apt: APT }, { rule }).options;

    // (100 + 70) ÷ 6; at worst (100 + 60) ÷ 8, at best (100 + 80) ÷ 5.
    assert.deepEqual([apt?.pricePoints, apt?.total, apt?.totalRange], [null, 28.333, [20, 36]]);
    const free = { ...rule, reservePrice: null };
    assert.deepEqual(declaredWords({ ...ADDITIVE, rule: free }, COST).declared, {
      technicalAllocation: 100,
      standardPoints: 100,
      perAmount: 1e6,
    });
  });

  it('shows the total at the reserve price for an end that lies above it', () => {
    const dear: GivenOption = { ...APT, cost: million(6, 5, 30) };

    assert.deepEqual(ranking({ dear }).options[0]?.totalRange, [60, 130]);
  });
});

describe('a bid', () => {
  it('stands for the estimate at both ends, and gives a price where none is published', () => {
    const { options } = ranking(ALL, { bids: { apt: 7_000_000, cold: 2_000_000 } });
    const of = (id: string) => options.find(({ option }) => option === id);

    assert.deepEqual(
      [of('apt')?.price, of('apt')?.priceSource, of('apt')?.pricePoints, of('apt')?.totalRange],
      [7_000_000, 'bid', 30, [90, 110]],
    );
    assert.deepEqual([of('cold')?.state, of('cold')?.rank, of('cold')?.total], ['qualified', 1, 130]);
  });

  it('needs no warning once all are in, and one estimate is told in the singular', () => {
    const bids = { apt: 6_000_000, eve: 5_000_000 };

    assert.deepEqual(warnings({ apt: APT, eve: EVE }, { bids }), []);
    assert.deepEqual(warnings({ apt: APT, eve: EVE }, { bids: { eve: 5_000_000 } }), [
      '1 price is our estimate of the total cost, not a bid. Replace by bids before awarding.',
    ]);
  });
});

describe('the winner of a tender', () => {
  it('is the same as by score where it is', () => {
    const { winner, sameWinnerAsScore, text } = ranking({ apt: APT, cold: COLD });

    assert.deepEqual([winner, sameWinnerAsScore], ['apt', false]);
    assert.equal(ranking({ apt: APT }).sameWinnerAsScore, true);
    assert.match(text.en, /by score alone another option does/);
    assert.equal(
      ranking({ apt: APT }).text.en,
      'Under the declared rule apt comes first, as it does by score.',
    );
  });

  it('is drawn by lot between bids that the tie rule cannot part', () => {
    const one: GivenOption = { facts: [8, 6, 0], cost: million(6) };
    const found = ranking({ one, two: one, three: { ...one, facts: [1, 1, 0] } });

    assert.deepEqual([found.winner, found.tied, found.sameWinnerAsScore], [null, ['one', 'two'], false]);
    assert.deepEqual(
      found.options.map(({ option, rank }) => [option, rank]),
      [
        ['one', 1],
        ['two', 1],
        ['three', 3],
      ],
    );
    assert.equal(found.text.en, 'Under the declared rule one, two come out equal; a lot decides.');
    assert.equal(found.warnings.at(-1)?.en, 'The declared tie rule does not decide between one, two.');
  });

  it('is nobody where nothing is confirmed, and no better bid is warned of then', () => {
    const found = ranking({ bold: BOLD });

    assert.deepEqual([found.winner, found.tied, found.options[0]?.rank], [null, [], 1]);
    assert.equal(found.text.en, 'Under the declared rule no option can be placed first.');
    assert.deepEqual(warnings({ bold: BOLD }, { bids: { bold: 1_000_000 } }), []);
  });

  it('is not questioned by a provisional bid that has no more points', () => {
    const level: GivenOption = { ...APT, status: 'conditional', gates: [openGate] };
    const bids = { apt: 6_000_000, level: 6_000_000 };

    assert.deepEqual(warnings({ apt: APT, level }, { bids }), []);
    assert.deepEqual(warnings({ apt: APT, eve: EVE }, { bids: { apt: 1, eve: 1 } }), []);
  });
});

describe('the score without cost', () => {
  const evaluation = decision(CRITERIA, WEIGHTS, ALL);

  it('leaves the cost criterion out of points and weights', () => {
    const near = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-12);

    near(scoreWithoutCost(evaluation, optionOf(evaluation, 'apt')), 0.7);
    near(scoreWithoutCost(evaluation, optionOf(evaluation, 'apt'), 'low'), 0.6);
    near(scoreWithoutCost(evaluation, optionOf(evaluation, 'apt'), 'high'), 0.8);
  });

  it('is 0 where only the cost counts', () => {
    const costOnly = decision(CRITERIA.slice(2), [1], { apt: { facts: [0] } });

    assert.equal(scoreWithoutCost(costOnly, optionOf(costOnly, 'apt')), 0);
  });

  it('stands against the cost: who is worth it, and what a further point costs', () => {
    const { currency, horizonYears, options } = scoreAgainstCost(
      evaluation,
      ['apt', 'bold', 'cold', 'eve'].map((id) => optionOf(evaluation, id)),
      COST,
    );

    assert.deepEqual([currency, horizonYears], [COST.currency, COST.horizonYears]);
    assert.deepEqual(
      options.map(({ option, totalCost, efficient, costPerExtraPoint }) => [
        option,
        totalCost,
        efficient,
        costPerExtraPoint,
      ]),
      [
        ['apt', [5e6, 6e6, 8e6], false, null],
        ['bold', [4e6, 4e6, 4e6], true, null],
        ['cold', null, false, null],
        ['eve', [12e6, 12e6, 12e6], false, null],
      ],
    );
    assert.deepEqual(
      options.map(({ score }) => Math.round(score * 1e9) / 1e9),
      [0.7, 1, 0.5, 1],
    );
    const [, better] = scoreAgainstCost(
      evaluation,
      ['apt', 'eve'].map((id) => optionOf(evaluation, id)),
      COST,
    ).options;
    // 6 million more for 30 points more.
    assert.ok(Math.abs((better?.costPerExtraPoint ?? 0) - 200_000) < 1e-6);
  });
});
