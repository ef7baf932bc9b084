// The rows as both databases hold them: texts and whole numbers only, so that one set of migrations serves both.

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
}

export interface RunEventTable {
  readonly run_id: string;
  readonly event_id: number;
  readonly event_json: string;
}

export interface Tables {
  readonly evaluation: EvaluationTable;
  readonly answer: AnswerTable;
  readonly opinion: OpinionTable;
  readonly run: RunTable;
  readonly run_event: RunEventTable;
}
