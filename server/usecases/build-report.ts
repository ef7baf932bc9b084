// Makes the procurement report: input → model → one file. The same input gives the same bytes in every format.

import { MailfitError } from '../errors.ts';
import { TEXT_FORMATS } from '../reports/formats/text-formats.ts';
import type { Report } from '../reports/report.generated.ts';
import type { ReportInput } from '../reports/report-input.ts';
import { buildReportModel } from '../reports/report-model.ts';
import type { DocumentFormatId, DocumentRenderer } from './document-renderer.ts';
import { DOCUMENT_FORMATS } from './document-renderer.ts';

export const REPORT_FORMATS = ['html', 'pdf', 'xlsx', 'csv', 'md', 'json'] as const;
export type ReportFormatId = (typeof REPORT_FORMATS)[number];

export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** ASCII letters, digits, dots and hyphens only, so that any file system and any HTTP header takes it. */
  readonly fileName: string;
}

/** What PDF and XLSX need besides the model. */
export interface RenderingMeans {
  readonly documents?: DocumentRenderer;
  readonly signal?: AbortSignal;
}

const DOCUMENT_MEDIA_TYPES: Readonly<Record<DocumentFormatId, string>> = {
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
  const name = report.computation.criteria.length === 0 ? 'requirements' : 'report';
  const stem = `mailfit-${name}-${report.preparedOn}-${report.lang}`;
  const document = DOCUMENT_FORMATS.find((entry) => entry === format);
  if (document !== undefined) {
    const { documents, signal } = means;
    if (documents === undefined) throw new MailfitError('formatUnavailable', [document]);
    const bytes = await documents.render(report, document, signal);
    return { bytes, mediaType: DOCUMENT_MEDIA_TYPES[document], fileName: `${stem}.${document}` };
  }
  const chosen = TEXT_FORMATS.find((entry) => entry.id === format);
  if (chosen === undefined) throw new MailfitError('formatUnavailable', [format]);
  return {
    bytes: new TextEncoder().encode(chosen.render(report)),
    mediaType: chosen.mediaType,
    fileName: `${stem}.${chosen.extension}`,
  };
}
