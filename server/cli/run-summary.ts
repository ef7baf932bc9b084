// A finished run on a terminal: what was accepted, how long it took per phase, what went wrong.

import {
  ARRIVALS_FAULTY,
  arrivalFaults,
  errorClassWord,
  histogramLines,
  thresholdFigure,
  verdictReasonText,
} from '../../benchmarks/index.ts';
import type { RunResult } from '../../benchmarks/index.ts';
import type { Lang } from '../core/text/localized.ts';
import { printable } from './printable.ts';
import { factLines } from './run-facts.ts';
import { LINE_COLUMNS, clipped, displayWidth, tableText, wrapped } from './table.ts';

interface SummaryWords {
  readonly target: string;
  readonly rate: string;
  readonly counts: Readonly<Record<keyof RunResult['messages'], string>>;
  readonly connections: (opened: number, peak: number, refused: number) => string;
  readonly phase: string;
  readonly responseTime: string;
  readonly errors: string;
  readonly verdict: Readonly<Record<RunResult['verdict'], string>>;
  readonly thresholds: string;
  readonly missed: (missed: number, all: number) => string;
  readonly notMeasured: string;
}

const WORDS: Readonly<Record<Lang, SummaryWords>> = {
  en: {
    target: 'Target',
    rate: 'Accepted',
    counts: {
      offered: 'offered',
      sent: 'sent',
      accepted: 'accepted',
      rejected: 'rejected',
      failed: 'failed',
      ambiguous: 'ambiguous',
      dropped: 'dropped',
    },
    connections: (opened, peak, refused) =>
      `Connections: ${opened} opened, ${peak} at once, ${refused} refused`,
    phase: 'phase (ms)',
    responseTime: 'Response time, from the planned start to the answer after the final dot',
    errors: 'Errors',
    verdict: {
      valid: 'The measurement is valid.',
      generatorBound: 'Not a figure of the target: the load generator was the limit.',
      policyBound: 'Not a capacity: a configured limit of the target was met.',
      aborted: 'The run was stopped before its end.',
    },
    thresholds: 'Thresholds',
    missed: (missed, all) => `${missed} of ${all} thresholds missed.`,
    notMeasured: 'not measured',
  },
  ja: {
    target: '対象',
    rate: '受理',
    counts: {
      offered: '予定',
      sent: '送信',
      accepted: '受理',
      rejected: '拒否',
      failed: '失敗',
      ambiguous: '不確定',
      dropped: '開始できず',
    },
    connections: (opened, peak, refused) => `接続: 計${opened}本、同時に最大${peak}本、拒否${refused}本`,
    phase: '段階（ミリ秒）',
    responseTime: '応答時間（送信予定時刻から本文送信後の応答まで）',
    errors: 'エラー',
    verdict: {
      valid: '測定は有効です。',
      generatorBound: '対象の性能値ではありません。負荷をかける側が限界でした。',
      policyBound: '性能の限界ではありません。対象に設定された制限に当たりました。',
      aborted: '終了前に中止されました。',
    },
    thresholds: 'しきい値',
    missed: (missed, all) => `しきい値${all}件のうち${missed}件が未達です。`,
    notMeasured: '測定なし',
  },
};

/** The verdict in one sentence. */
export function verdictText(verdict: RunResult['verdict'], lang: Lang): string {
  return WORDS[lang].verdict[verdict];
}

export function runSummary(result: RunResult, lang: Lang): string {
  const words = WORDS[lang];
  const { connections, messages } = result;
  const perSec = result.achievedRatePerSec.toFixed(1);
  return [
    `${words.target}: ${result.target}  ${printable(result.server.banner ?? '')}`.trimEnd(),
    `${words.rate}: ${messages.accepted}  (${perSec}/s, ${result.durationSec.toFixed(2)} s)`,
    tableText([Object.values(words.counts), Object.keys(words.counts).map((key) => countOf(result, key))]),
    words.connections(connections.opened, connections.peak, connections.refused),
    ...phaseTable(result, words),
    ...histogram(result, words),
    ...errorLines(result, words, lang),
    '',
    ...factLines(result, lang),
    ...thresholdLines(result, words),
    '',
    ...verdictLines(result, words, lang),
  ].join('\n');
}

function countOf(result: RunResult, key: string): string {
  const entry = Object.entries(result.messages).find(([name]) => name === key);
  return String(entry?.[1] ?? 0);
}

function phaseTable(result: RunResult, words: SummaryWords): readonly string[] {
  const rows = Object.entries(result.phases)
    .filter(([, latency]) => latency.count > 0)
    .map(([phase, latency]) => [
      phase,
      String(latency.count),
      ...[latency.p50Us, latency.p90Us, latency.p99Us, latency.p999Us, latency.maxUs].map(asMs),
    ]);
  if (rows.length === 0) return [];
  return ['', tableText([[words.phase, 'n', 'p50', 'p90', 'p99', 'p99.9', 'max'], ...rows])];
}

function asMs(us: number): string {
  return (us / 1000).toFixed(us < 10_000 ? 2 : 1);
}

function histogram(result: RunResult, words: SummaryWords): string[] {
  const lines = histogramLines(result.transaction.responseTime);
  return lines.length === 0 ? [] : ['', words.responseTime, ...lines];
}

const MAX_ERROR_LINES = 10;

function errorLines(result: RunResult, words: SummaryWords, lang: Lang): string[] {
  if (result.errors.length === 0) return [];
  const rows = result.errors
    .slice(0, MAX_ERROR_LINES)
    .map((error) => [
      String(error.count),
      error.phase,
      [error.replyCode, error.enhancedCode].filter((code) => code !== null).join(' ') || '-',
      errorClassWord(error.class, lang),
      printable(error.sample),
    ]);
  const sampleAt = displayWidth(
    tableText(rows.map((row) => [...row.slice(0, -1), '|'])).split('\n')[0] ?? '',
  );
  const roomForSample = Math.max(20, LINE_COLUMNS - sampleAt);
  const fitting = rows.map((row) => [...row.slice(0, -1), clipped(row.at(-1) ?? '', roomForSample)]);
  return ['', words.errors, tableText(fitting)];
}

function thresholdLines(result: RunResult, words: SummaryWords): string[] {
  if (result.thresholds.length === 0) return [];
  const rows = result.thresholds.map(({ expression, passed, actual }) => [
    passed ? '✓' : '✗',
    expression,
    actual === null ? words.notMeasured : thresholdFigure(expression, actual),
  ]);
  return ['', words.thresholds, tableText(rows)];
}

/** Does it count, why not, and was everything reached that was asked for. */
function verdictLines(result: RunResult, words: SummaryWords, lang: Lang): string[] {
  const { thresholds, verdict, verdictReason } = result;
  const missed = thresholds.filter(({ passed }) => !passed).length;
  return [
    words.verdict[verdict],
    verdictReasonText(verdictReason, lang),
    missed === 0 ? null : words.missed(missed, thresholds.length),
    arrivalFaults(result).length === 0 ? null : ARRIVALS_FAULTY[lang],
  ]
    .filter((line) => line !== null)
    .map((line) => wrapped(line));
}
