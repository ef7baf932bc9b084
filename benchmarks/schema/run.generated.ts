// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

export type Count = number;
/**
 * Arrived more than lateAfterMs after the acknowledgement; also counted where it belongs otherwise.
 */
export type Count1 = number;
/**
 * Arrived although it was never acknowledged.
 */
export type Count2 = number;
/**
 * Of the ambiguous ones: arrived after all.
 */
export type Count3 = number;
export type Verdict = 'valid' | 'generatorBound' | 'policyBound' | 'aborted';
/**
 * Reached the stage.
 */
export type Count4 = number;
/**
 * Turned away, lost or timed out before the stage.
 */
export type Count5 = number;
/**
 * Closed by the server while they were held.
 */
export type Count6 = number;

/**
 * What a load run measured. Fields may be added, never renamed without a new number in `schema`.
 */
export interface RunResult {
  schema: 'mailfit.run/1';
  target: string;
  plan: {
    seed: number;
    [k: string]: unknown;
  };
  startedAt: string;
  durationSec: number;
  requestedRatePerSec: number | null;
  achievedRatePerSec: number;
  messages: RunMessages;
  recipients: RunRecipients;
  connections: RunConnections;
  bytes: RunBytes;
  phases: RunPhases;
  transaction: RunTransaction;
  errors: RunError[];
  ledger: RunLedger;
  generator: RunGenerator;
  server: RunServer;
  series: RunSecond[];
  notices: RunNotice[];
  environment: RunEnvironment;
  verdict: Verdict;
  verdictReason: string | null;
  thresholds: RunThreshold[];
  hold?: RunHold;
  /**
   * Of a plan with several classes of clients: each one's share of the figures above.
   */
  classes?: RunClass[];
}
export interface RunMessages {
  offered: Count;
  sent: Count;
  accepted: Count;
  rejected: Count;
  failed: Count;
  ambiguous: Count;
  dropped: Count;
}
export interface RunRecipients {
  accepted: Count;
  refused: Count;
}
export interface RunConnections {
  opened: Count;
  refused: Count;
  lost: Count;
  peak: Count;
  tlsFull: Count;
  tlsResumed: Count;
}
export interface RunBytes {
  sent: Count;
  received: Count;
}
export interface RunPhases {
  connect: Latency;
  banner: Latency;
  ehlo: Latency;
  starttls: Latency;
  tls: Latency;
  auth: Latency;
  mail: Latency;
  rcpt: Latency;
  data: Latency;
  finalDot: Latency;
  rset: Latency;
  quit: Latency;
}
export interface Latency {
  count: Count;
  minUs: number;
  meanUs: number;
  p50Us: number;
  p90Us: number;
  p95Us: number;
  p99Us: number;
  p999Us: number;
  maxUs: number;
}
/**
 * responseTime runs from the planned start, serviceTime from the actual one.
 */
export interface RunTransaction {
  responseTime: LatencyWithSpectrum;
  serviceTime: LatencyWithSpectrum;
}
export interface LatencyWithSpectrum {
  count: Count;
  minUs: number;
  meanUs: number;
  p50Us: number;
  p90Us: number;
  p95Us: number;
  p99Us: number;
  p999Us: number;
  maxUs: number;
  /**
   * The whole distribution at rising percentiles, for pictures and comparisons.
   */
  spectrum: SpectrumPoint[];
}
export interface SpectrumPoint {
  percentile: number;
  valueUs: number;
}
export interface RunError {
  phase:
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
    | 'quit'
    | 'idle';
  replyCode: number | null;
  enhancedCode: string | null;
  class:
    | 'permanent'
    | 'transient'
    | 'throttle'
    | 'greylist'
    | 'policy'
    | 'capacity'
    | 'auth'
    | 'tls'
    | 'network'
    | 'timeout'
    | 'protocolViolation'
    | 'generatorFault';
  count: Count;
  sample: string;
  firstSeenSec: number;
  lastSeenSec: number;
  /**
   * What was said about the first message it happened to: C: client, S: server.
   */
  transcript?: string[];
}
export interface RunLedger {
  /**
   * False when nobody on the far side could count.
   */
  checked: boolean;
  exactlyOnce?: Count;
  lost: Count;
  duplicated: Count;
  corrupted: Count;
  late?: Count1;
  lateAfterMs?: number;
  unexpected?: Count2;
  ambiguousArrived?: Count3;
  deliveryLatency?: Latency1;
}
/**
 * From the server's acknowledgement to the arrival at the far end; 0 where it arrived first.
 */
export interface Latency1 {
  count: Count;
  minUs: number;
  meanUs: number;
  p50Us: number;
  p90Us: number;
  p95Us: number;
  p99Us: number;
  p999Us: number;
  maxUs: number;
}
export interface RunGenerator {
  cpuSec: number;
  cpuUsPerMessage: number | null;
  scheduleLagUs: Latency;
  loopDelayMs: LoopDelay;
  /**
   * Of the busiest thread.
   */
  loopUtilization: number;
  peakRssBytes: Count;
  bound: boolean;
  /**
   * The generator's own ceiling on this machine, against the null sink in the same way of sending.
   */
  calibratedRatePerSec?: number | null;
  /**
   * Why there is no ceiling: it was not asked for, the run only held connections, or the null sink cannot be sent to in this way.
   */
  noCeilingReason?: 'notAsked' | 'sendsNoMail' | 'notMeasurable' | null;
  workers: number;
}
export interface LoopDelay {
  p50: number;
  p99: number;
  max: number;
}
export interface RunServer {
  banner: string;
  capabilities: string[];
  tls: null | RunTls;
}
export interface RunTls {
  version: string;
  cipher: string;
}
export interface RunSecond {
  atSec: number;
  offered: Count;
  accepted: Count;
  rejected: Count;
  failed: Count;
  dropped: Count;
  openConnections: Count;
  finalDotP50Us: number;
  finalDotP99Us: number;
  responseP99Us: number;
}
/**
 * Something the reader of the figures must know, recognised by the harness.
 */
export interface RunNotice {
  id: string;
  text: NoticeText;
}
export interface NoticeText {
  en: string;
  ja: string;
}
export interface RunEnvironment {
  mailfit: string;
  node: string;
  kernel: string;
  cpu: string;
  cpuCount: number;
}
export interface RunThreshold {
  expression: string;
  passed: boolean;
  actual: number | null;
}
/**
 * Of a run that held connections: how many the server admitted, and how the generator fared.
 */
export interface RunHold {
  requested: Count;
  stage: 'banner' | 'ehlo' | 'tls' | 'auth';
  admitted: Count4;
  refused: Count5;
  lost: Count6;
  peakHeld: Count;
  heldAtEnd: Count;
  /**
   * How many had been opened before the first one that was refused; null when none was.
   */
  firstRefusalAtHeld: number | null;
  admission: Latency;
  openedPerSec: number;
  /**
   * Growth of this process's memory for each connection held.
   */
  generatorBytesPerConnection: number | null;
}
export interface RunClass {
  name: string;
  messages: RunMessages;
  responseTime: Latency;
  finalDot: Latency;
}
