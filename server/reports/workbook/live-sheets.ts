// The two sheets that compute: weights to play with, and scores that follow them.
// Score = 100 × Σ share × value, share = weight / Σ weights; ranks as in the report: eligible first, then conditional.

import type { Report } from '../report.generated.ts';
import { FRAME_TEXTS, STATUS_WORDS } from '../texts/frame.ts';
import { METHOD_TEXTS } from '../texts/method.ts';
import { SHEET_NAMES, WORKBOOK_TEXTS as T } from '../texts/workbook.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';
import { besideNumbers, columnLetters, formula, number, sheetPrefix, text } from './sheet.ts';

const WEIGHTS_FIRST_ROW = 5;
const VALUES_FIRST_ROW = 8;
const SCORE = '0.0';
const SHARE = '0.0000';

export function weightsRows(report: Report): SheetRow[] {
  const { criteria } = report.computation;
  const { lang } = report;
  const last = WEIGHTS_FIRST_ROW + criteria.length - 1;
  return [
    [text(SHEET_NAMES.weights[lang], 'title')],
    [text(T.weightsNote[lang])],
    [],
    [
      text(FRAME_TEXTS.criterion[lang], 'head'),
      text(METHOD_TEXTS.group[lang], 'head'),
      besideNumbers(METHOD_TEXTS.weight[lang], 'head'),
      besideNumbers(T.share[lang], 'head'),
    ],
    ...criteria.map((criterion, index) => [
      text(criterion.label),
      text(criterion.group),
      number(criterion.weight, SHARE, 'input'),
      formula(`C${WEIGHTS_FIRST_ROW + index}/SUM($C$${WEIGHTS_FIRST_ROW}:$C$${last})`, SHARE),
    ]),
    [
      text(T.total[lang], 'strong'),
      null,
      formula(`SUM(C${WEIGHTS_FIRST_ROW}:C${last})`, SHARE, 'strong'),
      formula(`SUM(D${WEIGHTS_FIRST_ROW}:D${last})`, SHARE, 'strong'),
    ],
  ];
}

/** Where a score or rank of an option stands in the sheet of scores, as a reference from any other sheet. */
export function scoreReference(report: Report, optionIndex: number, what: 'score' | 'rank'): string {
  const row = what === 'score' ? 5 : 4;
  return `${sheetPrefix(SHEET_NAMES.scores[report.lang])}${columnLetters(optionIndex + 2)}${row}`;
}

export function scoresSheet(report: Report): Sheet {
  const { options } = report.computation;
  return {
    name: SHEET_NAMES.scores[report.lang],
    rows: [...resultRows(report), ...valueRows(report), ...pointRows(report)],
    columnWidths: [30, 10, ...options.map(() => 16)],
    landscape: true,
    frozenRows: 2,
    frozenColumns: 2,
    repeatedRows: [2, 2],
  };
}

function optionColumns(report: Report): string[] {
  return report.computation.options.map((_, index) => columnLetters(index + 2));
}

// Rows 1 to 6; `scoreReference` and `rankCell` count on this order.
function resultRows(report: Report): SheetRow[] {
  const { criteria, options } = report.computation;
  const { lang } = report;
  return [
    [text(T.scoresNote[lang])],
    [
      text(FRAME_TEXTS.option[lang], 'head'),
      text('', 'head'),
      ...options.map((option) => besideNumbers(option.label, 'head')),
    ],
    [
      text(FRAME_TEXTS.status[lang]),
      null,
      ...options.map((option) => besideNumbers(STATUS_WORDS[option.status][lang])),
    ],
    [text(FRAME_TEXTS.rank[lang], 'strong'), null, ...options.map((_, index) => rankCell(report, index))],
    [
      text(FRAME_TEXTS.score[lang], 'strong'),
      null,
      ...optionColumns(report).map((letters) => scoreCell(letters, criteria.length)),
    ],
    [
      text(T.asReported[lang], 'muted'),
      null,
      ...options.map((option) => (option.score === null ? null : number(100 * option.score, SCORE, 'muted'))),
    ],
  ];
}

function valueRows(report: Report): SheetRow[] {
  const { criteria, options } = report.computation;
  const { lang } = report;
  return [
    [text(T.values[lang], 'caption'), besideNumbers(T.share[lang], 'head')],
    ...criteria.map((criterion, index) => [
      text(criterion.label),
      formula(`${sheetPrefix(SHEET_NAMES.weights[lang])}D${WEIGHTS_FIRST_ROW + index}`, SHARE),
      ...options.map((option) => valueCell(option.values[index] ?? null)),
    ]),
  ];
}

function pointRows(report: Report): SheetRow[] {
  const { criteria } = report.computation;
  const { lang } = report;
  const columns = optionColumns(report);
  const firstRow = VALUES_FIRST_ROW + criteria.length + 1;
  const lastRow = firstRow + criteria.length - 1;
  const pointCell = (letters: string, row: number): SheetCell =>
    formula(`100*$B${row}*${letters}${row}`, SCORE);
  return [
    [text(T.points[lang], 'caption')],
    ...criteria.map((criterion, index) => [
      text(criterion.label),
      null,
      ...columns.map((letters) => pointCell(letters, VALUES_FIRST_ROW + index)),
    ]),
    [
      text(T.total[lang], 'strong'),
      null,
      ...columns.map((letters) =>
        formula(`SUM(${letters}${firstRow}:${letters}${lastRow})`, SCORE, 'strong'),
      ),
    ],
  ];
}

function valueCell(value: number | null): SheetCell {
  return value === null ? null : number(value, '0.000');
}

function scoreCell(letters: string, count: number): SheetCell {
  if (count === 0) return null;
  const from = VALUES_FIRST_ROW;
  const to = from + count - 1;
  return formula(`100*SUMPRODUCT($B$${from}:$B$${to},${letters}${from}:${letters}${to})`, SCORE, 'strong');
}

// A difference below 1e-9 is noise of binary fractions, not a better score.
function rankCell(report: Report, index: number): SheetCell {
  const { options } = report.computation;
  const { lang } = report;
  const option = options[index];
  if (option === undefined || option.status === 'excluded') return besideNumbers('–');
  const last = columnLetters(options.length + 1);
  const own = columnLetters(index + 2);
  const isStatus = (status: 'eligible' | 'conditional'): string =>
    `($C$3:$${last}$3="${STATUS_WORDS[status][lang]}")`;
  const better = `SUMPRODUCT(${isStatus(option.status)}*($C$5:$${last}$5>${own}5+0.000000001))`;
  const before = option.status === 'eligible' ? '' : `+SUMPRODUCT(1*${isStatus('eligible')})`;
  return formula(`1+${better}${before}`, '0', 'strong');
}
