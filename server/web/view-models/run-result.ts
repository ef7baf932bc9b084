// The result of a finished run: verdict, headline figures, tables and pictures. Everything a server said is plain text
// here; the template escapes it.

import { phaseWord } from '../../../benchmarks/index.ts';
import type { RunResult } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { RunCompany } from '../../usecases/stores.ts';
import { ERROR_CLASS_WORDS } from '../../reports/texts/error-classes.ts';
import { RESULT_TEXTS } from '../texts/run-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatNumber, formatShare } from './format.ts';
import { formatBytes } from './plan/plan-preview.ts';
import { seriesShown, spectrumShown } from './run-charts.ts';
import { verdictShown } from './run-verdict.ts';
import { formatMs, formatPerSec } from './run-words.ts';

export function runResultModel(result: RunResult, company: RunCompany | null, lang: Lang) {
  return {
    t: inLanguage(RESULT_TEXTS, lang),
    verdict: verdictShown(result, company, lang),
    headline: headline(result, lang),
    counts: countRows(result, lang),
    hold: holdRows(result, lang),
    notices: result.notices.map((notice) => notice.text[lang]),
    thresholds: result.thresholds.map((threshold) => ({
      expression: threshold.expression,
      isMet: threshold.passed,
      actual: actualShown(threshold, lang),
    })),
    phases: phaseRows(result, lang),
    spectrum: spectrumShown(result.transaction, lang),
    series: seriesShown(result, lang),
    errors: errorRows(result, lang),
    ledger: ledgerShown(result, lang),
    generator: generatorShown(result, lang),
    server: serverShown(result),
  };
}

const SHARES = /^(?:errors|rejected|dropped)\b/;

/** In the unit in which the criterion is written. */
function actualShown({ expression, actual }: RunResult['thresholds'][number], lang: Lang): string {
  if (actual === null) return '—';
  if (SHARES.test(expression)) return formatShare(actual, lang, 3);
  return `${formatNumber(actual, lang, 4)}${/^\w+Ms\b/.test(expression) ? ' ms' : ''}`;
}

type Figure = readonly [label: string, value: string];

function headline(result: RunResult, lang: Lang): readonly Figure[] {
  const t = inLanguage(RESULT_TEXTS, lang);
  const { messages, phases, transaction } = result;
  if (messages.offered === 0) return [];
  const { requestedRatePerSec } = result;
  const notAccepted = (messages.offered - messages.accepted) / messages.offered;
  return [
    [t.acceptedPerSec, formatPerSec(result.achievedRatePerSec, lang)],
    ...(requestedRatePerSec === null
      ? []
      : [[t.requestedPerSec, formatPerSec(requestedRatePerSec, lang)] as const]),
    [t.p50Final, latencyShown(phases.finalDot, 'p50Us', lang)],
    [t.p99Final, latencyShown(phases.finalDot, 'p99Us', lang)],
    [t.responseP99, latencyShown(transaction.responseTime, 'p99Us', lang)],
    [t.errorShare, formatShare(notAccepted, lang, 2)],
  ];
}

/** Nothing measured is not nothing waited. */
function latencyShown(
  latency: RunResult['phases'][keyof RunResult['phases']],
  figure: 'p50Us' | 'p99Us',
  lang: Lang,
): string {
  return latency.count === 0 ? '—' : formatMs(latency[figure], lang);
}

function countRows(result: RunResult, lang: Lang): readonly Figure[] {
  const t = inLanguage(RESULT_TEXTS, lang);
  const { accepted, rejected, failed, ambiguous, dropped } = result.messages;
  const count = (value: number): string => formatNumber(value, lang, 0);
  return [
    [t.acceptedTotal, count(accepted)],
    [t.rejected, count(rejected)],
    [t.failed, count(failed)],
    [t.ambiguous, count(ambiguous)],
    [t.dropped, count(dropped)],
    [t.peakConnections, count(result.connections.peak)],
    [t.duration, `${formatNumber(result.durationSec, lang, 1)} s`],
  ];
}

function holdRows({ hold }: RunResult, lang: Lang): readonly Figure[] | null {
  if (hold === undefined) return null;
  const t = inLanguage(RESULT_TEXTS, lang);
  const count = (value: number): string => formatNumber(value, lang, 0);
  return [
    [t.holdAdmitted, `${count(hold.admitted)} / ${count(hold.requested)}`],
    [t.holdRefused, count(hold.refused)],
    [t.holdLost, count(hold.lost)],
    [t.holdPeak, count(hold.peakHeld)],
    [t.holdFirstRefusal, hold.firstRefusalAtHeld === null ? t.holdNever : count(hold.firstRefusalAtHeld)],
    [t.holdAdmission, formatMs(hold.admission.p99Us, lang)],
  ];
}

/** Phases up to the slowest p99 fill the bar, so that one look finds where the time goes. */
function phaseRows(result: RunResult, lang: Lang) {
  const phases = Object.entries(result.phases).filter(([, latency]) => latency.count > 0);
  const slowestUs = Math.max(1, ...phases.map(([, latency]) => latency.p99Us));
  return phases.map(([phase, latency]) => ({
    label: phaseWord(phase, lang),
    count: formatNumber(latency.count, lang, 0),
    p50Share: Math.round((latency.p50Us / slowestUs) * 100),
    p99Share: Math.round((latency.p99Us / slowestUs) * 100),
    cells: [latency.p50Us, latency.p90Us, latency.p95Us, latency.p99Us, latency.p999Us, latency.maxUs].map(
      (valueUs) => formatMs(valueUs, lang),
    ),
  }));
}

function errorRows(result: RunResult, lang: Lang) {
  return [...result.errors]
    .sort((a, b) => b.count - a.count)
    .map((error) => ({
      phase: phaseWord(error.phase, lang),
      code: [error.replyCode, error.enhancedCode].filter((part) => part !== null).join(' ') || '—',
      class: ERROR_CLASS_WORDS[error.class]?.[lang] ?? error.class,
      count: formatNumber(error.count, lang, 0),
      sample: error.sample,
      transcript: (error.transcript ?? []).join('\n'),
      when: `${formatNumber(error.firstSeenSec, lang, 1)}–${formatNumber(error.lastSeenSec, lang, 1)}`,
    }));
}

function ledgerShown({ ledger }: RunResult, lang: Lang) {
  const t = inLanguage(RESULT_TEXTS, lang);
  const count = (value: number): string => formatNumber(value, lang, 0);
  const figures: Figure[] = [
    ...(ledger.exactlyOnce === undefined ? [] : [[t.exactlyOnce, count(ledger.exactlyOnce)] as const]),
    [t.lost, count(ledger.lost)],
    [t.duplicated, count(ledger.duplicated)],
    [t.corrupted, count(ledger.corrupted)],
    ...(ledger.deliveryLatency === undefined || ledger.deliveryLatency.count === 0
      ? []
      : [[t.deliveryP99, formatMs(ledger.deliveryLatency.p99Us, lang)] as const]),
  ];
  const isClean = ledger.lost + ledger.duplicated + ledger.corrupted === 0;
  return { isChecked: ledger.checked, isClean, figures };
}

function generatorShown(result: RunResult, lang: Lang) {
  const t = inLanguage(RESULT_TEXTS, lang);
  const { generator, environment } = result;
  const { cpuUsPerMessage } = generator;
  const figures: Figure[] = [
    [t.utilization, formatShare(generator.loopUtilization, lang)],
    [t.scheduleLag, formatMs(generator.scheduleLagUs.p99Us, lang)],
    [t.loopDelay, `${formatNumber(generator.loopDelayMs.p99, lang, 1)} ms`],
    [t.cpuPerMessage, cpuUsPerMessage === null ? '—' : `${formatNumber(cpuUsPerMessage, lang, 1)} µs`],
    [t.peakRss, formatBytes(generator.peakRssBytes, lang)],
    [t.workers, formatNumber(generator.workers, lang, 0)],
    ...ceilingRows(result, lang),
  ];
  const { mailfit, node, kernel, cpu, cpuCount } = environment;
  return {
    note: generatorNote(result, lang),
    figures,
    environment: `mailfit ${mailfit}, Node ${node}, ${kernel}, ${cpu} × ${cpuCount}`,
  };
}

/** What the generator itself reaches on its machine, and how much of that the run took. */
function ceilingRows({ generator, achievedRatePerSec }: RunResult, lang: Lang): readonly Figure[] {
  const t = inLanguage(RESULT_TEXTS, lang);
  const { calibratedRatePerSec, noCeilingReason } = generator;
  if (typeof calibratedRatePerSec !== 'number') return [[t.calibrated, t[noCeilingReason ?? 'notAsked']]];
  return [
    [t.calibrated, `${formatPerSec(calibratedRatePerSec, lang)} ${t.perSec}`],
    [
      t.calibratedUse,
      achievedRatePerSec > calibratedRatePerSec
        ? t.ceilingTooLow
        : formatShare(achievedRatePerSec / calibratedRatePerSec, lang),
    ],
  ];
}

// The note above the figures must not say that all is well where a notice says that the generator came late.
function generatorNote({ generator, messages, notices }: RunResult, lang: Lang) {
  const t = inLanguage(RESULT_TEXTS, lang);
  if (generator.bound) return { tone: 'caution', text: t.generatorBound };
  if (messages.accepted === 0) return null;
  if (notices.some(({ id }) => id === 'generatorDelay')) return { tone: 'caution', text: t.generatorLate };
  return { tone: 'good', text: t.generatorFree };
}

function serverShown(result: RunResult) {
  const { banner, capabilities, tls } = result.server;
  return { banner, capabilities, tls: tls === null ? null : `${tls.version} ${tls.cipher}` };
}
