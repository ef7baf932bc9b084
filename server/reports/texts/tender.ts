// Words of the part on the declared tender rule.

import type { TenderOption } from '../../core/scoring/recommendation.ts';
import type { LocalizedText } from '../../core/text/localized.ts';

export const TENDER_TEXTS = {
  heading: { en: 'Result under the declared tender rule', ja: '宣言した落札方式による結果' },
  undecidedTitle: { en: 'Nobody is first under the rule', ja: 'この方式では1位が決まらない' },
  lead: {
    en: 'The rule combines quality and price as declared before offers were opened. It stands beside the score and never changes it; technical points leave cost out, so that price counts once.',
    ja: '宣言した方式で品質と価格を総合します。総合点とは別の計算で、総合点には影響しません。価格を二重に数えないよう、技術点には費用を含めません。',
  },
  ruleCaption: { en: 'The rule as declared', ja: '宣言した方式' },
  rule: { en: 'Rule', ja: '方式' },
  formula: { en: 'Formula', ja: '計算式' },
  rounding: { en: 'Rounding', ja: '端数処理' },
  tie: { en: 'Ties', ja: '同点の場合' },
  currency: { en: 'Currency', ja: '通貨' },
  resultCaption: { en: 'Technical points, price and total', ja: '技術点・価格と総合評価' },
  standing: { en: 'Standing', ja: '判定' },
  technicalPoints: { en: 'Technical points', ja: '技術点' },
  price: { en: 'Price', ja: '価格' },
  pricePoints: { en: 'Price points', ja: '価格点' },
  total: { en: 'Total', ja: '総合評価' },
  totalRange: { en: 'Range of the total', ja: '総合評価の取りうる範囲' },
  reasonsCaption: { en: 'Why an option is out or behind', ja: '失格・順位が下がる理由' },
  reason: { en: 'Reason', ja: '理由' },
  warnings: { en: 'Before this decides an award', ja: '落札者を決める前に' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const STANDING_WORDS: Readonly<Record<TenderOption['state'], LocalizedText>> = {
  qualified: { en: 'Qualified', ja: '合格' },
  provisional: { en: 'Provisional', ja: '仮（要確認）' },
  disqualified: { en: 'Out', ja: '失格' },
  noPrice: { en: 'No price', ja: '価格不明' },
};

/** An estimate must never be taken for a bid. */
export const PRICE_SOURCE_WORDS: Readonly<Record<'bid' | 'estimate', LocalizedText>> = {
  bid: { en: ' (bid)', ja: '（入札）' },
  estimate: { en: ' (estimate)', ja: '（見積もり）' },
};

export function winnerTitle(name: string): LocalizedText {
  return { en: `First under the rule: ${name}`, ja: `この方式での1位：${name}` };
}
