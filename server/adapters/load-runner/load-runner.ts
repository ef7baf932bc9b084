// The load harness behind the LoadRunner port. Plans and results cross the port as plain JSON.

import { checkTarget, runLoad } from '../../../benchmarks/index.ts';
import type { RunPlan, RunRefusal, RunResult, TargetPolicy } from '../../../benchmarks/index.ts';
import type { LoadOutcome, LoadRunner } from '../../usecases/load-runner.ts';

/** @param policy which targets the operator allows besides this machine */
export function createLoadRunner(policy: TargetPolicy, mailfitVersion: string): LoadRunner {
  return {
    async review(plan) {
      const target = String(plan['target']);
      const verdict = await checkTarget(target, policy);
      return verdict.refused ? { kind: 'refused', reason: verdict.text } : { kind: 'accepted', target };
    },
    async run(plan, hooks) {
      const outcome = await runLoad(plan as unknown as RunPlan, {
        onEvent: (event) => hooks.onEvent({ ...event }),
        signal: hooks.signal,
        policy,
        mailfitVersion,
      });
      return outcomeOf(outcome);
    },
  };
}

function outcomeOf(outcome: RunResult | RunRefusal): LoadOutcome {
  if (!('refused' in outcome)) return { kind: 'finished', result: { ...outcome } };
  const kind = outcome.kind === 'safety' ? 'refused' : 'failed';
  return { kind, reason: outcome.text };
}
