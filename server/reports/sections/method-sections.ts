// Sections 11 and 12: the weights and who gave them, and the method step by step.

import { TRADE_OFF_QUESTION } from '../../core/scoring/texts-weights.ts';
import { absent, cell, heading, list, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { peopleBlocks } from './people-blocks.ts';
import { METHOD_STEPS, METHOD_TEXTS as T } from '../texts/method.ts';

export function weightsBlocks(context: ReportContext): Block[] {
  const { recommendation, say } = context;
  if (recommendation.criteria.length === 0) return [absent(say(T.noCriteria))];
  const report = recommendation.weights;
  const { tradeOffs = [], consistency } = report ?? {};
  return [
    paragraph(report === undefined ? say(T.defaultWeights) : say(report.methodText)),
    weightsTable(context),
    ...peopleBlocks(context),
    ...(tradeOffs.length === 0
      ? []
      : [
          heading(say(T.tradeOffs)),
          list(tradeOffs.map((text) => say(text).replace(say(TRADE_OFF_QUESTION), ''))),
        ]),
    ...(consistency === undefined ? [] : [heading(say(T.consistency)), paragraph(say(consistency.text))]),
  ];
}

function weightsTable({ recommendation, say, words }: ReportContext): Table {
  const ranges = new Map(
    (recommendation.weights?.criteria ?? []).map((entry) => [entry.criterion, entry.range]),
  );
  const groups = new Map(recommendation.groups.map((group) => [group.id, say(group.label)]));
  const rows = recommendation.criteria.map((criterion) => {
    const range = ranges.get(criterion.id);
    return row([
      say(criterion.label),
      groups.get(criterion.group) ?? criterion.group,
      cell(words.percent(criterion.weight, 1), 100 * criterion.weight),
      range === undefined ? '–' : `${words.percent(range[0], 1)} – ${words.percent(range[1], 1)}`,
      say(criterion.worstAnchor),
      say(criterion.bestAnchor),
    ]);
  });
  const columns = [
    textColumn(say(FRAME_TEXTS.criterion), 1.2),
    textColumn(say(T.group), 0.9),
    numberColumn(`${say(T.weight)} (%)`, 0.4),
    numberColumn(say(T.weightRange), 0.7),
    textColumn(say(T.worst)),
    textColumn(say(T.best)),
  ];
  return table('weights', say(T.weightsCaption), columns, rows);
}

export function methodBlocks(context: ReportContext): Block[] {
  const { recommendation, say } = context;
  const rows = recommendation.criteria.map(({ label, formula, source, words }) =>
    row([
      say(label),
      words === undefined ? formula : say(words.value),
      words === undefined ? source : say(words.basis),
    ]),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.criterion), 0.8),
    textColumn(say(T.formula), 1.4),
    textColumn(say(T.basis), 1.2),
  ];
  return [
    list(METHOD_STEPS.map(say)),
    ...(rows.length === 0
      ? []
      : [table('formulas', say(T.formulasCaption), columns, rows), paragraph(say(T.formulasNote))]),
  ];
}
