// What travels between the process that answers requests and those that make documents. Large things travel as one
// text, which crosses faster than a tree of objects.

import type { ReportFormatId } from '../../usecases/document-renderer.ts';

export interface TypesettingJob {
  /** The template, and the report as the JSON that it reads. */
  readonly source: string;
  readonly input: string;
  readonly fontPaths: readonly string[];
}

export interface WorkbookJob {
  readonly reportJson: string;
}

export interface ComposingJob {
  readonly inputJson: string;
  readonly format: ReportFormatId;
}

export type DocumentReply =
  | { readonly kind: 'made'; readonly bytes: Uint8Array; readonly peakRssBytes: number }
  /** The model is built; only the typesetter is missing. */
  | { readonly kind: 'toTypeset'; readonly job: TypesettingJob }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };
