// The pictures of a finished run: the spectrum of its latencies, and its figures second by second.

import type { RunResult } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import { LIVE_TEXTS, RESULT_TEXTS } from '../texts/run-texts.ts';
import { formatNumber } from './format.ts';
import { formatMs } from './run-words.ts';
import { timeChart } from './time-chart.ts';

const US_PER_MS = 1_000;
const SERIES_ROWS_MAX = 60;
/** What is left over at the end of a run; too short to say anything. */
const SHORTEST_INTERVAL_SEC = 0.25;

export function seriesShown(result: RunResult, lang: Lang) {
  const seconds = result.series.filter(
    ({ atSec }, index) => atSec - (result.series[index - 1]?.atSec ?? 0) >= SHORTEST_INTERVAL_SEC,
  );
  const every = Math.max(1, Math.ceil(seconds.length / SERIES_ROWS_MAX));
  return {
    charts: seriesCharts(seconds, lang),
    rows: seconds
      .filter((_, index) => index % every === 0)
      .map((second) => ({
        atSec: formatNumber(second.atSec, lang, 0),
        offered: formatNumber(second.offered, lang, 0),
        accepted: formatNumber(second.accepted, lang, 0),
        errors: formatNumber(second.rejected + second.failed + second.dropped, lang, 0),
        connections: formatNumber(second.openConnections, lang, 0),
        p50: formatMs(second.finalDotP50Us, lang),
        p99: formatMs(second.finalDotP99Us, lang),
        responseP99: formatMs(second.responseP99Us, lang),
      })),
  };
}

type Seconds = RunResult['series'];

function seriesCharts(seconds: Seconds, lang: Lang) {
  const xs = seconds.map(({ atSec }) => atSec);
  const xLabel = (x: number): string => `${formatNumber(x, lang, 0)} s`;
  // The last interval is shorter than a second; dividing by its length keeps it from looking like a collapse.
  const perSec = (pick: (second: Seconds[number]) => number): number[] =>
    seconds.map((second, index) => {
      const lengthSec = second.atSec - (seconds[index - 1]?.atSec ?? Math.max(0, second.atSec - 1));
      return pick(second) / (lengthSec > 0 ? lengthSec : 1);
    });
  const ms = (pick: (second: Seconds[number]) => number): number[] =>
    seconds.map((second) => pick(second) / US_PER_MS);
  const t = LIVE_TEXTS;
  const series = {
    rate: [
      { label: t.accepted[lang], values: perSec(({ accepted }) => accepted) },
      { label: t.offered[lang], values: perSec(({ offered }) => offered) },
    ],
    latency: [
      { label: t.p50[lang], values: ms(({ finalDotP50Us }) => finalDotP50Us) },
      { label: t.p99[lang], values: ms(({ finalDotP99Us }) => finalDotP99Us) },
      { label: t.responseP99[lang], values: ms(({ responseP99Us }) => responseP99Us) },
    ],
    connections: [{ label: t.connections[lang], values: seconds.map((second) => second.openConnections) }],
    errors: [
      { label: t.rejected[lang], values: perSec(({ rejected }) => rejected) },
      { label: t.failed[lang], values: perSec(({ failed }) => failed) },
      { label: t.dropped[lang], values: perSec(({ dropped }) => dropped) },
    ],
  };
  return [
    timeChart({ caption: t.rateChart[lang], xs, xLabel, series: series.rate }, lang),
    timeChart({ caption: t.latencyChart[lang], xs, xLabel, series: series.latency }, lang),
    timeChart({ caption: t.errorChart[lang], xs, xLabel, series: series.errors }, lang),
    timeChart({ caption: t.connectionChart[lang], xs, xLabel, series: series.connections }, lang),
  ].filter((chart) => chart !== null);
}

type Spectrum = RunResult['transaction']['responseTime']['spectrum'];

/** Null where too few messages were accepted for a distribution. */
export function spectrumShown(transaction: RunResult['transaction'], lang: Lang) {
  const { responseTime, serviceTime } = transaction;
  const percentiles = responseTime.spectrum
    .map(({ percentile }) => percentile)
    .filter((value) => value < 100);
  const at = (spectrum: Spectrum, percentile: number): number =>
    (spectrum.find((point) => point.percentile >= percentile)?.valueUs ?? 0) / US_PER_MS;
  const chart = timeChart(
    {
      caption: RESULT_TEXTS.spectrumChart[lang],
      // As in the plots of HdrHistogram: every step to the right leaves a tenth of the messages.
      xs: percentiles.map((percentile) => -Math.log10(1 - percentile / 100)),
      xLabel: (x) => `${formatNumber(100 * (1 - 10 ** -x), lang, 4)}%`,
      series: [
        {
          label: RESULT_TEXTS.response[lang],
          values: percentiles.map((percentile) => at(responseTime.spectrum, percentile)),
        },
        {
          label: RESULT_TEXTS.service[lang],
          values: percentiles.map((percentile) => at(serviceTime.spectrum, percentile)),
        },
      ],
    },
    lang,
  );
  if (chart === null) return null;
  const shown = ['p50Us', 'p90Us', 'p95Us', 'p99Us', 'p999Us', 'maxUs'] as const;
  return {
    chart,
    heads: ['p50', 'p90', 'p95', 'p99', 'p99.9', 'max'],
    rows: [
      { label: RESULT_TEXTS.response[lang], cells: shown.map((name) => formatMs(responseTime[name], lang)) },
      { label: RESULT_TEXTS.service[lang], cells: shown.map((name) => formatMs(serviceTime[name], lang)) },
    ],
  };
}
