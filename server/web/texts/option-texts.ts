// Texts of the catalogue and of the page of one option.

import type { EvidenceClass } from '../../core/catalogue/fact.ts';
import type { Deployment, ProviderKind } from '../../core/catalogue/provider.ts';
import type { FactGroup } from '../../core/catalogue/vocabulary.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const DEPLOYMENT_TEXTS: Readonly<Record<Deployment, LocalizedText>> = {
  cloud: { en: 'Cloud service', ja: 'クラウド' },
  'on-premise': { en: 'Run it yourself', ja: '自社運用' },
};

export const KIND_TEXTS: Readonly<Record<ProviderKind, LocalizedText>> = {
  mailbox: { en: 'Mailboxes', ja: 'メールボックス' },
  suite: { en: 'Mail and groupware', ja: 'グループウェア' },
  'full-stack': { en: 'Complete mail server', ja: '統合メールサーバー' },
  gateway: { en: 'Mail gateway', ja: 'メールゲートウェイ' },
  relay: { en: 'Sending service', ja: '送信サービス' },
};

export const GROUP_TEXTS: Readonly<Record<FactGroup, LocalizedText>> = {
  size: { en: 'Size and limits', ja: '規模と上限' },
  security: { en: 'Security', ja: 'セキュリティ' },
  support: { en: 'Operation and support', ja: '運用とサポート' },
  flexibility: { en: 'Administration and flexibility', ja: '管理機能と柔軟性' },
  cost: { en: 'Cost and resources', ja: '費用と必要な設備' },
};

export const EVIDENCE_CLASS_TEXTS: Readonly<Record<EvidenceClass, LocalizedText>> = {
  official: { en: 'Official document', ja: '公式資料' },
  'third-party': { en: 'Third party', ja: '第三者資料' },
  'vendor-declared': { en: 'Declared by the vendor', ja: '提供元の申告' },
  measured: { en: 'Measured', ja: '測定値' },
};

export const OPTION_TEXTS = {
  back: { en: 'All options', ja: '一覧へ戻る' },
  vendor: { en: 'Vendor', ja: '提供元' },
  plan: { en: 'Plan described', ja: '対象プラン' },
  homepage: { en: 'Home page', ja: '公式サイト' },
  endOfSupport: { en: 'End of support', ja: 'サポート終了日' },
  endOfSale: { en: 'End of sale', ja: '販売終了日' },
  factColumn: { en: 'Item', ja: '項目' },
  valueColumn: { en: 'What is known', ja: '内容' },
  sourceColumn: { en: 'Source', ja: '出典' },
  silent: {
    en: 'No public source found, ask the vendor:',
    ja: '公開情報では確認できなかった項目（提供元にお問い合わせください）：',
  },
  noSource: {
    en: 'No public source found. Ask the vendor.',
    ja: '公開情報では確認できませんでした。提供元にお問い合わせください。',
  },
  otherPlan: { en: 'Plan', ja: 'プラン' },
  measuredHeading: { en: 'Measured here', ja: 'ここでの測定結果' },
  measuredHint: {
    en: 'A valid measurement replaces the declared figure in the ranking; both stay visible.',
    ja: '判定が「有効」の測定値は、順位の計算で公称値に代えて使います。公称値も併せて表示します。',
  },
  measuredNone: {
    en: 'Nobody has tested this option from here yet.',
    ja: 'この製品・サービスの負荷試験は、まだ行われていません。',
  },
  measuredRate: { en: 'Accepted messages per second', ja: '1秒あたりの受信通数' },
  measuredConnections: { en: 'Connections at the same time', ja: '同時接続数' },
  measuredOn: { en: 'Date', ja: '日時' },
  measuredVerdict: { en: 'Verdict', ja: '判定' },
  measuredRun: { en: 'Run', ja: '試験' },
  measuredTarget: { en: 'Target', ja: '対象' },
  openRun: { en: 'Details', ja: '詳細' },
  startRun: { en: 'Test this option', ja: '負荷試験を行う' },
  onThisPage: { en: 'On this page', ja: 'このページの内容' },
  country: { en: 'Vendor’s country', ja: '提供元の国' },
  family: { en: 'Other plans of this product', ja: 'ほかのプラン・エディション' },
  compareFamily: { en: 'What differs between the plans', ja: 'プラン間の違いを見る' },
  correct: { en: 'Suggest a correction', ja: '訂正を提案する' },
  correctFact: { en: 'Correct', ja: '訂正' },
  acrossOptions: { en: 'In all options', ja: '全製品の値' },
  history: { en: 'Earlier values', ja: '過去の値' },
  doubtful: { en: 'read again before relying on it', ja: '要再確認' },
  addToComparison: { en: 'Compare with others', ja: 'ほかの製品と比較する' },
  evidenceHeading: { en: 'How sure is this?', ja: '情報の確かさ' },
  knowIt: { en: 'Do you know it?', ja: 'ご存じの場合：' },
} as const satisfies Texts;

export function checkedText(day: string, age: string): LocalizedText {
  return { en: `checked ${day} (${age})`, ja: `確認日 ${day}（${age}）` };
}

export function statedText(day: string): LocalizedText {
  return { en: `dated ${day}`, ja: `資料の日付 ${day}` };
}

export function untilText(day: string): LocalizedText {
  return { en: `until ${day}`, ja: `${day}まで` };
}

export function agedText(range: string): LocalizedText {
  return {
    en: `With its age, by the declared rule: ${range}.`,
    ja: `情報の古さを考慮した目安の範囲：${range}`,
  };
}

export function knownText(counts: {
  readonly known: number;
  readonly range: number;
  readonly unknown: number;
  readonly undisclosed: number;
}): LocalizedText {
  const { known, range, unknown, undisclosed } = counts;
  return {
    en: `${known + range} facts known with a source, ${unknown} not found, ${undisclosed} not disclosed by the vendor.`,
    ja: `出典のある項目${known + range}件、公開情報で確認できなかった項目${unknown}件、提供元が非公開とする項目${undisclosed}件。`,
  };
}

export function recheckText(count: number): LocalizedText {
  return {
    en: `${count === 1 ? 'One fact is' : `${count} facts are`} old or weakly sourced; read ${count === 1 ? 'it' : 'them'} again first:`,
    ja: `次の${count}項目は、情報が古いか出典が弱いため、先に再確認してください：`,
  };
}
