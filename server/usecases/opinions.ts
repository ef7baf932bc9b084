// The weights of one evaluation as each person gives them, alone. Adapters implement the store; the contract binds all.
// Invariant: what one person gave is shown and counted only once everybody who was asked has given theirs.

import { parsePreferences } from '../core/scoring/preferences.ts';
import type { Preferences } from '../core/scoring/preferences.ts';
import type { DecisionModel } from '../data/schema/criteria.generated.ts';

export type ElicitationMethod = Preferences['method'];

/** What was stated so far, by method: changing the method loses nothing. As `parsePreferences` reads it. */
export type Drafts = Readonly<Partial<Record<ElicitationMethod, Readonly<Record<string, unknown>>>>>;

export interface Opinion {
  /** At least 128 random bits: whoever knows it may give this person's weights. */
  readonly id: string;
  readonly evaluationId: string;
  readonly name: string;
  readonly method: ElicitationMethod;
  readonly drafts: Drafts;
  /** When the person said "these are my weights"; null while they are only a draft. */
  readonly givenAt: string | null;
  readonly updatedAt: string;
}

export type InviteOutcome =
  | { readonly kind: 'invited'; readonly opinion: Opinion }
  | { readonly kind: 'nameTaken' }
  | { readonly kind: 'full' }
  | { readonly kind: 'notFound' };

export interface OpinionStore {
  /** One name stands for one person of an evaluation. */
  invite(evaluationId: string, name: string): Promise<InviteOutcome>;
  get(id: string): Promise<Opinion | null>;
  /** In the order in which they were asked. */
  listFor(evaluationId: string): Promise<readonly Opinion[]>;
  /** Once it resolves the draft survives a kill. Null when there is no such person. */
  saveDraft(
    id: string,
    method: ElicitationMethod,
    draft: Readonly<Record<string, unknown>>,
  ): Promise<Opinion | null>;
  /** Makes the draft count, or takes that back. */
  setGiven(id: string, isGiven: boolean): Promise<Opinion | null>;
  /** False when another person of the evaluation has that name, or there is no such person. */
  rename(id: string, name: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

/** What the recommendation of an evaluation takes beside its answers: `people` as an answers file states them. */
export type StatedWeights = Readonly<Record<string, unknown>>;

export interface OpinionDeps {
  readonly opinions: Pick<OpinionStore, 'listFor'>;
  readonly model: DecisionModel;
}

/** Everybody's weights, or nothing while one person has not given theirs: then the answers decide. */
export async function statedWeights(deps: OpinionDeps, evaluationId: string): Promise<StatedWeights> {
  const opinions = await deps.opinions.listFor(evaluationId);
  if (opinions.some(({ givenAt }) => givenAt === null)) return {};
  // A criterion that a later version of the model dropped must not take the whole result with it.
  const usable = opinions.filter((opinion) => parsePreferences(statedBy(opinion), deps.model).ok);
  if (usable.length === 0) return {};
  return { people: Object.fromEntries(usable.map((opinion) => [opinion.name, statedBy(opinion)])) };
}

/** The weights in the form that `parsePreferences` reads; what was merely typed stays behind. */
export function statedBy({
  method,
  drafts,
}: Pick<Opinion, 'method' | 'drafts'>): Readonly<Record<string, unknown>> {
  const { typed: _typed, ...stated } = drafts[method] ?? {};
  return { ...stated, method };
}
