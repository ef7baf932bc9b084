// The rows as both databases hold them: texts and whole numbers only, so that one set of migrations serves both.

import type { AccessTables } from './access-tables.ts';
import type { VersionTables } from './version-tables.ts';

export interface EvaluationTable {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface AnswerTable {
  readonly evaluation_id: string;
  readonly question_id: string;
  /** The text `null` marks an answer that was taken back; the row stays so that a late writer is noticed. */
  readonly value_json: string;
  /** Version of the evaluation in which this answer last changed. */
  readonly version: number;
}

export interface OpinionTable {
  readonly id: string;
  readonly evaluation_id: string;
  /** 1, 2, 3 … within the evaluation: the order in which people were asked. */
  readonly position: number;
  readonly name: string;
  readonly method: string;
  readonly drafts_json: string;
  readonly given_at: string | null;
  readonly updated_at: string;
}

export interface EvaluationTenderTable {
  readonly evaluation_id: string;
  readonly revision: number;
  readonly statement_json: string;
  readonly changed_at: string;
}

export interface RunTable {
  readonly id: string;
  readonly target: string;
  readonly provider_id: string | null;
  readonly plan_json: string;
  readonly status: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly result_json: string | null;
  readonly failure: string | null;
  readonly candidate_id: string | null;
  readonly kind: string;
  readonly group_id: string | null;
  readonly company_json: string | null;
  /** Place in the queue, growing; 0 for a run that never waited. */
  readonly queue_no: number;
}

export interface CandidateTable {
  readonly id: string;
  readonly name: string;
  readonly endpoint: string;
  readonly tls: string;
  /** 1 or 0. */
  readonly tls_verify: number;
  readonly provider_id: string | null;
  readonly notes: string;
  readonly auth_mechanism: string | null;
  readonly auth_user: string | null;
  /** Sealed by the secret box; never the password itself. */
  readonly sealed_secret: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface RunEventTable {
  readonly run_id: string;
  readonly event_id: number;
  readonly event_json: string;
}

export interface Tables extends AccessTables, VersionTables {
  readonly evaluation: EvaluationTable;
  readonly answer: AnswerTable;
  readonly opinion: OpinionTable;
  readonly evaluation_tender: EvaluationTenderTable;
  readonly run: RunTable;
  readonly run_event: RunEventTable;
  readonly candidate: CandidateTable;
}
