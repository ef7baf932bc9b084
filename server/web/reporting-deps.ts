// What the pages on reports, versions and vendors' answers need from outside, beside what all pages need.

import type { SpreadsheetFiles } from '../usecases/answer-sheets.ts';
import type { DocumentRenderer } from '../usecases/document-renderer.ts';
import type { Compute } from '../usecases/evaluation-inputs.ts';
import type { ComputeText } from '../usecases/evaluation-versions.ts';
import type { ExportBoard } from '../usecases/export-board.ts';
import type { WantedDocument } from '../usecases/make-document.ts';
import type { DecisionBasis } from '../usecases/recommend.ts';
import type { ReportMailer } from '../usecases/report-mailer.ts';
import type { TenderStore } from '../usecases/tender-store.ts';
import type { VendorAnswerStore, VersionStore } from '../usecases/version-store.ts';

export interface ReportingDeps {
  readonly versions: VersionStore;
  readonly vendorAnswers: VendorAnswerStore;
  readonly tenders: TenderStore;
  /** Catalogue and model of today. */
  readonly basis: DecisionBasis;
  readonly compute: Compute;
  readonly computeText: ComputeText;
  readonly productVersion: string;
  readonly documents: DocumentRenderer;
  readonly spreadsheets: SpreadsheetFiles;
  /** Null where the operator has not configured a mail server. */
  readonly mailer: ReportMailer | null;
  readonly exports: ExportBoard<WantedDocument>;
}
