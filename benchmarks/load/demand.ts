// What a plan may cause at most, for the ceilings; and the little load that goes beside held connections.

import { everyPlan, expectedMessages, messagesPerArrival, totalSec } from './resolved-plan.ts';
import type { ResolvedPlan } from './resolved-plan.ts';

export interface LoadDemand {
  readonly peakRatePerSec: number;
  readonly connections: number;
  readonly messages: number;
  readonly durationSec: number;
}

/** The most that a plan may cause; what it leaves open is bounded while it runs. */
export function demandOf(plan: ResolvedPlan): LoadDemand {
  const demands = everyPlan(plan).map(ownDemand);
  const sum = (pick: (demand: LoadDemand) => number): number =>
    demands.reduce((total, demand) => total + pick(demand), 0);
  return {
    peakRatePerSec: sum((demand) => demand.peakRatePerSec),
    connections: sum((demand) => demand.connections),
    messages: sum((demand) => demand.messages),
    durationSec: Math.max(...demands.map((demand) => demand.durationSec)),
  };
}

function ownDemand(plan: ResolvedPlan): LoadDemand {
  const { load } = plan;
  if (load.model === 'closed') {
    const durationSec = (load.durationSec ?? 0) + plan.warmupSec;
    return { peakRatePerSec: 0, connections: load.sessions, messages: load.messages ?? 0, durationSec };
  }
  if (load.model === 'hold') {
    const durationSec = load.connections / load.openRatePerSec + load.holdSec;
    return { peakRatePerSec: load.probeRatePerSec, connections: load.connections, messages: 0, durationSec };
  }
  const durationSec = totalSec(load.stages);
  const rates = load.stages.flatMap((stage) => [stage.startRatePerSec, stage.endRatePerSec]);
  return {
    peakRatePerSec: Math.max(...rates) * messagesPerArrival(load),
    connections: load.maxSessions,
    messages: Math.ceil(expectedMessages(plan) ?? 0),
    durationSec,
  };
}

const PROBE_SESSIONS = 20;

/** While connections are held, a thread of its own sends a little mail, to see how others would fare. */
export function probePlan(plan: ResolvedPlan): ResolvedPlan | null {
  const { load } = plan;
  if (load.model !== 'hold' || load.probeRatePerSec === 0) return null;
  const durationSec = load.connections / load.openRatePerSec + load.holdSec;
  const ratePerSec = load.probeRatePerSec;
  return {
    ...plan,
    load: {
      model: 'open',
      arrivals: 'even',
      stages: [{ durationSec, startRatePerSec: ratePerSec, endRatePerSec: ratePerSec }],
      maxSessions: PROBE_SESSIONS,
      maxStartDelayMs: 10_000,
    },
    session: { ...plan.session, messagesPerConnection: 1 },
  };
}
