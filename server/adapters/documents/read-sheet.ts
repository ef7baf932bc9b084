// XLSX file → cells of its first sheet. The file comes from outside: its size is checked before anything is unpacked.

import { readSheet } from 'read-excel-file/node';
import type { SheetValue } from '../../core/rfp/sheet-layout.ts';
import { MailfitError } from '../../errors.ts';
import { unpackedBytes } from './zip-directory.ts';

const FILE_BYTES_MAX = 4 * 1024 * 1024;
const UNPACKED_BYTES_MAX = 32 * 1024 * 1024;
const ROWS_MAX = 2_000;
const COLUMNS_MAX = 50;

/** Throws MailfitError `badInput` for what is no spreadsheet or too large to be an answer sheet. */
export async function readSheetRows(
  bytes: Uint8Array,
  name: string,
): Promise<readonly (readonly SheetValue[])[]> {
  if (bytes.length > FILE_BYTES_MAX) throw new MailfitError('badInput', [`${name}: larger than 4 MiB`]);
  const unpacked = unpackedBytes(bytes);
  if (unpacked === null) throw new MailfitError('badInput', [`${name}: not an XLSX file`]);
  if (unpacked > UNPACKED_BYTES_MAX)
    throw new MailfitError('badInput', [`${name}: unpacks to more than 32 MiB`]);
  const rows = await cellsOf(bytes, name);
  if (rows.length > ROWS_MAX || rows.some((row) => row.length > COLUMNS_MAX)) {
    throw new MailfitError('badInput', [`${name}: more than ${ROWS_MAX} rows or ${COLUMNS_MAX} columns`]);
  }
  return rows;
}

async function cellsOf(bytes: Uint8Array, name: string): Promise<SheetValue[][]> {
  try {
    const rows: unknown[][] = await readSheet(Buffer.from(bytes));
    return rows.map((row) => row.map(plainValue));
  } catch (error) {
    throw new MailfitError('badInput', [`${name}: the spreadsheet is damaged`], error);
  }
}

function plainValue(cell: unknown): SheetValue {
  if (cell instanceof Date || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return typeof cell === 'string' ? cell : null;
}
