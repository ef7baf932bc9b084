// Horizontal charts with one row per option: stacked bars, and intervals with their central value.

import type { Intervals, StackedBars } from '../report.generated.ts';
import type { ChartName, PlotBox } from './frame.ts';
import { CHART_WIDTH_PX, horizontalAxis, legend, placeOn, svgDocument } from './frame.ts';
import { INK, inkPatterns, LABEL_PX, inkFill } from './ink.ts';
import { element, textElement, textWidthPx, wrappedText } from './svg.ts';

const ROW_PX = 30;
const BAR_PX = 20;
const LABELS_PX = 215;
const AXIS_PX = 44;

function rowLabel(text: string, middlePx: number): string {
  const lines = wrappedText(text, LABELS_PX - 14, LABEL_PX);
  const firstPx = middlePx + 4 - (lines.length - 1) * 7;
  return lines
    .map((line, index) =>
      textElement(line, { x: LABELS_PX - 10, y: firstPx + index * 14, 'text-anchor': 'end' }),
    )
    .join('');
}

function plotBox(topPx: number, rows: number, ends: readonly string[]): PlotBox {
  const endsPx = Math.max(...ends.map((end) => textWidthPx(end, LABEL_PX)), 0) + 12;
  return { left: LABELS_PX, right: CHART_WIDTH_PX - endsPx, top: topPx, bottom: topPx + rows * ROW_PX };
}

export function drawStackedBars(figure: StackedBars, name: ChartName): string {
  const entries = figure.series.map((text, index) => ({
    text,
    sample: (x: number, y: number) =>
      element('rect', {
        x,
        y,
        width: 18,
        height: 12,
        fill: inkFill(name.id, index),
        stroke: INK,
        'stroke-width': 0.6,
      }),
  }));
  const head = legend(entries, 2);
  const box = plotBox(
    head.heightPx + 4,
    figure.bars.length,
    figure.bars.map((bar) => bar.end),
  );
  const rows = figure.bars.map((bar, index) => stackedRow(figure, bar, name.id, { box, index }));
  return svgDocument(
    name,
    box.bottom + AXIS_PX,
    inkPatterns(name.id, figure.series.length),
    head.svg,
    horizontalAxis(figure.axis, box),
    ...rows,
  );
}

function stackedRow(
  figure: StackedBars,
  bar: StackedBars['bars'][number],
  chartId: string,
  place: { readonly box: PlotBox; readonly index: number },
): string {
  const { box, index } = place;
  const middlePx = box.top + (index + 0.5) * ROW_PX;
  let sum = 0;
  const segments = bar.segments.map((amount, series) => {
    const fromPx = placeOn(figure.axis, sum, box.left, box.right);
    sum += amount;
    const toPx = placeOn(figure.axis, sum, box.left, box.right);
    if (toPx - fromPx < 0.05) return '';
    return element('rect', {
      x: fromPx,
      y: middlePx - BAR_PX / 2,
      width: toPx - fromPx,
      height: BAR_PX,
      fill: inkFill(chartId, series),
      stroke: INK,
      'stroke-width': 0.6,
    });
  });
  const endPx = placeOn(figure.axis, sum, box.left, box.right) + 6;
  const end = textElement(bar.end, { x: endPx, y: middlePx + 4, 'font-weight': 'bold' });
  return rowLabel(bar.label, middlePx) + segments.join('') + end;
}

export function drawIntervals(figure: Intervals, name: ChartName): string {
  const box = plotBox(
    10,
    figure.rows.length,
    figure.rows.map((entry) => entry.end),
  );
  const rows = figure.rows.map((entry, index) => {
    const y = box.top + (index + 0.5) * ROW_PX;
    const [low, mid, high] = [entry.low, entry.mid, entry.high].map((value) =>
      placeOn(figure.axis, value, box.left, box.right),
    ) as [number, number, number];
    return [
      rowLabel(entry.label, y),
      element('line', { x1: low, x2: high, y1: y, y2: y, stroke: '#0b4f7d', 'stroke-width': 5 }),
      element('line', { x1: low, x2: low, y1: y - 8, y2: y + 8, stroke: '#0b4f7d', 'stroke-width': 2 }),
      element('line', { x1: high, x2: high, y1: y - 8, y2: y + 8, stroke: '#0b4f7d', 'stroke-width': 2 }),
      element('circle', { cx: mid, cy: y, r: 6, fill: '#ffffff', stroke: INK, 'stroke-width': 2 }),
      textElement(entry.end, { x: CHART_WIDTH_PX, y: y + 4, 'text-anchor': 'end' }),
    ].join('');
  });
  return svgDocument(name, box.bottom + AXIS_PX, horizontalAxis(figure.axis, box), ...rows);
}
