// Gives the marks of a chart words for a pointer to show. The drawing itself stays that of the report: where its marks
// cannot be told apart, it is shown as it is.

import { escapeXml } from '../../reports/charts/svg.ts';
import type { Chart } from '../../reports/report.generated.ts';

interface Marks {
  /** The elements that stand for data, in drawing order, after `samples` of the legend. */
  readonly element: RegExp;
  readonly samples: number;
  /** One text per mark: what it belongs to, a line break, and what it says. */
  readonly tips: readonly string[];
}

export function withTips(svg: string, { figure }: Pick<Chart, 'figure'>): string {
  const marks = marksOf(figure);
  if (marks === null) return svg;
  const { element, samples, tips } = marks;
  if ((svg.match(element) ?? []).length !== samples + tips.length) return svg;
  let seen = 0;
  return svg.replace(element, (mark) => {
    const tip = tips[seen - samples];
    seen += 1;
    return tip === undefined ? mark : mark.replace('/>', ` data-tip="${escapeXml(tip)}"/>`);
  });
}

function marksOf(figure: Chart['figure']): Marks | null {
  switch (figure.form) {
    case 'stackedBars':
      return {
        element: /<rect [^>]*stroke-width="0\.6"[^>]*\/>/g,
        samples: figure.series.length,
        tips: figure.bars.flatMap((bar) =>
          bar.segments.flatMap((amount, series) =>
            isDrawn(amount, figure.axis)
              ? [`${bar.label}\n${figure.series[series] ?? ''} ${rounded(amount)}`]
              : [],
          ),
        ),
      };
    case 'intervals':
      return {
        element: /<circle [^>]*\/>/g,
        samples: 0,
        tips: figure.rows.map((row) => `${row.label}\n${row.end}`),
      };
    case 'scatter':
      return {
        element: /<circle [^>]*\/>/g,
        samples: 1,
        tips: figure.points.map((point) => `${point.label}\n${rounded(point.y)}`),
      };
    case 'lines':
      return null;
  }
}

/** Segments thinner than a twentieth of a pixel are left out of a drawing about 450 px wide. */
const THINNEST = 0.05 / 450;

function isDrawn(amount: number, axis: { readonly min: number; readonly max: number }): boolean {
  return amount / (axis.max - axis.min) >= THINNEST;
}

function rounded(value: number): string {
  return value.toFixed(1);
}
