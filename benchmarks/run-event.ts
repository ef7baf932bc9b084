// What a run tells while it goes on: when it starts, once a second, when something new goes wrong, and at its end.

import type { RunResult } from './schema/run.generated.ts';

export type RunEvent =
  | {
      readonly kind: 'started';
      readonly target: string;
      readonly startedAt: string;
      readonly requestedRatePerSec: number | null;
    }
  | RunProgress
  /** The first error of its kind, with what was said. */
  | { readonly kind: 'firstError'; readonly atSec: number; readonly error: RunResult['errors'][number] }
  | {
      readonly kind: 'notice';
      readonly id: string;
      readonly text: { readonly en: string; readonly ja: string };
    }
  | { readonly kind: 'finished'; readonly result: RunResult };

/** Counts since the start of the measurement; rate and latencies of the last second. */
export interface RunProgress {
  readonly kind: 'progress';
  readonly atSec: number;
  readonly offered: number;
  readonly sent: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly failed: number;
  readonly ambiguous: number;
  readonly dropped: number;
  readonly openConnections: number;
  readonly ratePerSec: number;
  readonly finalDotP50Us: number;
  readonly finalDotP99Us: number;
  readonly responseP99Us: number;
  readonly errors: number;
  /** Errors of each class since the start; a class that did not occur is left out. */
  readonly errorsByClass: Readonly<Partial<Record<RunResult['errors'][number]['class'], number>>>;
}
