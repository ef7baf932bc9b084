// A pass criterion such as `p99FinalDotMs<=500` in words; one that is not known stays as it was written.

import type { LocalizedText } from '../core/text/localized.ts';
import { PHASE_WORDS } from './texts/evidence.ts';

const SHARES_AND_COUNTS: Readonly<Record<string, LocalizedText>> = {
  errors: { en: 'Share not accepted', ja: '受理されなかった割合' },
  rejected: { en: 'Share rejected', ja: '拒否された割合' },
  dropped: { en: 'Share not started in time', ja: '予定どおり開始できなかった割合' },
  acceptedPerSec: { en: 'Accepted messages per second', ja: '毎秒の受理通数' },
  lost: { en: 'Lost messages', ja: '紛失した通数' },
  duplicated: { en: 'Duplicated messages', ja: '重複した通数' },
  corrupted: { en: 'Corrupted messages', ja: '破損した通数' },
};

const TIMES: Readonly<Record<string, LocalizedText>> = {
  response: { en: 'Response time', ja: '応答時間' },
  service: { en: 'Service time', ja: '処理時間' },
  delivery: { en: 'Time until delivered', ja: '配送までの時間' },
  ...PHASE_WORDS,
};

const STATISTICS: Readonly<Record<string, LocalizedText>> = {
  mean: { en: 'mean', ja: '平均' },
  p50: { en: 'half of the messages', ja: '半数' },
  p90: { en: '90% of the messages', ja: '90%' },
  p95: { en: '95% of the messages', ja: '95%' },
  p99: { en: '99% of the messages', ja: '99%' },
  p999: { en: '99.9% of the messages', ja: '99.9%' },
  max: { en: 'slowest', ja: '最大' },
};

const COMPARISONS: Readonly<Record<string, LocalizedText>> = {
  '<=': { en: '≤', ja: '以下' },
  '>=': { en: '≥', ja: '以上' },
  '<': { en: '<', ja: '未満' },
  '>': { en: '>', ja: '超' },
  '==': { en: '=', ja: 'ちょうど' },
};

const EXPRESSION = /^\s*([A-Za-z0-9]+)\s*(<=|>=|==|<|>)\s*([\d.]+)\s*(%?)\s*$/;
const LATENCY = /^(mean|p50|p90|p95|p99|p999|max)([A-Z][A-Za-z]*)Ms$/;

export function thresholdWords(expression: string): LocalizedText {
  const [, metric = '', sign = '', limit = '', percent = ''] = EXPRESSION.exec(expression) ?? [];
  const name = metricWords(metric);
  const comparison = COMPARISONS[sign];
  if (name === null || comparison === undefined) return { en: expression, ja: expression };
  const isTime = LATENCY.test(metric);
  return {
    en: `${name.en} ${comparison.en} ${limit}${percent}${isTime ? ' ms' : ''}`,
    ja: `${name.ja}が${limit}${percent}${isTime ? 'ミリ秒' : ''}${comparison.ja}`,
  };
}

function metricWords(metric: string): LocalizedText | null {
  const known = SHARES_AND_COUNTS[metric];
  if (known !== undefined) return known;
  const [, statistic = '', what = ''] = LATENCY.exec(metric) ?? [];
  const time = TIMES[what.charAt(0).toLowerCase() + what.slice(1)];
  const words = STATISTICS[statistic];
  if (time === undefined || words === undefined) return null;
  return { en: `${time.en} (${words.en})`, ja: `${time.ja}（${words.ja}）` };
}
