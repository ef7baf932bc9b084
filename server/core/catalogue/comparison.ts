// Two to five options side by side: for every fact what each says, and whether they differ.
// Invariant: an unknown fact differs from nothing; it is open.

import type { Fact, FactId } from './fact.ts';
import type { Catalogue, Provider } from './provider.ts';
import type { FactDefinition } from './vocabulary.ts';

export const COMPARED_MIN = 2;
export const COMPARED_MAX = 5;

/** `open`: at most one option states it, so nothing can be compared. */
export type Agreement = 'same' | 'differs' | 'open';

export interface ComparedFact {
  readonly definition: FactDefinition;
  /** In the order of the options. */
  readonly facts: readonly Fact[];
  readonly agreement: Agreement;
  /** Some options say it and others do not. */
  readonly isPartlyUnknown: boolean;
}

/** Facts that at least one of the options says anything about, in the order of the schema. */
export function compareOptions(catalogue: Catalogue, options: readonly Provider[]): readonly ComparedFact[] {
  return catalogue.vocabulary.ids
    .map((id) => comparedFact(catalogue.vocabulary.facts[id], id, options))
    .filter(({ facts }) => facts.some(({ state }) => state !== 'unknown'));
}

function comparedFact(definition: FactDefinition, id: FactId, options: readonly Provider[]): ComparedFact {
  const facts = options.map((option) => option.facts[id]);
  const answered = facts.filter(({ state }) => state === 'known' || state === 'range');
  const isMissing = ({ state }: Fact): boolean => state === 'unknown' || state === 'undisclosed';
  const distinct = new Set(answered.map(contentKey));
  return {
    definition,
    facts,
    agreement: answered.length < COMPARED_MIN ? 'open' : distinct.size === 1 ? 'same' : 'differs',
    isPartlyUnknown: answered.length > 0 && facts.some(isMissing),
  };
}

/** What a fact says, without its sources and remarks: two facts with the same key say the same. */
function contentKey(fact: Fact): string {
  const { state, value, min, max, unlimited, unit, window, scope, currency, per, taxIncluded, text } = fact;
  const items = Array.isArray(value) ? [...(value as readonly string[])].sort() : value;
  return JSON.stringify([
    state,
    items,
    min,
    max,
    unlimited,
    unit,
    window,
    scope,
    currency,
    per,
    taxIncluded,
    text?.en,
  ]);
}
