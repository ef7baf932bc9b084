// Texts of "suggest a correction" and of the open-data page.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const CORRECTION_TEXTS = {
  title: { en: 'Suggest a correction', ja: '訂正の提案' },
  lead: {
    en: 'Say what should stand here and where you read it. The text below is made from it; nothing is sent from this page.',
    ja: '正しい内容と、その根拠となるページをご記入ください。下の文面が作成されます。このページから送信されることはありません。',
  },
  fact: { en: 'What is it about?', ja: '訂正する項目' },
  whole: { en: 'The option as a whole', ja: '製品・サービス全体' },
  present: { en: 'In the catalogue now', ja: '現在の記載' },
  proposed: { en: 'What should it say?', ja: '正しい内容' },
  proposedHint: {
    en: 'For a limit: number, unit, time it counts over, and for whom it holds.',
    ja: '上限値の場合は、数値・単位・期間・適用対象（ユーザーごと、契約全体など）もお書きください。',
  },
  sourceUrl: { en: 'Web page that says so', ja: '根拠となるページのURL' },
  sourceHint: {
    en: 'Best is the vendor’s own page. Without a page the fact stays unknown.',
    ja: '提供元の公式ページが最適です。根拠となるページがない場合は「不明」のままとなります。',
  },
  sourceWrong: {
    en: 'Write the full address, beginning with https:// or http://',
    ja: 'https:// または http:// から始まるURLをご記入ください。',
  },
  make: { en: 'Make the text', ja: '文面を作成する' },
  textHeading: { en: 'The text', ja: '文面' },
  subject: { en: 'Subject', ja: '件名' },
  body: { en: 'Text', ja: '本文' },
  openTracker: { en: 'Open it in the issue tracker', ja: '課題管理システムで開く' },
  openMail: { en: 'Open it in your mail program', ja: 'メールソフトで開く' },
  copyHint: {
    en: 'No issue tracker is set up for this installation. Copy the text or send it by mail to whoever runs it.',
    ja: 'この環境には課題管理システムが設定されていません。文面をコピーするか、管理者あてにメールでお送りください。',
  },
} as const satisfies Texts;

export const DATA_TEXTS = {
  title: { en: 'Open data', ja: 'オープンデータ' },
  back: { en: 'All options', ja: '一覧へ戻る' },
  lead: {
    en: 'The whole catalogue to take away: use it, change it, pass it on. Name mailfit as the source.',
    ja: 'カタログ全体をダウンロードできます。出典として「mailfit」を表示すれば、自由に利用・改変・再配布できます。',
  },
  downloads: { en: 'Downloads', ja: 'ダウンロード' },
  file: { en: 'File', ja: 'ファイル' },
  holds: { en: 'What it holds', ja: '内容' },
  size: { en: 'Size', ja: 'サイズ' },
  json: {
    en: 'Everything: options, facts, sources, history, and what each fact means',
    ja: 'すべての製品・項目・出典・履歴と、各項目の定義',
  },
  csv: {
    en: 'One row for every fact and source; opens in any spreadsheet',
    ja: '項目と出典ごとに1行の表（表計算ソフトで開けます）',
  },
  schema: { en: 'JSON Schema of the document', ja: 'JSON文書のスキーマ' },
  providerSchema: { en: 'JSON Schema of one option', ja: '製品1件分のスキーマ' },
  csvMetadata: { en: 'Description of the table (CSV on the Web)', ja: '表の定義（CSV on the Web）' },
  licence: { en: 'Licence', ja: 'ライセンス' },
  licenceText: {
    en: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
    ja: 'クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）',
  },
  cite: { en: 'How to cite', ja: '引用方法' },
  citeHint: {
    en: 'The digest names the exact content: who has the same one has the same facts.',
    ja: 'ハッシュ値は内容を特定します。同じ値であれば、同じ内容のデータです。',
  },
  inNumbers: { en: 'In numbers', ja: '収録件数' },
  options: { en: 'Options', ja: '製品・サービス' },
  known: { en: 'Facts with value and source', ja: '値と出典のある項目' },
  range: { en: 'of these as a range', ja: 'うち幅のある値' },
  undisclosed: { en: 'Not disclosed by the vendor', ja: '提供元が非公開' },
  unknown: { en: 'Not found', ja: '不明' },
  sources: { en: 'Source entries', ja: '出典の記載' },
  median: {
    en: 'Known facts per option (least / median / most)',
    ja: '製品ごとの判明項目数（最少／中央値／最多）',
  },
  columns: { en: 'Columns of the CSV', ja: 'CSVの列' },
  column: { en: 'Column', ja: '列' },
  says: { en: 'What it says', ja: '意味' },
  commandLine: { en: 'From the command line', ja: 'コマンドラインから' },
  rule: { en: 'How facts grow old', ja: '情報の古さの扱い' },
  ruleText: {
    en: 'How far a fact is believed depends on who says it and on its age. The figures are declared and the same for all.',
    ja: '情報の確かさは、出典の種別と古さから決まります。次の値をすべての製品に同じように適用します。',
  },
  kind: { en: 'Kind of fact', ja: '項目の型' },
  fresh: { en: 'Fresh for (months)', ja: '新しいとみなす期間（月）' },
  halfLife: { en: 'Belief halves every (months)', ja: '信頼度が半減する期間（月）' },
  widen: { en: 'A number widens per year by', ja: '1年ごとに広げる数値の幅' },
} as const satisfies Texts;

export const FACT_KIND_TEXTS: Readonly<Record<string, LocalizedText>> = {
  money: { en: 'Price', ja: '料金' },
  limit: { en: 'Sending limit', ja: '送信数の上限' },
  quantity: { en: 'Number', ja: '数値' },
  level: { en: 'Level', ja: '段階' },
  flag: { en: 'Yes, partly, no', ja: '有無' },
  set: { en: 'List', ja: '一覧' },
  date: { en: 'Date', ja: '日付' },
  text: { en: 'Text', ja: '文章' },
};

export function citationText(hash: string, day: string): LocalizedText {
  return {
    en: `mailfit catalogue of mail options, SHA-256 ${hash}, retrieved ${day}, CC BY 4.0.`,
    ja: `mailfit メール製品・サービスカタログ（SHA-256 ${hash}、${day} 取得、CC BY 4.0）`,
  };
}
