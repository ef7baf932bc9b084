// What the mutation tester and its threads say to each other.

/** The global that counts how often each mutant was reached, as a Uint32Array by id. */
export const HITS = '__mutationHits';

export interface WorkerStart {
  /** Instrumented TypeScript by absolute path. */
  readonly sources: Readonly<Record<string, string>>;
  readonly idCount: number;
  /** For a mutant that acts while modules are loaded. */
  readonly activeFromStart: string | null;
  readonly propertySeed: number;
  /** A property test stops after this time, still passed. */
  readonly propertyTimeMs: number;
}

export interface TestFilePlan {
  readonly file: string;
  /** Numbers of the tests in it; null for all. */
  readonly tests: readonly number[] | null;
  /** By test (-1: the import), how often the mutant may be reached in it before it counts as an endless loop. */
  readonly hitLimits: Readonly<Record<string, number>>;
}

export type MutationRequest =
  | { readonly kind: 'baseline'; readonly files: readonly string[] }
  | {
      readonly kind: 'mutant';
      readonly id: string;
      readonly files: readonly TestFilePlan[];
    };

export interface Baseline {
  readonly kind: 'baseline';
  readonly failed: readonly string[];
  /** By `file#test`. */
  readonly durationsMs: Readonly<Record<string, number>>;
  /** Mutants reached while modules were loaded. */
  readonly staticHits: Readonly<Record<string, number>>;
  /** By `file#test`, then by mutant; test -1 is the import of the file. */
  readonly hitsByTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface MutantVerdict {
  readonly kind: 'mutant';
  readonly id: string;
  /** File and name of the test that failed; null when the mutant survived. */
  readonly killer: string | null;
}

export type MutationReply = Baseline | MutantVerdict;
