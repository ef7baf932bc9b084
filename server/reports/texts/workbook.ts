// Words of the spreadsheet: sheet names (31 characters at most) and the labels of its live part.

import type { LocalizedText } from '../../core/text/localized.ts';

export const SHEET_NAMES = {
  requirements: { en: 'Requirements', ja: '要件' },
  summary: { en: 'Summary', ja: '概要' },
  question: { en: 'What was asked', ja: '前提条件' },
  matrix: { en: 'Matrix', ja: '適合' },
  musts: { en: 'Musts', ja: '必須条件' },
  scores: { en: 'Scores', ja: '総合点' },
  robustness: { en: 'Robustness', ja: '確かさ' },
  questions: { en: 'To confirm', ja: '確認事項' },
  facts: { en: 'Facts', ja: '根拠' },
  sources: { en: 'Sources', ja: '出典' },
  weights: { en: 'Weights', ja: '重み' },
  cost: { en: 'Cost', ja: '費用' },
  benchmark: { en: 'Benchmark', ja: '実測' },
  method: { en: 'How it is computed', ja: '計算方法' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const WORKBOOK_TEXTS = {
  weightsNote: {
    en: 'Change a weight in the framed column: shares, scores and ranks in this file follow at once. Weights need not add up to anything.',
    ja: '枠で囲んだ列の重みを書き換えると、比率・総合点・順位が自動で再計算されます。重みの合計は任意です。',
  },
  scoresNote: {
    en: 'Score = 100 × sum of share × value. A value is between 0 and 1; “How it is computed” says how it comes from a fact. The row “As reported” holds the score at the weights of the report.',
    ja: '総合点＝100×「比率×充足度」の合計。充足度は0から1の値で、情報からの換算は「計算方法」のシートに示します。「報告書の総合点」は報告書の重みでの総合点です。',
  },
  share: { en: 'Share', ja: '比率' },
  values: { en: 'Values (0 to 1)', ja: '充足度（0～1）' },
  points: { en: 'Points', ja: '得点' },
  asReported: { en: 'As reported', ja: '報告書の総合点' },
  total: { en: 'Total', ja: '合計' },
  liveNote: {
    en: 'Rank and score in this table follow the weights in the sheet “Weights”; ranges and shares are those of the report.',
    ja: 'この表の順位と総合点は「重み」シートの重みに連動します。範囲と割合は報告書の値です。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
