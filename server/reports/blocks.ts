// Small builders for the parts of a report model, so that sections read as what they say.

import type {
  Absent,
  Block,
  Callout,
  Cell,
  Column,
  Heading,
  List,
  Paragraph,
  Row,
  Table,
} from './report.generated.ts';

export function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', text };
}

export function heading(text: string): Heading {
  return { kind: 'heading', text };
}

export function callout(tone: Callout['tone'], title: string, text: string): Callout {
  return { kind: 'callout', tone, title, text };
}

export function list(items: readonly string[]): List {
  return { kind: 'list', items: [...items] };
}

export function absent(text: string): Absent {
  return { kind: 'absent', text };
}

export function textColumn(label: string, width = 1): Column {
  return { label, kind: 'text', width };
}

export function numberColumn(label: string, width = 0.5): Column {
  return { label, kind: 'number', width };
}

export function markColumn(label: string, width = 0.3): Column {
  return { label, kind: 'mark', width };
}

/** The column, which a narrow page may set in the cell of the one before it. */
export function joined(column: Column): Column {
  return { ...column, joined: true };
}

export function cell(text: string, value?: number): Cell {
  return value === undefined || !Number.isFinite(value) ? { text } : { text, value };
}

/** A cell that leads to a web page. Anything but http(s) stays plain text, so that no `javascript:` gets in. */
export function linkCell(text: string, address: string | null): Cell {
  return address !== null && /^https?:\/\/[^\s"'<>`\\]+$/i.test(address) ? { text, href: address } : { text };
}

export function row(cells: readonly (Cell | string)[], tone?: Row['tone']): Row {
  const made = cells.map((entry) => (typeof entry === 'string' ? { text: entry } : entry));
  return tone === undefined ? { cells: made } : { cells: made, tone };
}

export function table(id: string, caption: string, columns: readonly Column[], rows: readonly Row[]): Table {
  return { kind: 'table', id, caption, columns: [...columns], rows: [...rows] };
}

/** The blocks, or the sentence that says why there are none. */
export function orAbsent(blocks: readonly Block[], sentence: string): Block[] {
  return blocks.length > 0 ? [...blocks] : [absent(sentence)];
}
