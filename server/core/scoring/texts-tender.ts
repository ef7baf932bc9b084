// Sentences about a declared tender rule and what comes of it, in both languages.

import type { PriceRule, Rounding, TieRule } from '../mcda/tender.ts';
import type { LocalizedText } from '../text/localized.ts';
import { figure, listed } from './figures.ts';
import type { TenderRanking, TenderRuleKind } from './recommendation-analysis.ts';

export const RULE_NAMES: Readonly<Record<TenderRuleKind, LocalizedText>> = {
  additive: { en: 'Added points (加算方式)', ja: '加算方式' },
  division: { en: 'Points over price (除算方式)', ja: '除算方式' },
  'weighted-sum': { en: 'Weighted sum with an absolute price value', ja: '加重和（価格は絶対評価）' },
  'relative-lowest-price': { en: 'Price relative to the lowest bid', ja: '最低価格との比による価格点' },
};

export const TIE_TEXTS: Readonly<Record<TieRule, LocalizedText>> = {
  'higher-technical': {
    en: 'Equal totals: the higher technical points win; if those are equal too, a lot decides.',
    ja: '総合評価点が同じ場合は技術点の高い者を上位とし、技術点も同じ場合はくじで決めます。',
  },
  'lower-price': {
    en: 'Equal totals: the lower price wins; if those are equal too, a lot decides.',
    ja: '総合評価点が同じ場合は価格の低い者を上位とし、価格も同じ場合はくじで決めます。',
  },
  lot: { en: 'Equal totals: a lot decides.', ja: '総合評価点が同じ場合はくじで決めます。' },
};

export function roundingText({ mode, decimals }: Rounding): LocalizedText {
  if (mode === 'none') return { en: 'Points are not rounded.', ja: '点数は丸めません。' };
  const place = `${decimals} decimal${decimals === 1 ? '' : 's'}`;
  return mode === 'floor'
    ? { en: `Points are cut off after ${place}.`, ja: `点数は小数第${decimals + 1}位以下を切り捨てます。` }
    : {
        en: `Points are rounded half up to ${place}.`,
        ja: `点数は小数第${decimals + 1}位を四捨五入します。`,
      };
}

/** The rule with its declared figures filled in. */
export function formulaText(rule: PriceRule, technical: number, currency: string): LocalizedText {
  const quality = {
    en: `technical points = ${figure(technical)} × score without cost`,
    ja: `技術点＝${figure(technical)}×（費用を除いた総合点）`,
  };
  const price = priceFormula(rule, (amount) => moneyText(amount, currency));
  return { en: `${quality.en}; ${price.en}`, ja: `${quality.ja}、${price.ja}` };
}

function priceFormula(rule: PriceRule, inMoney: (amount: number) => LocalizedText): LocalizedText {
  switch (rule.kind) {
    case 'additive': {
      const reserve = inMoney(rule.reservePrice);
      return {
        en: `price points = ${figure(rule.priceAllocation)} × (1 − price ÷ reserve price of ${reserve.en}); total = the sum of both`,
        ja: `価格点＝${figure(rule.priceAllocation)}×（1−価格÷予定価格${reserve.ja}）、総合評価点＝両者の合計`,
      };
    }
    case 'weighted-sum': {
      const budget = inMoney(rule.budget);
      return {
        en: `price points = ${figure(rule.priceAllocation)} × (1 − price ÷ budget of ${budget.en}), at least 0; total = the sum of both`,
        ja: `価格点＝${figure(rule.priceAllocation)}×（1−価格÷予算額${budget.ja}）、0点を下限とする。総合評価点＝両者の合計`,
      };
    }
    case 'relative-lowest-price':
      return {
        en: `price points = ${figure(rule.priceAllocation)} × lowest price ÷ price; total = the sum of both`,
        ja: `価格点＝${figure(rule.priceAllocation)}×最低価格÷価格、総合評価点＝両者の合計`,
      };
    case 'division': {
      const unit = inMoney(rule.perAmount);
      return {
        en: `evaluation = (${figure(rule.standardPoints)} standard points + technical points) ÷ price, per ${unit.en}`,
        ja: `評価値＝（標準点${figure(rule.standardPoints)}＋技術点）÷価格（${unit.ja}あたり）`,
      };
    }
  }
}

export function moneyText(amount: number, currency: string): LocalizedText {
  return currency === 'JPY'
    ? { en: `¥${figure(amount)}`, ja: `${figure(amount)}円` }
    : { en: `${currency} ${figure(amount)}`, ja: `${figure(amount)} ${currency}` };
}

export const ABOVE_RESERVE_PRICE: LocalizedText = {
  en: 'The price exceeds the reserve price.',
  ja: '価格が予定価格を超えています。',
};

export const NO_PRICE: LocalizedText = {
  en: 'No price is published and none was bid, so it cannot be placed.',
  ja: '価格が公表されておらず、見積もりもないため順位を付けられません。',
};

export function mandatoryText(labels: LocalizedText): LocalizedText {
  return { en: `Misses mandatory items: ${labels.en}.`, ja: `必須項目を満たしません：${labels.ja}。` };
}

export function openText(labels: LocalizedText): LocalizedText {
  return { en: `To confirm first: ${labels.en}.`, ja: `先に確認が必要です：${labels.ja}。` };
}

export function outcomeText(
  { winner, tied, sameWinnerAsScore }: Pick<TenderRanking, 'winner' | 'tied' | 'sameWinnerAsScore'>,
  nameOf: (id: string) => LocalizedText,
): LocalizedText {
  if (tied.length > 0) {
    const names = listed(tied.map(nameOf));
    return {
      en: `Under the declared rule ${names.en} come out equal; a lot decides.`,
      ja: `宣言した方式では${names.ja}が同点です。くじで決めることになります。`,
    };
  }
  if (winner === null) {
    return {
      en: 'Under the declared rule no option can be placed first.',
      ja: '宣言した方式で1位にできる候補はありません。',
    };
  }
  const name = nameOf(winner);
  return sameWinnerAsScore
    ? {
        en: `Under the declared rule ${name.en} comes first, as it does by score.`,
        ja: `宣言した方式では${name.ja}が1位です。総合点による1位と一致します。`,
      }
    : {
        en: `Under the declared rule ${name.en} comes first; by score alone another option does.`,
        ja: `宣言した方式では${name.ja}が1位です。総合点だけで比べた場合の1位とは異なります。`,
      };
}

export function estimatedText(count: number): LocalizedText {
  return {
    en: `${count} price${count === 1 ? ' is' : 's are'} our estimate of the total cost, not a bid. Replace by bids before awarding.`,
    ja: `${count}件の価格は入札額ではなく総費用の見積もりです。落札者を決める前に実際の入札額へ置き換えてください。`,
  };
}

export function unpricedText(count: number): LocalizedText {
  return {
    en: `${count} option${count === 1 ? '' : 's'} without a price ${count === 1 ? 'is' : 'are'} left out of this ranking.`,
    ja: `価格が分からない${count}件は、この順位に含めていません。`,
  };
}

export function aheadText(name: LocalizedText): LocalizedText {
  return {
    en: `${name.en} has more points than the first option, but mandatory items are still to confirm.`,
    ja: `${name.ja}は1位より点数が高いものの、必須項目の確認が済んでいません。`,
  };
}

export function lotText(names: readonly LocalizedText[]): LocalizedText {
  const list = listed(names);
  return {
    en: `The declared tie rule does not decide between ${list.en}.`,
    ja: `宣言した同点時の規則では${list.ja}の順位が決まりません。`,
  };
}
