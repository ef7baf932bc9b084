// The charts and tables of the report, for the page: the same picture on the page and in the file.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { drawChart } from '../../reports/charts/draw-chart.ts';
import { reportContext } from '../../reports/report-context.ts';
import type { Block, Chart, Table } from '../../reports/report.generated.ts';
import { changesBlocks } from '../../reports/sections/changes-section.ts';
import { costBlocks } from '../../reports/sections/cost-section.ts';
import { robustnessBlocks } from '../../reports/sections/robustness-section.ts';
import { scoresBlocks } from '../../reports/sections/scores-section.ts';
import { withTips } from './chart-tips.ts';

export interface ShownChart {
  readonly id: string;
  readonly title: string;
  readonly svg: string;
  readonly data: Table;
}

export interface ReportParts {
  /** Null where the report has no such chart for this evaluation. */
  chart(id: string): ShownChart | null;
  table(id: string): Table | null;
}

export function reportParts(recommendation: Recommendation, lang: Lang): ReportParts {
  const context = reportContext({ recommendation, runs: [], lang });
  const blocks = [scoresBlocks, robustnessBlocks, changesBlocks, costBlocks].flatMap((build): Block[] =>
    build(context),
  );
  const charts = blocks.filter((block): block is Chart => block.kind === 'chart');
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  return {
    chart(id) {
      const found = charts.find((chart) => chart.id === id);
      if (found === undefined) return null;
      return { id, title: found.title, svg: withTips(drawChart(found), found), data: found.data };
    },
    table: (id) => tables.find((table) => table.id === id) ?? null,
  };
}
