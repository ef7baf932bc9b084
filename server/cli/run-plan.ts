// Runs one load plan for a command: progress on standard error, the finished result as the answer.

import { exitStatusOf, observeArrivals, ownCeiling, runLoad } from '../../benchmarks/index.ts';
import type { ArrivalPlaces, OwnCeiling, RunHooks, RunPlan, RunResult } from '../../benchmarks/index.ts';
import { EXIT, MailfitError } from '../errors.ts';
import { loadPolicyOf } from '../load-policy.ts';
import { keepInHistory, resolveTarget, secretSourceOf } from './candidate-target.ts';
import type { CliContext } from './command.ts';
import { abortOnSignals, progressView } from './progress-view.ts';

/** What is asked of a run beside its plan. */
export interface Observation {
  /** Measure the generator's own ceiling first, unless this process knows it already. Default true. */
  readonly isCalibrated?: boolean;
  readonly arrivals?: ArrivalPlaces;
  /** How long arrivals are waited for after the last message. */
  readonly settleMs?: number;
  readonly lateAfterMs?: number;
}

export function arrivalHooks(
  observed: Awaited<ReturnType<typeof observeOrExplain>>,
  { settleMs, lateAfterMs }: Observation,
): Partial<RunHooks> {
  return {
    ...(observed === null ? {} : { ledger: observed.ledger }),
    ...(settleMs === undefined ? {} : { settleMs }),
    ...(lateAfterMs === undefined ? {} : { lateAfterMs }),
  };
}

/** The plan's target may be a candidate. @throws MailfitError when the plan is refused or unusable */
export async function runPlan(
  context: CliContext,
  asked: RunPlan,
  observation: Observation = {},
): Promise<RunResult> {
  const { app, terminal } = context;
  const resolved = await resolveTarget(context, { ...asked });
  const plan = resolved.plan as unknown as RunPlan;
  const startedAt = app.clock.now();
  const stop = abortOnSignals();
  const observed = await observeOrExplain(observation.arrivals ?? {});
  const ceiling = await ceilingFor(plan, observation, stop.signal);
  const progress = progressView(terminal, plan);
  try {
    const outcome = await runLoad(plan, {
      policy: loadPolicyOf(app.config),
      mailfitVersion: app.version,
      signal: stop.signal,
      onEvent: (event) => progress.show(event),
      ...secretSourceOf(resolved),
      ceiling,
      ...arrivalHooks(observed, observation),
    });
    if (!('refused' in outcome)) {
      const kind = plan.load.model === 'hold' ? 'connections' : 'run';
      await keepInHistory(context, resolved, { result: outcome, kind, startedAt });
      return outcome;
    }
    const code = exitStatusOf(outcome) === EXIT.refusedForSafety ? 'refusedForSafety' : 'badInput';
    throw new MailfitError(code, [outcome.text[terminal.lang]]);
  } finally {
    progress.end();
    stop.release();
    await observed?.close();
  }
}

export async function observeOrExplain(places: ArrivalPlaces): ReturnType<typeof observeArrivals> {
  try {
    return await observeArrivals(places);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MailfitError('wrongUse', [`--arrivals-port: ${reason}`]);
  }
}

export async function ceilingFor(
  plan: RunPlan,
  { isCalibrated }: Observation,
  signal: AbortSignal,
): Promise<OwnCeiling> {
  if (isCalibrated === false) return { ratePerSec: null, reason: 'notAsked' };
  return ownCeiling(plan, { signal });
}
