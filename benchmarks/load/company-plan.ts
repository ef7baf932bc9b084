// From the size of an organisation to the load that stands for its peak: rate and sessions from the sizing model
// (F8 and F10 of docs/sizing.md), sizes as a log-normal with the organisation's mean, and the criteria to pass.

import type { RunPlan } from '../schema/plan.generated.ts';

/** The part of a sizing that a plan needs; keys as in the sizing document. */
export interface CompanyDemand {
  /** F8: SMTP transactions per second in the busiest minute. */
  readonly smtpInPeakPerSec: number;
  /** F10: sessions at a time that are exceeded in one of a thousand cases. */
  readonly 'smtpSlots_B0.1pct': number;
  /** Mean message size; an input of the sizing. */
  readonly avgMsgKiB: number;
}

export interface CompanyPlanOptions {
  readonly target: string;
  /** Tested rate ÷ peak rate. */
  readonly headroom: number;
  readonly rampSec: number;
  readonly holdSec: number;
  readonly seed: number;
  readonly recipientDomains?: readonly [string, ...string[]];
}

/** Half as much again as the peak, held for a quarter of an hour: short trials measure queues, not servers. */
export const DEFAULT_COMPANY_PLAN: Omit<CompanyPlanOptions, 'target'> = {
  headroom: 1.5,
  rampSec: 60,
  holdSec: 900,
  seed: 1,
};

/** 95 % of the messages must be accepted within it, from their planned start. */
export const MAX_P95_RESPONSE_MS = 2000;
export const MAX_ERROR_SHARE = 0.001;

/** The rate that the plan tests, in messages per second. */
export function testedRatePerSec(demand: CompanyDemand, headroom: number): number {
  return demand.smtpInPeakPerSec * headroom;
}

/**
 * A plan for one candidate. Every message comes in a session of its own, as from outside, at random intervals;
 * sessions that find no free place count as errors.
 */
export function companyPlan(demand: CompanyDemand, options: CompanyPlanOptions): RunPlan {
  const ratePerSec = testedRatePerSec(demand, options.headroom);
  return {
    schema: 'mailfit.plan/1',
    target: options.target,
    seed: options.seed,
    load: {
      model: 'open',
      arrivals: 'poisson',
      stages: [
        { durationSec: options.rampSec, startRatePerSec: 0, endRatePerSec: ratePerSec },
        { durationSec: options.holdSec, startRatePerSec: ratePerSec, endRatePerSec: ratePerSec },
      ],
      maxSessions: Math.max(1, Math.ceil(demand['smtpSlots_B0.1pct'] * options.headroom)),
    },
    session: { messagesPerConnection: 1 },
    mail: {
      size: `business:${demand.avgMsgKiB}KiB`,
      language: 'mixed',
      attachmentShare: 0.2,
      htmlShare: 0.5,
      ...(options.recipientDomains === undefined ? {} : { recipientDomains: [...options.recipientDomains] }),
    },
    warmupSec: options.rampSec,
    thresholds: [`p95ResponseMs<=${MAX_P95_RESPONSE_MS}`, `errors<=${MAX_ERROR_SHARE * 100}%`],
  };
}

/** Holds as many sessions as the organisation needs at its peak, to see that the server lets them in. */
export function companyConnectionPlan(demand: CompanyDemand, options: CompanyPlanOptions): RunPlan {
  return {
    schema: 'mailfit.plan/1',
    target: options.target,
    seed: options.seed,
    load: {
      model: 'hold',
      connections: Math.max(1, demand['smtpSlots_B0.1pct']),
      stage: 'ehlo',
      holdSec: 10,
      probeRatePerSec: Math.max(1, demand.smtpInPeakPerSec),
    },
  };
}
