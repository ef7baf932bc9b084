// Thresholds that cannot be met any more, while the run goes on: even if everything still to come were perfect, too much
// was missed already. What is judged is what is told every second: outcomes, and the times of the final dot and of the
// response.

import type { MessageCounts } from './counters.ts';
import type { LatencyHistogram } from './latency-histogram.ts';
import { resolutionUs } from './latency-histogram.ts';
import { parseThreshold } from './thresholds.ts';
import type { Threshold } from './thresholds.ts';

export interface MeasuredSecond {
  readonly messages: MessageCounts;
  readonly finalDot: LatencyHistogram;
  readonly response: LatencyHistogram;
}

const BAD_OUTCOMES: Readonly<Record<string, readonly (keyof MessageCounts)[]>> = {
  errors: ['rejected', 'failed', 'ambiguous', 'dropped'],
  rejected: ['rejected'],
  dropped: ['dropped'],
};
/** Of all values, the share that may lie above the figure. */
const SHARE_ABOVE: Readonly<Record<string, number>> = {
  p50: 0.5,
  p90: 0.1,
  p95: 0.05,
  p99: 0.01,
  p999: 0.001,
  max: 0,
};

/** Whether so much was bad so far that the limit is exceeded in the end. */
interface Judge {
  readonly expression: string;
  /** Takes one second; answers how much was bad since the start. */
  badSoFar(second: MeasuredSecond): number;
  readonly shareAllowed: number;
}

export class EarlyMiss {
  private readonly judges: readonly Judge[];

  constructor(expressions: readonly string[]) {
    this.judges = expressions.flatMap((expression) => {
      const threshold = parseThreshold(expression);
      const isUpperLimit = typeof threshold !== 'string' && threshold.comparison.startsWith('<');
      return isUpperLimit ? (outcomeJudge(threshold) ?? latencyJudge(threshold) ?? []) : [];
    });
  }

  /** The first expression that is missed for good, or null. `expected` is how many messages there will be in all. */
  take(second: MeasuredSecond, expected: number): string | null {
    const missed = this.judges.filter(
      (judge) => judge.badSoFar(second) > judge.shareAllowed * expected + Number.EPSILON,
    );
    return missed[0]?.expression ?? null;
  }
}

function outcomeJudge({ expression, metric, limit }: Threshold): Judge | null {
  const outcomes = BAD_OUTCOMES[metric];
  if (outcomes === undefined) return null;
  let bad = 0;
  return {
    expression,
    shareAllowed: limit,
    badSoFar({ messages }) {
      for (const outcome of outcomes) bad += messages[outcome];
      return bad;
    },
  };
}

function latencyJudge({ expression, metric, limit }: Threshold): Judge | null {
  const [, figure = '', time] = /^([a-z]+\d*)(FinalDot|Response)Ms$/.exec(metric) ?? [];
  const shareAllowed = SHARE_ABOVE[figure];
  if (shareAllowed === undefined) return null;
  let above = 0;
  return {
    expression,
    shareAllowed,
    badSoFar({ finalDot, response }) {
      for (const { valueUs, count } of (time === 'FinalDot' ? finalDot : response).entries()) {
        // Only what is surely above: values are known to a resolution.
        if (valueUs - resolutionUs(valueUs) >= limit * 1000) above += count;
      }
      return above;
    },
  };
}
