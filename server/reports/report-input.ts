// What a report is made from. Everything comes in as values, so the same input makes the same bytes, today and later.

import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { Lang, LocalizedText } from '../core/text/localized.ts';

export interface ReportInput {
  readonly recommendation: Recommendation;
  /** Finished benchmark runs that belong to the evaluation, in the order in which they are shown. */
  readonly runs: readonly ReportRun[];
  readonly lang: Lang;
  /** The organisation or project, as the reader typed it. */
  readonly title?: string;
  readonly evaluation?: EvaluationVersion;
  readonly productVersion?: string;
}

/** Which state of an evaluation the report shows. */
export interface EvaluationVersion {
  /** Names the evaluation without opening it. */
  readonly reference: string;
  /** Grows with every saved answer. */
  readonly answersVersion: number;
  readonly savedAt: string;
  /** The frozen version that the report shows, with the SHA-256 of what was kept; null for a state nobody has frozen. */
  readonly frozen: (VersionShown & { readonly hashes: Readonly<Record<string, string>> }) | null;
  /** Every version up to this one, oldest first. */
  readonly history: readonly VersionShown[];
  /** What vendors declared, in the order in which it came in. */
  readonly vendorSheets: readonly VendorSheetShown[];
}

export interface VersionShown {
  readonly number: number;
  readonly cause: 'frozen' | 'vendor-answers' | 'bids';
  readonly madeAt: string;
  readonly madeBy: string;
  readonly reason: string;
}

export interface VendorSheetShown {
  readonly optionId: string;
  readonly vendor: string;
  readonly answeredOn: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly takenAt: string;
  readonly takenBy: string;
}

/** A run with the option whose evidence it is; null where it stands for itself. */
export interface ReportRun {
  readonly id: string;
  readonly optionId: string | null;
  readonly result: BenchmarkRun;
}

export interface LatencySummary {
  readonly count?: number;
  readonly p50Us?: number;
  readonly p90Us?: number;
  readonly p99Us?: number;
  readonly p999Us?: number;
  readonly maxUs?: number;
  /** The whole distribution at rising percentiles, where the run kept it. */
  readonly spectrum?: readonly { readonly percentile: number; readonly valueUs: number }[];
}

export type PhaseName =
  | 'connect'
  | 'banner'
  | 'ehlo'
  | 'starttls'
  | 'tls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'finalDot'
  | 'rset'
  | 'quit';

/** What a report reads of `mailfit.run/1`; whatever else the document holds does not matter here. */
export interface BenchmarkRun {
  readonly target: string;
  readonly startedAt: string;
  readonly durationSec: number;
  readonly plan: Readonly<Record<string, unknown>>;
  readonly requestedRatePerSec: number | null;
  readonly achievedRatePerSec: number;
  readonly messages: Readonly<
    Record<'offered' | 'sent' | 'accepted' | 'rejected' | 'failed' | 'ambiguous' | 'dropped', number>
  >;
  readonly connections: { readonly opened: number; readonly refused: number; readonly peak: number };
  readonly phases: Readonly<Partial<Record<PhaseName, LatencySummary>>>;
  readonly transaction: { readonly responseTime: LatencySummary; readonly serviceTime: LatencySummary };
  readonly errors: readonly RunError[];
  readonly ledger?: {
    readonly checked: boolean;
    readonly lost: number;
    readonly duplicated: number;
    readonly corrupted: number;
  } | null;
  readonly generator: { readonly bound: boolean };
  readonly server: { readonly banner?: string | null; readonly capabilities?: readonly string[] };
  readonly verdict: 'valid' | 'generatorBound' | 'policyBound' | 'aborted';
  readonly thresholds: readonly { readonly expression: string; readonly passed: boolean }[];
  readonly notices?: readonly { readonly text: LocalizedText }[];
  /** One entry per second: how many messages were accepted in it. */
  readonly series?: readonly { readonly atSec: number; readonly accepted: number }[];
}

export interface RunError {
  readonly phase: string;
  readonly replyCode?: number | null;
  readonly enhancedCode?: string | null;
  readonly class?: string;
  readonly count: number;
  readonly sample?: string;
}
