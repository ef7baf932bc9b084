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
  notices: CapacityNotice[];
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
export interface CapacityNotice {
  id: string;
  text: CapacityNoticeText;
}
export interface CapacityNoticeText {
  en: string;
  ja: string;
}
