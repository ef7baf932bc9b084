// Texts of the result page: verdict, ranking, what follows from it. Sentences about one option or requirement come with
// the recommendation itself.

import type { OptionStatus, Strength } from '../../core/scoring/recommendation.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const RESULT_TEXTS = {
  title: { en: 'Result', ja: '評価結果' },
  onThisPage: { en: 'On this page', ja: 'このページの内容' },
  recommended: { en: 'Recommended', ja: '推奨' },
  bestFit: { en: 'Best fit so far', ja: '現時点の第一候補' },
  noClearWinner: { en: 'No clear winner', ja: '明確な1位はありません' },
  noneLeft: { en: 'No option meets every requirement', ja: 'すべての必須要件を満たす選択肢はありません' },
  leadingPair: { en: 'Ahead by a little', ja: 'わずかに上回る候補' },
  strength: { en: 'How sure', ja: '結論の確かさ' },
  why: { en: 'Why', ja: '理由' },
  howSure: { en: 'How sure', ja: '確かさ' },
  mind: { en: 'Mind', ja: '留意点' },
  score: { en: 'Score', ja: '総合点' },
  outOf: { en: 'of 100', ja: '100点満点' },
  scoreRange: { en: 'Range', ja: '取りうる幅' },
  firstShare: { en: 'First in', ja: '1位になる割合' },
  firstShareNote: { en: 'of trials', ja: '重みと不明点を変えた試算' },
  totalCost: { en: 'Total cost', ja: '総費用' },
  left: { en: 'Options left', ja: '残った候補' },
  compareWithNext: { en: 'Compare with the next', ja: '次点と比べる' },
  howComputed: { en: 'How this score comes about', ja: 'この点数の計算を見る' },
  answers: { en: 'Change answers', ja: '回答を見直す' },
  toReport: { en: 'Report for the file', ja: '報告書を作る' },
  notices: { en: 'Please note', ja: 'ご注意' },
  relaxHeading: { en: 'What would have to give way', ja: 'どの要件を緩めれば候補が残るか' },
  relaxHint: {
    en: 'Every smallest set of requirements whose dropping leaves at least one option:',
    ja: '外せば候補が残る必須要件の、最も小さな組み合わせをすべて示します。',
  },
  tryWithout: { en: 'Try without', ja: '外して試す' },
  readmits: { en: 'Brings back', ja: '戻る候補' },
  rankingHeading: { en: 'Ranking', ja: '順位' },
  rankingHint: {
    en: 'The bar is the score. The line across its end shows how far it can move when unknown facts turn out worst or best.',
    ja: '棒は総合点です。棒の先の線は、不明な項目が最も悪い場合から最も良い場合までの幅を示します。',
  },
  eligibleHeading: { en: 'Meet every requirement', ja: '必須要件をすべて満たす候補' },
  conditionalHeading: { en: 'Something still to confirm', ja: '確認が必要な候補' },
  conditionalHint: {
    en: 'Nothing is known against them, but at least one requirement cannot be told from what is published. They rank after the others, whatever their score.',
    ja: '満たさないと分かった要件はありませんが、公開情報では判断できない必須要件があります。点数にかかわらず、すべて満たす候補の後に並べています。',
  },
  details: { en: 'Points by field', ja: '分野ごとの得点' },
  worked: { en: 'Full calculation', ja: '計算の全体' },
  field: { en: 'Field', ja: '分野' },
  weight: { en: 'Weight', ja: '重み' },
  points: { en: 'Points', ja: '得点' },
  total: { en: 'Total', ja: '合計' },
  toConfirm: { en: 'To confirm', ja: '要確認' },
  compareWithFirst: { en: 'Compare with the first', ja: '1位と比べる' },
  dataTable: { en: 'Show the figures as a table', ja: '数値を表で見る' },
  nextHeading: { en: 'Next step', ja: '次の一歩' },
  benchmarkHeading: { en: 'Measure before you decide', ja: '決める前に測る' },
  benchmarkHint: {
    en: 'Put load on a server you control. What you measure replaces the declared figures here.',
    ja: '自分で管理しているサーバーに負荷をかけて測定すると、公称値に代わって測定値が順位に反映されます。',
  },
  cloudHint: {
    en: 'Public cloud services may not be loaded: use their trial, and send them the questions above.',
    ja: '公開されているクラウドサービスに負荷をかけることはできません。試用期間を利用し、上の質問を提供元に送ってください。',
  },
  testPair: { en: 'Benchmark these two', ja: 'この2つを負荷試験で比べる' },
  reportHeading: { en: 'Put it on file', ja: '報告書にまとめる' },
  reportHint: {
    en: 'Recommendation, comparison, reasons, sources and method in one file.',
    ja: '推奨案、比較表、理由、出典、評価方法を一つのファイルにまとめます。',
  },
  methodHeading: { en: 'How this was computed', ja: '計算の方法' },
  methodHint: {
    en: 'One additive score on absolute scales. The same answers, catalogue and seed give the same figures.',
    ja: '絶対的な尺度による加算方式です。同じ回答・製品情報・乱数シードからは、同じ数値が得られます。',
  },
  methodLink: { en: 'The method with a worked example', ja: '計算方法と計算例' },
  asOf: { en: 'As of', ja: '評価日' },
  samples: { en: 'Trials', ja: '試算の回数' },
  seed: { en: 'Seed', ja: '乱数シード' },
  fingerprints: { en: 'Fingerprints (answers, catalogue)', ja: '照合値（回答、製品情報）' },
} as const satisfies Texts;

export const STRENGTH_TEXTS: Readonly<Record<Strength, LocalizedText>> = {
  clear: { en: 'Clear', ja: '明確' },
  close: { en: 'Close call', ja: '僅差' },
  none: { en: 'No clear winner', ja: '明確な1位なし' },
};

export const STATUS_TEXTS: Readonly<Record<OptionStatus, LocalizedText>> = {
  eligible: { en: 'Eligible', ja: '適格' },
  conditional: { en: 'Conditional', ja: '条件付き' },
  excluded: { en: 'Excluded', ja: '除外' },
};

export const REPORT_FORMAT_TEXTS: Readonly<Record<string, LocalizedText>> = {
  html: { en: 'Web page (prints well)', ja: 'Webページ（印刷向け）' },
  pdf: { en: 'PDF', ja: 'PDF' },
  xlsx: { en: 'Excel', ja: 'Excel' },
  csv: { en: 'CSV', ja: 'CSV' },
  md: { en: 'Markdown', ja: 'Markdown' },
  json: { en: 'JSON', ja: 'JSON' },
};

export function foldedText(count: number): LocalizedText {
  return { en: `Show ${count} more`, ja: `ほかの${count}件を表示する` };
}

export function leftText(all: number, conditional: number): LocalizedText {
  return {
    en: `of ${all}, ${conditional} of them conditional`,
    ja: `${all}件中。うち条件付き${conditional}件`,
  };
}

export function costOverText(years: number, low: string, high: string): LocalizedText {
  return { en: `over ${years} years, ${low} to ${high}`, ja: `${years}年間。幅は${low}〜${high}` };
}

export function gaugeText(score: string, low: string, high: string): LocalizedText {
  return {
    en: `Score ${score} of 100, between ${low} and ${high}`,
    ja: `総合点${score}点（100点満点）。取りうる幅は${low}点から${high}点`,
  };
}

/** A few names and how many more there are. */
export function namesText(names: readonly string[], shown: number): LocalizedText {
  const first = names.slice(0, shown);
  const rest = names.length - first.length;
  return {
    en: first.join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
    ja: first.join('、') + (rest > 0 ? `、ほか${rest}件` : ''),
  };
}
