// Numbers and dates as a reader sees them. The only place of the product where a result is rounded for a report.
// Rule: half away from zero, as taught at school and as spreadsheets show it.

import type { Lang } from '../core/text/localized.ts';

export interface NumberWords {
  /** A score of 0..1 on the scale of 100 that readers see, with one decimal. */
  readonly points: (score: number) => string;
  /** A difference of scores, with its sign. */
  readonly pointsDifference: (difference: number) => string;
  readonly percent: (share: number, decimals?: number) => string;
  readonly count: (value: number) => string;
  readonly decimal: (value: number, decimals: number) => string;
  /** Three significant digits, for measured quantities. */
  readonly significant: (value: number) => string;
  readonly money: (value: number, currency: string) => string;
  /** An estimated amount: three digits, because more would promise what no estimate keeps. */
  readonly estimate: (value: number, currency: string) => string;
  readonly durationOfUs: (microseconds: number) => string;
  readonly date: (isoDate: string) => string;
  /** To the minute, in UTC; whoever shows it says so. */
  readonly moment: (isoMoment: string) => string;
}

const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', ja: 'ja-JP' };

export function numberWords(lang: Lang): NumberWords {
  const locale = LOCALES[lang];
  // Making a formatter costs more than a thousand uses of it.
  const byDecimals = [0, 1, 2].map((decimals) => fixedFormat(locale, decimals));
  const threeDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const fixed = (value: number, decimals: number): string =>
    (byDecimals[decimals] ?? fixedFormat(locale, decimals)).format(withoutNegativeZero(value, decimals));
  const significant = (value: number): string => threeDigits.format(value);
  return {
    points: (score) => fixed(score * 100, 1),
    pointsDifference: (difference) => `${difference < 0 ? '−' : '+'}${fixed(Math.abs(difference) * 100, 1)}`,
    percent: (share, decimals = 0) => `${fixed(share * 100, decimals)}%`,
    count: (value) => fixed(value, 0),
    decimal: fixed,
    significant,
    money: (value, currency) => moneyText(locale, value, currency),
    estimate: (value, currency) => moneyText(locale, Number(value.toPrecision(3)), currency),
    durationOfUs: (microseconds) => durationText(microseconds, lang, significant),
    date: (isoDate) => dateText(isoDate, locale),
    moment: momentText,
  };
}

function fixedFormat(locale: string, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    roundingMode: 'halfExpand',
  });
}

// A number that rounds to zero from below would print as −0.
function withoutNegativeZero(value: number, decimals: number): number {
  return Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
}

function moneyText(locale: string, value: number, currency: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).format(value);
}

function durationText(microseconds: number, lang: Lang, significant: (value: number) => string): string {
  if (microseconds < 1000) return `${significant(microseconds)} µs`;
  if (microseconds < 1_000_000) return `${significant(microseconds / 1000)} ms`;
  return `${significant(microseconds / 1_000_000)} ${lang === 'ja' ? '秒' : 's'}`;
}

/** `2026-11-23 08:00`: the same in every language, and it sorts. */
export function momentText(isoMoment: string): string {
  return isoMoment.slice(0, MINUTE_LENGTH).replace('T', ' ');
}

const MINUTE_LENGTH = 16;

function dateText(isoDate: string, locale: string): string {
  const date = new Date(isoDate.length === 10 ? `${isoDate}T00:00:00Z` : isoDate);
  if (Number.isNaN(date.getTime())) return isoDate;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
