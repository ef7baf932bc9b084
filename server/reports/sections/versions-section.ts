// Section 13: which state of the evaluation this is, how it came about, and the fingerprints to make it again.

import { cell, numberColumn, paragraph, row, table, textColumn } from '../blocks.ts';
import type { Block, Row, Table } from '../report.generated.ts';
import type { ReportContext } from '../report-context.ts';
import type { EvaluationVersion } from '../report-input.ts';
import { CAUSE_WORDS, METHOD_TEXTS as T } from '../texts/method.ts';

export function versionsBlocks(context: ReportContext): Block[] {
  const { recommendation, input, say, words } = context;
  const { evaluation } = input;
  const rows: Row[] = [
    row([say(T.asOf), recommendation.asOf]),
    ...(evaluation === undefined ? [] : evaluationRows(context, evaluation)),
    ...(input.productVersion === undefined ? [] : [row([say(T.product), input.productVersion])]),
    row([say(T.documentForm), `mailfit.report/1, ${recommendation.schema}`]),
    row([say(T.catalogueHash), recommendation.catalogueHash]),
    row([say(T.answersHash), recommendation.answersHash]),
    row([say(T.seed), String(recommendation.seed)]),
    row([say(T.samples), words.count(recommendation.samples)]),
  ];
  const columns = [textColumn(say(T.item), 0.7), textColumn(say(T.value), 1.6)];
  return [
    paragraph(say(T.versionsLead)),
    table('versions', say(T.versionsCaption), columns, rows),
    ...(evaluation === undefined
      ? []
      : [...historyTable(context, evaluation), ...sheetsTable(context, evaluation)]),
  ];
}

function evaluationRows({ say, words }: ReportContext, evaluation: EvaluationVersion): Row[] {
  const { frozen, history } = evaluation;
  const common = [row([say(T.evaluation), evaluation.reference])];
  const answers = [
    row([say(T.answersVersion), words.count(evaluation.answersVersion)]),
    row([say(T.savedAt), words.moment(evaluation.savedAt)]),
  ];
  if (frozen === null) {
    const last = history.at(-1);
    const state = last === undefined ? say(T.notFrozen) : `${last.number} (${say(T.changedSince)})`;
    return [...common, row([say(T.evaluationVersion), state], 'strong'), ...answers];
  }
  return [
    ...common,
    row([say(T.evaluationVersion), words.count(frozen.number)], 'strong'),
    row([say(T.frozenAt), words.moment(frozen.madeAt)]),
    row([say(T.frozenBy), frozen.madeBy]),
    row([say(T.reason), frozen.reason]),
    ...answers,
    ...HASHES.map(([name, label]) => row([say(label), frozen.hashes[name] ?? '–'])),
  ];
}

const HASHES = [
  ['inputs', T.inputsHash],
  ['catalogue', T.frozenCatalogueHash],
  ['reference', T.referenceHash],
  ['recommendation', T.recommendationHash],
] as const;

function historyTable({ say, words }: ReportContext, { history }: EvaluationVersion): Table[] {
  if (history.length === 0) return [];
  const rows = history.map((version) =>
    row([
      cell(words.count(version.number), version.number),
      say(CAUSE_WORDS[version.cause]),
      words.moment(version.madeAt),
      version.madeBy,
      version.reason,
    ]),
  );
  const columns = [
    numberColumn(say(T.version), 0.3),
    textColumn(say(T.cause), 0.8),
    textColumn(say(T.madeAt), 0.8),
    textColumn(say(T.madeBy), 0.7),
    textColumn(say(T.reason), 1.6),
  ];
  return [table('version-history', say(T.historyCaption), columns, rows)];
}

function sheetsTable(
  { say, optionName, words }: ReportContext,
  { vendorSheets }: EvaluationVersion,
): Table[] {
  if (vendorSheets.length === 0) return [];
  const rows = vendorSheets.map((sheet) =>
    row([
      optionName(sheet.optionId),
      sheet.vendor,
      sheet.answeredOn,
      words.moment(sheet.takenAt),
      sheet.takenBy,
      sheet.fileName,
    ]),
  );
  const columns = [
    textColumn(say(T.option)),
    textColumn(say(T.vendor), 0.8),
    textColumn(say(T.answeredOn), 0.5),
    textColumn(say(T.takenAt), 0.8),
    textColumn(say(T.takenBy), 0.6),
    textColumn(say(T.sheetFile), 1.4),
  ];
  const fingerprints = vendorSheets.map(({ fileName, fileHash }) => row([fileName, fileHash]));
  const fingerprintColumns = [textColumn(say(T.sheetFile), 0.7), textColumn('SHA-256', 1.3)];
  return [
    table('vendor-sheets', say(T.sheetsCaption), columns, rows),
    table('vendor-sheet-fingerprints', say(T.fingerprintsCaption), fingerprintColumns, fingerprints),
  ];
}
