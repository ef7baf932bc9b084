// One picture for page, HTML file and PDF: figure in, SVG text out. The same figure gives the same bytes.

import type { Chart } from '../report.generated.ts';
import { drawIntervals, drawStackedBars } from './bar-charts.ts';
import { drawLines, drawScatter } from './plane-charts.ts';

/** A self-contained `<svg>` element; its ids begin with the chart's id. */
export function drawChart(chart: Pick<Chart, 'id' | 'title' | 'alt' | 'figure'>): string {
  const { figure } = chart;
  switch (figure.form) {
    case 'stackedBars':
      return drawStackedBars(figure, chart);
    case 'intervals':
      return drawIntervals(figure, chart);
    case 'lines':
      return drawLines(figure, chart);
    case 'scatter':
      return drawScatter(figure, chart);
  }
}
