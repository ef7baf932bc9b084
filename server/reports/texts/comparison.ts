// Words of the comparison of two versions.

import type { LocalizedText } from '../../core/text/localized.ts';

export const COMPARISON_TEXTS = {
  answers: { en: 'Answers that differ', ja: '異なる回答' },
  weights: { en: 'Weights that differ', ja: '異なる重み' },
  requirements: { en: 'Requirements that differ', ja: '異なる条件' },
  tender: { en: 'Tender rule: what differs', ja: '落札方式の違い' },
  part: { en: 'Part', ja: '区分' },
  facts: { en: 'Facts that differ', ja: '異なる情報' },
  ranking: { en: 'Ranking: what differs', ja: '順位と総合点の違い' },
  before: { en: 'Before', ja: '変更前' },
  after: { en: 'After', ja: '変更後' },
  question: { en: 'Question', ja: '質問' },
  fact: { en: 'Fact', ja: '項目' },
  kind: { en: 'Kind', ja: '種別' },
  gate: { en: 'Must', ja: '必須' },
  value: { en: 'Scored', ja: '評価対象' },
  difference: { en: 'Difference of scores', ja: '総合点の差' },
  noRecommendation: { en: 'no recommendation', ja: '推奨なし' },
  stillNone: {
    en: 'Neither version recommends an option.',
    ja: 'どちらの版でも、推奨できる候補はありません。',
  },
  nothing: { en: 'Nothing differs.', ja: '違いはありません。' },
  otherCatalogue: {
    en: 'The two versions rest on different catalogues.',
    ja: '二つの版では、もとになった製品情報が異なります。',
  },
  sameWinner: (name: LocalizedText): LocalizedText => ({
    en: `Both versions recommend ${name.en}.`,
    ja: `どちらの版でも「${name.ja}」を推奨しています。`,
  }),
} as const;
