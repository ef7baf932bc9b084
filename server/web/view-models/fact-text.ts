// A fact in words. Invariant: a fact that is unknown, undisclosed or not applicable says so and never reads as "no".

import type { Fact } from '../../core/catalogue/fact.ts';
import type { FactDefinition } from '../../core/catalogue/vocabulary.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import { formatDay, formatMoney, formatNumber } from './format.ts';

const STATE_TEXTS: Readonly<Record<Exclude<Fact['state'], 'known' | 'range'>, LocalizedText>> = {
  unknown: { en: 'Unknown', ja: '不明' },
  undisclosed: { en: 'Not disclosed', ja: '非公開' },
  notApplicable: { en: 'Does not apply', ja: '該当しない' },
};

const UNLIMITED: LocalizedText = { en: 'No limit', ja: '上限なし' };

const UNIT_TEXTS: Readonly<Record<string, LocalizedText>> = {
  count: { en: '', ja: '' },
  percent: { en: '%', ja: '%' },
  GB: { en: ' GB', ja: ' GB' },
  MB: { en: ' MB', ja: ' MB' },
  'messages/s': { en: ' messages/s', ja: ' 通/秒' },
  days: { en: ' days', ja: '日' },
  months: { en: ' months', ja: 'か月' },
  messages: { en: ' messages', ja: '通' },
  recipients: { en: ' recipients', ja: '宛先' },
};

const WINDOW_TEXTS: Readonly<Record<NonNullable<Fact['window']>, LocalizedText>> = {
  second: { en: 'per second', ja: '毎秒' },
  minute: { en: 'per minute', ja: '毎分' },
  '10-minutes': { en: 'per 10 minutes', ja: '10分あたり' },
  hour: { en: 'per hour', ja: '1時間あたり' },
  day: { en: 'per day', ja: '1日あたり' },
  month: { en: 'per month', ja: '1か月あたり' },
};

const SCOPE_TEXTS: Readonly<Record<NonNullable<Fact['scope']>, LocalizedText>> = {
  user: { en: 'for each user', ja: 'ユーザーごと' },
  organisation: { en: 'for the organisation', ja: '組織全体' },
  server: { en: 'for the server', ja: 'サーバー全体' },
  client: { en: 'for each client', ja: '接続元ごと' },
};

const PER_TEXTS: Readonly<Record<string, LocalizedText>> = {
  'user-month': { en: 'per user and month', ja: '1ユーザー・1か月あたり' },
  'organisation-month': { en: 'per contract and month', ja: '1契約・1か月あたり' },
  once: { en: 'once', ja: '初回のみ' },
  server: { en: 'per server', ja: '1サーバーあたり' },
  'server-year': { en: 'per server and year', ja: '1サーバー・1年あたり' },
  user: { en: 'per user', ja: '1ユーザーあたり' },
  'user-year': { en: 'per user and year', ja: '1ユーザー・1年あたり' },
  year: { en: 'per year', ja: '1年あたり' },
};

type Wording = (fact: Fact, definition: FactDefinition, lang: Lang) => string;

const WORDING: Readonly<Record<FactDefinition['kind'], Wording>> = {
  quantity: (fact, definition, lang) =>
    amountText(fact, lang, (amount) => withUnit(amount, fact.unit ?? definition.unit, lang)),
  limit: (fact, _definition, lang) => limitText(fact, lang),
  money: (fact, _definition, lang) => moneyText(fact, lang),
  date: (fact, _definition, lang) => formatDay(String(fact.value), lang),
  text: (fact, _definition, lang) => fact.text?.[lang] ?? fact.note?.[lang] ?? STATE_TEXTS.unknown[lang],
  flag: optionText,
  level: optionText,
  set: optionText,
};

/** The fact as a reader sees it in a table cell. */
export function factText(fact: Fact, definition: FactDefinition, lang: Lang): string {
  if (fact.state !== 'known' && fact.state !== 'range') return STATE_TEXTS[fact.state][lang];
  if (fact.unlimited === true) return UNLIMITED[lang];
  return WORDING[definition.kind](fact, definition, lang);
}

function optionText(fact: Fact, definition: FactDefinition, lang: Lang): string {
  const values = (Array.isArray(fact.value) ? fact.value : [fact.value]) as readonly unknown[];
  const labels = values.map(
    (value) => definition.options?.find((option) => option.id === value)?.label[lang] ?? String(value),
  );
  return labels.join(lang === 'ja' ? '、' : ', ');
}

function amountText(fact: Fact, lang: Lang, show: (amount: number) => string): string {
  if (typeof fact.value === 'number') return show(fact.value);
  const low = fact.min === undefined ? '' : show(fact.min);
  const high = fact.max === undefined ? '' : show(fact.max);
  return lang === 'ja' ? `${low}～${high}` : `${low} – ${high}`;
}

function withUnit(amount: number, unit: string | undefined, lang: Lang): string {
  const shown = formatNumber(amount, lang, 3);
  if (unit === undefined) return shown;
  return `${shown}${UNIT_TEXTS[unit]?.[lang] ?? ` ${unit}`}`;
}

function limitText(fact: Fact, lang: Lang): string {
  const amount = amountText(fact, lang, (value) => withUnit(value, fact.unit, lang));
  const window = fact.window === undefined ? '' : WINDOW_TEXTS[fact.window][lang];
  const scope = fact.scope === undefined ? '' : SCOPE_TEXTS[fact.scope][lang];
  return lang === 'ja'
    ? `${[scope, window].filter((part) => part !== '').join('・')} ${amount}`.trim()
    : [amount, window, scope].filter((part) => part !== '').join(' ');
}

function moneyText(fact: Fact, lang: Lang): string {
  const currency = fact.currency ?? 'USD';
  const amount = amountText(fact, lang, (value) => formatMoney(value, currency, lang));
  const per = fact.per === undefined ? '' : (PER_TEXTS[fact.per]?.[lang] ?? fact.per);
  const tax = taxText(fact.taxIncluded, lang);
  return lang === 'ja'
    ? `${[per, amount].filter((part) => part !== '').join(' ')}${tax}`
    : `${[amount, per].filter((part) => part !== '').join(' ')}${tax}`;
}

function taxText(taxIncluded: boolean | undefined, lang: Lang): string {
  if (taxIncluded === undefined) return '';
  if (lang === 'ja') return taxIncluded ? '（税込）' : '（税抜）';
  return taxIncluded ? ' (tax included)' : ' (before tax)';
}
