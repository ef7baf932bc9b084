// Pictures of a run: the latency spectrum up to one message in a thousand, and the throughput second by second.

import { decadeAxis, linearAxis } from '../axes.ts';
import { cell, numberColumn, row, table, textColumn } from '../blocks.ts';
import type { NumberWords } from '../number-words.ts';
import type { Axis, Cell, Chart, LinePoint } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import type { BenchmarkRun, LatencySummary } from '../report-input.ts';
import { EVIDENCE_TEXTS as T, latencyAlt, ofRun, throughputAlt } from '../texts/evidence.ts';

/** A chart may stand on the page after the heading of its run, so that it says itself whose it is. */
export interface ShownRun {
  readonly result: BenchmarkRun;
  readonly name: string;
  /** Begins the ids of its blocks. */
  readonly id: string;
}

/** Share of messages that took longer, on which a latency spectrum is drawn: 50 %, 10 %, 1 %, 0.1 %. */
const SPECTRUM: readonly (readonly [
  oneIn: number,
  key: 'p50Us' | 'p90Us' | 'p99Us' | 'p999Us',
  text: string,
])[] = [
  [2, 'p50Us', '50%'],
  [10, 'p90Us', '90%'],
  [100, 'p99Us', '99%'],
  [1000, 'p999Us', '99.9%'],
];
const SERIES_ROWS_MAX = 60;

function spectrumOf(summary: LatencySummary): LinePoint[] {
  const whole = (summary.spectrum ?? [])
    .filter((point) => point.percentile >= 50 && point.percentile <= 99.9 && point.valueUs > 0)
    .map((point) => ({ x: 100 / (100 - point.percentile), y: point.valueUs / 1000 }));
  return whole.length > 1 ? whole : quantilesOf(summary);
}

function quantilesOf(summary: LatencySummary): LinePoint[] {
  return SPECTRUM.flatMap(([oneIn, key]) => {
    const us = summary[key];
    return us === undefined || us <= 0 ? [] : [{ x: oneIn, y: us / 1000 }];
  });
}

function percentileAxis(label: string): Axis {
  return {
    label,
    min: 2,
    max: 1000,
    scale: 'log',
    ticks: SPECTRUM.map(([oneIn, , text]) => ({ at: oneIn, text })),
  };
}

/** The latency spectrum of whole messages; nothing where the run measured none. */
export function latencyChart(context: ReportContext, { result, name, id }: ShownRun): Chart[] {
  const { say, words } = context;
  const title = say(ofRun(T.latencyTitle, name));
  const series = [
    { label: say(T.responseTime), summary: result.transaction.responseTime },
    { label: say(T.serviceTime), summary: result.transaction.serviceTime },
  ]
    .map((line) => ({ ...line, points: spectrumOf(line.summary) }))
    .filter((line) => line.points.length > 1);
  if (series.length === 0) return [];
  const { p50Us, p99Us } = result.transaction.responseTime;
  const values = series.flatMap((line) => line.points.map((point) => point.y));
  const columns = [
    textColumn(say(T.item), 1.6),
    ...SPECTRUM.map(([, , text]) => numberColumn(`${text} (ms)`)),
  ];
  const rows = series.map((line) =>
    row([line.label, ...SPECTRUM.map(([, key]) => millisecondsCell(words, line.summary[key]))]),
  );
  return [
    {
      kind: 'chart',
      id: `${id}-latency`,
      title,
      alt: say(latencyAlt(words.durationOfUs(p50Us ?? 0), words.durationOfUs(p99Us ?? 0))),
      figure: {
        form: 'lines',
        x: percentileAxis(say(T.percentileAxis)),
        y: decadeAxis(say(T.latencyAxis), values, words.significant),
        series: series.map(({ label, points }) => ({ label, points })),
      },
      data: table(`${id}-latency-data`, title, columns, rows),
    },
  ];
}

export function millisecondsCell(words: NumberWords, us: number | undefined): Cell {
  return us === undefined ? cell('–') : cell(words.significant(us / 1000), us / 1000);
}

/** Throughput over time; nothing where the run kept no series. */
export function throughputChart(context: ReportContext, { result, name, id }: ShownRun): Chart[] {
  const { say, words } = context;
  const title = say(ofRun(T.throughputTitle, name));
  const points = thinned(result.series ?? []).map((entry) => ({ x: entry.atSec, y: entry.accepted }));
  const last = points.at(-1);
  if (points.length < 2 || last === undefined) return [];
  const rates = points.map((point) => point.y);
  const lowest = Math.min(...rates);
  const highest = Math.max(...rates);
  return [
    {
      kind: 'chart',
      id: `${id}-throughput`,
      title,
      alt: say(throughputAlt(words.significant(lowest), words.significant(highest))),
      figure: {
        form: 'lines',
        x: linearAxis(say(T.timeAxis), [0, last.x], words.significant),
        y: linearAxis(say(T.throughputAxis), [0, highest], words.significant),
        series: [{ label: say(T.achievedRate), points }],
      },
      data: table(
        `${id}-throughput-data`,
        title,
        [numberColumn(say(T.timeAxis), 1), numberColumn(say(T.throughputAxis), 1)],
        points.map((point) =>
          row([cell(words.significant(point.x), point.x), cell(words.significant(point.y), point.y)]),
        ),
      ),
    },
  ];
}

// A long run would fill pages with seconds: every n-th second is shown, the last one always.
function thinned<T>(entries: readonly T[]): readonly T[] {
  const step = Math.ceil(entries.length / SERIES_ROWS_MAX);
  return entries.filter((_, index) => index % step === 0 || index === entries.length - 1);
}
