// Sentences about what would change the result.

import type { LocalizedText } from '../text/localized.ts';
import { percent, points } from './figures.ts';

export function factChangeText(
  name: LocalizedText,
  label: LocalizedText,
  from: LocalizedText,
  to: LocalizedText,
): LocalizedText {
  return {
    en: `${name.en} would be level with the best if “${label.en}” were ${to.en} instead of ${from.en}.`,
    ja: `「${label.ja}」が${from.ja}ではなく${to.ja}なら、${name.ja}は最上位に並びます。`,
  };
}

export function pairChangeText(
  name: LocalizedText,
  [first, firstTo]: readonly [LocalizedText, LocalizedText],
  [second, secondTo]: readonly [LocalizedText, LocalizedText],
): LocalizedText {
  return {
    en: `${name.en} would be level with the best only if both “${first.en}” were ${firstTo.en} and “${second.en}” were ${secondTo.en}.`,
    ja: `「${first.ja}」が${firstTo.ja}、かつ「${second.ja}」が${secondTo.ja}になって初めて、${name.ja}は最上位に並びます。`,
  };
}

export function weightChangeText(
  name: LocalizedText,
  label: LocalizedText,
  from: number,
  to: number,
): LocalizedText {
  return {
    en: `${name.en} would be level with the best if the weight of “${label.en}” were ${percent(to, 1).en} instead of ${percent(from, 1).en}.`,
    ja: `「${label.ja}」の重みが${percent(from, 1).ja}ではなく${percent(to, 1).ja}なら、${name.ja}は最上位に並びます。`,
  };
}

export function marginText(
  name: LocalizedText,
  label: LocalizedText,
  from: LocalizedText,
  to: LocalizedText | null,
): LocalizedText {
  if (to === null) {
    return {
      en: `${name.en} stays first whatever “${label.en}” (${from.en}) turns out to be.`,
      ja: `「${label.ja}」（${from.ja}）がどう変わっても、${name.ja}は1位のままです。`,
    };
  }
  return {
    en: `${name.en} stays first as long as “${label.en}” (now ${from.en}) is no worse than ${to.en}.`,
    ja: `「${label.ja}」（現在は${from.ja}）が「${to.ja}」より悪くならないかぎり、${name.ja}は1位のままです。`,
  };
}

export function shiftText(
  name: LocalizedText,
  moved: number,
  from: LocalizedText,
  to: LocalizedText,
): LocalizedText {
  return {
    en: `Moving ${percent(moved, 1).en} of the weight to “${to.en}”, mainly from “${from.en}”, would put ${name.en} level.`,
    ja: `重みの${percent(moved, 1).ja}を主に「${from.ja}」から「${to.ja}」へ移すと、${name.ja}が並びます。`,
  };
}

/** The verdict counts editions of one product together, so a sentence on two of them says what they are. */
export function editionText(name: LocalizedText): LocalizedText {
  return { en: `${name.en} (another edition of the same product)`, ja: `${name.ja}（同じ製品の別プラン）` };
}

export function aheadText(
  winner: LocalizedText,
  other: LocalizedText,
  terms: readonly { readonly label: LocalizedText; readonly difference: number }[],
): LocalizedText {
  const shown = (lang: 'en' | 'ja'): string =>
    terms
      .map(({ label, difference }) => `${label[lang]} (+${points(difference)})`)
      .join(lang === 'en' ? ', ' : '、');
  return {
    en: `${winner.en} is ahead of ${other.en} mainly by: ${shown('en')}.`,
    ja: `${winner.ja}が${other.ja}を上回る主な理由：${shown('ja')}。`,
  };
}

export function againstText(other: LocalizedText, label: LocalizedText, difference: number): LocalizedText {
  return {
    en: ` In its favour, ${other.en} is better in “${label.en}” (+${points(-difference)}).`,
    ja: `一方、${other.ja}は「${label.ja}」で優れています（+${points(-difference)}）。`,
  };
}

export function levelText(winner: LocalizedText, other: LocalizedText): LocalizedText {
  return { en: `${winner.en} and ${other.en} score the same.`, ja: `${winner.ja}と${other.ja}は同点です。` };
}
