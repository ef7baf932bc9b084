// A document on an evaluation, from the stores to the file: the report, or the list of requirements for a tender.
// Computing and composing happen behind the renderer's port, so that what answers requests only passes texts on.

import type { Lang } from '../core/text/localized.ts';
import type { DocumentRenderer, DocumentSource, ReportFile, ReportFormatId } from './document-renderer.ts';
import type { InputDeps } from './evaluation-inputs.ts';
import { stateTextsAt } from './evaluation-versions.ts';
import type { ComputeText } from './evaluation-versions.ts';
import type { ExportProgress } from './export-board.ts';
import type { Evaluation } from './stores.ts';
import type { VersionStore } from './version-store.ts';

export interface WantedDocument extends WantedReport {
  readonly document: DocumentSource['document'];
}

export interface WantedReport {
  readonly format: ReportFormatId;
  readonly lang: Lang;
  /** A frozen version; null for the frozen one if it is frozen, else for the state of now. */
  readonly version: number | null;
}

export interface DocumentDeps extends InputDeps {
  readonly versions: VersionStore;
  readonly computeText: ComputeText;
  readonly documents: DocumentRenderer;
}

/** Throws MailfitError `notFound` for a version that does not exist, `formatUnavailable` where it cannot be made. */
export async function makeDocument(
  deps: DocumentDeps,
  evaluation: Evaluation,
  wanted: WantedDocument,
  progress: ExportProgress,
): Promise<ReportFile> {
  const { document, lang, format } = wanted;
  progress.onStep('computing');
  const state = await stateTextsAt(deps, evaluation, wanted.version);
  progress.signal.throwIfAborted();
  progress.onStep('composing');
  const { clauses } = deps.basis.reference;
  return deps.documents.compose({ document, state, lang, clauses }, format, {
    signal: progress.signal,
    onTypesetting: () => progress.onStep('rendering'),
  });
}

/** The report alone. Throws as `makeDocument` does. */
export async function makeReport(
  deps: DocumentDeps,
  evaluation: Evaluation,
  wanted: WantedReport,
  progress: ExportProgress,
): Promise<ReportFile> {
  return makeDocument(deps, evaluation, { ...wanted, document: 'report' }, progress);
}
