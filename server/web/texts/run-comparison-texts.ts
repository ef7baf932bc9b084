// Texts of the page that lays runs beside each other.

import type { ComparedFigure } from '../../../benchmarks/index.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const COMPARISON_TEXTS = {
  title: { en: 'Comparison', ja: '試験の比較' },
  back: { en: 'History of tests', ja: '試験の履歴' },
  lead: {
    en: 'Ratios against the first server, with 95% confidence intervals where there are enough runs.',
    ja: '1台目のサーバーに対する比です。試験回数が十分な場合は、95%信頼区間を示します。',
  },
  pendingHeading: { en: 'Still to come', ja: '実行中・順番待ち' },
  pendingText: {
    en: 'This comparison is complete when all its runs have ended. Reload to see how far it is.',
    ja: 'すべての試験が終わると比較が完成します。進み具合を見るには、再読み込みしてください。',
  },
  reload: { en: 'Reload', ja: '再読み込み' },
  nothing: {
    en: 'Choose at least two finished runs to compare.',
    ja: '比較するには、終了した試験を2つ以上選んでください。',
  },
  first: { en: 'First', ja: '1台目' },
  set: { en: 'Server', ja: '対象' },
  runs: { en: 'Valid runs', ja: '有効な試験' },
  figure: { en: 'Figure', ja: '項目' },
  ratio: { en: 'Ratio', ja: '比' },
  interval: { en: '95% interval', ja: '95%信頼区間' },
  answer: { en: 'Answer', ja: '判定' },
  means: { en: 'Mean', ja: '平均' },
  against: { en: 'against', ja: '対' },
  generatorBound: {
    en: 'In some of these runs the generator was the limit, not the server: equal figures may be the generator’s.',
    ja: '一部の試験では、サーバーではなく負荷をかける側が限界でした。値が等しくても、負荷をかける側の値かもしれません。',
  },
  conditionsHeading: { en: 'Not measured alike', ja: '条件の違い' },
  conditionsText: {
    en: 'These conditions differ between the runs, so a difference may not be the server’s:',
    ja: '次の条件が試験によって異なります。差の原因がサーバーとは限りません。',
  },
  condition: { en: 'Condition', ja: '条件' },
  leftOutHeading: { en: 'Left out', ja: '対象外の試験' },
  leftOutText: {
    en: 'Only runs whose figures stand for the server can be compared.',
    ja: '比較できるのは、測定値がサーバーの性能を表している試験だけです。',
  },
  spectrumHeading: { en: 'Latency spectrum', ja: '応答時間の分布' },
  spectrumChart: { en: 'Response time by percentile (ms)', ja: 'パーセンタイル別の応答時間（ミリ秒）' },
  runsHeading: { en: 'The runs', ja: '対象の試験' },
} as const satisfies Texts;

export const FIGURE_TEXTS: Readonly<Record<ComparedFigure['figure'], LocalizedText>> = {
  acceptedPerSec: { en: 'Accepted per second', ja: '受理（通/秒）' },
  p50FinalDotMs: { en: 'Final reply, p50 (ms)', ja: '最終応答のp50（ミリ秒）' },
  p99FinalDotMs: { en: 'Final reply, p99 (ms)', ja: '最終応答のp99（ミリ秒）' },
  p50ResponseMs: { en: 'Response time, p50 (ms)', ja: '応答時間のp50（ミリ秒）' },
  p99ResponseMs: { en: 'Response time, p99 (ms)', ja: '応答時間のp99（ミリ秒）' },
};

export const ANSWER_TEXTS = {
  better: { en: 'better', ja: '優れている' },
  worse: { en: 'worse', ja: '劣っている' },
  noSignificantDifference: { en: 'no significant difference', ja: '有意な差なし' },
  tooFewRuns: {
    en: 'too few runs to say (three valid ones on each side)',
    ja: '試験回数が不足（有効な試験が各3回以上必要）',
  },
} as const satisfies Texts;

export const CONDITION_TEXTS: Readonly<Record<string, LocalizedText>> = {
  load: { en: 'Load', ja: '負荷' },
  session: { en: 'Session', ja: 'セッション' },
  mail: { en: 'Messages', ja: 'メール' },
  workers: { en: 'Threads', ja: 'スレッド数' },
  warmupSec: { en: 'Warm-up', ja: '準備時間' },
  machine: { en: 'Machine', ja: '試験環境' },
  version: { en: 'Version of mailfit', ja: 'mailfit のバージョン' },
  tls: { en: 'Encryption', ja: '暗号化' },
};
