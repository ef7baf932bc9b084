// Small line and bar charts as SVG text, without a script: they print, and they work in a saved page.

import { escapeMarkup } from './escape.ts';

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

const WIDTH = 640;
const HEIGHT = 160;
const LEFT = 56;
const BOTTOM = 24;
const TOP = 10;

/** One line over the seconds of a run, from zero; the title is also what a screen reader says. */
export function lineChart(title: string, points: readonly ChartPoint[]): string {
  const largestX = Math.max(1, ...points.map((point) => point.x));
  const largestY = Math.max(1e-9, ...points.map((point) => point.y));
  const path = points
    .map((point) => `${scaleX(point.x / largestX).toFixed(1)},${scaleY(point.y / largestY).toFixed(1)}`)
    .join(' ');
  return svg(
    title,
    `${axes(largestY, `0 s`, `${round(largestX)} s`)}<polyline points="${path}" class="line"/>`,
  );
}

export interface ChartBar {
  readonly label: string;
  readonly share: number;
}

/** Bars side by side, each with its label below; shares of one whole. */
export function barChart(title: string, bars: readonly ChartBar[]): string {
  const largest = Math.max(1e-9, ...bars.map((bar) => bar.share));
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const drawn = bars.map(({ label, share }, index) => {
    const top = scaleY(share / largest);
    const x = LEFT + index * step;
    const height = HEIGHT - BOTTOM - top;
    return (
      `<rect x="${(x + 2).toFixed(1)}" y="${top.toFixed(1)}" width="${Math.max(1, step - 4).toFixed(1)}" ` +
      `height="${height.toFixed(1)}" class="bar"/>` +
      `<text x="${(x + step / 2).toFixed(1)}" y="${HEIGHT - 8}" text-anchor="middle">${escapeMarkup(label)}</text>`
    );
  });
  return svg(title, `${axes(largest * 100, '', '')}${drawn.join('')}`);
}

function axes(largestY: number, first: string, last: string): string {
  const bottom = HEIGHT - BOTTOM;
  return (
    `<path d="M${LEFT} ${TOP}V${bottom}H${WIDTH}" class="axis"/>` +
    `<text x="${LEFT - 6}" y="${TOP + 8}" text-anchor="end">${round(largestY)}</text>` +
    `<text x="${LEFT - 6}" y="${bottom}" text-anchor="end">0</text>` +
    `<text x="${LEFT}" y="${HEIGHT - 8}">${first}</text>` +
    `<text x="${WIDTH}" y="${HEIGHT - 8}" text-anchor="end">${last}</text>`
  );
}

function svg(title: string, content: string): string {
  const name = escapeMarkup(title);
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}"><title>${name}</title>${content}</svg>`;
}

function scaleX(share: number): number {
  return LEFT + share * (WIDTH - LEFT);
}

function scaleY(share: number): number {
  return TOP + (1 - share) * (HEIGHT - BOTTOM - TOP);
}

function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}
