// Runs beside each other: one set per server (or label), the first against every other, as ratios that claim no more than
// their intervals do, and with the conditions in which the runs differ.

import { compareRuns, isComparable } from '../../../benchmarks/index.ts';
import type { ComparedFigure, RunResult } from '../../../benchmarks/index.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { StoredRun } from '../../usecases/stores.ts';
import { RUN_LIST_TEXTS } from '../texts/benchmark-texts.ts';
import {
  ANSWER_TEXTS,
  COMPARISON_TEXTS,
  CONDITION_TEXTS,
  FIGURE_TEXTS,
} from '../texts/run-comparison-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatNumber } from './format.ts';
import { planText } from '../../reports/plan-words.ts';
import { runRows, serverOf } from './run-rows.ts';
import type { RunNames, Tone } from './run-rows.ts';
import { resultOf } from './run-words.ts';
import { timeChart } from './time-chart.ts';

export interface ComparisonData extends RunNames {
  /** In the order in which they were asked for. */
  readonly runs: readonly StoredRun[];
}

interface RunSet {
  readonly label: string;
  readonly runs: readonly StoredRun[];
  readonly results: readonly RunResult[];
}

export function comparisonModel(data: ComparisonData, lang: Lang) {
  const pending = data.runs.filter(({ status }) => ['queued', 'parked', 'running'].includes(status));
  const sets = setsOf(data, lang);
  const [first, ...others] = sets;
  const finished = data.runs.filter((run) => resultOf(run) !== null);
  return {
    t: inLanguage(COMPARISON_TEXTS, lang),
    list: inLanguage(RUN_LIST_TEXTS, lang),
    pending: runRows(pending, data, lang),
    sets: sets.map(({ label, results }) => ({
      label,
      count: formatNumber(results.filter(isComparable).length, lang, 0),
    })),
    isEmpty: finished.length < 2,
    comparisons: first === undefined ? [] : others.map((other) => comparisonOf(first, other, lang)),
    spectrum: spectrumOf(sets, lang),
    conditions: differences(finished, data, lang),
    leftOut: runRows(
      data.runs.filter((run) => {
        const result = resultOf(run);
        return result !== null && !isComparable(result);
      }),
      data,
      lang,
    ),
    runs: runRows(data.runs, data, lang),
    isSelectable: false,
  };
}

// Runs of one server are one set; where all are of one server, each run stands for itself.
function setsOf(data: ComparisonData, lang: Lang): readonly RunSet[] {
  const finished = data.runs.filter((run) => resultOf(run) !== null && run.kind === 'run');
  const groups = Map.groupBy(finished, (run) => run.candidateId ?? run.target);
  const lists = groups.size === 1 ? finished.map((run) => [run]) : [...groups.values()];
  return lists.map((runs) => ({
    label: labelOf(runs, data, { lang, isByRun: groups.size === 1 }),
    runs,
    results: runs.flatMap((run) => resultOf(run) ?? []),
  }));
}

function labelOf(
  [run]: readonly StoredRun[],
  data: ComparisonData,
  how: { readonly lang: Lang; readonly isByRun: boolean },
): string {
  if (run === undefined) return '';
  const { server } = serverOf(run, data, how.lang);
  if (!how.isByRun) return server;
  const [row] = runRows([run], data, how.lang);
  return `${server}, ${row?.started ?? ''}`;
}

function comparisonOf(first: RunSet, other: RunSet, lang: Lang) {
  const { figures, generatorBoundCount } = compareRuns(first.results, other.results);
  return {
    label: other.label,
    against: first.label,
    rows: figures.map((figure) => figureRow(figure, lang)),
    isGeneratorBound: generatorBoundCount > 0,
  };
}

function figureRow(figure: ComparedFigure, lang: Lang) {
  const { ratio, low, high, difference } = figure;
  const number = (value: number): string => formatNumber(value, lang, value < 10 ? 3 : 1);
  const answer = answerOf(figure);
  return {
    label: FIGURE_TEXTS[figure.figure][lang],
    first: meanOf(figure.first, lang),
    second: meanOf(figure.second, lang),
    ratio: Number.isFinite(ratio) ? `${number(ratio)}×` : '—',
    interval: difference === 'tooFewRuns' ? '—' : `${number(low)}–${number(high)}`,
    answer: ANSWER_TEXTS[answer][lang],
    tone: ({ better: 'good', worse: 'bad', noSignificantDifference: 'plain', tooFewRuns: 'plain' } as const)[
      answer
    ] satisfies Tone,
  };
}

function answerOf({ difference, isHigherBetter }: ComparedFigure): keyof typeof ANSWER_TEXTS {
  if (difference === 'noSignificantDifference' || difference === 'tooFewRuns') return difference;
  return (difference === 'higher') === isHigherBetter ? 'better' : 'worse';
}

function meanOf(values: readonly number[], lang: Lang): string {
  if (values.length === 0) return '—';
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return formatNumber(mean, lang, mean < 10 ? 2 : 1);
}

const US_PER_MS = 1_000;
const SETS_DRAWN = 3;

/** The last run of each set; the picture has room for three. */
function spectrumOf(sets: readonly RunSet[], lang: Lang) {
  const drawn = sets.slice(0, SETS_DRAWN).flatMap(({ label, results }) => {
    const last = results.filter(isComparable).at(-1);
    return last === undefined ? [] : [{ label, spectrum: last.transaction.responseTime.spectrum }];
  });
  const lists = drawn.map(({ spectrum }) => spectrum.map(({ percentile }) => percentile));
  // Only percentiles that every run can state.
  const percentiles = (lists[0] ?? []).filter(
    (value) => value < 100 && lists.every((list) => list.includes(value)),
  );
  return timeChart(
    {
      caption: COMPARISON_TEXTS.spectrumChart[lang],
      xs: percentiles.map((percentile) => -Math.log10(1 - percentile / 100)),
      xLabel: (x) => `${formatNumber(100 * (1 - 10 ** -x), lang, 4)}%`,
      series: drawn.map(({ label, spectrum }) => ({
        label,
        values: percentiles.map(
          (percentile) =>
            (spectrum.find((point) => point.percentile === percentile)?.valueUs ?? 0) / US_PER_MS,
        ),
      })),
    },
    lang,
  );
}

type Condition = readonly [name: string, of: (run: StoredRun, result: RunResult, lang: Lang) => string];

const CONDITIONS: readonly Condition[] = [
  ['load', (run, _result, lang) => planText({ load: run.plan['load'] ?? null })[lang]],
  ['session', (run) => JSON.stringify(withoutAuth(run.plan['session']))],
  ['mail', (run) => JSON.stringify(run.plan['mail'] ?? {})],
  ['workers', (run) => JSON.stringify(run.plan['workers'] ?? 1)],
  ['warmupSec', (run) => JSON.stringify(run.plan['warmupSec'] ?? 0)],
  ['tls', (_run, { server }) => (server.tls === null ? '—' : `${server.tls.version} ${server.tls.cipher}`)],
  [
    'machine',
    (_run, { environment }) => `${environment.cpu} × ${environment.cpuCount}, ${environment.kernel}`,
  ],
  ['version', (_run, { environment }) => `${environment.mailfit}, Node ${environment.node}`],
];

// Who signs in differs between servers and is no condition.
function withoutAuth(session: unknown): unknown {
  if (typeof session !== 'object' || session === null) return {};
  return Object.fromEntries(Object.entries(session).filter(([name]) => name !== 'auth'));
}

function differences(runs: readonly StoredRun[], data: ComparisonData, lang: Lang) {
  return CONDITIONS.flatMap(([name, of]) => {
    const values = new Map<string, string[]>();
    for (const run of runs) {
      const result = resultOf(run);
      if (result === null) continue;
      const value = of(run, result, lang);
      const label = serverOf(run, data, lang).server;
      values.set(value, [...new Set([...(values.get(value) ?? []), label])]);
    }
    if (values.size < 2) return [];
    const shown = [...values].map(([value, labels]) => ({ value, labels: labels.join(', ') }));
    return [{ label: CONDITION_TEXTS[name]?.[lang] ?? name, values: shown }];
  });
}
