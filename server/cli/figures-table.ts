// The plain numbers of a result document as a table; the rest of the document is for `--json`.

import { tableText } from './table.ts';

/** One line per number at the top of the document or one level below, under the names the documentation uses. */
export function figuresTable(document: object): string {
  return tableText(figuresOf(document, '').concat(...groupsOf(document)));
}

function groupsOf(document: object): string[][][] {
  return Object.entries(document)
    .filter((entry): entry is [string, object] => isPlainObject(entry[1]) && entry[0] !== 'inputs')
    .map(([name, group]) => figuresOf(group, `${name}.`));
}

function figuresOf(group: object, prefix: string): string[][] {
  return Object.entries(group)
    .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    .map(([name, value]) => [`${prefix}${name}`, shown(value)]);
}

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
