// What the main thread and the load threads say to each other. Histograms travel encoded and are merged; counters travel
// once a second, never per message.

import type { ResolvedPlan } from '../load/resolved-plan.ts';
import type { WorkerShare } from '../load/make-source.ts';
import type { CheckedTarget } from '../safety/guard.ts';
import type { Counters } from '../stats/counters.ts';
import type { ErrorRow } from '../stats/error-table.ts';
import type { EncodedHistogram } from '../stats/latency-histogram.ts';
import type { Second, ServerDescription } from '../stats/recorder.ts';

/** Given to a thread before a run. */
export interface ThreadStart {
  readonly plan: ResolvedPlan;
  readonly share: WorkerShare;
  /** Number of the thread in the run; it stands in the tokens of its messages. */
  readonly worker: number;
  readonly className: string;
  readonly checked: CheckedTarget;
  readonly runId: string;
  /** Time of the Date header. */
  readonly dateMs: number;
  readonly tlsCa: string | null;
  readonly secret: string | null;
  /** Keep what became of each message, for a comparison with a ledger. */
  readonly isOutcomeLogged: boolean;
}

export type ThreadCommand =
  /** Compose the mail of a run and say `ready`. The run before it is over. */
  | { readonly kind: 'prepare'; readonly start: ThreadStart }
  /** The clock of the run starts at this instant, in milliseconds since 1970. */
  | { readonly kind: 'begin'; readonly epochMs: number }
  /** Close every socket now. */
  | { readonly kind: 'stop' };

export interface HoldSummary {
  readonly admitted: number;
  readonly refused: number;
  readonly lost: number;
  readonly peakHeld: number;
  readonly heldAtEnd: number;
  readonly firstRefusalAtHeld: number | null;
  readonly admission: EncodedHistogram;
  readonly openedSec: number;
  readonly memoryGrowthBytes: number;
}

export interface ThreadSummary {
  readonly worker: number;
  readonly className: string;
  /** Null for a thread that sends mail. */
  readonly hold: HoldSummary | null;
  readonly counters: Counters;
  readonly phases: readonly EncodedHistogram[];
  readonly responseTime: EncodedHistogram;
  readonly serviceTime: EncodedHistogram;
  readonly scheduleLag: EncodedHistogram;
  readonly errors: readonly ErrorRow[];
  readonly server: ServerDescription;
  readonly lastEndUs: number;
  /** Connections that were refused at the end, after which none was opened and no message accepted. */
  readonly refusedAtEnd: number;
  readonly cpuSec: number;
  readonly loopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly loopUtilization: number;
  /** How many sequence numbers were used. */
  readonly nextSequence: number;
  /** By sequence number, see OUTCOME_CODE; empty unless asked for. */
  readonly outcomes: Uint8Array;
  /** By sequence number: how many recipients the server accepted. */
  readonly recipientsAccepted: Uint16Array;
  /** By sequence number: when the outcome was known, in milliseconds since 1970. */
  readonly endedAtMs: Float64Array;
}

export type ThreadEvent =
  | { readonly kind: 'ready' }
  | { readonly kind: 'tick'; readonly second: Second }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'done'; readonly summary: ThreadSummary };
