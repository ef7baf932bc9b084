// Charts on two axes: lines with their names beside the legend, and a scatter with its frontier.

import type { Lines, Scatter, ScatterPoint } from '../report.generated.ts';
import type { ChartName, PlotBox } from './frame.ts';
import { CHART_WIDTH_PX, horizontalAxis, legend, placeOn, svgDocument, verticalAxis } from './frame.ts';
import { FAINT_INK, INK, LABEL_PX, lineInk } from './ink.ts';
import { element, fittedText, textElement, textWidthPx } from './svg.ts';

const PLOT_PX = 260;
const AXIS_PX = 44;

// Room for the numbers beside the plot, and for the half of the last number below it that stands out on the right.
function planeBox(topPx: number, { x, y }: Pick<Lines, 'x' | 'y'>): PlotBox {
  const ticksPx = Math.max(...y.ticks.map((tick) => textWidthPx(tick.text, LABEL_PX)), 24);
  const lastTickPx = textWidthPx(x.ticks.at(-1)?.text ?? '', LABEL_PX);
  const right = CHART_WIDTH_PX - Math.max(lastTickPx / 2 + 2, 26);
  return { left: ticksPx + 12, right, top: topPx, bottom: topPx + PLOT_PX };
}

export function drawLines(figure: Lines, name: ChartName): string {
  const entries = figure.series.map((line, index) => ({
    text: line.label,
    sample: (x: number, y: number) => strokeOf(`M${x},${y + 6} h18`, index),
  }));
  const head = legend(entries, 2);
  const box = planeBox(head.heightPx + 26, figure);
  const lines = figure.series.map((line, index) => {
    const points = line.points.map((point) => ({
      x: placeOn(figure.x, point.x, box.left, box.right),
      y: placeOn(figure.y, point.y, box.bottom, box.top),
    }));
    const path = points.map((at, step) => `${step === 0 ? 'M' : 'L'}${rounded(at.x)},${rounded(at.y)}`);
    // Few points are measured points and get a mark; many are a curve.
    const marks = points.length > 8 ? [] : points.map((at) => markAt(at.x, at.y, index));
    return strokeOf(path.join(' '), index) + marks.join('');
  });
  return svgDocument(
    name,
    box.bottom + AXIS_PX,
    head.svg,
    verticalAxis(figure.y, box),
    horizontalAxis(figure.x, box),
    ...lines,
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function strokeOf(path: string, index: number): string {
  const { stroke, dash } = lineInk(index);
  return element('path', { d: path, fill: 'none', stroke, 'stroke-width': 2.2, 'stroke-dasharray': dash });
}

function markAt(x: number, y: number, index: number): string {
  const { stroke } = lineInk(index);
  const style = { fill: '#ffffff', stroke, 'stroke-width': 1.8 };
  if (index % 3 === 0) return element('circle', { cx: x, cy: y, r: 4, ...style });
  if (index % 3 === 1) return element('rect', { x: x - 3.6, y: y - 3.6, width: 7.2, height: 7.2, ...style });
  return element('path', { d: `M${rounded(x)},${rounded(y - 4.8)} l4.6,8.2 h-9.2 z`, ...style });
}

export function drawScatter(figure: Scatter, name: ChartName): string {
  const head = legend(
    [
      {
        text: figure.frontierLabel,
        sample: (x, y) => strokeOf(`M${x},${y + 6} h18`, 0) + dot(x + 9, y + 6, true),
      },
    ],
    2,
  );
  const box = planeBox(head.heightPx + 26, figure);
  const placed = figure.points.map((point) => ({
    point,
    x: placeOn(figure.x, point.x, box.left, box.right),
    y: placeOn(figure.y, point.y, box.bottom, box.top),
  }));
  const frontier = placed.filter((entry) => entry.point.onFrontier).sort((a, b) => a.x - b.x);
  const path = frontier.map((at, step) => `${step === 0 ? 'M' : 'L'}${rounded(at.x)},${rounded(at.y)}`);
  return svgDocument(
    name,
    box.bottom + AXIS_PX,
    head.svg,
    verticalAxis(figure.y, box),
    horizontalAxis(figure.x, box),
    frontier.length > 1 ? strokeOf(path.join(' '), 0) : '',
    ...placed.map((entry) => dot(entry.x, entry.y, entry.point.onFrontier)),
    ...pointLabels(placed, box),
  );
}

function dot(x: number, y: number, onFrontier: boolean): string {
  return onFrontier
    ? element('circle', { cx: x, cy: y, r: 5.5, fill: '#0b4f7d', stroke: INK })
    : element('circle', { cx: x, cy: y, r: 4.5, fill: '#ffffff', stroke: FAINT_INK, 'stroke-width': 1.6 });
}

interface PlacedPoint {
  readonly point: ScatterPoint;
  readonly x: number;
  readonly y: number;
}

interface Taken {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

// The frontier rises to the right, so that a name is clear of it below on the right side and above on the left.
const OFF_THE_FRONTIER = { right: [17, 4, -11], left: [-10, 4, 19] } as const;

// Options on the frontier are named first; another option is named only where its name covers no other name.
function pointLabels(placed: readonly PlacedPoint[], box: PlotBox): string[] {
  const ordered = [...placed].sort((a, b) => Number(b.point.onFrontier) - Number(a.point.onFrontier));
  const taken: Taken[] = placed.map((entry) => ({ left: entry.x - 6, right: entry.x + 6, y: entry.y + 4 }));
  return ordered.map(({ point, x, y }) => {
    const text = fittedText(point.label, 200, LABEL_PX);
    const widthPx = textWidthPx(text, LABEL_PX);
    const isRightSide = x + 10 + widthPx <= box.right + 20;
    const left = isRightSide ? x + 10 : x - 10 - widthPx;
    const offsets = point.onFrontier ? OFF_THE_FRONTIER[isRightSide ? 'right' : 'left'] : [4, -11, 19];
    const free = offsets.find((offset) => isFree(taken, { left, right: left + widthPx, y: y + offset }));
    if (free === undefined) return '';
    taken.push({ left, right: left + widthPx, y: y + free });
    return textElement(text, {
      x: left,
      y: y + free,
      'font-weight': point.onFrontier ? 'bold' : 'normal',
      // A white rim keeps the name legible where a line runs through it.
      stroke: '#ffffff',
      'stroke-width': 3,
      'paint-order': 'stroke',
    });
  });
}

function isFree(taken: readonly Taken[], wanted: Taken): boolean {
  return taken.every(
    (other) => Math.abs(other.y - wanted.y) >= 12 || other.right < wanted.left || other.left > wanted.right,
  );
}
