// The port to the load harness: says whether a plan may be run, and runs it.

import type { LocalizedText } from '../core/text/localized.ts';
import type { Problem } from '../core/text/problem.ts';
import type { JsonObject } from './stores.ts';

export type PlanReview =
  | { readonly kind: 'accepted'; readonly target: string }
  /** The plan itself cannot be used; every problem with its path in the plan. */
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  /** The target policy says no; nothing was sent. */
  | { readonly kind: 'refused'; readonly reason: LocalizedText };

export type LoadOutcome =
  | { readonly kind: 'finished'; readonly result: JsonObject }
  | { readonly kind: 'refused'; readonly reason: LocalizedText }
  | { readonly kind: 'failed'; readonly reason: LocalizedText };

export interface LoadHooks {
  onEvent(event: JsonObject): void;
  /** Aborting stops the load within a second; the run then ends as finished with the verdict `aborted`. */
  readonly signal: AbortSignal;
}

export interface LoadRunner {
  /** Checks a plan and resolves its target without sending it anything. */
  review(plan: JsonObject): Promise<PlanReview>;
  run(plan: JsonObject, hooks: LoadHooks): Promise<LoadOutcome>;
}
