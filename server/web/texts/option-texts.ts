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

export const OPTION_LIST_TEXTS = {
  title: { en: 'Options', ja: '製品・サービス一覧' },
  lead: {
    en: 'Everything that mailfit compares, with the sources behind it.',
    ja: '比較の対象となる製品・サービスです。各ページで、すべての項目の出典を確認できます。',
  },
  filterText: { en: 'Name or vendor', ja: '名称・提供元' },
  filterDeployment: { en: 'Where it runs', ja: '形態' },
  any: { en: 'All', ja: 'すべて' },
  filter: { en: 'Filter', ja: '絞り込む' },
  reset: { en: 'Show all', ja: '絞り込みを解除' },
  noneFound: {
    en: 'Nothing matches. Try a shorter name or show all.',
    ja: '条件に合うものがありません。名称を短くするか、絞り込みを解除してください。',
  },
  price: { en: 'Price', ja: '料金' },
  evidence: { en: 'Facts with a source', ja: '出典のある項目' },
  checked: { en: 'Last checked', ja: '最終確認日' },
} as const satisfies Texts;

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
} as const satisfies Texts;

export function checkedText(day: string, age: string): LocalizedText {
  return { en: `checked ${day} (${age})`, ja: `確認日 ${day}（${age}）` };
}

export function statedText(day: string): LocalizedText {
  return { en: `dated ${day}`, ja: `資料の日付 ${day}` };
}
