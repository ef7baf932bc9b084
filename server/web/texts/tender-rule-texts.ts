// Texts of the page on which the tender rule is declared and bids are entered.

import type { Rounding, TieRule } from '../../core/mcda/tender.ts';
import type { TenderRuleKind } from '../../core/scoring/recommendation.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const TENDER_RULE_TEXTS = {
  title: { en: 'Tender rule', ja: '落札方式' },
  lead: {
    en: 'How quality and price are combined to choose among offers. The rule stands beside the score and never changes it.',
    ja: '品質と価格をどう総合して落札者を選ぶかを定めます。総合点とは別の計算で、総合点には影響しません。',
  },
  when: {
    en: 'Declare the rule before offers are opened, then freeze the evaluation: a rule that is chosen once prices are known can be challenged.',
    ja: '落札方式は開札の前に宣言し、評価を確定しておいてください。価格が分かってから方式を決めると、結果の公正さを疑われます。',
  },
  stateNone: { en: 'No rule is declared', ja: '落札方式は宣言されていません' },
  stateNoneHint: {
    en: 'Quality and price stay apart: the result shows one against the other.',
    ja: '品質と価格は総合せず、評価結果では並べて示します。',
  },
  stateDeclared: { en: 'Declared', ja: '宣言済み' },
  frozenHint: {
    en: 'The evaluation is frozen, so the rule cannot be changed. To change it, open the evaluation again with a reason; the change then makes a new version.',
    ja: '評価は確定済みのため、方式は変更できません。変更するには、理由を記録して評価を再開してください。変更後の内容は新しい版になります。',
  },
  toVersions: { en: 'Versions and freezing', ja: '版と確定' },
  toResult: { en: 'See the tender result', ja: '落札方式による結果を見る' },
  errorSummary: {
    en: 'Nothing was saved. Please correct:',
    ja: '保存していません。次の項目を直してください',
  },
  changedMeanwhile: {
    en: 'Somebody changed the rule, froze or opened the evaluation in the same moment. Look at it and try again.',
    ja: '同時にほかの変更がありました。内容を確認して、もう一度お試しください。',
  },
  declareHeading: { en: 'Declare the rule', ja: '落札方式を宣言する' },
  changeHeading: { en: 'Change the rule', ja: '落札方式を変更する' },
  ruleLegend: { en: 'Rule', ja: '方式' },
  figuresLegend: { en: 'Points and prices', ja: '配点と価格' },
  technicalPoints: { en: 'Technical points', ja: '技術点の配点' },
  technicalPointsHint: {
    en: 'For the full score; the cost criterion is left out of it, so that price counts once.',
    ja: '充足度が満点のときの点数です。価格を二重に数えないよう、費用の評価項目は除きます。',
  },
  pricePoints: { en: 'Price points', ja: '価格点の配点' },
  pricePointsHint: { en: 'For the best possible price.', ja: '価格が最も有利なときの点数です。' },
  reservePrice: { en: 'Reserve price', ja: '予定価格' },
  budget: { en: 'Budget', ja: '予算額' },
  standardPoints: { en: 'Standard points', ja: '標準点' },
  standardPointsHint: { en: 'For meeting the requirements.', ja: '必須要件を満たすことで得られる点数です。' },
  perAmount: { en: 'Points per amount of', ja: '評価値の単位とする金額' },
  perAmountHint: {
    en: 'Only makes the figures easy to read; the order stays the same.',
    ja: '数値を読みやすくするためのもので、順位は変わりません。',
  },
  roundingLegend: { en: 'Rounding and equal totals', ja: '端数処理と同点の場合' },
  rounding: { en: 'Rounding of points', ja: '点数の端数処理' },
  decimals: { en: 'Decimals that stay', ja: '残す小数の桁数' },
  tie: { en: 'Equal totals', ja: '同点の場合' },
  declare: { en: 'Declare', ja: '宣言する' },
  change: { en: 'Declare the changed rule', ja: '変更して宣言する' },
  withdrawHeading: { en: 'Take the rule back', ja: '宣言を取り消す' },
  withdrawHint: {
    en: 'The bids below it go too. Quality and price stand apart again.',
    ja: '記入した入札額も消えます。品質と価格は総合せず、並べて示します。',
  },
  withdraw: { en: 'Take the rule back', ja: '宣言を取り消す' },
  bidsHeading: { en: 'Bids', ja: '入札額' },
  bidsHint: {
    en: 'Once offers are opened, write the prices that were bid. An option without a bid counts with its estimated cost, and the result says so. Clear a price to take the bid out.',
    ja: '開札後に入札額を記入します。記入のない候補は総費用の見積もりで計算し、その旨を結果に示します。消すには価格を空にしてください。',
  },
  bidsFrozenHint: {
    en: 'The evaluation is frozen: saving bids makes the next version, in which nothing else changes.',
    ja: 'この評価は確定済みのため、保存すると次の版になります。入札額のほかは何も変わりません。',
  },
  noBids: { en: 'No bid yet.', ja: 'まだありません。' },
  option: { en: 'Option', ja: '候補' },
  price: { en: 'Price', ja: '価格' },
  noOption: { en: '– choose –', ja: '– 選択 –' },
  moreBids: { en: 'Add bids', ja: '入札額を追加する' },
  by: { en: 'Your name', ja: '担当者名' },
  reason: { en: 'Reason', ja: '理由' },
  saveBids: { en: 'Save the bids', ja: '入札額を保存する' },
  exampleHeading: { en: 'The same offers under each rule', ja: '同じ入札を各方式で計算した例' },
  exampleLead: {
    en: 'Three invented offers. Technical points 200, price points 100, reserve price and budget ¥8,000,000.',
    ja: '架空の3件です。技術点の配点は200点、価格点の配点は100点、予定価格と予算額は800万円とします。',
  },
  score: { en: 'score', ja: '充足度' },
  calculation: { en: 'Calculation', ja: '計算' },
  toExample: { en: 'The same offers under each rule', ja: '同じ入札を各方式で計算した例' },
  atLeastZero: { en: ' (at least 0)', ja: '（0点を下限とする）' },
  out: { en: 'out', ja: '失格' },
  withoutC: { en: 'without C', ja: 'Cがない場合' },
  withC: { en: 'with C', ja: 'Cがある場合' },
  exampleSwap: {
    en: 'Under the last rule B is ahead of A, until C bids: then A is ahead of B, although neither changed its offer.',
    ja: '最後の方式では、Cがない場合はBがAより上ですが、Cが加わるとAとBの順位が入れ替わります。AもBも入札の内容は変えていません。',
  },
} as const satisfies Texts;

export const TENDER_RULE_HINTS: Readonly<Record<TenderRuleKind, LocalizedText>> = {
  additive: {
    en: 'Technical points plus price points. The price is measured against the reserve price; a dearer offer is out. What others bid does not matter.',
    ja: '技術点と価格点の合計で決めます。価格点は予定価格よりどれだけ安いかで決まり、予定価格を超えると失格です。ほかの入札額には左右されません。',
  },
  division: {
    en: 'Points for the money: standard and technical points, divided by the price. A low price counts for much, so that a very cheap offer can win with few technical points.',
    ja: '標準点と技術点の合計を価格で割ります。価格の影響が大きく、安ければ技術点が低くても上位になることがあります。',
  },
  'weighted-sum': {
    en: 'Like added points, but measured against a budget: an offer beyond it gets no price points and stays in.',
    ja: '加算方式と同じ計算ですが、予算額を基準にします。予算額を超えると価格点は0点になりますが、失格にはなりません。',
  },
  'relative-lowest-price': {
    en: 'Technical points plus price points for being near the lowest price. The scale depends on who bids.',
    ja: '最低価格にどれだけ近いかで価格点が決まり、技術点に加えます。尺度は入札者によって変わります。',
  },
};

export const ROUNDING_TEXTS: Readonly<Record<Rounding['mode'], LocalizedText>> = {
  none: { en: 'Not rounded', ja: '丸めない' },
  floor: { en: 'Cut off', ja: '切り捨て' },
  'half-up': { en: 'Rounded half up', ja: '四捨五入' },
};

export const TIE_CHOICES: Readonly<Record<TieRule, LocalizedText>> = {
  'higher-technical': { en: 'Higher technical points, then a lot', ja: '技術点の高い者、それも同じならくじ' },
  'lower-price': { en: 'Lower price, then a lot', ja: '価格の低い者、それも同じならくじ' },
  lot: { en: 'A lot', ja: 'くじ' },
};

export const TENDER_RULE_PROBLEMS = {
  rule: { en: 'Choose a rule.', ja: '方式を選んでください。' },
  option: { en: 'Choose the option that this price is of.', ja: 'この価格の候補を選んでください。' },
  by: { en: 'Write your name.', ja: '担当者名を入力してください。' },
  reason: { en: 'Write the reason.', ja: '理由を入力してください。' },
} as const satisfies Texts;

/** In money of the currency that costs are compared in, over as many years. */
export function priceHint(currency: string, years: number): LocalizedText {
  return {
    en: `In ${currency}, over ${years} years.`,
    ja: `${years}年間の総額（${currency === 'JPY' ? '円' : currency}）です。`,
  };
}

export function optionalHint(hint: LocalizedText): LocalizedText {
  return {
    en: `${hint.en} Under points over price it may be left empty: then no price is too high.`,
    ja: `${hint.ja} 除算方式では空欄にできます。その場合、価格の上限はありません。`,
  };
}

export function declaredOn(day: string): LocalizedText {
  return { en: `Last changed ${day} (UTC)`, ja: `最終変更 ${day}（UTC）` };
}

export function bidOf(option: string): LocalizedText {
  return { en: `Bid: ${option}`, ja: `入札額：${option}` };
}

export function furtherBid(index: number): { readonly option: LocalizedText; readonly price: LocalizedText } {
  return {
    option: { en: `Option ${index}`, ja: `候補${index}` },
    price: { en: `Price ${index}`, ja: `価格${index}` },
  };
}

export function rankText(rank: number): LocalizedText {
  return { en: `rank ${rank}`, ja: `${rank}位` };
}
