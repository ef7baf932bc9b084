// A document on an evaluation, from the stores to the file: the report, or the list of requirements for a tender.

import { createHash } from 'node:crypto';
import type { Lang } from '../core/text/localized.ts';
import type { EvaluationVersion, ReportInput, VersionShown } from '../reports/report-input.ts';
import { requirementList } from '../reports/rfp/requirement-list.ts';
import { buildReportApart, renderReport } from './build-report.ts';
import type { ReportFile, ReportFormatId } from './build-report.ts';
import type { DocumentRenderer } from './document-renderer.ts';
import type { FrozenVersion, VersionDeps, WorkingState } from './evaluation-versions.ts';
import { stateAt } from './evaluation-versions.ts';
import type { ExportProgress } from './export-board.ts';
import { reportRunsOf } from './report-runs.ts';
import type { Evaluation } from './stores.ts';
import type { VersionRecord } from './version-store.ts';

export interface WantedDocument extends WantedReport {
  readonly document: 'report' | 'requirements';
}

export interface WantedReport {
  readonly format: ReportFormatId;
  readonly lang: Lang;
  /** A frozen version; null for the frozen one if it is frozen, else for the state of now. */
  readonly version: number | null;
}

export type DocumentDeps = VersionDeps & { readonly documents: DocumentRenderer };

/** Throws MailfitError as `makeReport` does. */
export async function makeDocument(
  deps: DocumentDeps,
  evaluation: Evaluation,
  wanted: WantedDocument,
  progress: ExportProgress,
): Promise<ReportFile> {
  return wanted.document === 'report'
    ? makeReport(deps, evaluation, wanted, progress)
    : makeRequirementList(deps, evaluation, wanted, progress);
}

async function makeRequirementList(
  deps: DocumentDeps,
  evaluation: Evaluation,
  wanted: WantedReport,
  progress: ExportProgress,
): Promise<ReportFile> {
  progress.onStep('computing');
  const { inputs, recommendation } = await stateAt(deps, evaluation, wanted.version);
  progress.onStep('composing');
  const { clauses } = deps.basis.reference;
  const { title } = inputs;
  const list = requirementList({ recommendation, clauses, title, lang: wanted.lang });
  progress.onStep('rendering');
  return renderReport(list, wanted.format, { documents: deps.documents, signal: progress.signal });
}

/** Throws MailfitError `notFound` for a version that does not exist, `formatUnavailable` where it cannot be made. */
export async function makeReport(
  deps: DocumentDeps,
  evaluation: Evaluation,
  wanted: WantedReport,
  progress: ExportProgress,
): Promise<ReportFile> {
  progress.onStep('computing');
  const state = await stateAt(deps, evaluation, wanted.version);
  progress.signal.throwIfAborted();
  progress.onStep('composing');
  const input = reportInputOf(state);
  progress.onStep('rendering');
  const { documents } = deps;
  return buildReportApart({ ...input, lang: wanted.lang }, wanted.format, documents, progress.signal);
}

/** The same version gives the same input for ever: everything comes out of what was kept with it. */
export function reportInputOf(state: FrozenVersion | WorkingState): Omit<ReportInput, 'lang'> {
  const { inputs, recommendation } = state;
  const candidates = new Set(recommendation.options.map((option) => option.id));
  return {
    recommendation,
    runs: reportRunsOf(inputs.runs.filter((run) => candidates.has(run.providerId)).slice(0, RUNS_MAX)),
    title: inputs.title,
    evaluation: evaluationShown(state),
    productVersion: inputs.productVersion,
  };
}

const RUNS_MAX = 20;
const REFERENCE_LENGTH = 12;

/** Names the evaluation on paper. Its id would open it to every reader of a report, so it is never printed. */
export function evaluationReference(evaluationId: string): string {
  return createHash('sha256').update(evaluationId).digest('hex').slice(0, REFERENCE_LENGTH);
}

function evaluationShown({ record, history, inputs }: FrozenVersion | WorkingState): EvaluationVersion {
  return {
    reference: evaluationReference(inputs.evaluationId),
    answersVersion: inputs.answersVersion,
    savedAt: inputs.savedAt,
    frozen: record === null ? null : { ...versionShown(record), hashes: record.hashes },
    history: history.map(versionShown),
    vendorSheets: inputs.vendorSheets.map(({ answers, fileName, fileHash, takenAt, takenBy }) => ({
      optionId: answers.optionId,
      vendor: answers.vendor,
      answeredOn: answers.answeredOn,
      fileName,
      fileHash,
      takenAt,
      takenBy,
    })),
  };
}

function versionShown({ number, cause, madeAt, madeBy, reason }: VersionRecord): VersionShown {
  return { number, cause, madeAt, madeBy, reason };
}
