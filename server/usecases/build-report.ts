// Makes the procurement report: input → model → one file. The same input gives the same bytes in every format.

import { MailfitError } from '../errors.ts';
import { TEXT_FORMATS } from '../reports/formats/text-formats.ts';
import type { Report } from '../reports/report.generated.ts';
import type { ReportInput } from '../reports/report-input.ts';
import { buildReportModel } from '../reports/report-model.ts';
import type { DocumentFormatId, DocumentRenderer, ReportFile, ReportFormatId } from './document-renderer.ts';
import { DOCUMENT_FORMATS } from './document-renderer.ts';

export { REPORT_FORMATS } from './document-renderer.ts';
export type { ReportFile, ReportFormatId } from './document-renderer.ts';

/** What PDF and XLSX need besides the model. */
export interface RenderingMeans {
  readonly documents?: DocumentRenderer;
  readonly signal?: AbortSignal;
}

export const DOCUMENT_MEDIA_TYPES: Readonly<Record<DocumentFormatId, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Builds the model in the language and renders it. Throws MailfitError `formatUnavailable`. */
export async function buildReport(
  input: Omit<ReportInput, 'lang'>,
  format: ReportFormatId,
  lang: Report['lang'],
  means: RenderingMeans = {},
): Promise<ReportFile> {
  return renderReport(buildReportModel({ ...input, lang }), format, means);
}

/** Renders a model that is already there, for instance one that was read back from a JSON report. */
export async function renderReport(
  report: Report,
  format: ReportFormatId,
  means: RenderingMeans = {},
): Promise<ReportFile> {
  const file = fileWords(report, format);
  const document = DOCUMENT_FORMATS.find((entry) => entry === format);
  if (document !== undefined) {
    const { documents, signal } = means;
    if (documents === undefined) throw new MailfitError('formatUnavailable', [document]);
    return { bytes: await documents.render(report, document, signal), ...file };
  }
  const chosen = TEXT_FORMATS.find((entry) => entry.id === format);
  if (chosen === undefined) throw new MailfitError('formatUnavailable', [format]);
  return { bytes: new TextEncoder().encode(chosen.render(report)), ...file };
}

/** How the file is called and what it is, from its model. Throws MailfitError `formatUnavailable`. */
export function fileWords(report: Report, format: ReportFormatId): Omit<ReportFile, 'bytes'> {
  const document = report.computation.criteria.length > 0 ? 'report' : 'requirements';
  const stem = `mailfit-${document}-${report.preparedOn}-${report.lang}`;
  const text = TEXT_FORMATS.find((entry) => entry.id === format);
  if (text !== undefined) return { mediaType: text.mediaType, fileName: `${stem}.${text.extension}` };
  const typeset = DOCUMENT_FORMATS.find((entry) => entry === format);
  if (typeset === undefined) throw new MailfitError('formatUnavailable', [format]);
  return { mediaType: DOCUMENT_MEDIA_TYPES[typeset], fileName: `${stem}.${typeset}` };
}
