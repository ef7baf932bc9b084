// A fact as people read it: its words in both languages, its evidence with age, and what it replaced.

import type { SourceAge } from '../catalogue/ageing.ts';
import { widenedBy } from '../catalogue/ageing.ts';
import type { Evidence, Fact } from '../catalogue/fact.ts';
import type { FactDefinition, FactVocabulary } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';
import { figure, listed, withUnit } from './figures.ts';
import type { MeasuredEvidence, OptionFact } from './option-facts.ts';
import { COST_UNIT } from './option-facts.ts';
import type { EvidenceShown, FactAge, FactShown } from './recommendation.ts';
import { SUPPORTED_YEARS, SUPPORTED_YEARS_UNIT } from './supported-years.ts';

export interface FactWords {
  readonly title: LocalizedText;
  readonly unit: string | null;
  readonly options: ReadonlyMap<string, LocalizedText>;
}

const DEPLOYMENT_WORDS: FactWords = {
  title: { en: 'Deployment', ja: '導入形態' },
  unit: null,
  options: new Map([
    ['cloud', { en: 'Cloud service', ja: 'クラウドサービス' }],
    ['on-premise', { en: 'Own server', ja: '自社運用（オンプレミス）' }],
  ]),
};
const KIND_WORDS: FactWords = {
  title: { en: 'Kind of product', ja: '製品の種類' },
  unit: null,
  options: new Map([
    ['mailbox', { en: 'Mailbox service', ja: 'メールボックス' }],
    ['suite', { en: 'Office suite with mail', ja: 'メールを含む業務スイート' }],
    ['full-stack', { en: 'Complete mail server', ja: 'メールサーバー一式' }],
    ['gateway', { en: 'Filter in front of a mail system', ja: 'メールの前段に置く対策製品' }],
    ['relay', { en: 'Sending service', ja: '送信専用の中継サービス' }],
  ]),
};
const COST_WORDS: FactWords = {
  title: { en: 'Total cost per person and month', ja: '1人あたり月額の総費用' },
  unit: COST_UNIT,
  options: new Map(),
};
const SUPPORT_WORDS: FactWords = {
  title: { en: 'Years of support left', ja: 'サポートの残り年数' },
  unit: SUPPORTED_YEARS_UNIT,
  options: new Map(),
};
const STATE_WORDS: Readonly<Record<'unknown' | 'undisclosed' | 'notApplicable', LocalizedText>> = {
  unknown: { en: 'unknown', ja: '未確認' },
  undisclosed: { en: 'not disclosed', ja: '非公開' },
  notApplicable: { en: 'does not apply', ja: '対象外' },
};
const UNLIMITED: LocalizedText = { en: 'unlimited', ja: '無制限' };

const DERIVED_WORDS: Readonly<Record<string, FactWords>> = {
  deployment: DEPLOYMENT_WORDS,
  kind: KIND_WORDS,
  costPerUserMonth: COST_WORDS,
  [SUPPORTED_YEARS]: SUPPORT_WORDS,
};

// A document says each fact's words some hundred times.
const wordsOf = new WeakMap<FactVocabulary, Map<string, FactWords>>();

export function factWords(factId: string, vocabulary: FactVocabulary): FactWords {
  const derived = DERIVED_WORDS[factId];
  if (derived !== undefined) return derived;
  const known = wordsOf.get(vocabulary) ?? new Map<string, FactWords>();
  wordsOf.set(vocabulary, known);
  const words = known.get(factId) ?? definedWords(factId, vocabulary);
  known.set(factId, words);
  return words;
}

function definedWords(factId: string, vocabulary: FactVocabulary): FactWords {
  const definition = (vocabulary.facts as Readonly<Record<string, FactDefinition | undefined>>)[factId];
  return {
    title: definition?.title ?? { en: factId, ja: factId },
    unit: definition?.unit ?? null,
    options: new Map((definition?.options ?? []).map((option) => [option.id, option.label])),
  };
}

export function itemWords(id: string, words: FactWords): LocalizedText {
  return words.options.get(id) ?? { en: id, ja: id };
}

/** The value alone, without evidence. */
export function factText(fact: Fact, words: FactWords): LocalizedText {
  if (fact.state === 'unknown' || fact.state === 'undisclosed' || fact.state === 'notApplicable') {
    return STATE_WORDS[fact.state];
  }
  if (fact.unlimited === true) return UNLIMITED;
  const unit = fact.unit ?? words.unit;
  if (fact.state === 'range') return rangeText(fact, unit);
  return valueText(fact, words, unit);
}

function rangeText(fact: Fact, unit: string | null): LocalizedText {
  if (fact.min === undefined) {
    const most = withUnit(fact.max ?? 0, unit);
    return { en: `at most ${most.en}`, ja: `${most.ja}以下` };
  }
  const low = figure(fact.min);
  if (fact.max === undefined) {
    const least = withUnit(fact.min, unit);
    return { en: `${least.en} or more`, ja: `${least.ja}以上` };
  }
  const high = withUnit(fact.max, unit);
  return { en: `${low}–${high.en}`, ja: `${low}〜${high.ja}` };
}

function valueText(fact: Fact, words: FactWords, unit: string | null): LocalizedText {
  const { value } = fact;
  if (typeof value === 'number')
    return fact.window === undefined ? withUnit(value, unit) : limitText(fact, value);
  if (typeof value === 'string') return itemWords(value, words);
  if (value === undefined) return fact.text ?? STATE_WORDS.unknown;
  return value.length === 0
    ? { en: 'none', ja: 'なし' }
    : listed(value.map((item) => itemWords(item, words)));
}

const WINDOW_WORDS: Readonly<Record<NonNullable<Fact['window']>, LocalizedText>> = {
  second: { en: 'a second', ja: '毎秒' },
  minute: { en: 'a minute', ja: '1分間に' },
  '10-minutes': { en: 'in 10 minutes', ja: '10分間に' },
  hour: { en: 'an hour', ja: '1時間に' },
  day: { en: 'a day', ja: '1日に' },
  month: { en: 'a month', ja: '1か月に' },
};
const SCOPE_WORDS: Readonly<Record<NonNullable<Fact['scope']>, LocalizedText>> = {
  user: { en: 'per user', ja: '1ユーザーあたり' },
  organisation: { en: 'per organisation', ja: '組織全体で' },
  server: { en: 'per server', ja: 'サーバー全体で' },
  client: { en: 'per sending address', ja: '接続元ごとに' },
};

function limitText(fact: Fact, value: number): LocalizedText {
  const when = WINDOW_WORDS[fact.window ?? 'day'];
  const who = SCOPE_WORDS[fact.scope ?? 'user'];
  const isRecipients = fact.unit === 'recipients';
  return {
    en: `${figure(value)} ${isRecipients ? 'recipients' : 'messages'} ${when.en} ${who.en}`,
    ja: `${who.ja}${when.ja}${figure(value)}${isRecipients ? '宛先' : '通'}`,
  };
}

/** @param today ISO date that ages of evidence count from */
export function showFact(optionFact: OptionFact, words: FactWords, today: string): FactShown {
  const { fact, measured, declared, age } = optionFact;
  const shown = {
    ...shownWithoutDeclared(optionFact.id, fact, words, today),
    ...(age === null ? {} : { age: shownAge(fact, age) }),
  };
  if (measured === null) return shown;
  return {
    ...shown,
    basis: 'measured',
    source: null,
    evidence: [measuredEvidence(measured, today)],
    ...(declared === null ? {} : { declared: shownWithoutDeclared(optionFact.id, declared, words, today) }),
  };
}

// A cost widens price by price before it is added up, so its own ends have the age in them.
function shownAge(fact: Fact, { ageMonths: months, confidence, widening }: SourceAge): FactAge {
  const [min, max] = typeof fact.value === 'number' ? [fact.value, fact.value] : [fact.min, fact.max];
  if (widening === 0 || fact.unit === COST_UNIT || min === undefined || max === undefined)
    return { months, confidence };
  return { months, confidence, ...widenedBy(widening, min, max) };
}

function shownWithoutDeclared(id: string, fact: Fact, words: FactWords, today: string): FactShown {
  const evidence = fact.evidence.map((one) => declaredEvidence(one, today));
  return {
    id,
    label: words.title,
    state: fact.state,
    ...valueFields(fact),
    unit: fact.unit ?? fact.currency ?? words.unit,
    shown: factText(fact, words),
    source: evidence[0]?.url ?? null,
    basis: fact.state === 'known' || fact.state === 'range' ? 'declared' : 'none',
    evidence,
    note: fact.note ?? null,
  };
}

function valueFields(fact: Fact): Pick<FactShown, 'value' | 'min' | 'max' | 'unlimited'> {
  return {
    ...(fact.value === undefined ? {} : { value: fact.value }),
    ...(fact.min === undefined ? {} : { min: fact.min }),
    ...(fact.max === undefined ? {} : { max: fact.max }),
    ...(fact.unlimited === undefined ? {} : { unlimited: fact.unlimited }),
  };
}

function declaredEvidence(evidence: Evidence, today: string): EvidenceShown {
  return {
    url: evidence.url,
    title: evidence.title,
    class: evidence.class,
    checkedOn: evidence.checkedOn,
    ...(evidence.statedOn === undefined ? {} : { statedOn: evidence.statedOn }),
    ageDays: daysBetween(evidence.checkedOn, today),
  };
}

function measuredEvidence(measured: MeasuredEvidence, today: string): EvidenceShown {
  return {
    url: null,
    title: measured.runId,
    class: 'measured',
    checkedOn: measured.measuredOn,
    ageDays: daysBetween(measured.measuredOn, today),
    runId: measured.runId,
    conditions: measured.conditions,
  };
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round(dayOf(to) - dayOf(from)));
}

// The evidence of a catalogue bears a few dozen dates, each shown some hundred times.
const days = new Map<string, number>();

function dayOf(date: string): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  const day = Date.parse(date) / DAY_MS;
  days.set(date, day);
  return day;
}
