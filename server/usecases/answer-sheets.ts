// Answer sheets for vendors: made from the requirements of an evaluation, and taken back as declared facts.

import { createHash } from 'node:crypto';
import type { Catalogue, Provider } from '../core/catalogue/provider.ts';
import { readAnswers } from '../core/rfp/read-answers.ts';
import type { VendorAnswers } from '../core/rfp/read-answers.ts';
import { factsToAsk, SHEET, FORM_COLUMN } from '../core/rfp/sheet-layout.ts';
import type { SheetValue } from '../core/rfp/sheet-layout.ts';
import { withVendorAnswers } from '../core/rfp/with-vendor-answers.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { Lang } from '../core/text/localized.ts';
import type { Outcome } from '../core/text/problem.ts';
import { answerSheet } from '../reports/rfp/answer-sheet.ts';
import type { Sheet } from '../reports/workbook/sheet.ts';

/** Spreadsheet files, as an adapter reads and writes them. */
export interface SpreadsheetFiles {
  write(sheets: readonly Sheet[]): Promise<Uint8Array>;
  /** First sheet. Throws MailfitError `badInput`, naming the file, for what is no spreadsheet. */
  read(bytes: Uint8Array, name: string): Promise<readonly (readonly SheetValue[])[]>;
}

export function answerSheetFor(
  option: Provider,
  requirements: Recommendation['requirements'],
  catalogue: Catalogue,
  lang: Lang,
): Sheet {
  const asked = factsToAsk(requirements, catalogue.vocabulary);
  return answerSheet({ optionId: option.id, optionName: option.name, asked, lang });
}

/** The filled-in sheet as declared facts, or every cell at fault. The sheet itself says which option it is about. */
export function vendorAnswersFrom(
  rows: readonly (readonly SheetValue[])[],
  requirements: Recommendation['requirements'],
  catalogue: Catalogue,
  today: string,
): Outcome<VendorAnswers> {
  const named = String(rows[SHEET.optionRow]?.[FORM_COLUMN] ?? '').trim();
  const option = catalogue.providers.find((provider) => provider.id === named);
  const asked = factsToAsk(requirements, catalogue.vocabulary);
  return readAnswers({ rows, asked, optionId: option?.id ?? '?', today });
}

/** The catalogue with the answers in it, under a fingerprint of its own. */
export function catalogueWithAnswers(catalogue: Catalogue, sheets: readonly VendorAnswers[]): Catalogue {
  if (sheets.length === 0) return catalogue;
  const hash = createHash('sha256')
    .update(JSON.stringify([catalogue.hash, sheets]))
    .digest('hex');
  return withVendorAnswers(catalogue, sheets, hash);
}
