// Two sets of runs against each other, as a person reads it on a terminal.

import type { ComparedFigure, RunComparison } from '../../benchmarks/index.ts';
import type { Lang } from '../core/text/localized.ts';
import { tableText, wrapped } from './table.ts';

interface CompareWords {
  readonly heading: readonly string[];
  readonly figure: Readonly<Record<ComparedFigure['figure'], string>>;
  readonly better: string;
  readonly worse: string;
  readonly same: string;
  readonly tooFew: string;
  readonly runs: (first: number, second: number) => string;
  readonly settings: string;
  readonly leftOut: (count: number) => string;
  readonly unmeasured: string;
  readonly generatorBound: (count: number) => string;
}

const WORDS: Readonly<Record<Lang, CompareWords>> = {
  en: {
    heading: ['figure', '1', '2', '2 ÷ 1 (95% interval)', '2 against 1'],
    figure: {
      acceptedPerSec: 'accepted/s',
      p50FinalDotMs: 'final dot p50 ms',
      p99FinalDotMs: 'final dot p99 ms',
      p50ResponseMs: 'response p50 ms',
      p99ResponseMs: 'response p99 ms',
    },
    better: 'better',
    worse: 'worse',
    same: 'no significant difference',
    tooFew: 'too few runs: 3 each',
    unmeasured: 'not measured',
    runs: (first, second) => `Runs: ${first} and ${second}; figures are geometric means.`,
    settings: 'The sets were not run alike, so a difference may not be the server’s:',
    leftOut: (count) => `Left out because they are not valid: ${count} of the runs.`,
    generatorBound: (count) =>
      `In ${count} of the compared runs the generator was the limit, not the server: equal figures may be the generator’s.`,
  },
  ja: {
    heading: ['項目', '1', '2', '2÷1（95%信頼区間）', '1に対する2'],
    figure: {
      acceptedPerSec: '受理数/秒',
      p50FinalDotMs: '本文後の応答 p50（ミリ秒）',
      p99FinalDotMs: '本文後の応答 p99（ミリ秒）',
      p50ResponseMs: '応答時間 p50（ミリ秒）',
      p99ResponseMs: '応答時間 p99（ミリ秒）',
    },
    better: '優れる',
    worse: '劣る',
    same: '有意な差なし',
    tooFew: '回数不足（各3回）',
    unmeasured: '測定なし',
    runs: (first, second) => `試験回数: ${first}回と${second}回（数値は幾何平均）`,
    settings: '2組の設定が異なるため、差がサーバーによるとは限りません:',
    leftOut: (count) => `有効でない試験${count}件を除きました。`,
    generatorBound: (count) =>
      `比較した試験のうち${count}件では、サーバーではなく負荷をかける側が限界でした。値が等しくても、負荷をかける側の値かもしれません。`,
  },
};

/** The name of a figure as a person reads it. */
export function figureName(figure: ComparedFigure['figure'], lang: Lang): string {
  return WORDS[lang].figure[figure];
}

export function comparisonText(comparison: RunComparison, lang: Lang): string {
  const words = WORDS[lang];
  const rows = comparison.figures.map((figure) => [
    words.figure[figure.figure],
    meanText(figure.first),
    meanText(figure.second),
    ratioText(figure),
    verdictOf(figure, words),
  ]);
  const [figure] = comparison.figures;
  return [
    `1: ${comparison.firstLabel}`,
    `2: ${comparison.secondLabel}`,
    words.runs(figure?.first.length ?? 0, figure?.second.length ?? 0),
    '',
    tableText([words.heading, ...rows]),
    ...(comparison.differingSettings.length === 0
      ? []
      : ['', wrapped(words.settings), comparison.differingSettings.join(', ')]),
    ...(comparison.leftOut.length === 0 ? [] : ['', words.leftOut(comparison.leftOut.length)]),
    ...(comparison.generatorBoundCount === 0
      ? []
      : ['', wrapped(words.generatorBound(comparison.generatorBoundCount))]),
  ].join('\n');
}

function ratioText({ ratio, low, high, difference }: ComparedFigure): string {
  if (difference !== 'tooFewRuns') return `${ratio.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  return Number.isFinite(ratio) ? ratio.toFixed(3) : '-';
}

/** Runs enough; then a figure that was nothing in one of them has no ratio. */
function isOften({ first, second }: ComparedFigure): boolean {
  return Math.min(first.length, second.length) >= 3;
}

function verdictOf(figure: ComparedFigure, words: CompareWords): string {
  if (figure.difference === 'tooFewRuns') return isOften(figure) ? words.unmeasured : words.tooFew;
  if (figure.difference === 'noSignificantDifference') return words.same;
  return (figure.difference === 'higher') === figure.isHigherBetter ? words.better : words.worse;
}

function meanText(values: readonly number[]): string {
  if (values.length === 0) return '-';
  const mean = Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
  return mean >= 100 ? mean.toFixed(0) : mean.toPrecision(3);
}
