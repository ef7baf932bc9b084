// A line over time as the coordinates of an SVG, drawn by the server. The page's script draws live runs the same way.

import type { Lang } from '../../core/text/localized.ts';
import { formatNumber } from './format.ts';

export interface ChartPoint {
  readonly atSec: number;
  readonly value: number;
}

const WIDTH = 600;
const HEIGHT = 160;
const GRID_LINES = 4;

export interface LineChart {
  readonly viewBox: string;
  readonly line: string;
  readonly grid: readonly { readonly y: string; readonly label: string }[];
  readonly lastSecond: string;
  readonly highest: string;
}

/** Null without at least two points: one point is a number, not a line. */
export function lineChart(points: readonly ChartPoint[], lang: Lang): LineChart | null {
  const last = points.at(-1);
  if (last === undefined || points.length < 2) return null;
  const top = niceCeiling(Math.max(...points.map((point) => point.value)));
  const x = (atSec: number): string => ((atSec / last.atSec) * WIDTH).toFixed(1);
  const y = (value: number): string => (HEIGHT - (value / top) * HEIGHT).toFixed(1);
  return {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    line: points.map((point) => `${x(point.atSec)},${y(point.value)}`).join(' '),
    grid: Array.from({ length: GRID_LINES + 1 }, (_, step) => {
      const value = (top * step) / GRID_LINES;
      return { y: y(value), label: formatNumber(value, lang, 1) };
    }),
    lastSecond: formatNumber(last.atSec, lang, 0),
    highest: formatNumber(Math.max(...points.map((point) => point.value)), lang, 1),
  };
}

/** The next of 1, 2, 4, 5, 10 … times a power of ten, so that grid lines fall on round numbers. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 10].find((candidate) => candidate * power >= value) ?? 10;
  return step * power;
}
