// A sheet for one option as its vendor hands it back, as a real workbook.

import assert from 'node:assert/strict';
import { writeXlsx } from '../../server/adapters/documents/write-xlsx.ts';
import { COLUMN, FORM_COLUMN, SHEET } from '../../server/core/rfp/sheet-layout.ts';
import { text } from '../../server/reports/workbook/sheet.ts';
import type { SheetCell } from '../../server/reports/workbook/sheet.ts';
import { answerSheetFor } from '../../server/usecases/answer-sheets.ts';
import { latestState } from '../../server/usecases/evaluation-versions.ts';
import type { VersionDeps } from '../../server/usecases/evaluation-versions.ts';
import type { Evaluation } from '../../server/usecases/stores.ts';

export const ANSWERED_OPTION = 'fastmail';
export const ANSWERED_FACT = 'mailboxQuota';

/** `answer` is what stands in the cell that asks for the storage of a mailbox. */
export async function filledSheet(
  deps: VersionDeps,
  evaluation: Evaluation,
  answer: string,
): Promise<Uint8Array> {
  const { recommendation } = await latestState(deps, evaluation);
  const { catalogue } = deps.basis;
  const option = catalogue.providers.find(({ id }) => id === ANSWERED_OPTION);
  assert.ok(option !== undefined);
  const sheet = answerSheetFor(option, recommendation.requirements, catalogue, 'ja');
  const rows = sheet.rows.map((row) => [...row]);
  const put = (row: number, column: number, value: string): void => {
    const cells: SheetCell[] = rows[row] ?? [];
    cells[column] = text(value);
  };
  put(SHEET.vendorRow, FORM_COLUMN, 'Example K.K.');
  put(SHEET.dateRow, FORM_COLUMN, '2026-11-20');
  const asked = rows.findIndex(([id]) => id?.kind === 'text' && id.text === ANSWERED_FACT);
  assert.ok(asked > 0, 'the storage is among the questions');
  put(asked, COLUMN.answer, answer);
  return writeXlsx([{ ...sheet, rows }]);
}
