// The trial of a capacity search that asks most of the generator: full length at the highest rate.

import { CAPACITY_DEFAULTS } from './find-capacity.ts';
import type { CapacityPlan } from './find-capacity.ts';
import type { RunPlan } from './schema/plan.generated.ts';

export function heaviestTrial(plan: CapacityPlan): RunPlan {
  const { maxRatePerSec, fullTrialSec, maxSessions, workers } = { ...CAPACITY_DEFAULTS, ...plan };
  const stage = { durationSec: fullTrialSec, startRatePerSec: maxRatePerSec, endRatePerSec: maxRatePerSec };
  return {
    target: plan.target,
    load: { model: 'open', stages: [stage], maxSessions },
    workers,
    ...(plan.session === undefined ? {} : { session: plan.session }),
    ...(plan.mail === undefined ? {} : { mail: plan.mail }),
    thresholds: [...plan.objective],
  };
}
