// Numbers and lists as words. The only place where the decision engine rounds, and never on the way to a result.

import type { LocalizedText } from '../text/localized.ts';

/** Three significant digits below a thousand, whole numbers with separators above. */
export function figure(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  const size = Math.abs(value);
  if (size >= 1000) return withSeparators(Math.round(value));
  // Availability figures differ after the third digit: 99.9 and 99.99 must stay apart.
  if (size > 99 && size < 100) return String(Number(value.toFixed(3)));
  return String(Number(value.toPrecision(3)));
}

function withSeparators(whole: number): string {
  return String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** @param decimals how many stay */
export function percent(share: number, decimals = 0): LocalizedText {
  const shown = (share * 100).toFixed(decimals);
  return { en: `${shown}%`, ja: `${shown}%` };
}

/** Score points of 0…100, as people read them. */
export function points(score: number): string {
  return (score * 100).toFixed(1);
}

const UNIT_WORDS: Readonly<Record<string, LocalizedText>> = {
  count: { en: '', ja: '' },
  percent: { en: '%', ja: '%' },
  'messages/s': { en: ' messages/s', ja: ' 通/秒' },
  'messages/user/day': { en: ' messages a day', ja: ' 通/日' },
  days: { en: ' days', ja: '日' },
  months: { en: ' months', ja: 'か月' },
  years: { en: ' years', ja: '年' },
  'JPY/user/month': { en: ' yen per person and month', ja: '円（1人・月）' },
};

/** English only: Japanese counts one as it counts many. */
const UNIT_WORDS_OF_ONE: Readonly<Record<string, string>> = {
  days: ' day',
  months: ' month',
  years: ' year',
};

/** A number with its unit in words. */
export function withUnit(value: number, unit: string | null): LocalizedText {
  const words = unit === null ? { en: '', ja: '' } : (UNIT_WORDS[unit] ?? { en: ` ${unit}`, ja: ` ${unit}` });
  const singular = value === 1 && unit !== null ? UNIT_WORDS_OF_ONE[unit] : undefined;
  return { en: `${figure(value)}${singular ?? words.en}`, ja: `${figure(value)}${words.ja}` };
}

export function listed(items: readonly LocalizedText[]): LocalizedText {
  return { en: items.map((item) => item.en).join(', '), ja: items.map((item) => item.ja).join('、') };
}

/** Replaces `{name}` in both languages. */
export function filled(text: LocalizedText, values: Readonly<Record<string, LocalizedText>>): LocalizedText {
  const fill = (lang: 'en' | 'ja'): string =>
    text[lang].replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name]?.[lang] ?? whole);
  return { en: fill('en'), ja: fill('ja') };
}
