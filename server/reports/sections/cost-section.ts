// Section 8: total cost over the horizon beside the score. Cost never enters the score; the reader weighs the two.

import type { ScoreAgainstCost } from '../../core/scoring/recommendation.ts';
import { linearAxis, zoomedAxis } from '../axes.ts';
import { absent, cell, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Cell, Chart, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { costAlt, costCaption, EVIDENCE_TEXTS as T, unpricedText } from '../texts/evidence.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { VERDICT_TEXTS } from '../texts/verdict.ts';
import { tenderBlocks } from './tender-blocks.ts';

type CostLine = ScoreAgainstCost['options'][number];
type PricedLine = CostLine & { readonly totalCost: readonly [number, number, number] };

export function costBlocks(context: ReportContext): Block[] {
  return [...scoreAndCostBlocks(context), ...tenderBlocks(context)];
}

function scoreAndCostBlocks(context: ReportContext): Block[] {
  const { recommendation, say } = context;
  const { cost } = recommendation;
  if (cost === undefined || cost.options.length === 0) return [absent(say(T.noCost))];
  const priced = cost.options.filter(hasPrice).sort((a, b) => a.totalCost[1] - b.totalCost[1]);
  const cheapest = priced[0];
  if (cheapest === undefined) return [absent(say(T.noPrices))];
  return [
    paragraph(say(T.costLead)),
    costChart(context, cost, priced),
    ...withoutPrice(
      context,
      cost.options.filter((line) => !hasPrice(line)),
    ),
  ];
}

function withoutPrice({ say, recommendation }: ReportContext, lines: readonly CostLine[]): Block[] {
  if (lines.length === 0) return [];
  const names = new Map(recommendation.options.map(({ id, name }) => [id, name]));
  return [
    paragraph(say(unpricedText(lines.map(({ option }) => names.get(option) ?? { en: option, ja: option })))),
  ];
}

function hasPrice(line: CostLine): line is PricedLine {
  return line.totalCost !== null;
}

function costChart(context: ReportContext, cost: ScoreAgainstCost, priced: readonly PricedLine[]): Chart {
  const { say, words, optionName } = context;
  const likely = priced.map((line) => line.totalCost[1]);
  const cheapest = priced[0];
  const caption = say(costCaption(cost.horizonYears, cost.currency));
  return {
    kind: 'chart',
    id: 'cost',
    title: say(T.costTitle),
    alt: say(
      costAlt(
        cheapest === undefined ? '' : optionName(cheapest.option),
        words.estimate(Math.min(...likely), cost.currency),
      ),
    ),
    figure: {
      form: 'scatter',
      x: linearAxis(caption, [0, Math.max(...likely)], (value) => words.money(value, cost.currency), 4),
      y: zoomedAxis(
        say(T.scoreWithoutCost),
        priced.map((line) => 100 * line.score),
        words.count,
      ),
      frontierLabel: say(T.frontier),
      points: priced.map((line) => ({
        label: optionName(line.option),
        x: line.totalCost[1],
        y: 100 * line.score,
        onFrontier: line.efficient,
      })),
    },
    data: costTable(context, { ...cost, options: priced }, caption),
  };
}

function costTable(
  context: ReportContext,
  cost: Omit<ScoreAgainstCost, 'options'> & { readonly options: readonly PricedLine[] },
  caption: string,
): Table {
  const { say, words, optionName } = context;
  const money = (amount: number | null): Cell =>
    amount === null ? cell('–') : cell(words.estimate(amount, cost.currency), amount);
  const rows = cost.options.map((line) =>
    row(
      [
        optionName(line.option),
        cell(words.points(line.score), 100 * line.score),
        ...line.totalCost.map((amount) => money(amount)),
        line.efficient ? say(VERDICT_TEXTS.yes) : '–',
        money(line.costPerExtraPoint),
      ],
      line.efficient ? 'strong' : undefined,
    ),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.option), 1.4),
    numberColumn(say(T.scoreWithoutCost), 0.9),
    numberColumn(say(T.costLow), 0.8),
    numberColumn(say(T.costLikely), 0.8),
    numberColumn(say(T.costHigh), 0.8),
    textColumn(say(T.efficient), 0.6),
    numberColumn(say(T.perPoint), 0.8),
  ];
  return table('cost-data', caption, columns, rows);
}
