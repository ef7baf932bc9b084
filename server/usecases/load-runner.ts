// The port to the load harness: says whether a plan may be run and what it would send, and runs it.

import type { ControlState, PlanPreview } from '../../benchmarks/index.ts';
import type { LocalizedText } from '../core/text/localized.ts';
import type { Problem } from '../core/text/problem.ts';
import type { JsonObject, RunKind } from './stores.ts';

export type PlanReview =
  | { readonly kind: 'accepted'; readonly target: string }
  /** The plan itself cannot be used; every problem with its path in the plan. */
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  /** The target policy says no; nothing was sent. */
  | { readonly kind: 'refused'; readonly reason: LocalizedText };

export type PlanForecast =
  | { readonly kind: 'accepted'; readonly preview: PlanPreview }
  | Exclude<PlanReview, { readonly kind: 'accepted' }>;

export type LoadOutcome =
  | { readonly kind: 'finished'; readonly result: JsonObject }
  | { readonly kind: 'refused'; readonly reason: LocalizedText }
  | { readonly kind: 'failed'; readonly reason: LocalizedText };

export interface LoadHooks {
  onEvent(event: JsonObject): void;
  /** Aborting stops the load within a second; the run then ends as finished with the verdict `aborted`. */
  readonly signal: AbortSignal;
  /** The password for the plan's `passwordEnv`, where it does not come from the environment. */
  readonly secret?: string | null;
}

export interface LoadRunner {
  /** Checks a plan and resolves its target without sending it anything. */
  review(plan: JsonObject): Promise<PlanReview>;
  /** What the plan will send at most, against the ceilings; checks the target as `review` does. */
  forecast(plan: JsonObject, kind: RunKind): Promise<PlanForecast>;
  /** Who controls the target; contacts a server that is not on this machine once, without mail. */
  control(target: string): Promise<ControlState>;
  /** `kind` says what the plan is: of a run (also one that holds connections), or of a search for the capacity. */
  run(plan: JsonObject, hooks: LoadHooks, kind?: RunKind): Promise<LoadOutcome>;
}

/** The name under which a plan asks for the password of its candidate. */
export const CANDIDATE_PASSWORD = 'MAILFIT_CANDIDATE_PASSWORD';
