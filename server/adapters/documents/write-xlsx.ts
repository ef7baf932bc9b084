// Workbook → XLSX file. The same workbook gives the same bytes: the archive carries no time of its making.

import writeXlsxFile from 'write-excel-file/node';
import type { CellObject, Sheet as FileSheet } from 'write-excel-file/node';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../../reports/workbook/sheet.ts';
import { printedSheets, totalWidth } from './print-setup.ts';
import { withoutTimes } from './zip-directory.ts';

/** Most characters that a spreadsheet holds in one cell. */
const CELL_TEXT_MAX = 32_767;

export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const files = sheets.map(fileSheet);
  const options = { fontFamily: 'Noto Sans JP', fontSize: 10, features: [printedSheets(sheets)] };
  const bytes = await writeXlsxFile(files, options).toBuffer();
  return withoutTimes(new Uint8Array(bytes));
}

function fileSheet(sheet: Sheet): FileSheet<never> {
  return {
    sheet: sheet.name,
    data: sheet.rows.map((row) => fileRow(row, sheet.columnWidths)),
    columns: sheet.columnWidths.map((width) => ({ width })),
    // The library writes both; its types know one.
    orientation: (sheet.landscape ? 'landscape' : 'portrait') as 'landscape',
    ...(sheet.frozenRows === undefined ? {} : { stickyRowsCount: sheet.frozenRows }),
    ...(sheet.frozenColumns === undefined ? {} : { stickyColumnsCount: sheet.frozenColumns }),
  };
}

// Spreadsheets measure a row only when somebody edits it, so its height is set here, from the longest cell.
function fileRow(row: SheetRow, columnWidths: readonly number[]): (CellObject | null)[] {
  const span = row.length === 1 ? spanOf(columnWidths) : 1;
  const widthOf = (column: number): number =>
    span > 1 ? totalWidth(columnWidths.slice(0, span)) : (columnWidths[column] ?? DEFAULT_WIDTH);
  const lines = row.map((cell, column) => (cell?.kind === 'text' ? linesOf(cell.text, widthOf(column)) : 1));
  const first = row[0];
  const linePt = LINE_PT[first?.style ?? 'strong'] ?? BODY_LINE_PT;
  const height = Math.min(ROW_PT_MAX, Math.max(1, ...lines) * linePt);
  const made = row.map((cell, column) => {
    const file = fileCell(cell, column > 0);
    return column === 0 ? { ...file, height, ...(span > 1 ? { columnSpan: span } : {}) } : file;
  });
  return [...made, ...Array.from({ length: span - 1 }, () => null)];
}

/** A line of text is hard to follow beyond this many characters. */
const SENTENCE_WIDTH_MAX = 170;

// A sentence that stands alone in its row takes the width of the columns: running on beyond the last one it would
// widen the printed page until nothing on it can be read.
function spanOf(columnWidths: readonly number[]): number {
  let width = 0;
  const beyond = columnWidths.findIndex((columnWidth) => (width += columnWidth) > SENTENCE_WIDTH_MAX);
  return Math.max(1, beyond < 0 ? columnWidths.length : beyond);
}

const DEFAULT_WIDTH = 10;
const BODY_LINE_PT = 15;
const LINE_PT: Readonly<Partial<Record<CellStyle, number>>> = {
  title: 26,
  section: 22,
  caption: 18,
  head: 17,
};
const ROW_PT_MAX = 400;
const FULL_WIDTH = /[\u1100-\u115f\u2e80-\uffe6]/;

/** Lines that a text takes in a column of so many half-width characters. */
function linesOf(text: string, widthCharacters: number): number {
  let halves = 0;
  for (const character of text) halves += FULL_WIDTH.test(character) ? 2 : 1;
  return Math.ceil(halves / Math.max(1, widthCharacters - 2));
}

const INDENTED = { align: 'left', indent: 1 } as const;

type FileStyle = Omit<CellObject, 'value' | 'type'>;

const STYLES: Readonly<Record<CellStyle, FileStyle>> = {
  title: { fontWeight: 'bold', fontSize: 16 },
  section: { fontWeight: 'bold', fontSize: 13, textColor: '#0b4f7d' },
  caption: { fontWeight: 'bold' },
  head: {
    fontWeight: 'bold',
    backgroundColor: '#eef1f5',
    bottomBorderStyle: 'medium',
    bottomBorderColor: '#0b4f7d',
    wrap: true,
    alignVertical: 'bottom',
  },
  strong: { fontWeight: 'bold' },
  muted: { textColor: '#566270' },
  input: { backgroundColor: '#fff8d6', borderStyle: 'medium', borderColor: '#8a5a00' },
  pass: { align: 'center' },
  fail: { align: 'center', fontWeight: 'bold', backgroundColor: '#f6e3e3' },
  open: { align: 'center', backgroundColor: '#fbf3d9' },
};

// A text beside a column of numbers keeps a little away from them.
function fileCell(cell: SheetCell, isBesideOthers: boolean): CellObject | null {
  if (cell === null) return null;
  const style: FileStyle = {
    alignVertical: 'top',
    ...(cell.style === undefined ? {} : STYLES[cell.style]),
  };
  switch (cell.kind) {
    case 'text':
      return {
        ...style,
        type: String,
        value: cell.text.slice(0, CELL_TEXT_MAX),
        wrap: true,
        ...(cell.inNumbers === true ? { align: 'right' as const } : {}),
        ...(isBesideOthers && cell.inNumbers !== true && style.align === undefined ? INDENTED : {}),
      };
    case 'number':
      return { ...style, type: Number, value: cell.value, format: cell.format };
    case 'formula':
      return { ...style, type: 'Formula', value: `=${cell.formula}`, format: cell.format };
  }
}
