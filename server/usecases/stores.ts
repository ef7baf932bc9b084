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
  /** The evaluation is frozen; nothing was saved. Reopening it takes a name and a reason. */
  | { readonly kind: 'frozen'; readonly evaluation: Evaluation }
  /** Somebody else changed these questions after the version the change was based on; nothing was saved. */
  | { readonly kind: 'conflict'; readonly evaluation: Evaluation; readonly questionIds: readonly string[] };

export type RemoveOutcome = 'removed' | 'notFound' | 'frozen';

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
  /** With its answers, the weights that people gave and the tender rule, but without what vendors declared or bid. */
  copy(id: string, title: string): Promise<Evaluation | null>;
  /** For good, with everything that belongs to it. Refused once a version of it was frozen. */
  remove(id: string): Promise<RemoveOutcome>;
}

/** `parked`: it waited when the server was restarted, and waits for a person's word now. */
export type RunStatus =
  'queued' | 'parked' | 'running' | 'finished' | 'refused' | 'failed' | 'interrupted' | 'cancelled';

/** `run` sends mail, `connections` holds connections, `capacity` searches the highest sustainable rate. */
export type RunKind = 'run' | 'connections' | 'capacity';

/** What the harness returns and tells; the store keeps it as it came. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface StoredRun {
  readonly id: string;
  readonly target: string;
  /** The option whose evidence this run is; null when it stands for itself. */
  readonly providerId: string | null;
  /** The candidate it was made for; kept when the candidate is deleted. */
  readonly candidateId: string | null;
  readonly kind: RunKind;
  /** Runs that were asked for together, to be compared; they never run at the same time. */
  readonly groupId: string | null;
  /** The organisation whose peak the plan stands for. */
  readonly company: RunCompany | null;
  readonly plan: JsonObject;
  readonly status: RunStatus;
  /** While it waits: when it was asked for. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly result: JsonObject | null;
  /** One sentence on why there is no result; null otherwise. */
  readonly failure: string | null;
}

export interface RunCompany {
  readonly evaluationId: string;
  readonly title: string;
  /** Peak, sessions and mean size, as the sizing gave them. */
  readonly demand: {
    readonly smtpInPeakPerSec: number;
    readonly 'smtpSlots_B0.1pct': number;
    readonly avgMsgKiB: number;
  };
}

export interface StoredRunEvent {
  /** 1, 2, 3 … within its run; viewers resume after the last one they saw. */
  readonly id: number;
  readonly event: JsonObject;
}

export type RunEnd = Pick<StoredRun, 'result' | 'failure'> & {
  readonly status: 'finished' | 'refused' | 'failed' | 'interrupted';
  readonly finishedAt: string;
};

export interface RunFilter {
  readonly providerId?: string;
  readonly target?: string;
  readonly candidateId?: string;
  readonly groupId?: string;
  readonly status?: RunStatus;
  /** Only runs that stand as evidence for some option. */
  readonly isEvidence?: true;
  readonly limit: number;
}

export type NewRun = Pick<StoredRun, 'target' | 'providerId' | 'plan' | 'startedAt'> &
  Partial<Pick<StoredRun, 'id' | 'candidateId' | 'kind' | 'groupId' | 'company'>> & {
    /** Default `running`. */
    readonly status?: 'queued' | 'running';
  };

export interface RunStore {
  create(input: NewRun): Promise<StoredRun>;
  /** Takes a run out of the queue to start it; false when somebody cancelled it meanwhile. */
  begin(runId: string, startedAt: string): Promise<boolean>;
  /** Ends a run that waits; false when it does not. */
  cancel(runId: string, at: string): Promise<boolean>;
  /** Queued and parked runs, in the order in which they were asked for. */
  waiting(): Promise<readonly StoredRun[]>;
  /** Called at start: what waited in the queue waits for a person now. Resolves to how many. */
  parkQueued(): Promise<number>;
  /** Puts a parked run back into its place in the queue. */
  unpark(runId: string): Promise<boolean>;
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
