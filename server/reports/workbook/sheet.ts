// A spreadsheet as plain values: what stands in which cell. Adapters turn it into a file.
// Invariant: only `formula` cells can compute; text of the report is always a text cell.

import type { Block, Cell, Row, Table } from '../report.generated.ts';

export type CellStyle =
  'title' | 'section' | 'caption' | 'head' | 'strong' | 'muted' | 'input' | 'pass' | 'fail' | 'open';

export type SheetCell =
  | { readonly kind: 'text'; readonly text: string; readonly style?: CellStyle }
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
}

export function text(value: string, style?: CellStyle): SheetCell {
  return style === undefined ? { kind: 'text', text: value } : { kind: 'text', text: value, style };
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
    table.columns.map((column) => text(column.label, 'head')),
    ...table.rows.map((row) => row.cells.map((cell) => sheetCell(cell, row))),
  ];
}

const WHOLE = '#,##0';
const ONE_DECIMAL = '#,##0.0';

export function sheetCell(cell: Cell, row: Row): SheetCell {
  const style = cell.mark ?? row.tone;
  if (cell.value === undefined) return text(cell.href === undefined ? cell.text : linked(cell), style);
  return number(cell.value, formatOf(cell), style);
}

function linked({ text: shown, href = '' }: Cell): string {
  return shown.includes(href) ? shown : `${shown} ${href}`;
}

// As many decimals as the report's own text shows, so that the file reads as the paper does.
function formatOf({ text: shown }: Cell): string {
  const decimals = /[.](\d+)/.exec(shown)?.[1]?.length ?? 0;
  if (decimals === 0) return WHOLE;
  return decimals === 1 ? ONE_DECIMAL : `#,##0.${'0'.repeat(decimals)}`;
}
