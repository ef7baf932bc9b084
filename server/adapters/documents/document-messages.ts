// What travels between the process that answers requests and those that make documents. Large things travel as one
// text, which crosses faster than a tree of objects.

export interface TypesettingJob {
  /** The template, and the report as the JSON that it reads. */
  readonly source: string;
  readonly input: string;
  readonly fontPaths: readonly string[];
}

export interface WorkbookJob {
  readonly reportJson: string;
}

export type DocumentReply =
  | { readonly kind: 'made'; readonly bytes: Uint8Array; readonly peakRssBytes: number }
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };
