// A search for the capacity on a terminal: a line for each trial, and the answer with its bounds.

import { trialReasonText, verdictReasonText } from '../../benchmarks/index.ts';
import type { CapacityResult, CapacityTrial } from '../../benchmarks/index.ts';
import type { Lang } from '../core/text/localized.ts';
import { noticeText } from './run-facts.ts';
import { tableText, wrapped } from './table.ts';

/** One finished trial, while the search goes on. */
export function trialLine(trial: CapacityTrial, lang: Lang): string {
  const words = WORDS[lang];
  const line = words.trial(
    words.length[trial.length],
    trial.ratePerSec.toFixed(1),
    words.judged[trial.verdict],
  );
  const reason = trial.verdict === 'pass' ? null : trialReasonText(trial.reason, lang);
  const p99 = words.p99(inMs(trial.finalDotP99Us), inMs(trial.responseP99Us));
  return `${line}  ${p99}  ${reason ?? ''}`.trimEnd();
}

function inMs(us: number): string {
  return (us / 1000).toFixed(1);
}

type Scalability = NonNullable<CapacityResult['scalability']>;

interface CapacityWords {
  readonly verdict: Readonly<Record<CapacityResult['verdict'], string>>;
  readonly judged: Readonly<Record<CapacityTrial['verdict'], string>>;
  readonly length: Readonly<Record<CapacityTrial['length'], string>>;
  readonly p99: (finalDotMs: string, responseMs: string) => string;
  readonly trial: (length: string, perSec: string, verdict: string) => string;
  readonly unconfirmed: string;
  readonly scalabilityEnd: (sessions: number) => string;
  readonly bounds: (low: string, high: string) => string;
  readonly ceiling: (perSec: string) => string;
  readonly certificate: readonly string[];
  readonly scalability: (fit: Scalability) => readonly string[];
}

const WORDS: Readonly<Record<Lang, CapacityWords>> = {
  en: {
    verdict: {
      found: 'The capacity was found.',
      ceilingReached: 'The objective held up to the highest rate that was tried.',
      nothingPassed: 'The objective did not hold at any rate.',
      policyBound: 'No capacity: a configured limit of the target was met first.',
      generatorBound: 'No capacity: the load generator was the limit.',
      aborted: 'No capacity: the search ended early.',
      trialsUsedUp: 'No capacity: the search ended before the bounds met.',
    },
    judged: { pass: 'held', fail: 'not held', unfit: 'not judged' },
    length: { short: 'short', full: 'full length' },
    p99: (finalDotMs, responseMs) => `p99 ${finalDotMs} ms, response ${responseMs} ms`,
    trial: (length, perSec, verdict) => `${perSec}/s, ${length}: ${verdict}`,
    unconfirmed: ' (in a short trial)',
    scalabilityEnd: (sessions) => `Scalability law: only points below ${sessions} sessions are the target’s.`,
    bounds: (low, high) => `Sustained: ${low} messages/s; not sustained: ${high}`,
    ceiling: (perSec) => `The generator itself reaches ${perSec}/s on this machine.`,
    certificate: ['load', 'rate/s', 'accepted/s', 'final dot p99', 'response p99 (ms)', 'errors', 'verdict'],
    scalability: (fit) => [
      `Scalability law: ${fit.lambda.toFixed(1)}/s with one session, contention α ${rangeText(fit.alpha, fit.ranges.alpha)}, coherency β ${rangeText(fit.beta, fit.ranges.beta)}, R² ${fit.rSquared.toFixed(3)}`,
      fit.peak === null
        ? 'No peak: more sessions never cost rate in what was measured.'
        : `Peak at ${fit.peak.sessions.toFixed(0)} sessions with ${fit.peak.ratePerSec.toFixed(1)}/s${fit.isExtrapolated ? ', beyond what was measured' : ''}.`,
    ],
  },
  ja: {
    verdict: {
      found: '処理能力の限界が分かりました。',
      ceilingReached: '試した最大の流量まで目標を満たしました。',
      nothingPassed: 'どの流量でも目標を満たしませんでした。',
      policyBound: '能力は測れませんでした。対象に設定された制限に先に当たりました。',
      generatorBound: '能力は測れませんでした。負荷をかける側が限界でした。',
      aborted: '能力は測れませんでした。探索が途中で終わりました。',
      trialsUsedUp: '能力は測れませんでした。上限と下限が近づく前に探索を終えました。',
    },
    judged: { pass: '維持', fail: '未達', unfit: '判定不能' },
    length: { short: '短時間', full: '全時間' },
    p99: (finalDotMs, responseMs) => `p99 ${finalDotMs}ミリ秒、応答時間 ${responseMs}ミリ秒`,
    trial: (length, perSec, verdict) => `毎秒${perSec}通（${length}）: ${verdict}`,
    unconfirmed: '（短時間の試験のみ）',
    scalabilityEnd: (sessions) =>
      `スケーラビリティ法則（USL）: 対象の性能といえるのは${sessions}セッション未満の測定点だけです。`,
    bounds: (low, high) => `維持できた流量: 毎秒${low}通、維持できなかった流量: ${high}`,
    ceiling: (perSec) => `負荷をかける側のこのマシンでの上限は毎秒${perSec}通です。`,
    certificate: ['負荷', '流量/秒', '受理/秒', '本文後 p99', '応答時間 p99（ミリ秒）', 'エラー', '判定'],
    scalability: (fit) => [
      `スケーラビリティ法則（USL）: 1セッションで毎秒${fit.lambda.toFixed(1)}通、競合 α ${rangeText(fit.alpha, fit.ranges.alpha)}、整合性 β ${rangeText(fit.beta, fit.ranges.beta)}、R² ${fit.rSquared.toFixed(3)}`,
      fit.peak === null
        ? '測定の範囲では、セッションを増やしても流量が下がることはありませんでした。'
        : `${fit.peak.sessions.toFixed(0)}セッションで最大の毎秒${fit.peak.ratePerSec.toFixed(1)}通${fit.isExtrapolated ? '（測定範囲の外の推定）' : ''}。`,
    ],
  },
};

export function capacityText(result: CapacityResult, lang: Lang): string {
  const words = WORDS[lang];
  const rows = result.certificate.map(({ percent, trial }) => [
    `${percent}%`,
    trial.ratePerSec.toFixed(1),
    trial.achievedRatePerSec.toFixed(1),
    inMs(trial.finalDotP99Us),
    inMs(trial.responseP99Us),
    `${(trial.errorShare * 100).toFixed(2)}%`,
    words.judged[trial.verdict],
  ]);
  const reason = verdictReasonText(result.verdictReason, lang);
  return [
    words.verdict[result.verdict],
    ...(reason === null ? [] : [wrapped(reason)]),
    ...boundsLines(result, words),
    ...(typeof result.generatorCeilingPerSec !== 'number'
      ? []
      : [words.ceiling(rateText(result.generatorCeilingPerSec))]),
    ...(rows.length === 0 ? [] : ['', tableText([words.certificate, ...rows])]),
    ...scalabilityLines(result, lang),
    ...result.notices.map(({ text }) => noticeText(text[lang])),
  ].join('\n');
}

/** Nothing where no rate held and none failed. */
function boundsLines(result: CapacityResult, words: CapacityWords): string[] {
  const { lowerRatePerSec, upperRatePerSec, isUpperConfirmed } = result;
  if (lowerRatePerSec === null && upperRatePerSec === null) return [];
  const doubt = upperRatePerSec === null || isUpperConfirmed ? '' : words.unconfirmed;
  return [words.bounds(rateText(lowerRatePerSec), rateText(upperRatePerSec) + doubt)];
}

function scalabilityLines({ scalability, scalabilityEnd }: CapacityResult, lang: Lang): string[] {
  const words = WORDS[lang];
  const end = scalabilityEnd ?? null;
  const ended =
    end === null
      ? []
      : [`${words.scalabilityEnd(end.sessions)} ${verdictReasonText(end.reason, lang) ?? ''}`.trim()];
  const lines = [...(scalability === null ? [] : words.scalability(scalability)), ...ended];
  return lines.length === 0 ? [] : ['', ...lines.map((line) => wrapped(line, '  '))];
}

/** The value, and how far it moves when one measured point is left out. */
function rangeText(value: number, [low, high]: readonly number[]): string {
  return `${value.toPrecision(2)} (${(low ?? 0).toPrecision(2)}–${(high ?? 0).toPrecision(2)})`;
}

function rateText(ratePerSec: number | null): string {
  return ratePerSec === null ? '-' : ratePerSec.toFixed(1);
}
