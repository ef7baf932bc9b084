// The rows of frozen versions and of what vendors declared.

export interface SnapshotTable {
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  /** The text, compressed (gzip) and written in base64. */
  readonly packed: string;
}

export interface EvaluationVersionTable {
  readonly evaluation_id: string;
  /** 1, 2, 3 … within the evaluation. */
  readonly number: number;
  readonly cause: string;
  readonly made_at: string;
  readonly made_by: string;
  readonly reason: string;
  /** Version of the answers that it holds. */
  readonly answers_version: number;
  readonly inputs_hash: string;
  readonly catalogue_hash: string;
  readonly reference_hash: string;
  readonly recommendation_hash: string;
}

/** Present once an evaluation was frozen for the first time. */
export interface EvaluationStateTable {
  readonly evaluation_id: string;
  /** `frozen` or `reopened`. */
  readonly state: string;
  readonly changed_at: string;
  readonly changed_by: string;
  readonly reason: string;
}

export interface VendorAnswerTable {
  readonly id: string;
  readonly evaluation_id: string;
  /** 1, 2, 3 … within the evaluation: the order in which they were taken in. */
  readonly position: number;
  readonly option_id: string;
  readonly vendor: string;
  readonly answered_on: string;
  readonly facts_json: string;
  readonly file_name: string;
  readonly file_hash: string;
  readonly taken_at: string;
  readonly taken_by: string;
}

export interface VersionTables {
  readonly snapshot: SnapshotTable;
  readonly evaluation_version: EvaluationVersionTable;
  readonly evaluation_state: EvaluationStateTable;
  readonly vendor_answer: VendorAnswerTable;
}
