// A plan with every default filled in. From here on nothing asks what was left out.

import type {
  ClosedLoad,
  HoldLoad,
  MailPlan,
  OpenLoad,
  PartlyOpenLoad,
  RunPlan,
  SessionPlan,
} from '../schema/plan.generated.ts';
import { defaultWorkers } from './default-workers.ts';

export type ResolvedSession = Required<
  Omit<SessionPlan, 'auth' | 'proxy' | 'dsn' | 'tlsCaFile' | 'tlsServerName'>
> &
  Pick<SessionPlan, 'auth' | 'proxy' | 'dsn' | 'tlsCaFile' | 'tlsServerName'>;

export type ResolvedLoad =
  | (Required<Omit<ClosedLoad, 'messages' | 'durationSec'>> & Pick<ClosedLoad, 'messages' | 'durationSec'>)
  | Required<OpenLoad>
  | Required<PartlyOpenLoad>
  | Required<HoldLoad>;

export interface ResolvedPlan {
  readonly target: string;
  readonly label: string;
  readonly seed: number;
  readonly load: ResolvedLoad;
  readonly session: ResolvedSession;
  readonly mail: Required<Omit<MailPlan, 'from' | 'to' | 'recipientDomains' | 'emlFolder'>> &
    Pick<MailPlan, 'from' | 'to' | 'recipientDomains' | 'emlFolder'>;
  /** Further classes of clients, each with a plan of its own to the same target. */
  readonly classes: readonly { readonly name: string; readonly plan: ResolvedPlan }[];
  readonly warmupSec: number;
  readonly workers: number;
  readonly sourceAddresses: readonly string[];
  readonly thresholds: readonly string[];
  readonly stopOnRejects: { readonly share: number; readonly minOutcomes: number };
  readonly stopOnMiss: boolean;
}

const DEFAULT_SESSION: Required<Omit<SessionPlan, 'auth' | 'proxy' | 'dsn' | 'tlsCaFile' | 'tlsServerName'>> =
  {
    messagesPerConnection: null,
    pipelining: false,
    chunking: false,
    pipelineDepth: 4,
    tls: 'none',
    tlsVerify: true,
    tlsResumption: true,
    clientName: 'mailfit.invalid',
    xclientAddresses: [],
    timeoutMs: 30_000,
    reconnectDelayMs: 100,
    close: 'reset',
    noDelay: true,
  };

/** Far enough apart that nobody counts seeds up into those of the classes. */
const CLASS_SEED_STEP = 0x9e37_79b9;

/** @param processors what the machine that sends has; it decides how many threads a plan gets that names none */
export function resolvePlan(plan: RunPlan, processors = 1): ResolvedPlan {
  const load = resolveLoad(plan.load);
  return {
    target: plan.target,
    label: plan.label ?? '',
    seed: plan.seed ?? 1,
    load,
    session: { ...DEFAULT_SESSION, ...plan.session },
    mail: {
      size: '1KiB',
      language: 'en',
      attachmentShare: 0,
      htmlShare: 0,
      recipientsPerMessage: 1,
      ...plan.mail,
    },
    classes: (plan.classes ?? []).map(({ name, ...own }, index) => {
      const { session: _session, mail: _mail, ...common } = plan;
      // A seed of its own: else two classes of one rate would come at the same instants.
      const seed = ((plan.seed ?? 1) + (index + 1) * CLASS_SEED_STEP) % 2 ** 32;
      return { name, plan: resolvePlan({ ...common, ...own, label: name, workers: 1, classes: [], seed }) };
    }),
    warmupSec: plan.warmupSec ?? 0,
    workers: usefulWorkers(plan.workers ?? defaultWorkers(plan, processors), load),
    sourceAddresses: plan.sourceAddresses ?? [],
    thresholds: plan.thresholds ?? [],
    ...endsOf(plan),
  };
}

function endsOf({
  stopOnRejects = { share: 0.5, minOutcomes: 500 },
  stopOnMiss = false,
}: RunPlan): Pick<ResolvedPlan, 'stopOnRejects' | 'stopOnMiss'> {
  return { stopOnRejects, stopOnMiss };
}

function resolveLoad(load: RunPlan['load']): ResolvedLoad {
  switch (load.model) {
    case 'closed':
      return { thinkTimeMs: 0, rampUpSec: 0, ...load };
    case 'open':
      return { arrivals: 'even', maxSessions: 1000, maxStartDelayMs: 10_000, ...load };
    case 'partlyOpen':
      return { arrivals: 'poisson', maxSessions: 1000, maxStartDelayMs: 10_000, thinkTimeMs: 0, ...load };
    case 'hold':
      return { stage: 'ehlo', openRatePerSec: 1000, holdSec: 5, probeRatePerSec: 0, ...load };
  }
}

// A thread without a session could never start what is its share of the load, and the run would wait for it for ever.
function usefulWorkers(workers: number, load: ResolvedLoad): number {
  return Math.min(workers, mostSessions(load));
}

/** How many sessions, or held connections, there may be at once. */
export function mostSessions(load: ResolvedLoad): number {
  switch (load.model) {
    case 'closed':
      return load.sessions;
    case 'hold':
      return load.connections;
    case 'open':
    case 'partlyOpen':
      return load.maxSessions;
  }
}

/** The plan and those of its further classes. */
export function everyPlan(plan: ResolvedPlan): readonly ResolvedPlan[] {
  return [plan, ...plan.classes.map((entry) => entry.plan)];
}

export function totalSec(stages: readonly { readonly durationSec: number }[]): number {
  return stages.reduce((sum, stage) => sum + stage.durationSec, 0);
}

/** What the plan asks for per second where it names a rate, else null (a closed loop takes what it gets). */
export function requestedRatePerSec(plan: ResolvedPlan): number | null {
  const plans = everyPlan(plan);
  const expected = plans.map((one) => expectedMessages(one, plan.warmupSec));
  if (expected.some((messages) => messages === null)) return null;
  const lengthsSec = plans.map(({ load }) => ('stages' in load ? totalSec(load.stages) : 0));
  // As the achieved rate: all that is measured, over the time that is measured.
  return (
    expected.reduce<number>((sum, messages) => sum + (messages ?? 0), 0) /
    (Math.max(...lengthsSec) - plan.warmupSec)
  );
}

/** Messages of one class, without further classes, that are planned after `fromSec`; null where no rate is named. */
export function expectedMessages({ load }: ResolvedPlan, fromSec = 0): number | null {
  if (load.model !== 'open' && load.model !== 'partlyOpen') return null;
  let startSec = 0;
  let arrivals = 0;
  for (const { durationSec, startRatePerSec, endRatePerSec } of load.stages) {
    const skippedSec = Math.min(durationSec, Math.max(0, fromSec - startSec));
    const slope = durationSec === 0 ? 0 : (endRatePerSec - startRatePerSec) / durationSec;
    const firstRatePerSec = startRatePerSec + slope * skippedSec;
    arrivals += ((durationSec - skippedSec) * (firstRatePerSec + endRatePerSec)) / 2;
    startSec += durationSec;
  }
  return arrivals * messagesPerArrival(load);
}

export function messagesPerArrival(load: ResolvedLoad): number {
  return load.model === 'partlyOpen' ? load.meanMessagesPerSession : 1;
}
