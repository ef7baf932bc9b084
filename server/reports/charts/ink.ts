// Colours, patterns, dashes and marks. Every pair that can lie side by side differs in pattern as well as in colour,
// so that charts read in black and white and with any colour vision. Hues after Okabe and Ito (2008).

import { element } from './svg.ts';

export const FONT_FAMILY =
  "'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif";
export const INK = '#1b2430';
export const FAINT_INK = '#566270';
export const GRID = '#d5dae0';
export const LABEL_PX = 12;
export const SMALL_PX = 11;

interface Ink {
  readonly fill: string;
  readonly stroke: string;
  /** What is drawn over the fill in a tile of 8 × 8. */
  readonly strokes: readonly string[];
}

const DIAGONAL = 'M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6';
const INKS: readonly Ink[] = [
  { fill: '#0b4f7d', stroke: '#0b4f7d', strokes: [] },
  { fill: '#fbe3b5', stroke: '#b36b00', strokes: [DIAGONAL] },
  { fill: '#7cc4ee', stroke: '#7cc4ee', strokes: [] },
  { fill: '#ffffff', stroke: '#00664c', strokes: ['M0,2 H8 M0,6 H8'] },
  { fill: '#3f8f75', stroke: '#3f8f75', strokes: [] },
  { fill: '#fbdfe9', stroke: '#9b2f66', strokes: ['M2,0 V8 M6,0 V8'] },
  { fill: '#4a4a4a', stroke: '#4a4a4a', strokes: [] },
  { fill: '#ffffff', stroke: '#a33c00', strokes: [DIAGONAL, 'M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2'] },
];

/** Fill of a series: a plain colour, or a pattern that `inkPatterns` defines for the chart. */
export function inkFill(chartId: string, index: number): string {
  const ink = INKS[index % INKS.length];
  if (ink === undefined || ink.strokes.length === 0) return ink?.fill ?? INK;
  return `url(#${patternId(chartId, index)})`;
}

function patternId(chartId: string, index: number): string {
  return `${chartId}-ink${index % INKS.length}`;
}

/** `<defs>` with the patterns that the series of the chart need. */
export function inkPatterns(chartId: string, seriesCount: number): string {
  const patterns = INKS.slice(0, seriesCount).map((ink, index) =>
    ink.strokes.length === 0
      ? ''
      : element(
          'pattern',
          { id: patternId(chartId, index), width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
          element('rect', { width: 8, height: 8, fill: ink.fill }),
          ...ink.strokes.map((d) =>
            element('path', { d, stroke: ink.stroke, 'stroke-width': 1.4, fill: 'none' }),
          ),
        ),
  );
  return element('defs', {}, ...patterns);
}

interface LineInk {
  readonly stroke: string;
  readonly dash: string;
}

const LINE_INKS: readonly LineInk[] = [
  { stroke: '#0b4f7d', dash: 'none' },
  { stroke: '#b34700', dash: '7 4' },
  { stroke: '#00664c', dash: '2 3' },
  { stroke: '#7a2a5b', dash: '10 3 2 3' },
  { stroke: '#4a4a4a', dash: '4 4' },
];

export function lineInk(index: number): LineInk {
  return LINE_INKS[index % LINE_INKS.length] ?? { stroke: INK, dash: 'none' };
}
