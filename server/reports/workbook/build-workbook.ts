// The report as a workbook: the model's sections on sheets by theme, with scores and ranks as live formulas.

import type { Block, Report, SectionId, Table } from '../report.generated.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { SHEET_NAMES, WORKBOOK_TEXTS } from '../texts/workbook.ts';
import { scoreReference, scoresSheet, weightsRows } from './live-sheets.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';
import { blockRows, formula, sheetCell, tableRows, text } from './sheet.ts';

/** Sheets in the order of the tabs. */
export function buildWorkbook(report: Report): Sheet[] {
  // A list of requirements computes nothing: all of it fits one sheet.
  if (report.computation.criteria.length === 0) return [wholeSheet(report)];
  const { lang } = report;
  return [
    summarySheet(report),
    plainSheet(report, SHEET_NAMES.matrix[lang], ['question', 'matrix'], MATRIX_WIDTHS),
    scoresSheet(report),
    plainSheet(
      report,
      SHEET_NAMES.robustness[lang],
      ['robustness', 'changes', 'vendorQuestions'],
      WIDE_WIDTHS,
    ),
    factsSheet(report),
    weightsSheet(report),
    plainSheet(report, SHEET_NAMES.cost[lang], ['cost'], WIDE_WIDTHS),
    plainSheet(report, SHEET_NAMES.benchmark[lang], ['measured'], WIDE_WIDTHS),
    plainSheet(report, SHEET_NAMES.method[lang], ['method', 'versions'], METHOD_WIDTHS),
  ];
}

function wholeSheet(report: Report): Sheet {
  const { lang } = report;
  const ids = report.sections.map((section) => section.id);
  const head: SheetRow[] = [
    [text(report.title, 'title')],
    ...(report.subtitle === '' ? [] : [[text(report.subtitle, 'strong')]]),
    [text(`${FRAME_TEXTS.preparedOn[lang]} ${report.preparedOn}`)],
    [],
  ];
  const name = SHEET_NAMES.requirements[lang];
  return { name, rows: [...head, ...sectionRows(report, ids)], columnWidths: LIST_WIDTHS, landscape: true };
}

const LIST_WIDTHS = [10, 36, 44, 40, 44];
const MATRIX_WIDTHS = [34, 34, 18, 22, 22, 14, 30];
const WIDE_WIDTHS = [34, 30, 22, 18, 18, 18, 18, 18];
const METHOD_WIDTHS = [34, 60, 40];

function blocksOf(report: Report, id: SectionId): readonly Block[] {
  return report.sections.find((section) => section.id === id)?.blocks ?? [];
}

function sectionRows(report: Report, ids: readonly SectionId[]): SheetRow[] {
  return report.sections
    .filter((section) => ids.includes(section.id))
    .flatMap((section) => [[text(section.title, 'section')], ...section.blocks.flatMap(blockRows), []]);
}

function plainSheet(
  report: Report,
  name: string,
  ids: readonly SectionId[],
  columnWidths: readonly number[],
): Sheet {
  return { name, rows: sectionRows(report, ids), columnWidths, landscape: true };
}

function summarySheet(report: Report): Sheet {
  const { lang } = report;
  const head: SheetRow[] = [
    [text(report.title, 'title')],
    ...(report.subtitle === '' ? [] : [[text(report.subtitle, 'strong')]]),
    [text(`${FRAME_TEXTS.preparedOn[lang]} ${report.preparedOn}`)],
    [],
  ];
  const rows = blocksOf(report, 'recommendation').flatMap((block) =>
    block.kind === 'table' && block.id === 'overview' ? liveOverview(report, block) : blockRows(block),
  );
  return {
    name: SHEET_NAMES.summary[lang],
    rows: [...head, ...rows],
    columnWidths: [26, 36, 30, 16, 18, 18, 16],
    landscape: true,
  };
}

const RANK_COLUMN = 0;
const SCORE_COLUMN = 4;

// The overview lists the ranked options in the order of the computation, which puts excluded ones last.
function liveOverview(report: Report, table: Table): SheetRow[] {
  const [blank = [], caption = [], head = []] = tableRows(table);
  const rows = table.rows.map((row, optionIndex) =>
    row.cells.map((cell, column): SheetCell => {
      const style = row.tone;
      if (column === RANK_COLUMN) return formula(scoreReference(report, optionIndex, 'rank'), '0', style);
      if (column === SCORE_COLUMN) return formula(scoreReference(report, optionIndex, 'score'), '0.0', style);
      return sheetCell(cell, row);
    }),
  );
  return [blank, caption, head, ...rows, [text(WORKBOOK_TEXTS.liveNote[report.lang], 'muted')]];
}

// One table over all options, so that a spreadsheet's filter finds every fact of a kind.
function factsSheet(report: Report): Sheet {
  const { lang } = report;
  const tables = blocksOf(report, 'facts').filter((block): block is Table => block.kind === 'table');
  const perOption = tables.filter((table) => table.id !== 'sources');
  const sources = tables.filter((table) => table.id === 'sources');
  const [first] = perOption;
  const optionNames = report.computation.options.filter((option) =>
    option.values.some((value) => value !== null),
  );
  const head = [
    text(FRAME_TEXTS.option[lang], 'head'),
    ...(first?.columns ?? []).map((column) => text(column.label, 'head')),
  ];
  const rows = perOption.flatMap((table, index) =>
    table.rows.map((row) => [
      text(optionNames[index]?.label ?? table.caption),
      ...row.cells.map((cell) => sheetCell(cell, row)),
    ]),
  );
  return {
    name: SHEET_NAMES.facts[lang],
    rows: [head, ...rows, ...sources.flatMap(tableRows)],
    columnWidths: [30, 30, 30, 40, 14, 14, 12],
    landscape: true,
    frozenRows: 1,
  };
}

function weightsSheet(report: Report): Sheet {
  return {
    name: SHEET_NAMES.weights[report.lang],
    rows: [...weightsRows(report), [], ...sectionRows(report, ['weights'])],
    columnWidths: [34, 20, 14, 18, 34, 34],
    landscape: true,
  };
}
