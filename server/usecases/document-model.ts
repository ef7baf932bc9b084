// What a document on an evaluation says, from the state that it shows.

import { createHash } from 'node:crypto';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { EvaluationVersion, ReportInput, VersionShown } from '../reports/report-input.ts';
import { buildReportModel } from '../reports/report-model.ts';
import type { Report } from '../reports/report.generated.ts';
import { requirementList } from '../reports/rfp/requirement-list.ts';
import type { DocumentSource, StateTexts } from './document-renderer.ts';
import type { EvaluationInputs } from './evaluation-inputs.ts';
import type { FrozenVersion, WorkingState } from './evaluation-versions.ts';
import { reportRunsOf } from './report-runs.ts';
import type { VersionRecord } from './version-store.ts';

/** The report, or the list of requirements for a tender. */
export function documentModel({ document, state, lang, clauses }: DocumentSource): Report {
  const read = stateOf(state);
  if (document === 'report') return buildReportModel({ ...reportInputOf(read), lang });
  const { recommendation, inputs } = read;
  return requirementList({ recommendation, clauses, title: inputs.title, lang });
}

// Written by this program, and checked against its hash where it was kept.
function stateOf({ record, history, inputs, recommendation }: StateTexts): FrozenVersion | WorkingState {
  return {
    record,
    history,
    inputs: JSON.parse(inputs) as EvaluationInputs,
    recommendation: JSON.parse(recommendation) as Recommendation,
  };
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

// Names the evaluation on paper. Its id would open it to every reader of a report, so it is never printed.
function evaluationReference(evaluationId: string): string {
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
