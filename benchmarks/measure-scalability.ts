// The universal scalability law over the sessions of a closed loop, from points that are the target’s: where a policy of the
// server or the generator was the limit, the points end.

import type { Scalability, ScalabilityEnd } from './schema/capacity.generated.ts';
import type { RunResult } from './schema/run.generated.ts';
import { fitScalability } from './stats/scalability-law.ts';

export interface MeasuredScalability {
  readonly scalability: Scalability | null;
  readonly scalabilityEnd: ScalabilityEnd | null;
}

export const NO_SCALABILITY: MeasuredScalability = { scalability: null, scalabilityEnd: null };

/** `run` loads the target with so many sessions; null where it may not. */
export async function measureScalability(
  sessionCounts: readonly number[],
  run: (sessions: number) => Promise<RunResult | null>,
): Promise<MeasuredScalability> {
  const points: Scalability['points'] = [];
  let scalabilityEnd: ScalabilityEnd | null = null;
  for (const sessions of sessionCounts.toSorted((a, b) => a - b)) {
    const result = await run(sessions);
    if (result === null) break;
    if (result.verdict !== 'valid') {
      scalabilityEnd = { sessions, reason: result.verdictReason ?? result.verdict };
      break;
    }
    points.push({ sessions, ratePerSec: result.achievedRatePerSec });
  }
  const fit = fitScalability(points);
  if (fit === null) return { scalability: null, scalabilityEnd };
  const { lambda, alpha, beta } = fit.ranges;
  const ranges: Scalability['ranges'] = { lambda: [...lambda], alpha: [...alpha], beta: [...beta] };
  return { scalability: { ...fit, points, ranges }, scalabilityEnd };
}
