// A table for a narrow page: columns that belong to the one before them are set in its cell. The words stay the same.

import type { Lang } from '../core/text/localized.ts';
import type { Cell, Column, Row, Table } from './report.generated.ts';

const JOINERS: Readonly<Record<Lang, string>> = { en: ', ', ja: '、' };
const LABEL_JOINERS: Readonly<Record<Lang, string>> = { en: ', ', ja: '・' };
const NOTHING = '–';

/** The table itself where no column is `joined`. */
export function withJoinedColumns(table: Table, lang: Lang): Table {
  if (!table.columns.some((column) => column.joined === true)) return table;
  const groups = groupsOf(table.columns);
  return {
    ...table,
    columns: groups.map((group) =>
      joinedColumn(
        group.map((index) => table.columns[index]),
        lang,
      ),
    ),
    rows: table.rows.map((row): Row => ({
      ...row,
      cells: groups.map((group) => joinedCell(row, group, lang)),
    })),
  };
}

/** Indexes of the columns that share a cell, in order. */
function groupsOf(columns: readonly Column[]): number[][] {
  const groups: number[][] = [];
  for (const [index, column] of columns.entries()) {
    const last = groups.at(-1);
    if (column.joined === true && last !== undefined) last.push(index);
    else groups.push([index]);
  }
  return groups;
}

function joinedColumn(parts: readonly (Column | undefined)[], lang: Lang): Column {
  const columns = parts.filter((part) => part !== undefined);
  const [first = { label: '', kind: 'text' }] = columns;
  if (columns.length === 1) return first;
  return {
    label: columns.map((column) => column.label).join(LABEL_JOINERS[lang]),
    kind: 'text',
    // Its texts follow one another in lines of their own, so that they need no more room than the first.
    ...(first.width === undefined ? {} : { width: first.width }),
  };
}

function joinedCell(row: Row, group: readonly number[], lang: Lang): Cell {
  const cells = group.map((index) => row.cells[index]).filter((cell) => cell !== undefined);
  const [first = { text: '' }] = cells;
  if (cells.length === 1) return first;
  const texts = cells.map((cell) => cell.text).filter((text) => text !== NOTHING && text !== '');
  const { value: _number, ...rest } = first;
  return { ...rest, text: texts.length === 0 ? NOTHING : texts.join(JOINERS[lang]) };
}
