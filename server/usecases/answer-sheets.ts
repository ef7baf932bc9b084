// Answer sheets for vendors: made from the requirements of an evaluation, and taken back as declared facts.

import type { Catalogue, Provider } from '../core/catalogue/provider.ts';
import { readAnswers } from '../core/rfp/read-answers.ts';
import type { VendorAnswers } from '../core/rfp/read-answers.ts';
import { factsToAsk, SHEET, FORM_COLUMN } from '../core/rfp/sheet-layout.ts';
import type { SheetValue } from '../core/rfp/sheet-layout.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { Lang } from '../core/text/localized.ts';
import type { Outcome } from '../core/text/problem.ts';
import { answerSheet } from '../reports/rfp/answer-sheet.ts';
import type { Sheet } from '../reports/workbook/sheet.ts';

/** Spreadsheet files, as an adapter reads and writes them. */
export interface SpreadsheetFiles {
  write(sheets: readonly Sheet[]): Promise<Uint8Array>;
  /** First sheet, or what is wrong with the file. */
  read(bytes: Uint8Array): Promise<Outcome<readonly (readonly SheetValue[])[]>>;
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
