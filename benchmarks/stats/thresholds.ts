// Pass criteria that a person writes: `p99FinalDotMs<=500`, `errors<=0.1%`, `acceptedPerSec>=1000`, `lost==0`.

import { PHASES } from '../protocol/phases.ts';
import type { RunResult } from '../schema/run.generated.ts';

export type Comparison = '<=' | '>=' | '<' | '>' | '==';

export interface Threshold {
  readonly expression: string;
  readonly metric: string;
  readonly comparison: Comparison;
  readonly limit: number;
}

type Measured = Omit<RunResult, 'thresholds' | 'verdict' | 'verdictReason'>;
type LatencyField = (typeof LATENCY_FIELDS)[keyof typeof LATENCY_FIELDS];
type Metric = (result: Measured) => number | null;

const LATENCY_FIELDS = {
  mean: 'meanUs',
  p50: 'p50Us',
  p90: 'p90Us',
  p95: 'p95Us',
  p99: 'p99Us',
  p999: 'p999Us',
  max: 'maxUs',
} as const;

const METRICS: ReadonlyMap<string, Metric> = new Map<string, Metric>([
  // Of everything that was offered, the share that was not accepted: dropped arrivals count against the target.
  ['errors', ({ messages }) => ratio(messages.offered - messages.accepted, messages.offered)],
  ['rejected', ({ messages }) => ratio(messages.rejected, messages.offered)],
  ['dropped', ({ messages }) => ratio(messages.dropped, messages.offered)],
  ['acceptedPerSec', (result) => result.achievedRatePerSec],
  ['lost', ({ ledger }) => (ledger.checked ? ledger.lost : null)],
  ['duplicated', ({ ledger }) => (ledger.checked ? ledger.duplicated : null)],
  ['corrupted', ({ ledger }) => (ledger.checked ? ledger.corrupted : null)],
  ...latencyMetrics(),
]);

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function latencyMetrics(): [string, Metric][] {
  return Object.entries(LATENCY_FIELDS).flatMap(([prefix, field]) => [
    ...PHASES.map((phase): [string, Metric] => [
      `${prefix}${capitalised(phase)}Ms`,
      ({ phases }) => (phases[phase].count === 0 ? null : phases[phase][field] / 1000),
    ]),
    [`${prefix}ResponseMs`, ({ transaction }): number | null => msOf(transaction.responseTime, field)],
    [`${prefix}ServiceMs`, ({ transaction }): number | null => msOf(transaction.serviceTime, field)],
    [`${prefix}DeliveryMs`, ({ ledger }): number | null => msOf(ledger.deliveryLatency, field)],
  ]);
}

function msOf(latency: Measured['phases']['connect'] | undefined, field: LatencyField): number | null {
  return latency === undefined || latency.count === 0 ? null : latency[field] / 1000;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The parsed expression, or what is wrong with it in words. */
export function parseThreshold(expression: string): Threshold | string {
  const found = /^\s*([A-Za-z0-9]+)\s*(<=|>=|==|<|>)\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(expression);
  const [, metric, comparison, number, percent] = found ?? [];
  if (metric === undefined || comparison === undefined || number === undefined) {
    return `"${expression}" is no threshold; write for example p99FinalDotMs<=500 or errors<=0.1%`;
  }
  if (!METRICS.has(metric))
    return `"${metric}" is not measured; there are ${[...METRICS.keys()].slice(0, 7).join(', ')}, p99FinalDotMs, p50ResponseMs …`;
  const limit = percent === '%' ? Number(number) / 100 : Number(number);
  return { expression: expression.trim(), metric, comparison: comparison as Comparison, limit };
}

/** What was measured, in the unit of the expression. */
export function thresholdFigure(expression: string, actual: number): string {
  const [value, unit] = expression.includes('%') ? [100 * actual, '%'] : [actual, ''];
  return `${Number(value.toPrecision(4))}${unit}`;
}

const ARRIVAL_METRIC = /^(?:lost|duplicated|corrupted|\w+DeliveryMs)$/;

/** True when only somebody who counts at the far end can tell. */
export function needsArrivals(expression: string): boolean {
  const threshold = parseThreshold(expression);
  return typeof threshold !== 'string' && ARRIVAL_METRIC.test(threshold.metric);
}

/** What was not measured does not pass: silence is no proof. */
export function checkThreshold(threshold: Threshold, result: Measured): RunResult['thresholds'][number] {
  const actual = METRICS.get(threshold.metric)?.(result) ?? null;
  return { expression: threshold.expression, actual, passed: actual !== null && holds(actual, threshold) };
}

function holds(actual: number, { comparison, limit }: Threshold): boolean {
  switch (comparison) {
    case '<=':
      return actual <= limit;
    case '>=':
      return actual >= limit;
    case '<':
      return actual < limit;
    case '>':
      return actual > limit;
    case '==':
      return actual === limit;
  }
}
