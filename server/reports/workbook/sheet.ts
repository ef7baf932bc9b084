// A spreadsheet as plain values: what stands in which cell. Adapters turn it into a file.
// Invariant: only `formula` cells can compute; text of the report is always a text cell.

import type { Block, Cell, Column, Row, Table } from '../report.generated.ts';

export type CellStyle =
  'title' | 'section' | 'caption' | 'head' | 'strong' | 'muted' | 'input' | 'pass' | 'fail' | 'open';

export type SheetCell =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style?: CellStyle;
      /** Stands in a column of numbers, under or over them. */
      readonly inNumbers?: true;
    }
  | { readonly kind: 'number'; readonly value: number; readonly format: string; readonly style?: CellStyle }
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly format: string;
      readonly style?: CellStyle;
    }
  | null;

export type SheetRow = readonly SheetCell[];

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly columnWidths: readonly number[];
  readonly landscape: boolean;
  /** Rows and columns that stay in view. */
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** First and last row, from 1, that every printed page begins with; frozen columns are repeated as well. */
  readonly repeatedRows?: readonly [number, number];
}

export function text(value: string, style?: CellStyle): SheetCell {
  return style === undefined ? { kind: 'text', text: value } : { kind: 'text', text: value, style };
}

/** The text in a column of numbers. */
export function besideNumbers(value: string, style?: CellStyle): SheetCell {
  return { kind: 'text', text: value, ...(style === undefined ? {} : { style }), inNumbers: true };
}

export function formula(expression: string, format: string, style?: CellStyle): SheetCell {
  const cell = { kind: 'formula' as const, formula: expression, format };
  return style === undefined ? cell : { ...cell, style };
}

export function number(value: number, format: string, style?: CellStyle): SheetCell {
  const cell = { kind: 'number' as const, value, format };
  return style === undefined ? cell : { ...cell, style };
}

/** `A`, `B` … `Z`, `AA` … for 0, 1 … 25, 26 … */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

/** `'Sheet name'!` with quotes as spreadsheets want them. */
export function sheetPrefix(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** Blocks of the model one below the other; a chart is the table behind it. */
export function blockRows(block: Block): SheetRow[] {
  switch (block.kind) {
    case 'paragraph':
      return [[text(block.text)]];
    case 'absent':
      return [[text(block.text, 'muted')]];
    case 'heading':
      return [[], [text(block.text, 'caption')]];
    case 'callout':
      return [[text(block.title, 'strong')], [text(block.text)], []];
    case 'list':
      return block.items.map((item) => [text(`• ${item}`)]);
    case 'table':
      return tableRows(block);
    case 'chart':
      return tableRows(block.data);
  }
}

export function tableRows(table: Table): SheetRow[] {
  return [
    [],
    [text(table.caption, 'caption')],
    headRow(table),
    ...table.rows.map((row) => rowCells(table, row)),
  ];
}

export function headRow({ columns }: Table): SheetRow {
  return columns.map(({ label, kind }) => aligned(text(label, 'head'), kind));
}

export function rowCells({ columns }: Table, row: Row): SheetRow {
  return row.cells.map((cell, index) => aligned(sheetCell(cell, row), columns[index]?.kind ?? 'text'));
}

function aligned(cell: SheetCell, kind: Column['kind']): SheetCell {
  return kind === 'number' && cell?.kind === 'text' ? { ...cell, inNumbers: true } : cell;
}

const WHOLE = '#,##0';
const ONE_DECIMAL = '#,##0.0';

export function sheetCell(cell: Cell, row: Row): SheetCell {
  const style = cell.mark ?? row.tone;
  if (cell.value === undefined) return text(linked(cell), style);
  return number(cell.value, formatOf(cell), style);
}

const SOURCE_NUMBER = /^\[\d+\]/;

// An address stands once, in the list of sources that its number leads to.
function linked({ text: shown, href = '' }: Cell): string {
  return shown.includes(href) || SOURCE_NUMBER.test(shown) ? shown : `${shown} ${href}`;
}

const UNIT = /^[\d,]+( ?\p{L}+)$/u;

// As many decimals as the report's own text shows, and its unit, so that the file reads as the paper does.
function formatOf({ text: shown }: Cell): string {
  const decimals = /[.](\d+)/.exec(shown)?.[1]?.length ?? 0;
  const unit = UNIT.exec(shown)?.[1];
  if (unit !== undefined) return `${WHOLE}"${unit}"`;
  if (decimals === 0) return WHOLE;
  return decimals === 1 ? ONE_DECIMAL : `#,##0.${'0'.repeat(decimals)}`;
}
