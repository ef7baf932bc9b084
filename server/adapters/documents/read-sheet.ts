// XLSX file → cells of its first sheet. The file comes from outside: its size is checked before anything is unpacked.

import { readSheet } from 'read-excel-file/node';
import { RFP_PROBLEMS } from '../../core/rfp/problem-texts.ts';
import type { SheetValue } from '../../core/rfp/sheet-layout.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Outcome, Problem } from '../../core/text/problem.ts';
import { unpackedBytes, unpacksWithin } from './zip-directory.ts';

const MEBIBYTE = 1024 * 1024;
const FILE_BYTES_MAX = 4 * MEBIBYTE;
const UNPACKED_BYTES_MAX = 32 * MEBIBYTE;
const ROWS_MAX = 2_000;
const COLUMNS_MAX = 50;

/** The cells, or what is wrong with the file as a whole. */
export async function readSheetRows(bytes: Uint8Array): Promise<Outcome<readonly (readonly SheetValue[])[]>> {
  if (bytes.length > FILE_BYTES_MAX) return refused(RFP_PROBLEMS.fileTooLarge(FILE_BYTES_MAX / MEBIBYTE));
  const unpacked = unpackedBytes(bytes);
  if (unpacked === null) return refused(RFP_PROBLEMS.notASpreadsheet);
  if (unpacked > UNPACKED_BYTES_MAX) {
    return refused(RFP_PROBLEMS.unpacksTooLarge(UNPACKED_BYTES_MAX / MEBIBYTE));
  }
  const rows = (await unpacksWithin(bytes, UNPACKED_BYTES_MAX)) ? await cellsOf(bytes) : null;
  if (rows === null) return refused(RFP_PROBLEMS.damaged);
  if (rows.length > ROWS_MAX || rows.some((row) => row.length > COLUMNS_MAX)) {
    return refused(RFP_PROBLEMS.tooManyCells(ROWS_MAX, COLUMNS_MAX));
  }
  return { ok: true, value: rows };
}

function refused(message: LocalizedText): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ path: '', message }] };
}

async function cellsOf(bytes: Uint8Array): Promise<SheetValue[][] | null> {
  try {
    const rows: unknown[][] = await readSheet(Buffer.from(bytes));
    return rows.map((row) => row.map(plainValue));
  } catch {
    return null;
  }
}

function plainValue(cell: unknown): SheetValue {
  if (cell instanceof Date || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return typeof cell === 'string' ? cell : null;
}
