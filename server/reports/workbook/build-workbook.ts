// The report as a workbook: the model's sections on sheets by theme, with scores and ranks as live formulas.

import type { Block, Report, SectionId, Table } from '../report.generated.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import { SHEET_NAMES, WORKBOOK_TEXTS } from '../texts/workbook.ts';
import { scoreReference, scoresSheet, weightsRows } from './live-sheets.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';
import { blockRows, formula, headRow, rowCells, tableRows, text } from './sheet.ts';

/** Sheets in the order of the tabs. */
export function buildWorkbook(report: Report): Sheet[] {
  // A list of requirements computes nothing: all of it fits one sheet.
  if (report.computation.criteria.length === 0) return [wholeSheet(report)];
  const { lang } = report;
  return [
    summarySheet(report),
    plainSheet(report, SHEET_NAMES.question[lang], ['question'], QUESTION_WIDTHS),
    ...matrixSheets(report),
    scoresSheet(report),
    plainSheet(report, SHEET_NAMES.robustness[lang], ['robustness', 'changes'], WIDE_WIDTHS),
    questionsSheet(report),
    ...factsSheets(report),
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
const QUESTION_WIDTHS = [48, 36, 14, 28, 44];
const MUSTS_WIDTHS = [24, 32, 30, 26, 26, 18, 44];
const WIDE_WIDTHS = [40, 50, 20, 18, 22, 18, 18, 24];
const OPEN_WIDTHS = [30, 60, 36, 18, 18];
const METHOD_WIDTHS = [34, 64, 56, 20, 40, 24];

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
    columnWidths: [24, 48, 36, 20, 18, 20, 18],
    landscape: true,
  };
}

const RANK_COLUMN = 0;
const SCORE_COLUMN = 4;

// The overview lists the ranked options in the order of the computation, which puts excluded ones last.
function liveOverview(report: Report, table: Table): SheetRow[] {
  const [blank = [], caption = [], head = []] = tableRows(table);
  const rows = table.rows.map((row, optionIndex) =>
    rowCells(table, row).map((cell, column): SheetCell => {
      const style = row.tone;
      if (column === RANK_COLUMN) return formula(scoreReference(report, optionIndex, 'rank'), '0', style);
      if (column === SCORE_COLUMN) return formula(scoreReference(report, optionIndex, 'score'), '0.0', style);
      return cell;
    }),
  );
  return [blank, caption, head, ...rows, [text(WORKBOOK_TEXTS.liveNote[report.lang], 'muted')]];
}

const MATRIX_FIRST_WIDTHS = [40, 18];
const SIGN_WIDTH = 6;

// The matrix stands alone, so that its head can be repeated on every page.
function matrixSheets(report: Report): Sheet[] {
  const { lang } = report;
  const blocks = blocksOf(report, 'matrix');
  const at = blocks.findIndex((block) => block.kind === 'table' && block.id === 'matrix');
  const [matrix, legend] = at < 0 ? [] : blocks.slice(at, at + 2);
  const others = report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => block !== matrix && block !== legend),
  }));
  const musts: Sheet = {
    name: SHEET_NAMES.musts[lang],
    rows: sectionRows({ ...report, sections: others }, ['matrix']),
    columnWidths: MUSTS_WIDTHS,
    landscape: true,
  };
  if (matrix?.kind !== 'table') return [musts];
  return [matrixSheet(report, matrix, legend === undefined ? [] : blockRows(legend)), musts];
}

// What the signs and the codes mean stands under the matrix.
function matrixSheet(report: Report, matrix: Table, legend: readonly SheetRow[]): Sheet {
  const gates = blocksOf(report, 'matrix').find((block) => block.kind === 'table' && block.id === 'gates');
  const codes = (gates?.kind === 'table' ? gates.rows : []).map(({ cells: [code, label, need] }) => [
    text(`${code?.text ?? ''}  ${label?.text ?? ''} – ${need?.text ?? ''}`),
  ]);
  return {
    name: SHEET_NAMES.matrix[report.lang],
    rows: [...tableRows(matrix).slice(1), [], ...legend, ...codes],
    columnWidths: [
      ...MATRIX_FIRST_WIDTHS,
      ...matrix.columns.slice(MATRIX_FIRST_WIDTHS.length).map(() => SIGN_WIDTH),
    ],
    landscape: true,
    frozenRows: 2,
    frozenColumns: 1,
    repeatedRows: [1, 2],
  };
}

// What to ask others and what to look up again.
function questionsSheet(report: Report): Sheet {
  const recheck = blocksOf(report, 'facts').filter(
    (block) => block.kind === 'table' && block.id === 'recheck',
  );
  return {
    name: SHEET_NAMES.questions[report.lang],
    rows: [...sectionRows(report, ['vendorQuestions']), ...recheck.flatMap(blockRows)],
    columnWidths: OPEN_WIDTHS,
    landscape: true,
  };
}

// One table over all options, so that a spreadsheet's filter finds every fact of a kind.
function factsSheets(report: Report): Sheet[] {
  const { lang } = report;
  const tables = blocksOf(report, 'facts').filter((block): block is Table => block.kind === 'table');
  const perOption = tables.filter((table) => table.id.startsWith('facts-'));
  const sources = tables.filter((table) => table.id === 'sources');
  const [first] = perOption;
  const optionNames = report.computation.options.filter((option) =>
    option.values.some((value) => value !== null),
  );
  const head = [text(FRAME_TEXTS.option[lang], 'head'), ...(first === undefined ? [] : headRow(first))];
  const rows = perOption.flatMap((table, index) =>
    table.rows.map((row) => [text(optionNames[index]?.label ?? table.caption), ...rowCells(table, row)]),
  );
  const facts: Sheet = {
    name: SHEET_NAMES.facts[lang],
    rows: [head, ...rows],
    columnWidths: [28, 28, 66, 30, 16, 14, 12],
    landscape: true,
    frozenRows: 1,
    repeatedRows: [1, 1],
  };
  return [
    facts,
    ...sources.map((table): Sheet => ({
      name: SHEET_NAMES.sources[lang],
      rows: tableRows(table).slice(1),
      columnWidths: [10, 60, 90],
      landscape: true,
      frozenRows: 2,
      repeatedRows: [2, 2],
    })),
  ];
}

function weightsSheet(report: Report): Sheet {
  return {
    name: SHEET_NAMES.weights[report.lang],
    rows: [...weightsRows(report), [], ...sectionRows(report, ['weights'])],
    columnWidths: [36, 30, 26, 20, 40, 40],
    landscape: true,
  };
}
