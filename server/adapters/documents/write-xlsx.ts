// Workbook → XLSX file. The same workbook gives the same bytes: the archive carries no time of its making.

import writeXlsxFile from 'write-excel-file/node';
import type { CellObject, Sheet as FileSheet } from 'write-excel-file/node';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../../reports/workbook/sheet.ts';
import { withoutTimes } from './zip-directory.ts';

/** Most characters that a spreadsheet holds in one cell. */
const CELL_TEXT_MAX = 32_767;

export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const files = sheets.map(fileSheet);
  const options = { fontFamily: 'Noto Sans JP', fontSize: 10, features: [FIT_TO_WIDTH] };
  const bytes = await writeXlsxFile(files, options).toBuffer();
  return withoutTimes(new Uint8Array(bytes));
}

// On paper a sheet is as wide as the page and as long as it needs: columns torn apart cannot be read.
const FIT_TO_WIDTH = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        transformElementAttributes: (tagName: string, attributes: Record<string, string | number>) =>
          tagName === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
};

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
  const isTable = row.length > 1;
  const lines = row.map((cell, column) =>
    isTable && cell?.kind === 'text' ? linesOf(cell.text, columnWidths[column] ?? DEFAULT_WIDTH) : 1,
  );
  const first = row[0];
  const linePt = LINE_PT[first?.style ?? 'strong'] ?? BODY_LINE_PT;
  const height = Math.min(ROW_PT_MAX, Math.max(1, ...lines) * linePt);
  return row.map((cell, column) => {
    const made = fileCell(cell, isTable);
    return column === 0 ? { ...made, height } : made;
  });
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

// A sentence that stands alone in its row may run on over empty cells; in a table it must wrap.
function fileCell(cell: SheetCell, isInTable: boolean): CellObject | null {
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
        ...(isInTable ? { wrap: true } : {}),
      };
    case 'number':
      return { ...style, type: Number, value: cell.value, format: cell.format };
    case 'formula':
      return { ...style, type: 'Formula', value: `=${cell.formula}`, format: cell.format };
  }
}
