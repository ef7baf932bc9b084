// Capacity with bounds: runs the trials that the search asks for, then states what held and what did not.
// Invariant: where a policy of the server or the generator was the limit, no capacity is stated.

import { CapacitySearch } from './load/capacity-search.ts';
import type { Bracket, Trial } from './load/capacity-search.ts';
import { runLoad } from './run-load.ts';
import type { RunHooks, RunRefusal } from './run-load.ts';
import type { CapacityResult, CapacityTrial, Scalability } from './schema/capacity.generated.ts';
import type { MailPlan, RunPlan, SessionPlan } from './schema/plan.generated.ts';
import type { RunResult } from './schema/run.generated.ts';
import { isBacklogGrowing } from './stats/backlog.ts';
import { fitScalability } from './stats/scalability-law.ts';

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
/** An open run that answers less than this share of what it was asked to send did not keep the rate. */
const KEPT_SHARE = 0.97;

export async function findCapacity(
  plan: CapacityPlan,
  hooks: CapacityHooks,
): Promise<CapacityResult | RunRefusal> {
  const finder = new CapacityFinder({ ...CAPACITY_DEFAULTS, ...plan }, hooks);
  return finder.find();
}

class CapacityFinder {
  private readonly plan: ResolvedCapacityPlan;
  private readonly hooks: CapacityHooks;
  private readonly trials: CapacityTrial[] = [];
  private readonly notices = new Map<string, RunResult['notices'][number]>();
  private readonly startedAt = new Date().toISOString();
  private obstacle: Obstacle | null = null;

  constructor(plan: ResolvedCapacityPlan, hooks: CapacityHooks) {
    this.plan = plan;
    this.hooks = hooks;
  }

  async find(): Promise<CapacityResult | RunRefusal> {
    const search = new CapacitySearch({ ...this.plan, maxTrials: MAX_TRIALS });
    for (let trial = search.next(); trial !== null; trial = search.next()) {
      const outcome = await this.run(trial);
      if ('refused' in outcome) return outcome;
      this.trials.push(outcome);
      this.hooks.onTrial(outcome);
      search.take(trial, outcome.verdict);
    }
    return this.conclude(search.bracket());
  }

  private async conclude(bracket: Bracket): Promise<CapacityResult> {
    const { obstacle } = this;
    const isStated = bracket.end === 'found' || bracket.end === 'ceilingReached';
    const certificate = isStated ? await this.certify(bracket.lowerRatePerSec) : [];
    return {
      schema: 'mailfit.capacity/1',
      target: this.plan.target,
      objective: [...this.plan.objective],
      seed: this.plan.seed,
      startedAt: this.startedAt,
      ...verdictOf(bracket, obstacle),
      lowerRatePerSec: isStated ? bracket.lowerRatePerSec : null,
      upperRatePerSec: obstacle === null ? bracket.upperRatePerSec : null,
      isUpperConfirmed: bracket.isUpperConfirmed,
      generatorCeilingPerSec: this.hooks.ceiling?.ratePerSec ?? null,
      trials: this.trials,
      certificate,
      scalability: obstacle === null ? await this.measureScalability() : null,
      notices: [...this.notices.values()],
    };
  }

  private async certify(ratePerSec: number): Promise<CapacityResult['certificate']> {
    const rows: CapacityResult['certificate'] = [];
    for (const percent of CERTIFICATE_PERCENTS) {
      const trial = await this.run({ ratePerSec: (ratePerSec * percent) / 100, length: 'full' });
      if ('refused' in trial) break;
      this.hooks.onTrial(trial);
      rows.push({ percent, trial });
    }
    return rows;
  }

  private async measureScalability(): Promise<Scalability | null> {
    const points: Scalability['points'] = [];
    for (const sessions of this.plan.scalabilitySessions) {
      const load = { model: 'closed', sessions, durationSec: SCALABILITY_TRIAL_SEC } as const;
      const result = await this.load({ ...this.basePlan(), load, warmupSec: 0.3 });
      if ('refused' in result || result.verdict === 'aborted') break;
      points.push({ sessions, ratePerSec: result.achievedRatePerSec });
    }
    const fit = fitScalability(points);
    if (fit === null) return null;
    const { lambda, alpha, beta } = fit.ranges;
    return { ...fit, points, ranges: { lambda: [...lambda], alpha: [...alpha], beta: [...beta] } };
  }

  private async run(trial: Trial): Promise<CapacityTrial | RunRefusal> {
    const durationSec = trial.length === 'short' ? this.plan.shortTrialSec : this.plan.fullTrialSec;
    const stage = { durationSec, startRatePerSec: trial.ratePerSec, endRatePerSec: trial.ratePerSec };
    const result = await this.load({
      ...this.basePlan(),
      load: {
        model: 'open',
        arrivals: this.plan.arrivals,
        stages: [stage],
        maxSessions: this.plan.maxSessions,
      },
      warmupSec: durationSec / 10,
      thresholds: [...this.plan.objective],
    });
    return 'refused' in result ? result : this.judge(trial, result);
  }

  private async load(plan: RunPlan): Promise<RunResult | RunRefusal> {
    const result = await runLoad(plan, {
      ...this.hooks,
      onEvent: this.hooks.onEvent ?? ((): void => undefined),
    });
    if (!('refused' in result)) for (const notice of result.notices) this.notices.set(notice.id, notice);
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

  private judge(trial: Trial, result: RunResult): CapacityTrial {
    const isGrowing = isBacklogGrowing(result.series);
    const reason = missedCriterion(result, isGrowing);
    const obstacle = obstacleOf(result, reason !== null);
    this.obstacle ??= obstacle;
    const { messages } = result;
    return {
      ratePerSec: trial.ratePerSec,
      length: trial.length,
      verdict: obstacle === null ? (reason === null ? 'pass' : 'fail') : 'unfit',
      reason: obstacle?.reason ?? reason,
      achievedRatePerSec: result.achievedRatePerSec,
      finalDotP99Us: result.phases.finalDot.p99Us,
      responseP99Us: result.transaction.responseTime.p99Us,
      errorShare: share(messages.offered - messages.accepted - messages.dropped, messages.offered),
      droppedShare: share(messages.dropped, messages.offered),
      isBacklogGrowing: isGrowing,
    };
  }
}

function missedCriterion(result: RunResult, isGrowing: boolean): string | null {
  const missed = result.thresholds.find((threshold) => !threshold.passed);
  if (missed !== undefined) return missed.expression;
  if (isGrowing) return 'backlog grows';
  const { accepted, offered } = result.messages;
  return accepted < KEPT_SHARE * offered ? 'the rate was not kept' : null;
}

type Obstacle = { readonly verdict: 'policyBound' | 'generatorBound' | 'aborted'; readonly reason: string };

// A busy generator that kept the rate and the objective has proved them; one that did not has proved nothing.
function obstacleOf(result: RunResult, hasMissed: boolean): Obstacle | null {
  const reason = result.verdictReason ?? '';
  if (result.verdict === 'policyBound') return { verdict: 'policyBound', reason };
  if (result.verdict === 'generatorBound' && hasMissed) return { verdict: 'generatorBound', reason };
  if (result.verdict === 'aborted' && reason !== 'rejectionStorm') return { verdict: 'aborted', reason };
  return null;
}

function verdictOf(
  bracket: Bracket,
  obstacle: Obstacle | null,
): Pick<CapacityResult, 'verdict' | 'verdictReason'> {
  if (obstacle !== null) return { verdict: obstacle.verdict, verdictReason: obstacle.reason };
  return { verdict: bracket.end === 'unfit' ? 'aborted' : bracket.end, verdictReason: null };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
