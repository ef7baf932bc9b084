// The spreadsheet that a vendor fills in for one option, made from what the evaluation requires at the moment.

import type { Lang } from '../core/text/localized.ts';
import { answerSheetFor } from './answer-sheets.ts';
import type { SpreadsheetFiles } from './answer-sheets.ts';
import { DOCUMENT_MEDIA_TYPES } from './build-report.ts';
import type { ReportFile } from './build-report.ts';
import { latestState } from './evaluation-versions.ts';
import type { VersionDeps } from './evaluation-versions.ts';
import type { Evaluation } from './stores.ts';

/** Null for an option that the catalogue does not have. */
export async function answerSheetFile(
  deps: VersionDeps & { readonly spreadsheets: Pick<SpreadsheetFiles, 'write'> },
  evaluation: Evaluation,
  { optionId, lang }: { readonly optionId: string; readonly lang: Lang },
): Promise<ReportFile | null> {
  const { catalogue } = deps.basis;
  const option = catalogue.providers.find(({ id }) => id === optionId);
  if (option === undefined) return null;
  const { recommendation } = await latestState(deps, evaluation);
  const sheet = answerSheetFor(option, recommendation.requirements, catalogue, lang);
  return {
    fileName: `answer-sheet-${option.id}-${lang}.xlsx`,
    mediaType: DOCUMENT_MEDIA_TYPES.xlsx,
    bytes: await deps.spreadsheets.write([sheet]),
  };
}
