// Texts of the page that works out one option's score, and of the comparison of two.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const OPTION_RESULT_TEXTS = {
  calculation: { en: 'The calculation', ja: '計算の内訳' },
  calculationHint: {
    en: 'For each criterion: fact → value between 0 and 1 → times weight = points. The points add up to the score.',
    ja: '評価項目ごとに、事実を0〜1の価値に換算し、重みを掛けたものが得点です。得点を足すと総合点になります。',
  },
  excludedNotice: {
    en: 'This option is excluded. The points show what it would earn if the requirements below were dropped.',
    ja: 'この候補は除外されています。点数は、下の必須要件を外したと仮定した場合のものです。',
  },
  rank: { en: 'Rank', ja: '順位' },
  score: { en: 'Score', ja: '総合点' },
  scoreRange: { en: 'Range', ja: '取りうる幅' },
  firstShare: { en: 'First in', ja: '1位になる割合' },
  sampledRange: { en: '90% of the trials', ja: '試算の90%が入る範囲' },
  criterion: { en: 'Criterion', ja: '評価項目' },
  fact: { en: 'Fact', ja: '事実' },
  value: { en: 'Value', ja: '価値' },
  weight: { en: 'Weight', ja: '重み' },
  points: { en: 'Points', ja: '得点' },
  scale: { en: '0 … 1 means', ja: '0と1の水準' },
  declared: { en: 'Declared', ja: '公称値' },
  measured: { en: 'Measured', ja: '測定値' },
  subtotal: { en: 'Together', ja: '小計' },
  sumOf: { en: 'Sum of all points', ja: '得点の合計' },
  exampleHeading: { en: 'One line worked out', ja: '1項目の計算例' },
  failedHeading: { en: 'Why it is excluded', ja: '除外した理由' },
  confirmHeading: { en: 'To confirm', ja: '確認が必要な必須要件' },
  askVendor: { en: 'Ask', ja: '質問' },
  wouldWin: { en: 'What would put it first', ja: '1位になるための条件' },
  facts: { en: 'All facts and sources of this option', ja: 'この候補のすべての項目と出典' },
  compare: { en: 'Compare with the first', ja: '1位と比べる' },
  method: { en: 'The method explained', ja: '計算方法の説明' },
  required: { en: 'Required', ja: '必要' },
  actual: { en: 'Actual', ja: '実際' },
  fromAnswer: { en: 'From your answer', ja: 'もとになった回答' },
} as const satisfies Texts;

export const COMPARE_TEXTS = {
  title: { en: 'Compare two options', ja: '2つの候補を比べる' },
  choose: { en: 'Choose two options', ja: '候補を2つ選ぶ' },
  optionA: { en: 'First option', ja: '1つ目' },
  optionB: { en: 'Second option', ja: '2つ目' },
  compare: { en: 'Compare', ja: '比べる' },
  sameTwice: { en: 'Choose two different options.', ja: '異なる2つの候補を選んでください。' },
  atAGlance: { en: 'At a glance', ja: '概要' },
  status: { en: 'Requirements', ja: '必須要件' },
  rank: { en: 'Rank', ja: '順位' },
  score: { en: 'Score', ja: '総合点' },
  cost: { en: 'Total cost', ja: '総費用' },
  beats: { en: 'Ahead in the trials', ja: '試算で上回った割合' },
  whyHeading: { en: 'Where the difference comes from', ja: '差が生まれる項目' },
  whyHint: {
    en: 'Points that each option gains over the other, criterion by criterion. Together they are the whole difference.',
    ja: '評価項目ごとに、相手を上回る得点を示します。すべて足すと総合点の差になります。',
  },
  decisive: { en: 'decides', ja: '決め手' },
  sameHeading: { en: 'Where both are equal', ja: '差がない項目' },
  criterion: { en: 'Criterion', ja: '評価項目' },
  difference: { en: 'Difference', ja: '得点の差' },
  total: { en: 'Difference in all', ja: '総合点の差' },
  necessarily: {
    en: 'No allowed weight and no possible fact reverses this.',
    ja: '許される重みと、ありうる事実のどれによっても逆転しません。',
  },
  unranked: { en: 'excluded', ja: '除外' },
  noPrice: { en: 'not known', ja: '不明' },
  calculation: { en: 'Calculation', ja: '計算' },
} as const satisfies Texts;

export function aheadByText(better: string, other: string, gap: string): LocalizedText {
  return {
    en: `${better} is ahead of ${other} by ${gap} points.`,
    ja: `${better}が${other}を${gap}点上回っています。`,
  };
}

/** @param share what the marked criteria cover of the difference; null where they make up all of it or more */
export function fewestText(terms: number, share: string | null): LocalizedText {
  const [these, explain] =
    terms === 1 ? ['The marked criterion', 'explains'] : [`The ${terms} marked criteria`, 'explain'];
  return share === null
    ? {
        en: `${these} alone ${terms === 1 ? 'makes' : 'make'} up for all of it.`,
        ja: `印を付けた${terms}項目だけで、差のすべてを説明できます。`,
      }
    : {
        en: `${these} ${explain} ${share} of the difference.`,
        ja: `差の${share}は、印を付けた${terms}項目で説明できます。`,
      };
}

export function statusFirstText(higher: string): LocalizedText {
  return {
    en: `In the ranking ${higher} stands higher all the same: meeting the requirements comes before points.`,
    ja: `ただし順位は${higher}が上です。必須要件を満たすことが点数より優先されるためです。`,
  };
}

export function equalText(count: number): LocalizedText {
  return { en: `Both earn the same in ${count} criteria`, ja: `${count}項目では同じ得点です` };
}

export function exampleText(line: {
  readonly label: string;
  readonly fact: string;
  readonly value: string;
  readonly weight: string;
  readonly points: string;
}): LocalizedText {
  const { label, fact, value, weight, points } = line;
  return {
    en: `${label}: the fact “${fact}” is worth ${value} of 1. With a weight of ${weight} that gives ${value} × ${weight} × 100 = ${points} points.`,
    ja: `${label}：事実「${fact}」の価値は1のうち${value}です。重みは${weight}なので、${value} × ${weight} × 100 ＝ ${points}点になります。`,
  };
}

/** How a value came about where no number can be put into a formula. */
export const VALUE_WORDS = {
  unknown: {
    en: 'not known: {low} to {high}, counted at {value}',
    ja: '不明：{low}〜{high}のどこか。{value}で計算',
  },
  indifferent: {
    en: 'not known, but {value} wherever it lies in the plausible range',
    ja: '不明だが、ありうる範囲のどこでも{value}',
  },
  unlimited: { en: 'no limit: counts {value}', ja: '上限なしのため{value}' },
  range: { en: 'between {low} and {high}, counted at {value}', ja: '{low}〜{high}の範囲。{value}で計算' },
  level: { en: 'levels: {levels}', ja: '水準ごとの価値：{levels}' },
  covered: { en: 'share of what you want: {value}', ja: '必要なもののうち満たす割合：{value}' },
  anyOf: { en: '1 if any of what you want is there', ja: '希望のいずれかに合えば1' },
  capped: { en: 'more than needed counts 1', ja: '必要な水準を超えた分は数えず1' },
  floored: { en: 'below the scale counts 0', ja: '0の水準を下回るため0' },
} as const satisfies Texts;
