// Lines over time (or over anything that grows) as the coordinates of an SVG, drawn by the server. The script of a live
// run draws the same way. The picture stretches with the page, so texts stand beside it, not in it.

import type { Lang } from '../../core/text/localized.ts';
import { formatNumber } from './format.ts';
import { niceCeiling } from './line-chart.ts';

const WIDTH = 600;
const HEIGHT = 160;
const GRID_LINES = 4;
/** More points than the picture has room for only make it heavy. */
const POINTS_MAX = 400;

export interface ChartSeries {
  readonly label: string;
  readonly values: readonly number[];
}

export interface ChartInput {
  readonly caption: string;
  readonly xs: readonly number[];
  readonly series: readonly ChartSeries[];
  /** What stands below the axis: for seconds the numbers themselves. */
  xLabel(x: number): string;
  /** Upright lines with a meaning, such as a change. */
  readonly marks?: readonly number[];
  /** Every point is drawn: few values that each stand for a run. */
  readonly hasDots?: boolean;
}

export interface TimeChart {
  readonly caption: string;
  readonly summary: string;
  readonly viewBox: string;
  readonly lines: readonly { readonly label: string; readonly points: string; readonly className: string }[];
  readonly dots: readonly { readonly x: string; readonly y: string; readonly className: string }[];
  readonly grid: readonly { readonly y: string; readonly label: string }[];
  readonly marks: readonly string[];
  readonly firstX: string;
  readonly lastX: string;
  readonly hasLegend: boolean;
}

/** Null without at least two points: one point is a number, not a line. */
export function timeChart(input: ChartInput, lang: Lang): TimeChart | null {
  const { xs, series } = input;
  const [first, last] = [xs[0], xs.at(-1)];
  if (first === undefined || last === undefined || xs.length < 2 || last <= first) return null;
  const top = niceCeiling(Math.max(0, ...series.flatMap(({ values }) => [...values])));
  const x = (value: number): string => (((value - first) / (last - first)) * WIDTH).toFixed(1);
  const y = (value: number): string => (HEIGHT - (value / top) * HEIGHT).toFixed(1);
  const step = Math.max(1, Math.ceil(xs.length / POINTS_MAX));
  const shown = xs.map((_, index) => index).filter((index) => index % step === 0 || index === xs.length - 1);
  const at = (values: readonly number[], index: number) => ({
    x: x(xs[index] ?? 0),
    y: y(values[index] ?? 0),
  });
  return {
    caption: input.caption,
    summary: summaryOf(input, lang),
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    lines: series.map(({ label, values }, number) => ({
      label,
      className: `chart-line chart-line-${number + 1}`,
      points: shown
        .map((index) => at(values, index))
        .map((point) => `${point.x},${point.y}`)
        .join(' '),
    })),
    dots: input.hasDots === true ? dotsOf(series, shown, at) : [],
    grid: gridOf(top, y, lang),
    marks: (input.marks ?? []).map(x),
    firstX: input.xLabel(first),
    lastX: input.xLabel(last),
    hasLegend: series.length > 1,
  };
}

function dotsOf(
  series: readonly ChartSeries[],
  shown: readonly number[],
  at: (values: readonly number[], index: number) => { readonly x: string; readonly y: string },
): TimeChart['dots'] {
  return series.flatMap(({ values }, number) =>
    shown.map((index) => ({ ...at(values, index), className: `chart-dot chart-line-${number + 1}` })),
  );
}

function gridOf(top: number, y: (value: number) => string, lang: Lang): TimeChart['grid'] {
  return Array.from({ length: GRID_LINES + 1 }, (_, step) => {
    const value = (top * step) / GRID_LINES;
    return { y: y(value), label: formatNumber(value, lang, value < 10 ? 2 : 0) };
  });
}

// What a person who does not see the picture needs most: where each line lies and ends.
function summaryOf({ caption, series }: ChartInput, lang: Lang): string {
  const parts = series.map(({ label, values }) => {
    const [low, high, end] = [Math.min(...values), Math.max(...values), values.at(-1) ?? 0].map((value) =>
      formatNumber(value, lang, value < 10 ? 2 : 0),
    );
    return lang === 'ja'
      ? `${label}：${low}〜${high}、最後は${end}`
      : `${label}: ${low} to ${high}, last ${end}`;
  });
  return `${caption}. ${parts.join('; ')}`;
}
