// The port for formats that need a typesetter or an archive: what a use case asks of them.

import type { ReportInput } from '../reports/report-input.ts';
import type { Report } from '../reports/report.generated.ts';

export const REPORT_FORMATS = ['html', 'pdf', 'xlsx', 'csv', 'md', 'json'] as const;
export type ReportFormatId = (typeof REPORT_FORMATS)[number];

export const DOCUMENT_FORMATS = ['pdf', 'xlsx'] as const;
export type DocumentFormatId = (typeof DOCUMENT_FORMATS)[number];

export interface DocumentRenderer {
  /**
   * The file's bytes, made away from the process that answers requests. Throws MailfitError `formatUnavailable` where
   * this platform has no typesetter; rejects with the signal's reason when it is aborted, also while still waiting.
   */
  render(report: Report, format: DocumentFormatId, signal?: AbortSignal): Promise<Uint8Array>;
  /**
   * The file from the input of the report, in any format; the model too is built away from the process that answers
   * requests. The same bytes as from the model built here. Throws and rejects as `render` does.
   */
  compose(input: ReportInput, format: ReportFormatId, signal?: AbortSignal): Promise<Uint8Array>;
  /** Ends every process; what is under way is rejected. */
  close(): Promise<void>;
}
