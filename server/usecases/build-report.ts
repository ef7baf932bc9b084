// Makes the procurement report: input → model → one file. The same input gives the same bytes in every format.

import { MailfitError } from '../errors.ts';
import { TEXT_FORMATS } from '../reports/formats/text-formats.ts';
import type { Report } from '../reports/report.generated.ts';
import type { ReportInput } from '../reports/report-input.ts';
import { buildReportModel } from '../reports/report-model.ts';
import type { DocumentFormatId, DocumentRenderer, ReportFormatId } from './document-renderer.ts';
import { DOCUMENT_FORMATS } from './document-renderer.ts';

export { REPORT_FORMATS } from './document-renderer.ts';
export type { ReportFormatId } from './document-renderer.ts';

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

/** The same bytes, with everything made away from the process that answers requests. Throws as `buildReport` does. */
export async function buildReportApart(
  input: ReportInput,
  format: ReportFormatId,
  documents: DocumentRenderer,
  signal?: AbortSignal,
): Promise<ReportFile> {
  const { recommendation, lang } = input;
  const file = fileWords(format, {
    hasCriteria: recommendation.criteria.length > 0,
    preparedOn: recommendation.asOf,
    lang,
  });
  return { bytes: await documents.compose(input, format, signal), ...file };
}

/** Renders a model that is already there, for instance one that was read back from a JSON report. */
export async function renderReport(
  report: Report,
  format: ReportFormatId,
  means: RenderingMeans = {},
): Promise<ReportFile> {
  const file = fileWords(format, { ...report, hasCriteria: report.computation.criteria.length > 0 });
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

function fileWords(
  format: ReportFormatId,
  of: Pick<Report, 'preparedOn' | 'lang'> & { readonly hasCriteria: boolean },
): Omit<ReportFile, 'bytes'> {
  const stem = `mailfit-${of.hasCriteria ? 'report' : 'requirements'}-${of.preparedOn}-${of.lang}`;
  const text = TEXT_FORMATS.find((entry) => entry.id === format);
  if (text !== undefined) return { mediaType: text.mediaType, fileName: `${stem}.${text.extension}` };
  const document = DOCUMENT_FORMATS.find((entry) => entry === format);
  if (document === undefined) throw new MailfitError('formatUnavailable', [format]);
  return { mediaType: DOCUMENT_MEDIA_TYPES[document], fileName: `${stem}.${document}` };
}
