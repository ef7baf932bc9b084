// Three invented offers under each tender rule, computed by the same engine as the real ones.

import { tender } from '../../core/mcda/tender.ts';
import type { PriceRule, TenderResult, TenderTerms } from '../../core/mcda/tender.ts';
import { moneyText, RULE_NAMES } from '../../core/scoring/texts-tender.ts';
import type { Lang } from '../../core/text/localized.ts';
import { rankText, TENDER_RULE_TEXTS as T } from '../texts/tender-rule-texts.ts';
import { formatNumber } from './format.ts';

const TECHNICAL = 200;
const ALLOCATION = 100;
const CEILING = 8_000_000;
const STANDARD = 100;
const PER_AMOUNT = 1_000_000;

const OFFERS = [
  { name: 'A', score: 0.8, price: 9_000_000 },
  { name: 'B', score: 0.65, price: 6_000_000 },
  { name: 'C', score: 0.3, price: 2_000_000 },
] as const;

const TERMS: TenderTerms = { rounding: { mode: 'half-up', decimals: 1 }, tie: 'higher-technical' };

const ADDITIVE: PriceRule = { kind: 'additive', reservePrice: CEILING, priceAllocation: ALLOCATION };
const DIVISION: PriceRule = {
  kind: 'division',
  reservePrice: null,
  standardPoints: STANDARD,
  perAmount: PER_AMOUNT,
};
const WEIGHTED: PriceRule = { kind: 'weighted-sum', budget: CEILING, priceAllocation: ALLOCATION };
const RELATIVE: PriceRule = { kind: 'relative-lowest-price', priceAllocation: ALLOCATION };

interface Example {
  readonly rule: PriceRule;
  /** How many of the offers bid. */
  readonly bidders: number;
  /** The offer whose total is worked out step by step. */
  readonly worked: 0 | 1;
}

const EXAMPLES: readonly Example[] = [
  { rule: ADDITIVE, bidders: 3, worked: 1 },
  { rule: DIVISION, bidders: 3, worked: 1 },
  { rule: WEIGHTED, bidders: 3, worked: 0 },
  { rule: RELATIVE, bidders: 2, worked: 1 },
  { rule: RELATIVE, bidders: 3, worked: 1 },
];

export function tenderExample(lang: Lang) {
  return {
    offers: OFFERS.map(({ name, score, price }) => ({
      name,
      score: formatNumber(score, lang, 2),
      price: moneyText(price, 'JPY')[lang],
    })),
    rows: EXAMPLES.map((example) => {
      const { totals, ranks } = resultOf(example);
      return {
        rule: ruleLabel(example, lang),
        cells: OFFERS.map(({ name }, index) => ({
          offer: name,
          ...cellOf(totals[index], ranks[index], lang),
        })),
        steps: stepsOf(example, lang),
      };
    }),
  };
}

function resultOf({ rule, bidders }: Example): TenderResult {
  const bids = OFFERS.slice(0, bidders).map(({ score, price }) => ({
    price,
    tech: TECHNICAL * score,
    mandatoryMet: true,
  }));
  return tender(bids, rule, TERMS);
}

function ruleLabel({ rule, bidders }: Example, lang: Lang): string {
  const name = RULE_NAMES[rule.kind][lang];
  if (rule.kind !== 'relative-lowest-price') return name;
  const who = bidders === OFFERS.length ? T.withC : T.withoutC;
  return lang === 'ja' ? `${name}（${who.ja}）` : `${name}, ${who.en}`;
}

/** Nothing for an offer that does not bid there. */
function cellOf(total: number | null | undefined, rank: number | null | undefined, lang: Lang) {
  if (total === undefined) return { total: '–', rank: null, isFirst: false };
  if (total === null || rank === null || rank === undefined) {
    return { total: T.out[lang], rank: null, isFirst: false };
  }
  return { total: formatNumber(total, lang, 1), rank: rankText(rank)[lang], isFirst: rank === 1 };
}

function stepsOf(example: Example, lang: Lang): readonly string[] {
  const { rule, bidders, worked } = example;
  const { name, score, price } = OFFERS[worked];
  const n = (value: number): string => formatNumber(value, lang, 1);
  const result = resultOf(example);
  const total = n(result.totals[worked] ?? 0);
  const technical = n(TECHNICAL * score);
  const start = `${name}: ${TECHNICAL} × ${formatNumber(score, lang, 2)} = ${technical}`;
  if (rule.kind === 'division') {
    return [start, `(${STANDARD} + ${technical}) ÷ ${n(price)} × ${n(PER_AMOUNT)} = ${total}`];
  }
  const lowest = n(OFFERS[bidders - 1]?.price ?? price);
  const share = {
    additive: `(1 − ${n(price)} ÷ ${n(CEILING)})`,
    'weighted-sum': `(1 − ${n(price)} ÷ ${n(CEILING)})${T.atLeastZero[lang]}`,
    'relative-lowest-price': `${lowest} ÷ ${n(price)}`,
  }[rule.kind];
  const points = n(result.pricePoints[worked] ?? 0);
  return [start, `${ALLOCATION} × ${share} = ${points}`, `${technical} + ${points} = ${total}`];
}
