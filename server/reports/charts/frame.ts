// What all charts share: the SVG element with its title and description, axes, grid and legend.

import type { Axis } from '../report.generated.ts';
import { FAINT_INK, FONT_FAMILY, GRID, INK, LABEL_PX, SMALL_PX } from './ink.ts';
import { element, escapeXml, textElement, textWidthPx } from './svg.ts';

/** Drawing width; the picture scales to the page. */
export const CHART_WIDTH_PX = 720;

export interface ChartName {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
}

export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function svgDocument(name: ChartName, heightPx: number, ...children: readonly string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${CHART_WIDTH_PX} ${heightPx}`,
      width: CHART_WIDTH_PX,
      height: heightPx,
      role: 'img',
      'aria-labelledby': `${name.id}-title ${name.id}-desc`,
      'font-family': FONT_FAMILY,
      'font-size': LABEL_PX,
      fill: INK,
    },
    element('title', { id: `${name.id}-title` }, escapeXml(name.title)),
    element('desc', { id: `${name.id}-desc` }, escapeXml(name.alt)),
    ...children,
  );
}

/** Place of a value along an axis that runs from `fromPx` to `toPx`; values beyond the ends stay at the ends. */
export function placeOn(axis: Axis, value: number, fromPx: number, toPx: number): number {
  const share =
    axis.scale === 'log'
      ? Math.log(Math.max(value, axis.min) / axis.min) / Math.log(axis.max / axis.min)
      : (value - axis.min) / (axis.max - axis.min);
  return fromPx + Math.min(1, Math.max(0, share)) * (toPx - fromPx);
}

export function horizontalAxis(axis: Axis, box: PlotBox): string {
  const ticks = axis.ticks.map((tick) => {
    const x = placeOn(axis, tick.at, box.left, box.right);
    return (
      element('line', { x1: x, x2: x, y1: box.top, y2: box.bottom, stroke: GRID }) +
      textElement(tick.text, {
        x,
        y: box.bottom + 16,
        'text-anchor': 'middle',
        'font-size': SMALL_PX,
        fill: FAINT_INK,
      })
    );
  });
  const label = textElement(axis.label, {
    x: (box.left + box.right) / 2,
    y: box.bottom + 34,
    'text-anchor': 'middle',
    'font-size': SMALL_PX,
  });
  return ticks.join('') + label;
}

export function verticalAxis(axis: Axis, box: PlotBox): string {
  const ticks = axis.ticks.map((tick) => {
    const y = placeOn(axis, tick.at, box.bottom, box.top);
    return (
      element('line', { x1: box.left, x2: box.right, y1: y, y2: y, stroke: GRID }) +
      textElement(tick.text, {
        x: box.left - 6,
        y: y + 4,
        'text-anchor': 'end',
        'font-size': SMALL_PX,
        fill: FAINT_INK,
      })
    );
  });
  // Over the axis, not turned: turned Japanese is tiring to read.
  const label = textElement(axis.label, { x: 4, y: box.top - 12, 'font-size': SMALL_PX });
  return ticks.join('') + label;
}

export interface LegendEntry {
  readonly text: string;
  /** Draws the sample with its top left corner at the given place, 18 × 12. */
  readonly sample: (x: number, y: number) => string;
}

/** Entries in as many lines as they need, starting at `topPx`; gives back the height used. */
export function legend(entries: readonly LegendEntry[], topPx: number): { svg: string; heightPx: number } {
  const lineHeightPx = 18;
  let x = 0;
  let line = 0;
  const parts = entries.map((entry) => {
    const widthPx = 24 + textWidthPx(entry.text, LABEL_PX) + 18;
    if (x > 0 && x + widthPx > CHART_WIDTH_PX) {
      x = 0;
      line += 1;
    }
    const y = topPx + line * lineHeightPx;
    const drawn = entry.sample(x, y) + textElement(entry.text, { x: x + 24, y: y + 10.5 });
    x += widthPx;
    return drawn;
  });
  return { svg: parts.join(''), heightPx: (line + 1) * lineHeightPx + 6 };
}
