// Capacity with bounds: runs the trials that the search asks for, then states what held and what did not.
// Invariant: where a policy of the server or the generator was the limit, no capacity is stated.

import { judgeTrial } from './judge-trial.ts';
import type { JudgedTrial, Obstacle } from './judge-trial.ts';
import { CapacitySearch } from './load/capacity-search.ts';
import type { Bracket, Trial } from './load/capacity-search.ts';
import { representativeSeed } from './load/representative-seed.ts';
import { NO_SCALABILITY, measureScalability } from './measure-scalability.ts';
import type { MeasuredScalability } from './measure-scalability.ts';
import { runLoad } from './run-load.ts';
import type { RunHooks, RunRefusal } from './run-load.ts';
import type { CapacityResult, CapacityTrial } from './schema/capacity.generated.ts';
import type { MailPlan, RunPlan, SessionPlan } from './schema/plan.generated.ts';
import type { RunResult } from './schema/run.generated.ts';
import { needsArrivals } from './stats/thresholds.ts';

export interface CapacityPlan {
  readonly target: string;
  /** Threshold expressions; a trial passes when all of them hold and the backlog does not grow. */
  readonly objective: readonly string[];
  readonly seed?: number;
  readonly session?: SessionPlan;
  readonly mail?: MailPlan;
  readonly workers?: number;
  readonly maxSessions?: number;
  readonly arrivals?: 'even' | 'poisson';
  readonly startRatePerSec?: number;
  readonly maxRatePerSec?: number;
  readonly resolution?: number;
  readonly shortTrialSec?: number;
  readonly fullTrialSec?: number;
  /** Session counts of the closed-loop runs for the scalability law; none leaves it out. */
  readonly scalabilitySessions?: readonly number[];
}

export interface CapacityHooks extends Omit<RunHooks, 'onEvent'> {
  /** After every trial. */
  onTrial(trial: CapacityTrial): void;
  /** Once a second during a trial: what `runLoad` tells. */
  readonly onEvent?: RunHooks['onEvent'];
}

type ResolvedCapacityPlan = Required<Omit<CapacityPlan, 'session' | 'mail'>> &
  Pick<CapacityPlan, 'session' | 'mail'>;

export const CAPACITY_DEFAULTS = {
  seed: 1,
  workers: 1,
  maxSessions: 200,
  arrivals: 'poisson',
  startRatePerSec: 50,
  maxRatePerSec: 20_000,
  resolution: 0.05,
  shortTrialSec: 3,
  fullTrialSec: 15,
  scalabilitySessions: [],
} as const;

const MAX_TRIALS = 60;
const CERTIFICATE_PERCENTS = [80, 100, 120];
const SCALABILITY_TRIAL_SEC = 2;
/** A trial at a low rate lasts until so many are due: fewer show nothing. */
const MIN_MESSAGES = 5;

export async function findCapacity(
  plan: CapacityPlan,
  hooks: CapacityHooks,
): Promise<CapacityResult | RunRefusal> {
  const uncounted = hooks.ledger === undefined && plan.target !== 'builtin';
  const untold = uncounted ? plan.objective.filter(needsArrivals) : [];
  if (untold.length > 0) return arrivalsUncounted(untold);
  const finder = new CapacityFinder({ ...CAPACITY_DEFAULTS, ...plan }, hooks);
  return finder.find();
}

// Every trial would miss what nobody can tell, which would look like a server without capacity.
function arrivalsUncounted(expressions: readonly string[]): RunRefusal {
  const named = expressions.join(', ');
  const text = {
    en: `${named}: nobody counts arrivals, so it cannot be told; name the far end with --maildir, --arrivals-port or --journal`,
    ja: `${named}: 到着を数えていないため判定できません。--maildir、--arrivals-port、--journalのいずれかで受信側を指定してください`,
  };
  return { refused: true, kind: 'badPlan', reason: text.en, text };
}

class CapacityFinder {
  private readonly plan: ResolvedCapacityPlan;
  private readonly hooks: CapacityHooks;
  private readonly search: CapacitySearch;
  private readonly trials: CapacityTrial[] = [];
  private readonly notices = new Map<string, RunResult['notices'][number]>();
  private readonly startedAt = new Date().toISOString();
  private certificate: CapacityResult['certificate'] = [];
  private obstacle: Obstacle | null = null;
  private seen: Pick<CapacityResult, 'server' | 'environment'> = {};

  constructor(plan: ResolvedCapacityPlan, hooks: CapacityHooks) {
    this.plan = plan;
    this.hooks = hooks;
    this.search = new CapacitySearch({ ...plan, maxTrials: MAX_TRIALS });
  }

  async find(): Promise<CapacityResult | RunRefusal> {
    do {
      for (let trial = this.search.next(); trial !== null; trial = this.search.next()) {
        const outcome = await this.run(trial);
        if ('refused' in outcome) return outcome;
        this.obstacle ??= outcome.obstacle;
        this.trials.push(outcome.trial);
        this.search.take(trial, outcome.trial.verdict);
      }
    } while (isStated(this.search.bracket()) && !(await this.certify()));
    return this.conclude(this.search.bracket());
  }

  private async conclude(bracket: Bracket): Promise<CapacityResult> {
    const { obstacle } = this;
    return {
      schema: 'mailfit.capacity/1',
      target: this.plan.target,
      objective: [...this.plan.objective],
      seed: this.plan.seed,
      plan: { ...this.plan },
      ...this.seen,
      startedAt: this.startedAt,
      ...verdictOf(bracket, obstacle),
      lowerRatePerSec: isStated(bracket) ? bracket.lowerRatePerSec : null,
      upperRatePerSec: obstacle === null ? bracket.upperRatePerSec : null,
      isUpperConfirmed: bracket.isUpperConfirmed,
      generatorCeilingPerSec: this.hooks.ceiling?.ratePerSec ?? null,
      trials: this.trials,
      certificate: isStated(bracket) ? this.certificate : [],
      ...(obstacle === null ? await this.scalability() : NO_SCALABILITY),
      notices: [...this.notices.values()],
    };
  }

  /** False when the rate or less did not hold once more: then the search goes on below. */
  private async certify(): Promise<boolean> {
    const { lowerRatePerSec } = this.search.bracket();
    this.certificate = [];
    for (const percent of CERTIFICATE_PERCENTS) {
      const asked = { ratePerSec: (lowerRatePerSec * percent) / 100, length: 'full' } as const;
      const outcome = await this.run(asked);
      if ('refused' in outcome) break;
      this.certificate.push({ percent, trial: outcome.trial });
      if (percent > 100 || outcome.trial.verdict === 'pass') continue;
      this.obstacle ??= outcome.obstacle;
      this.search.take(asked, outcome.trial.verdict);
      return false;
    }
    return true;
  }

  private async scalability(): Promise<MeasuredScalability> {
    return measureScalability(this.plan.scalabilitySessions, async (sessions) => {
      const load = { model: 'closed', sessions, durationSec: SCALABILITY_TRIAL_SEC } as const;
      const result = await this.load({ ...this.basePlan(), load, warmupSec: 0.3 });
      return 'refused' in result ? null : result;
    });
  }

  private async run(trial: Trial): Promise<JudgedTrial | RunRefusal> {
    const { shortTrialSec, fullTrialSec, arrivals, maxSessions } = this.plan;
    const leastSec = MIN_MESSAGES / trial.ratePerSec;
    const durationSec = Math.max(leastSec, trial.length === 'short' ? shortTrialSec : fullTrialSec);
    const stage = { durationSec, startRatePerSec: trial.ratePerSec, endRatePerSec: trial.ratePerSec };
    const warmupSec = durationSec / 10;
    const result = await this.load({
      ...this.basePlan(),
      seed: representativeSeed(this.plan.seed, { arrivals, stage, warmupSec }),
      load: { model: 'open', arrivals, stages: [stage], maxSessions },
      warmupSec,
      thresholds: [...this.plan.objective],
    });
    if ('refused' in result) return result;
    const judged = judgeTrial(trial, result);
    this.hooks.onTrial(judged.trial);
    return judged;
  }

  private async load(plan: RunPlan): Promise<RunResult | RunRefusal> {
    const result = await runLoad(plan, {
      ...this.hooks,
      onEvent: this.hooks.onEvent ?? ((): void => undefined),
    });
    if ('refused' in result) return result;
    for (const notice of result.notices) this.notices.set(notice.id, notice);
    this.seen = { server: { ...result.server }, environment: result.environment };
    return result;
  }

  private basePlan(): Omit<RunPlan, 'load'> {
    const { target, seed, session, mail, workers } = this.plan;
    return {
      target,
      seed,
      workers,
      ...(session === undefined ? {} : { session }),
      ...(mail === undefined ? {} : { mail }),
    };
  }
}

function isStated({ end }: Bracket): boolean {
  return end === 'found' || end === 'ceilingReached';
}

function verdictOf(
  bracket: Bracket,
  obstacle: Obstacle | null,
): Pick<CapacityResult, 'verdict' | 'verdictReason'> {
  if (obstacle !== null) return { verdict: obstacle.verdict, verdictReason: obstacle.reason };
  return { verdict: bracket.end === 'unfit' ? 'aborted' : bracket.end, verdictReason: null };
}
