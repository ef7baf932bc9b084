// The result of a finished run as tables and lines. Everything a server said is plain text here; the template escapes it.

import type { RunResult } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { ERROR_CLASS_TEXTS, PHASE_TEXTS, VERDICT_TEXTS } from '../texts/run-labels.ts';
import { formatNumber } from './format.ts';
import { lineChart } from './line-chart.ts';
import { formatMs, formatPerSec } from './run-words.ts';

const SERIES_ROWS_MAX = 60;
const US_PER_MS = 1_000;
/** What is left over at the end of a run; too short to say anything. */
const SHORTEST_INTERVAL_SEC = 0.25;

export function runResultModel(result: RunResult, lang: Lang) {
  const verdict = VERDICT_TEXTS[result.verdict];
  return {
    verdict: {
      title: verdict?.title[lang] ?? result.verdict,
      text: verdict?.text[lang] ?? '',
      reason: result.verdictReason,
      isValid: result.verdict === 'valid',
    },
    ...headFigures(result, lang),
    counts: countsOf(result, lang),
    notices: result.notices.map((notice) => notice.text[lang]),
    phases: phaseRows(result, lang),
    errors: errorRows(result, lang),
    ...seriesOf(result, lang),
    ledger: result.ledger,
    isLedgerClean: result.ledger.lost + result.ledger.duplicated + result.ledger.corrupted === 0,
    thresholds: result.thresholds.map((threshold) => ({
      expression: threshold.expression,
      isMet: threshold.passed,
      actual: threshold.actual === null ? '—' : formatNumber(threshold.actual, lang, 2),
    })),
    server: serverOf(result),
    generator: generatorOf(result, lang),
  };
}

function headFigures(result: RunResult, lang: Lang) {
  const perSec = result.durationSec > 0 ? result.messages.accepted / result.durationSec : 0;
  return {
    acceptedPerSec: formatPerSec(perSec, lang),
    acceptedTotal: formatNumber(result.messages.accepted, lang, 0),
    peakConnections: formatNumber(result.connections.peak, lang, 0),
    p99Final: formatMs(result.phases.finalDot.p99Us, lang),
    responseP99: formatMs(result.transaction.responseTime.p99Us, lang),
    duration: `${formatNumber(result.durationSec, lang, 1)} s`,
  };
}

function countsOf(result: RunResult, lang: Lang) {
  const { rejected, failed, ambiguous, dropped } = result.messages;
  return {
    rejected: formatNumber(rejected, lang, 0),
    failed: formatNumber(failed, lang, 0),
    ambiguous: formatNumber(ambiguous, lang, 0),
    dropped: formatNumber(dropped, lang, 0),
  };
}

function phaseRows(result: RunResult, lang: Lang) {
  return Object.entries(result.phases)
    .filter(([, latency]) => latency.count > 0)
    .map(([phase, latency]) => ({
      label: PHASE_TEXTS[phase]?.[lang] ?? phase,
      count: formatNumber(latency.count, lang, 0),
      cells: [latency.p50Us, latency.p90Us, latency.p99Us, latency.p999Us, latency.maxUs].map((valueUs) =>
        formatMs(valueUs, lang),
      ),
    }));
}

function errorRows(result: RunResult, lang: Lang) {
  return [...result.errors]
    .sort((a, b) => b.count - a.count)
    .map((error) => ({
      phase: PHASE_TEXTS[error.phase]?.[lang] ?? error.phase,
      code: [error.replyCode, error.enhancedCode].filter((part) => part !== null).join(' ') || '—',
      class: ERROR_CLASS_TEXTS[error.class]?.[lang] ?? error.class,
      count: formatNumber(error.count, lang, 0),
      sample: error.sample,
      when: `${formatNumber(error.firstSeenSec, lang, 1)}–${formatNumber(error.lastSeenSec, lang, 1)}`,
    }));
}

function seriesOf(result: RunResult, lang: Lang) {
  const seconds = result.series.filter(
    ({ atSec }, index) => atSec - (result.series[index - 1]?.atSec ?? 0) >= SHORTEST_INTERVAL_SEC,
  );
  const every = Math.max(1, Math.ceil(seconds.length / SERIES_ROWS_MAX));
  return {
    rateChart: lineChart(
      seconds.map(({ atSec, accepted }, index) => ({
        atSec,
        value: accepted / lengthSec(atSec, seconds[index - 1]?.atSec ?? 0),
      })),
      lang,
    ),
    latencyChart: lineChart(
      seconds.map(({ atSec, finalDotP99Us }) => ({ atSec, value: finalDotP99Us / US_PER_MS })),
      lang,
    ),
    series: seconds
      .filter((_, index) => index % every === 0)
      .map((second) => ({
        atSec: formatNumber(second.atSec, lang, 0),
        accepted: formatNumber(second.accepted, lang, 0),
        rejected: formatNumber(second.rejected + second.failed, lang, 0),
        connections: formatNumber(second.openConnections, lang, 0),
        p99: formatMs(second.finalDotP99Us, lang),
      })),
  };
}

// The last interval is shorter than a second; dividing by its length keeps it from looking like a collapse.
function lengthSec(atSec: number, previousSec: number): number {
  return atSec > previousSec ? atSec - previousSec : 1;
}

function serverOf(result: RunResult) {
  const { banner, capabilities, tls } = result.server;
  return {
    banner,
    capabilities: capabilities.join(', '),
    tls: tls === null ? null : `${tls.version} ${tls.cipher}`,
  };
}

function generatorOf(result: RunResult, lang: Lang) {
  const { cpuUsPerMessage } = result.generator;
  const { mailfit, node, kernel, cpu, cpuCount } = result.environment;
  return {
    cpuPerMessage: cpuUsPerMessage === null ? '—' : `${formatNumber(cpuUsPerMessage, lang, 1)} µs`,
    environment: `mailfit ${mailfit}, Node ${node}, ${kernel}, ${cpu} × ${cpuCount}`,
  };
}
