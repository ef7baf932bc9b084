// Sentences of the recommendation, in both languages. Each is a function of its facts, so none can lack one.

import type { LocalizedText } from '../text/localized.ts';
import { percent, points } from './figures.ts';

export const ELIGIBLE: LocalizedText = {
  en: 'Meets every requirement you stated.',
  ja: '必須としたすべての条件を満たしています。',
};

export function conditionalText(labels: LocalizedText, count: number): LocalizedText {
  return {
    en: `${count} requirement${count === 1 ? '' : 's'} to confirm: ${labels.en}.`,
    ja: `確認が必要な条件が${count}件あります：${labels.ja}。`,
  };
}

export function excludedText(labels: LocalizedText): LocalizedText {
  return { en: `Does not meet: ${labels.en}.`, ja: `次の条件を満たしません：${labels.ja}。` };
}

export function provisoText(name: LocalizedText, labels: LocalizedText): LocalizedText {
  return {
    en: `${name.en} may be chosen only after confirming: ${labels.en}.`,
    ja: `${name.ja}を選ぶ前に、次の点を確認してください：${labels.ja}。`,
  };
}

export function nothingLeftText(count: number): LocalizedText {
  return {
    en: `None of the ${count} options meets every requirement.`,
    ja: `${count}件の候補のうち、すべての条件を満たすものはありません。`,
  };
}

export function onlyOneText(name: LocalizedText): LocalizedText {
  return {
    en: `${name.en} is the only option left after the requirements.`,
    ja: `必須条件を満たすのは${name.ja}だけです。`,
  };
}

export function onlyEditionsText(names: LocalizedText): LocalizedText {
  return {
    en: `Only editions of one product are left after the requirements: ${names.en}.`,
    ja: `必須条件を満たすのは1製品のプラン違いだけです：${names.ja}。`,
  };
}

/** Shares of the trials in which an option, and its product with all editions, come first. */
export interface FirstShares {
  readonly option: number;
  readonly product: number;
}

/** Below this difference the other editions need no mention. */
const SAME_SHARE = 0.005;

// The option's own share stands in every table, so it is named first; the product's is what the verdict rests on.
function firstIn({ option, product }: FirstShares): LocalizedText {
  if (product - option < SAME_SHARE) {
    return {
      en: `first in ${percent(product).en} of the trials with other weights and facts`,
      ja: `重みや不明な点を変えた試行の${percent(product).ja}で1位`,
    };
  }
  return {
    en: `first in ${percent(option).en} of the trials with other weights and facts (${percent(product).en} counting every edition of this product)`,
    ja: `重みや不明な点を変えた試行の${percent(option).ja}（同じ製品の別プランも含めると${percent(product).ja}）で1位`,
  };
}

export function butOutscoredText(reason: LocalizedText): LocalizedText {
  return {
    en: `${reason.en} An option with requirements still to confirm scores higher, though.`,
    ja: `${reason.ja}ただし、確認待ちの条件がある候補の中に、これより得点の高いものがあります。`,
  };
}

/** Names of the first option and of its strongest rival, which is another product and not another edition. */
export type Pair = readonly [LocalizedText, LocalizedText];

export function clearText([name, other]: Pair, shares: FirstShares, gap: number): LocalizedText {
  const first = firstIn(shares);
  return {
    en: `${name.en} leads the next product, ${other.en}, by ${points(gap)} points and is ${first.en}.`,
    ja: `${name.ja}は次点の製品「${other.ja}」に${points(gap)}点の差で先行し、${first.ja}でした。`,
  };
}

export function oftenBeatenText([name, other]: Pair, shares: FirstShares, gap: number): LocalizedText {
  const first = firstIn(shares);
  return {
    en: `${name.en} is ahead of ${other.en} by ${points(gap)} points, but only ${first.en}. Look at both.`,
    ja: `${name.ja}が${other.ja}を${points(gap)}点上回りますが、${first.ja}にとどまります。両方を検討してください。`,
  };
}

export function littleAheadText([name, other]: Pair, shares: FirstShares, gap: number): LocalizedText {
  const first = firstIn(shares);
  return {
    en: `${name.en} is ${first.en}, but only ${points(gap)} points ahead of ${other.en}. Look at both.`,
    ja: `${name.ja}は${first.ja}ですが、${other.ja}との差は${points(gap)}点しかありません。両方を検討してください。`,
  };
}

export function noWinnerText([name, other]: Pair, shares: FirstShares, gap: number): LocalizedText {
  const first = firstIn(shares);
  return {
    en: `There is no clear winner: ${name.en} and ${other.en} are ${points(gap)} points apart, and ${name.en} is ${first.en}.`,
    ja: `明確な1位はありません。${name.ja}と${other.ja}の差は${points(gap)}点で、${name.ja}は${first.ja}です。`,
  };
}

export function cappedText(actual: LocalizedText, need: LocalizedText): LocalizedText {
  return {
    en: `You get ${actual.en}; ${need.en} is all that would be of use to you, so more adds nothing.`,
    ja: `${actual.ja}に対して必要なのは${need.ja}です。必要を超えた分は点数になりません。`,
  };
}

export function unknownText(why: LocalizedText, isUndisclosed: boolean): LocalizedText {
  return {
    en: `${isUndisclosed ? 'The vendor does not disclose it' : 'Not known'}, so it counts as a range. ${why.en}`,
    ja: `${isUndisclosed ? '事業者が公開していない' : '確認できていない'}ため、幅を持たせて計算しています。${why.ja}`,
  };
}

/** What the sentences on a strong and a weak point begin with; under a heading of its own a table leaves it out. */
export const POINT_LEADS = {
  best: { en: 'Strongest: ', ja: '強み：' },
  weakest: { en: 'Weakest: ', ja: '弱み：' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export function bestPointText(label: LocalizedText, fact: LocalizedText): LocalizedText {
  return {
    en: `${POINT_LEADS.best.en}${label.en} (${fact.en}).`,
    ja: `${POINT_LEADS.best.ja}${label.ja}（${fact.ja}）`,
  };
}

export function weakestPointText(label: LocalizedText, fact: LocalizedText): LocalizedText {
  return {
    en: `${POINT_LEADS.weakest.en}${label.en} (${fact.en}).`,
    ja: `${POINT_LEADS.weakest.ja}${label.ja}（${fact.ja}）`,
  };
}

export function headcountAssumedText(count: number): LocalizedText {
  return {
    en: `The number of people is not answered; ${count} is assumed. Size and cost depend on it most.`,
    ja: `利用人数が未回答のため、${count}人として計算しました。規模と費用はこの人数で大きく変わります。`,
  };
}

export function fewAnswersText(answered: number, total: number): LocalizedText {
  return {
    en: `${answered} of ${total} questions are answered; the rest takes stated defaults.`,
    ja: `${total}問中${answered}問に回答済みです。残りは既定値で計算しました。`,
  };
}

export function wouldLeadText(name: LocalizedText, labels: LocalizedText): LocalizedText {
  return {
    en: `${name.en} scores higher than the recommended option and would lead if it confirmed: ${labels.en}.`,
    ja: `${name.ja}は推奨候補より得点が高く、次の点が確認できれば1位になります：${labels.ja}。`,
  };
}

export function relaxText(label: LocalizedText, to: LocalizedText): LocalizedText {
  return {
    en: `Comes back if “${label.en}” is relaxed to: ${to.en}.`,
    ja: `「${label.ja}」を「${to.ja}」に緩めると候補に戻ります。`,
  };
}

export function ofOptionText(name: LocalizedText, text: LocalizedText): LocalizedText {
  return { en: `${name.en}: ${text.en}`, ja: `${name.ja}：${text.ja}` };
}

export function dropText(label: LocalizedText): LocalizedText {
  return { en: `Comes back if “${label.en}” is dropped.`, ja: `「${label.ja}」を外すと候補に戻ります。` };
}
