// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Only found and ceilingReached carry a capacity.
 */
export type CapacityVerdict =
  | 'found'
  | 'ceilingReached'
  | 'nothingPassed'
  | 'policyBound'
  | 'generatorBound'
  | 'aborted'
  | 'trialsUsedUp';
/**
 * @minItems 2
 * @maxItems 2
 */
export type Range = [number, number];

/**
 * The highest rate at which a target keeps its service-level objective, with bounds.
 */
export interface CapacityResult {
  schema: 'mailfit.capacity/1';
  target: string;
  /**
   * Threshold expressions that a passing trial keeps.
   */
  objective: string[];
  seed: number;
  /**
   * Everything that was asked for, with the defaults: the same search again.
   */
  plan?: {
    [k: string]: unknown;
  };
  environment?: CapacityEnvironment;
  server?: CapacityServer;
  startedAt: string;
  verdict: CapacityVerdict;
  verdictReason: string | null;
  /**
   * Passed at full length.
   */
  lowerRatePerSec: number | null;
  /**
   * Failed.
   */
  upperRatePerSec: number | null;
  /**
   * Failed at full length, not only in a short trial.
   */
  isUpperConfirmed: boolean;
  /**
   * What the generator itself reaches on this machine, against the null sink in the same way of sending; null where it was not measured.
   */
  generatorCeilingPerSec?: number | null;
  trials: CapacityTrial[];
  /**
   * Full-length trials at 80, 100 and 120 % of the capacity.
   */
  certificate: CertificateRow[];
  scalability: null | Scalability;
  /**
   * Where the points of the law end before the numbers that were asked for: from so many sessions on, something else than the target was the limit.
   */
  scalabilityEnd?: null | ScalabilityEnd;
  notices: CapacityNotice[];
}
export interface CapacityEnvironment {
  mailfit: string;
  node: string;
  kernel: string;
  cpu: string;
  cpuCount: number;
}
export interface CapacityServer {
  banner: string;
  capabilities: string[];
  [k: string]: unknown;
}
export interface CapacityTrial {
  ratePerSec: number;
  length: 'short' | 'full';
  verdict: 'pass' | 'fail' | 'unfit';
  /**
   * The first criterion that was missed.
   */
  reason: string | null;
  achievedRatePerSec: number;
  finalDotP99Us: number;
  responseP99Us: number;
  errorShare: number;
  droppedShare: number;
  isBacklogGrowing: boolean;
  generator?: TrialGenerator;
}
export interface TrialGenerator {
  cpuSec: number;
  loopUtilization: number;
  loopDelayP99Ms: number;
  scheduleLagP99Us: number;
  peakRssBytes: number;
}
export interface CertificateRow {
  percent: number;
  trial: CapacityTrial;
}
/**
 * Universal scalability law over the number of sessions of a closed loop.
 */
export interface Scalability {
  points: ScalabilityPointFigures[];
  lambda: number;
  alpha: number;
  beta: number;
  rSquared: number;
  peak: null | ScalabilityPeak;
  ranges: ScalabilityRanges;
  isExtrapolated: boolean;
}
export interface ScalabilityPointFigures {
  sessions: number;
  ratePerSec: number;
}
export interface ScalabilityPeak {
  sessions: number;
  ratePerSec: number;
}
/**
 * Lowest and highest value when one point is left out.
 */
export interface ScalabilityRanges {
  lambda: Range;
  alpha: Range;
  beta: Range;
}
export interface ScalabilityEnd {
  sessions: number;
  reason: string;
}
export interface CapacityNotice {
  id: string;
  text: CapacityNoticeText;
}
export interface CapacityNoticeText {
  en: string;
  ja: string;
}
