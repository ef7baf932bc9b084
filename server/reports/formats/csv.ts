// Comma-separated values as RFC 4180 has them, with a byte order mark so that spreadsheets read Japanese right.
// Invariant: no cell can start a formula. A cell that would is led by an apostrophe, which spreadsheets show as text.

import type { Block, Cell, Report, Table } from '../report.generated.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import type { TextFormat } from './format.ts';

const BYTE_ORDER_MARK = '\ufeff';
// After optional blanks: the ASCII and full-width signs that start a formula or a command in a spreadsheet.
const STARTS_FORMULA = /^[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212|%\t\r\n]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

export const csvFormat: TextFormat = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  render: (report) => BYTE_ORDER_MARK + linesOf(report).map(csvLine).join(''),
};

/** One record with quotes where needed, closed by CR LF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => quoted(harmless(text))).join(',')}\r\n`;
}

/** The text as spreadsheets may see it. A plain number stays a number, also a negative one. */
export function harmless(text: string): string {
  return STARTS_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function linesOf(report: Report): string[][] {
  const head = [
    [report.title],
    ...(report.subtitle === '' ? [] : [[report.subtitle]]),
    [FRAME_TEXTS.preparedOn[report.lang], report.preparedOn],
  ];
  return [
    ...head,
    ...report.sections.flatMap((section, index) => [
      [],
      [`${index + 1}. ${section.title}`],
      ...section.blocks.flatMap(blockLines),
    ]),
  ];
}

function blockLines(block: Block): string[][] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'absent':
      return [[block.text]];
    case 'callout':
      return [[block.title, block.text]];
    case 'list':
      return block.items.map((item) => [item]);
    case 'table':
      return tableLines(block);
    case 'chart':
      return tableLines(block.data);
  }
}

function tableLines(table: Table): string[][] {
  return [
    [],
    [table.caption],
    table.columns.map((column) => column.label),
    ...table.rows.map((entry) => entry.cells.map(cellText)),
    // What follows is no further row.
    [],
  ];
}

// Numbers go out bare, so that a spreadsheet can compute with them; twelve digits hide the noise of binary fractions.
function cellText(cell: Cell): string {
  if (cell.value !== undefined) return plainNumber(cell.value);
  return cell.href === undefined || cell.text.includes(cell.href) ? cell.text : `${cell.text} ${cell.href}`;
}

function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
