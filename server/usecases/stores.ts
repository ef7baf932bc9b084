// The two stores that the use cases keep their work in. Adapters implement them; one contract test binds every adapter.

/** Null is "taken back": the person cleared the answer. The text `unknown` is "I don't know". */
export type StoredAnswer = string | number | boolean | readonly string[] | null;

export type StoredAnswers = Readonly<Record<string, StoredAnswer>>;

export interface Evaluation {
  /** At least 128 random bits: whoever knows it may read and edit the evaluation. */
  readonly id: string;
  readonly title: string;
  /** Grows by one with every save. */
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Answers that were taken back are left out. */
  readonly answers: StoredAnswers;
}

export type EvaluationSummary = Omit<Evaluation, 'answers'> & { readonly answerCount: number };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly evaluation: Evaluation }
  | { readonly kind: 'notFound' }
  /** Somebody else changed these questions after the version the change was based on; nothing was saved. */
  | { readonly kind: 'conflict'; readonly evaluation: Evaluation; readonly questionIds: readonly string[] };

export interface EvaluationStore {
  create(input: { readonly title: string; readonly answers?: StoredAnswers }): Promise<Evaluation>;
  get(id: string): Promise<Evaluation | null>;
  /**
   * Changes the given answers (one or many) and leaves the others alone. Once the promise resolves they survive a
   * kill. Without `basedOnVersion` the last writer wins.
   */
  saveAnswers(id: string, changes: StoredAnswers, basedOnVersion?: number): Promise<SaveOutcome>;
  rename(id: string, title: string): Promise<boolean>;
  /** Newest change first. */
  list(limit: number): Promise<readonly EvaluationSummary[]>;
  /** With its answers, and with the weights that people gave. */
  copy(id: string, title: string): Promise<Evaluation | null>;
  /** For good, with everything that belongs to it. */
  remove(id: string): Promise<boolean>;
}

export type RunStatus = 'running' | 'finished' | 'refused' | 'failed' | 'interrupted';

/** What the harness returns and tells; the store keeps it as it came. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface StoredRun {
  readonly id: string;
  readonly target: string;
  /** The option whose evidence this run is; null when it stands for itself. */
  readonly providerId: string | null;
  readonly plan: JsonObject;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly result: JsonObject | null;
  /** One sentence on why there is no result; null otherwise. */
  readonly failure: string | null;
}

export interface StoredRunEvent {
  /** 1, 2, 3 … within its run; viewers resume after the last one they saw. */
  readonly id: number;
  readonly event: JsonObject;
}

export type RunEnd = Pick<StoredRun, 'result' | 'failure'> & {
  readonly status: Exclude<RunStatus, 'running'>;
  readonly finishedAt: string;
};

export interface RunFilter {
  readonly providerId?: string;
  readonly target?: string;
  readonly status?: RunStatus;
  readonly limit: number;
}

export interface RunStore {
  create(
    input: Pick<StoredRun, 'target' | 'providerId' | 'plan' | 'startedAt'> & { readonly id?: string },
  ): Promise<StoredRun>;
  /** Resolves to the id the event got. */
  appendEvent(runId: string, event: JsonObject): Promise<number>;
  eventsAfter(runId: string, lastSeenId: number): Promise<readonly StoredRunEvent[]>;
  /** Only a running run can be finished; resolves to false otherwise, so a late second end changes nothing. */
  finish(runId: string, end: RunEnd): Promise<boolean>;
  get(runId: string): Promise<StoredRun | null>;
  /** Latest start first. */
  list(filter: RunFilter): Promise<readonly StoredRun[]>;
  /** One text per finished run that names an option, latest start first: which evidence there is, without reading it. */
  evidenceKeys(limit: number): Promise<readonly string[]>;
  /** Called at start, before any new run: what still says "running" was cut off. Resolves to how many. */
  markInterrupted(finishedAt: string): Promise<number>;
}
