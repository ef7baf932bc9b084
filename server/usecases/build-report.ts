// Makes the procurement report: input → model → one file. The same input gives the same bytes in every text format.

import type { Report } from '../reports/report.generated.ts';
import type { ReportInput } from '../reports/report-input.ts';
import { buildReportModel } from '../reports/report-model.ts';
import { TEXT_FORMATS } from '../reports/formats/text-formats.ts';

export const REPORT_FORMATS = ['html', 'csv', 'md', 'json'] as const;
export type ReportFormatId = (typeof REPORT_FORMATS)[number];

export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** ASCII letters, digits, dots and hyphens only, so that any file system and any HTTP header takes it. */
  readonly fileName: string;
}

/** Builds the model in the language and renders it. */
export async function buildReport(
  input: Omit<ReportInput, 'lang'>,
  format: ReportFormatId,
  lang: Report['lang'],
): Promise<ReportFile> {
  return renderReport(buildReportModel({ ...input, lang }), format);
}

/** Renders a model that is already there, for instance one that was read back from a JSON report. */
export async function renderReport(report: Report, format: ReportFormatId): Promise<ReportFile> {
  const chosen = TEXT_FORMATS.find((entry) => entry.id === format);
  if (chosen === undefined) throw new Error(`No report format called ${format}`);
  return {
    bytes: new TextEncoder().encode(chosen.render(report)),
    mediaType: chosen.mediaType,
    fileName: `mailfit-report-${report.preparedOn}-${report.lang}.${chosen.extension}`,
  };
}
