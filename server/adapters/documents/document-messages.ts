// What travels between the thread that answers requests and the threads that make documents.

import type { Report } from '../../reports/report.generated.ts';
import type { DocumentFormatId } from '../../usecases/document-renderer.ts';

export interface DocumentJob {
  readonly report: Report;
  readonly format: DocumentFormatId;
}

export type DocumentReply =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };
