// Texts of what stands beside the questions while somebody answers: what remains, what excluded it, the size so far.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const PREVIEW_TEXTS = {
  heading: { en: 'So far', ja: 'ここまでの回答から' },
  eligible: { en: 'meet every requirement', ja: '必須条件を満たす' },
  conditional: { en: 'to be confirmed', ja: '要確認' },
  excluded: { en: 'excluded', ja: '除外' },
  exclusionsHeading: { en: 'What rules options out', ja: '候補が減った理由' },
  noExclusions: { en: 'No answer rules anything out yet.', ja: '回答によって外れた候補はまだありません。' },
  always: { en: 'Holds for everybody', ja: 'すべての評価に共通の条件' },
  sizingHeading: { en: 'The size you need', ja: '必要な規模の見込み' },
  sizingNote: {
    en: 'The middle estimate, and the range that holds in 8 of 10 cases. It narrows with every answer about size.',
    ja: '太字は中央の値、かっこ内は10回中8回が収まる範囲です。規模の質問に答えるほど範囲が狭まります。',
  },
  sizingAssumed: {
    en: 'Reckoned for 100 people until you say how many there are.',
    ja: '人数が未回答のため、100人として計算しています。',
  },
  mailbox: { en: 'Mailbox per person', ja: '1人あたりの容量' },
  storage: { en: 'Storage for all mail', ja: '全員分の保存容量' },
  peak: { en: 'Incoming mail at the busiest minute', ja: '最も混む1分間の受信' },
  connections: { en: 'Connections at the same time', ja: '同時接続数' },
} as const satisfies Texts;

/** How many options the answers so far leave. */
export function remainingText(counts: {
  readonly eligible: number;
  readonly conditional: number;
  readonly all: number;
}): LocalizedText {
  const remaining = counts.eligible + counts.conditional;
  return {
    en: `${remaining} of ${counts.all} options remain`,
    ja: `${counts.all}件中${remaining}件が候補に残っています`,
  };
}

/** Shown with the question whose answer does it. */
export function effectText(excluded: number, alone: number): LocalizedText {
  const only = alone === excluded || alone === 0;
  return {
    en: `This answer rules out ${excluded} option${excluded === 1 ? '' : 's'}${only ? '' : `, ${alone} of them by itself`}`,
    ja: `この回答で${excluded}件が候補から外れます${only ? '' : `（うち${alone}件はこの回答だけが理由）`}`,
  };
}

export function excludedCount(excluded: number): LocalizedText {
  return { en: `−${excluded}`, ja: `−${excluded}件` };
}

export function spreadText(low: string, high: string, unit: LocalizedText): LocalizedText {
  return { en: `(${low} to ${high}${unit.en})`, ja: `（${low}～${high}${unit.ja}）` };
}

export const SIZE_UNITS = {
  gb: { en: ' GB', ja: ' GB' },
  tb: { en: ' TB', ja: ' TB' },
  perMinute: { en: ' a minute', ja: '通' },
  connections: { en: '', ja: '本' },
} as const satisfies Texts;
