// Figures of the result in words. Scores keep one decimal everywhere, so that they can be compared by eye.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { numberWords } from '../../reports/number-words.ts';

const WORDS = { en: numberWords('en'), ja: numberWords('ja') };
export const POINTS_SCALE = 100;

/** A score or points of 0..1 on the scale of 100 that people read. */
export function points(score: number, lang: Lang): string {
  return WORDS[lang].points(score);
}

/** The same with its sign. */
export function pointsDifference(difference: number, lang: Lang): string {
  return WORDS[lang].pointsDifference(difference);
}

export function scoreRange([low, high]: readonly [number, number], lang: Lang): string {
  return low === high ? points(low, lang) : `${points(low, lang)}–${points(high, lang)}`;
}

/** A length in percent of a drawing, or a coordinate in it. */
export function length(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function optionNames(recommendation: Recommendation, lang: Lang): (id: string) => string {
  const names = new Map(recommendation.options.map((option) => [option.id, option.name[lang]]));
  return (id) => names.get(id) ?? id;
}

const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', ja: 'ja-JP' };

/** An estimate to three digits, in the large units that people speak in: 389万円, ¥3.89M. */
export function roughMoney(amount: number, currency: string, lang: Lang): string {
  const short = new Intl.NumberFormat(LOCALES[lang], {
    notation: 'compact',
    useGrouping: 'always',
    maximumSignificantDigits: 3,
    ...(lang === 'ja' && currency === 'JPY'
      ? {}
      : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  }).format(amount);
  return lang === 'ja' && currency === 'JPY' ? `${short}円` : short;
}
