// Words that frame the report: its title, the section titles, and the words for states. Both languages side by side.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { SectionId } from '../report.generated.ts';

/** Sections of the report itself; a list of requirements has its own. */
export type ReportSectionId = Exclude<SectionId, `tender${string}`>;

export const SECTION_TITLES: Readonly<Record<ReportSectionId, LocalizedText>> = {
  question: { en: 'What was asked', ja: '前提条件' },
  recommendation: { en: 'Recommendation', ja: '推奨' },
  matrix: { en: 'Requirements, option by option', ja: '必須条件への適合' },
  scores: { en: 'Scores', ja: '総合点' },
  robustness: { en: 'How sure the ranking is', ja: '順位の確かさ' },
  changes: { en: 'What would change the result', ja: '結果が変わる条件' },
  vendorQuestions: { en: 'Questions to vendors', ja: '提供元への確認事項' },
  cost: { en: 'Cost', ja: '費用' },
  measured: { en: 'Measured evidence', ja: '実測結果' },
  facts: { en: 'Facts and their sources', ja: '根拠とした情報と出典' },
  weights: { en: 'Weights', ja: '評価項目の重み' },
  method: { en: 'Method', ja: '評価方法' },
  versions: { en: 'Versions and fingerprints', ja: '版と照合用の値' },
};

export const FRAME_TEXTS = {
  title: { en: 'Mail server selection report', ja: 'メールサーバー選定報告書' },
  contents: { en: 'Contents', ja: '目次' },
  pageOf: { en: 'Page {page} of {pages}', ja: '{page} / {pages} ページ' },
  preparedOn: { en: 'As of', ja: '評価基準日' },
  notGiven: { en: 'not given', ja: '記載なし' },
  none: { en: 'none', ja: 'なし' },
  option: { en: 'Option', ja: '候補' },
  criterion: { en: 'Criterion', ja: '評価項目' },
  requirement: { en: 'Requirement', ja: '条件' },
  rank: { en: 'Rank', ja: '順位' },
  score: { en: 'Score (of 100)', ja: '総合点（100点満点）' },
  status: { en: 'Status', ja: '判定' },
  source: { en: 'Source', ja: '出典' },
  number: { en: 'No.', ja: '番号' },
  dataBehind: { en: 'The figures behind this chart', ja: 'この図の数値' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const STATUS_WORDS = {
  eligible: { en: 'Eligible', ja: '適合' },
  conditional: { en: 'To be confirmed', ja: '要確認' },
  excluded: { en: 'Excluded', ja: '対象外' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const DEPLOYMENT_WORDS = {
  cloud: { en: 'Cloud', ja: 'クラウド' },
  'on-premise': { en: 'On-premise', ja: 'オンプレミス' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Signs that stay apart in black and white; the words stand in the legend under the matrix. */
export const MARK_SIGNS = {
  pass: { en: '✓', ja: '○' },
  fail: { en: '×', ja: '×' },
  open: { en: '?', ja: '？' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const EVIDENCE_CLASS_WORDS = {
  official: { en: 'official', ja: '公式' },
  'third-party': { en: 'third party', ja: '第三者' },
  'vendor-declared': { en: 'vendor’s answer', ja: '提供元回答' },
  measured: { en: 'measured', ja: '実測' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
