// The load harness behind the LoadRunner port. Plans and results cross the port as plain JSON.

import process from 'node:process';
import {
  checkControl,
  checkTarget,
  findCapacity,
  heaviestTrial,
  ownCeiling,
  previewPlan,
  runLoad,
} from '../../../benchmarks/index.ts';
import type { CapacityPlan, CapacityResult, RunPlan } from '../../../benchmarks/index.ts';
import type { RunRefusal, RunResult, TargetPolicy } from '../../../benchmarks/index.ts';
import type {
  LoadHooks,
  LoadOutcome,
  LoadRunner,
  PlanForecast,
  PlanReview,
} from '../../usecases/load-runner.ts';
import { CANDIDATE_PASSWORD } from '../../usecases/load-runner.ts';
import type { JsonObject, RunKind } from '../../usecases/stores.ts';
import { SearchTimeline } from './search-timeline.ts';

/** @param policy which targets the operator allows besides this machine */
export function createLoadRunner(policy: TargetPolicy, mailfitVersion: string): LoadRunner {
  const review = async (plan: JsonObject): Promise<PlanReview> => {
    const target = String(plan['target']);
    if (namesFiles(plan)) return { kind: 'invalid', problems: [FILES_NAMED] };
    const verdict = await checkTarget(target, policy);
    return verdict.refused ? { kind: 'refused', reason: verdict.text } : { kind: 'accepted', target };
  };
  return {
    review,
    async forecast(plan, kind) {
      const reviewed = await review(plan);
      return reviewed.kind === 'accepted' ? forecastOf(plan, kind, policy) : reviewed;
    },
    control: (target) => checkControl(target, policy),
    run: (plan, hooks, kind = 'run') => runPlan(plan, kind, { hooks, policy, mailfitVersion }),
  };
}

interface Means {
  readonly hooks: LoadHooks;
  readonly policy: TargetPolicy;
  readonly mailfitVersion: string;
}

async function runPlan(
  plan: JsonObject,
  kind: RunKind,
  { hooks, policy, mailfitVersion }: Means,
): Promise<LoadOutcome> {
  const common = { signal: hooks.signal, policy, mailfitVersion, secretOf: secretSource(hooks) };
  const ceiling = await ownCeiling(heaviestRun(plan, kind), { signal: hooks.signal });
  if (kind !== 'capacity') {
    const onEvent: Parameters<typeof runLoad>[1]['onEvent'] = (event) => hooks.onEvent({ ...event });
    return outcomeOf(await runLoad(plan as unknown as RunPlan, { ...common, ceiling, onEvent }));
  }
  const timeline = new SearchTimeline((event) => hooks.onEvent(event));
  return outcomeOf(
    await findCapacity(plan as unknown as CapacityPlan, {
      ...common,
      ceiling,
      onTrial: (trial) => timeline.onTrial(trial),
      onEvent: (event) => timeline.onEvent(event),
    }),
  );
}

// A plan that came over the network may name the password of its candidate and no other: the environment of a server
// holds secrets that are none of the plan's business.
function secretSource({ secret }: LoadHooks): (name: string) => string | undefined {
  if (secret === undefined) return (name) => process.env[name];
  return (name) => (name === CANDIDATE_PASSWORD ? (secret ?? undefined) : undefined);
}

const FILES_NAMED = {
  path: '',
  message: {
    en: 'A plan that is run by the server may not name files of the server (emlFolder, tlsCaFile); use the command line.',
    ja: 'サーバーで実行する計画では、サーバー上のファイル（emlFolder、tlsCaFile）を指定できません。コマンドラインから実行してください。',
  },
};

function namesFiles(plan: JsonObject): boolean {
  const names = (value: unknown): readonly string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
      : [];
  return names(plan).some((name) => name === 'emlFolder' || name === 'tlsCaFile');
}

async function forecastOf(plan: JsonObject, kind: RunKind, policy: TargetPolicy): Promise<PlanForecast> {
  const outcome = await previewPlan(heaviestRun(plan, kind), policy);
  if (outcome.kind === 'preview') return { kind: 'accepted', preview: outcome.preview };
  if (outcome.kind === 'refused') return { kind: 'refused', reason: outcome.text };
  const problems = outcome.problems.map((problem) => ({ path: '', message: { en: problem, ja: problem } }));
  return { kind: 'invalid', problems };
}

function outcomeOf(outcome: RunResult | CapacityResult | RunRefusal): LoadOutcome {
  if (!('refused' in outcome)) return { kind: 'finished', result: { ...outcome } };
  const kind = outcome.kind === 'safety' ? 'refused' : 'failed';
  return { kind, reason: outcome.text };
}

/** What the plan asks of the generator at most: a search is a row of trials. */
function heaviestRun(plan: JsonObject, kind: RunKind): RunPlan {
  return kind === 'capacity' ? heaviestTrial(plan as unknown as CapacityPlan) : (plan as unknown as RunPlan);
}
