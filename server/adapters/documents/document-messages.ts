// What travels between the process that answers requests and those that make documents. Large things travel as one
// text, which crosses faster than a tree of objects.

import type { DocumentSource, ReportFile, ReportFormatId } from '../../usecases/document-renderer.ts';

export interface TypesettingJob {
  /** The template, and the report as the JSON that it reads. */
  readonly source: string;
  readonly input: string;
  readonly fontPaths: readonly string[];
}

export interface WorkbookJob {
  readonly reportJson: string;
}

export interface ComputingJob {
  /** JSON texts, as the port takes them. */
  readonly inputs: string;
  readonly basis: string;
}

export interface ComposingJob {
  readonly source: DocumentSource;
  readonly format: ReportFormatId;
}

/** What came of a job. */
export type Done =
  | { readonly kind: 'made'; readonly bytes: Uint8Array; readonly peakRssBytes: number }
  | { readonly kind: 'composed'; readonly file: ReportFile; readonly peakRssBytes: number }
  /** The model is built; only the typesetter is missing. */
  | { readonly kind: 'toTypeset'; readonly job: TypesettingJob; readonly words: Omit<ReportFile, 'bytes'> }
  | { readonly kind: 'computed'; readonly recommendation: string };

export type DocumentReply =
  | Done
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };
