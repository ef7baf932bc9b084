// Words of the sections on weights, method and versions.

import type { LocalizedText } from '../../core/text/localized.ts';

export const METHOD_TEXTS = {
  weightsCaption: { en: 'Criteria and their weights', ja: '評価項目と重み' },
  group: { en: 'Group', ja: '分野' },
  weight: { en: 'Weight', ja: '重み' },
  weightRange: { en: 'Range', ja: '取りうる幅' },
  worst: { en: '0 points means', ja: '0点の水準' },
  best: { en: 'Full points mean', ja: '満点の水準' },
  defaultWeights: {
    en: 'The weights are the product’s defaults, adjusted by the answers above. Nobody set them by hand.',
    ja: '重みは既定値を上記の回答で調整したものです。手作業での設定は行っていません。',
  },
  tradeOffs: { en: 'What the weights say in practice', ja: 'この重みの意味' },
  consistency: { en: 'Consistency of the judgements', ja: '判断の一貫性' },
  noCriteria: { en: 'No criterion has a weight.', ja: '重みのある評価項目がありません。' },
  formulasCaption: { en: 'How a fact becomes a value', ja: '情報を充足度に換算する式' },
  formulasNote: {
    en: 'ln is the natural logarithm: with it, equal ratios count the same. A value below 0 counts as 0, one above 1 as 1. Figures are rounded to three digits here; the JSON report holds them unrounded.',
    ja: 'lnは自然対数で、同じ倍率の差を同じ重さで数えます。結果が0未満なら0、1を超えるなら1とします。式の数値は有効数字3桁で示しました。丸める前の値はJSON形式の報告書にあります。',
  },
  formula: { en: 'Value (0 to 1)', ja: '充足度（0～1）' },
  basis: { en: 'Basis', ja: '根拠' },
  asOf: { en: 'Evaluation as of', ja: '評価基準日' },
  evaluation: { en: 'Evaluation', ja: '評価番号' },
  evaluationVersion: { en: 'Version shown', ja: '本報告書の版' },
  answersVersion: { en: 'State of the answers', ja: '回答の更新番号' },
  savedAt: { en: 'Last answer saved (UTC)', ja: '回答の最終保存日時（UTC）' },
  frozenAt: { en: 'Frozen (UTC)', ja: '確定日時（UTC）' },
  notFrozen: { en: 'not frozen; it can still change', ja: '未確定（変更される可能性があります）' },
  changedSince: {
    en: 'opened again after this version; not frozen yet',
    ja: 'この版の確定を解除した後の、未確定の状態',
  },
  frozenBy: { en: 'Frozen by', ja: '確定者' },
  reason: { en: 'Reason', ja: '理由' },
  inputsHash: { en: 'Fingerprint of the frozen inputs', ja: '確定した入力の照合値' },
  frozenCatalogueHash: { en: 'Fingerprint of the frozen catalogue', ja: '確定した製品情報の照合値' },
  referenceHash: { en: 'Fingerprint of the frozen model', ja: '確定した評価モデルの照合値' },
  recommendationHash: { en: 'Fingerprint of the frozen result', ja: '確定した結果の照合値' },
  historyCaption: { en: 'Versions so far', ja: '版の履歴' },
  version: { en: 'Version', ja: '版' },
  cause: { en: 'What happened', ja: '内容' },
  madeAt: { en: 'When (UTC)', ja: '日時（UTC）' },
  madeBy: { en: 'Who', ja: '担当者' },
  sheetsCaption: { en: 'What vendors declared', ja: '提供元の回答' },
  option: { en: 'Option', ja: '候補' },
  vendor: { en: 'Vendor', ja: '提供元' },
  answeredOn: { en: 'Day of the answer', ja: '回答日' },
  takenBy: { en: 'Taken in by', ja: '取込者' },
  takenAt: { en: 'Taken in (UTC)', ja: '取込日時（UTC）' },
  sheetFile: { en: 'File', ja: 'ファイル' },
  fingerprintsCaption: {
    en: 'Fingerprints of the files that vendors filled in',
    ja: '提供元回答ファイルの照合値',
  },
  product: { en: 'Product version', ja: 'mailfitの版' },
  catalogueHash: { en: 'Fingerprint of the catalogue', ja: '製品情報の照合値' },
  answersHash: { en: 'Fingerprint of the answers', ja: '回答の照合値' },
  seed: { en: 'Seed of the trials', ja: '試行の乱数シード' },
  samples: { en: 'Number of trials', ja: '試行回数' },
  documentForm: { en: 'Document form', ja: '文書形式' },
  item: { en: 'Item', ja: '項目' },
  value: { en: 'Value', ja: '値' },
  versionsCaption: { en: 'What this report was made from', ja: '本報告書の作成条件' },
  versionsLead: {
    en: 'The same answers, catalogue and seed give the same report, byte for byte. Whoever doubts a figure can make it again from these values.',
    ja: '同じ回答・製品情報・乱数シードからは、まったく同じ報告書が得られます。次の値があれば、どの数値も再計算して確かめられます。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const CAUSE_WORDS: Readonly<Record<'frozen' | 'vendor-answers' | 'bids', LocalizedText>> = {
  frozen: { en: 'Frozen', ja: '確定' },
  'vendor-answers': { en: 'A vendor’s answers came in', ja: '提供元の回答を取込' },
  bids: { en: 'Bids came in', ja: '入札額を記入' },
};

/** The method in steps, as a reader who doubts the result would want them. */
export const METHOD_STEPS: readonly LocalizedText[] = [
  {
    en: 'Musts come first. A must is met, not met, or cannot be told from what is published. One must not met excludes the option; nothing else can make up for it.',
    ja: 'はじめに必須条件を照合します。判定は「満たす」「満たさない」「判断できない」の三つです。一つでも満たさない候補は対象外とし、ほかの長所で補うことはできません。',
  },
  {
    en: 'For each criterion a fact becomes a value between 0 and 1 on a scale fixed by the need, not by the other options. Values below 0 or above 1 are cut off.',
    ja: '次に、評価項目ごとに情報を0から1までの充足度に換算します。尺度は必要な水準で決まり、ほかの候補には左右されません。0未満と1を超える分は切り捨てます。',
  },
  {
    en: 'Score = sum of weight × value, shown times 100. Weights add up to 1, so the points of all criteria add up to the score exactly.',
    ja: '総合点は「重み×充足度」の合計で、100倍して表示します。重みの合計は1で、各項目の得点を足すと総合点に一致します。',
  },
  {
    en: 'An unknown fact counts at the middle of what is possible; the range of the score shows it at its worst and at its best.',
    ja: '未確認の情報は、ありうる範囲の中央の値で計算します。総合点の範囲は、それが最も悪い場合と最も良い場合を示します。',
  },
  {
    en: 'A measurement of one’s own replaces what a vendor declares on the same point. Both remain visible.',
    ja: '同じ項目に実測値がある場合は、提供元の公表値より実測値を優先します。公表値も併記します。',
  },
  {
    en: 'Robustness: weights are drawn from the ranges that the answers allow, facts from their ranges, both together, and the ranking is made again each time (stochastic multicriteria acceptability analysis, SMAA-2). Ties share a rank in equal parts.',
    ja: '順位の安定性は、重みを回答と矛盾しない範囲から、情報をそれぞれの範囲から同時に選び、そのつど順位を付け直して調べます（確率的多基準受容性分析、SMAA-2）。同点は順位を等分します。',
  },
  {
    en: 'Ties: options with equal scores keep the order of their identifiers, and share the rank.',
    ja: '同点の候補は同じ順位とし、識別子の順に並べます。',
  },
  {
    en: 'Rounding: computed without rounding; rounded once for this report, half away from zero. Rounded figures may therefore add up to a total that is off by one in the last digit.',
    ja: '計算の途中では丸めず、本報告書に載せるときに一度だけ四捨五入します。そのため、表示した値の合計が合計欄と最後の桁で1ずれることがあります。',
  },
  {
    en: 'Other methods (weighted product, PROMETHEE II, TOPSIS, VIKOR) check the first place. They are never averaged into the score.',
    ja: 'ほかの手法（加重積、PROMETHEE II、TOPSIS、VIKOR）は1位の検算にだけ使い、総合点には混ぜません。',
  },
];
