// Sections 11 to 13: the weights and who gave them, the method step by step, and the fingerprints to make it again.

import { absent, cell, heading, list, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Row, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { METHOD_STEPS, METHOD_TEXTS as T } from '../texts/method.ts';

export function weightsBlocks(context: ReportContext): Block[] {
  const { recommendation, say } = context;
  if (recommendation.criteria.length === 0) return [absent(say(T.noCriteria))];
  const report = recommendation.weights;
  const { tradeOffs = [], consistency } = report ?? {};
  return [
    paragraph(report === undefined ? say(T.defaultWeights) : say(report.methodText)),
    weightsTable(context),
    ...(tradeOffs.length === 0 ? [] : [heading(say(T.tradeOffs)), list(tradeOffs.map(say))]),
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
    textColumn(say(T.group), 0.7),
    numberColumn(`${say(T.weight)} (%)`, 0.4),
    numberColumn(say(T.weightRange), 0.7),
    textColumn(say(T.worst)),
    textColumn(say(T.best)),
  ];
  return table('weights', say(T.weightsCaption), columns, rows);
}

export function methodBlocks(context: ReportContext): Block[] {
  const { recommendation, say } = context;
  const rows = recommendation.criteria.map((criterion) =>
    row([say(criterion.label), criterion.formula, criterion.source]),
  );
  const columns = [
    textColumn(say(FRAME_TEXTS.criterion)),
    textColumn(say(T.formula), 1.4),
    textColumn(say(T.basis), 0.8),
  ];
  return [
    list(METHOD_STEPS.map(say)),
    ...(rows.length === 0 ? [] : [table('formulas', say(T.formulasCaption), columns, rows)]),
  ];
}

export function versionsBlocks(context: ReportContext): Block[] {
  const { recommendation, input, say, words } = context;
  const { evaluation } = input;
  const rows: Row[] = [
    row([say(T.asOf), recommendation.asOf]),
    ...(evaluation === undefined
      ? []
      : [
          row([say(T.evaluation), evaluation.id]),
          row([say(T.evaluationVersion), words.count(evaluation.version)]),
          row([say(T.savedAt), evaluation.savedAt]),
          row([say(T.frozenAt), evaluation.frozenAt ?? say(T.notFrozen)]),
        ]),
    ...(input.productVersion === undefined ? [] : [row([say(T.product), input.productVersion])]),
    row([say(T.documentForm), `mailfit.report/1, ${recommendation.schema}`]),
    row([say(T.catalogueHash), recommendation.catalogueHash]),
    row([say(T.answersHash), recommendation.answersHash]),
    row([say(T.seed), String(recommendation.seed)]),
    row([say(T.samples), words.count(recommendation.samples)]),
  ];
  const columns = [textColumn(say(T.item), 0.7), textColumn(say(T.value), 1.6)];
  return [paragraph(say(T.versionsLead)), table('versions', say(T.versionsCaption), columns, rows)];
}
