// The port for making documents away from the process that answers requests: what a use case asks of it.

import type { FrameworkClauses } from '../core/rfp/clauses.ts';
import type { Lang } from '../core/text/localized.ts';
import type { Report } from '../reports/report.generated.ts';
import type { VersionRecord } from './version-store.ts';

export const REPORT_FORMATS = ['html', 'pdf', 'xlsx', 'csv', 'md', 'json'] as const;
export type ReportFormatId = (typeof REPORT_FORMATS)[number];

export const DOCUMENT_FORMATS = ['pdf', 'xlsx'] as const;
export type DocumentFormatId = (typeof DOCUMENT_FORMATS)[number];

export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** ASCII letters, digits, dots and hyphens only, so that any file system and any HTTP header takes it. */
  readonly fileName: string;
}

/** A state of an evaluation whose documents are texts: they pass through the server without being read. */
export interface StateTexts {
  /** Null for a state that nobody has frozen. */
  readonly record: VersionRecord | null;
  /** Versions up to this state, oldest first. */
  readonly history: readonly VersionRecord[];
  /** `EvaluationInputs` and `Recommendation` as JSON. */
  readonly inputs: string;
  readonly recommendation: string;
}

/** What a document on an evaluation is made from. */
export interface DocumentSource {
  readonly document: 'report' | 'requirements';
  readonly state: StateTexts;
  readonly lang: Lang;
  readonly clauses: FrameworkClauses;
}

export interface Making {
  readonly signal: AbortSignal;
  /** What is in the document is settled; from now on it is set in type. */
  onTypesetting(): void;
}

/** Whatever is aborted rejects with the signal's reason, also while it still waits for its turn. */
export interface DocumentRenderer {
  /** The recommendation as JSON, for inputs and the catalogue and model they count on, all as JSON. */
  compute(inputs: string, basis: string): Promise<string>;
  /** The whole file from a state of an evaluation. Throws as `render` does. */
  compose(source: DocumentSource, format: ReportFormatId, making: Making): Promise<ReportFile>;
  /** The file's bytes from a model. Throws MailfitError `formatUnavailable` where this platform has no typesetter. */
  render(report: Report, format: DocumentFormatId, signal?: AbortSignal): Promise<Uint8Array>;
  /** Ends every process; what is under way is rejected. */
  close(): Promise<void>;
}
