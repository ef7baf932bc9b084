// Numbers and dates as people of each language write them.

import type { Lang, LocalizedText } from '../../core/text/localized.ts';

const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', ja: 'ja-JP' };

/** Up to `digits` decimals, at least `digitsMin` of them, thousands separated. */
export function formatNumber(value: number, lang: Lang, digits: number = 1, digitsMin: number = 0): string {
  return new Intl.NumberFormat(LOCALES[lang], {
    minimumFractionDigits: digitsMin,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A share of 1 as a percentage. */
export function formatShare(share: number, lang: Lang, digits: number = 0): string {
  return new Intl.NumberFormat(LOCALES[lang], { style: 'percent', maximumFractionDigits: digits }).format(
    share,
  );
}

/** A calendar day given as `YYYY-MM-DD`; a month or a year where no more is known. */
export function formatDay(isoDay: string, lang: Lang): string {
  if (/^\d{4}$/.test(isoDay)) return lang === 'ja' ? `${isoDay}年` : isoDay;
  if (/^\d{4}-\d{2}$/.test(isoDay)) {
    const month = new Date(`${isoDay}-01T00:00:00Z`);
    return new Intl.DateTimeFormat(LOCALES[lang], {
      year: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(month);
  }
  const date = new Date(`${isoDay}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return isoDay;
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** A moment given as an ISO timestamp, in the server's time zone. */
export function formatMoment(isoTime: string, lang: Lang): string {
  const date = new Date(isoTime);
  if (Number.isNaN(date.getTime())) return isoTime;
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

export function formatMoney(amount: number, currency: string, lang: Lang): string {
  if (lang === 'ja' && currency === 'JPY') return `${formatNumber(amount, lang, 0)}円`;
  return new Intl.NumberFormat(LOCALES[lang], { style: 'currency', currency, maximumFractionDigits: 2 })
    .format(amount)
    .replace(/[.,]00$/, '');
}

const MS_PER_DAY = 86_400_000;

/** How long ago a day was, in days up to two months and in months after. */
export function formatAge(isoDay: string, now: Date): LocalizedText {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(`${isoDay}T00:00:00Z`)) / MS_PER_DAY));
  if (days === 0) return { en: 'today', ja: '本日' };
  if (days === 1) return { en: 'yesterday', ja: '昨日' };
  if (days < 60) return { en: `${days} days ago`, ja: `${days}日前` };
  const months = Math.round(days / 30.44);
  return { en: `${months} months ago`, ja: `${months}か月前` };
}
