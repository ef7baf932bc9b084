// A declared tender rule with its result, and several people's weights, for any options and criteria.

import type { GroupReport, Recommendation, TenderRanking } from '../../server/core/scoring/recommendation.ts';

const RESERVE_PRICE = 12_000_000;
const PRICE_ALLOCATION = 100;
const TECHNICAL_ALLOCATION = 200;

/** Added points, the ranked options by total, one of them still to confirm; the excluded ones are out. */
export function aTender(options: Recommendation['options']): TenderRanking {
  const ranked = options.filter(({ status }) => status !== 'excluded');
  const lines = ranked
    .map((option, index) => bidOf(option, index))
    .toSorted(
      (a, b) => Number(a.state === 'provisional') - Number(b.state === 'provisional') || b.total - a.total,
    )
    .map((line, index) => ({ ...line, rank: index + 1 }));
  const winner = lines[0]?.option ?? null;
  const isSame = winner === ranked[0]?.id;
  return {
    rule: 'additive',
    ruleText: { en: 'Added points (加算方式)', ja: '加算方式' },
    formulaText: {
      en: 'technical points = 200 × score without cost; price points = 100 × (1 − price ÷ reserve price of ¥12,000,000); total = the sum of both',
      ja: '技術点＝200×（費用を除いた総合点）、価格点＝100×（1−価格÷予定価格12,000,000円）、総合評価点＝両者の合計',
    },
    rounding: { mode: 'floor', decimals: 2 },
    roundingText: {
      en: 'Points are cut off after 2 decimals.',
      ja: '点数は小数第3位以下を切り捨てます。',
    },
    tie: 'higher-technical',
    tieText: {
      en: 'Equal totals: the higher technical points win; if those are equal too, a lot decides.',
      ja: '総合評価点が同じ場合は技術点の高い者を上位とし、技術点も同じ場合はくじで決めます。',
    },
    currency: 'JPY',
    horizonYears: 5,
    declared: {
      technicalAllocation: TECHNICAL_ALLOCATION,
      priceAllocation: PRICE_ALLOCATION,
      reservePrice: RESERVE_PRICE,
    },
    winner,
    tied: [],
    sameWinnerAsScore: isSame,
    text: isSame
      ? { en: 'The rule and the score agree.', ja: '総合点による1位と一致します。' }
      : { en: 'By score alone another option is first.', ja: '総合点だけの1位とは異なります。' },
    warnings: [{ en: 'One price is an estimate, not a bid.', ja: '1件の価格は入札額ではなく見積もりです。' }],
    options: [...lines, ...options.filter(({ status }) => status === 'excluded').map(outOf)],
  };
}

function bidOf({ id, score, status }: Recommendation['options'][number], index: number) {
  const price = 6_000_000 + 100_000 * ((index * 37) % 50);
  const technicalPoints = floored(TECHNICAL_ALLOCATION * score);
  const pricePoints = floored(PRICE_ALLOCATION * (1 - price / RESERVE_PRICE));
  const total = technicalPoints + pricePoints;
  const isEstimate = index === 1;
  return {
    option: id,
    state: status === 'eligible' ? ('qualified' as const) : ('provisional' as const),
    rank: null,
    technicalPoints,
    price,
    priceSource: isEstimate ? ('estimate' as const) : ('bid' as const),
    pricePoints,
    total,
    totalRange: isEstimate ? ([total - 20, total + 12.5] as const) : ([total, total] as const),
    reason:
      status === 'eligible'
        ? null
        : { en: 'To confirm first: data kept in Japan.', ja: '先に確認が必要です：国内でのデータ保管。' },
  };
}

function outOf({ id, score }: Recommendation['options'][number]): TenderRanking['options'][number] {
  return {
    option: id,
    state: 'disqualified',
    rank: null,
    technicalPoints: floored(TECHNICAL_ALLOCATION * score),
    price: null,
    priceSource: null,
    pricePoints: null,
    total: null,
    totalRange: null,
    reason: {
      en: 'Misses mandatory items: data kept in Japan.',
      ja: '必須項目を満たしません：国内でのデータ保管。',
    },
  };
}

function floored(points: number): number {
  return Math.floor(points * 100) / 100;
}

/** Three people; the last one alone turns the result. */
export function aGroup({ options, criteria }: Pick<Recommendation, 'options' | 'criteria'>): GroupReport {
  const [first, second] = options;
  const weights = (shift: number): Record<string, number> =>
    Object.fromEntries(
      criteria.map(({ id, weight }, index) => [
        id,
        weight + (index === 0 ? shift : -shift / (criteria.length - 1)),
      ]),
    );
  return {
    people: [
      { name: '佐藤 花子', method: 'swing', winner: first?.id ?? null, weights: weights(0.05) },
      { name: 'Jonas Weber', method: 'ahp', winner: first?.id ?? null, weights: weights(0) },
      { name: '鈴木 一郎', method: 'rank-order', winner: second?.id ?? null, weights: weights(-0.05) },
    ],
    consensus: 0.93,
    consensusText: {
      en: 'On average, two of the 3 people share 93% of their weights.',
      ja: '3人のうち2人ずつを比べると、重みは平均で93%一致しています。',
    },
    decisive: ['鈴木 一郎'],
  };
}
