// Which facts change a ranking most: each is taken away from every option in turn, and the same answers are ranked
// again. Invariant: what is taken away becomes unknown, never "no".

import { UNKNOWN_FACT } from '../core/catalogue/fact.ts';
import type { FactId } from '../core/catalogue/fact.ts';
import type { Catalogue } from '../core/catalogue/provider.ts';
import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { DecisionBasis, RecommendRequest } from './recommend.ts';
import { recommendFor } from './recommend.ts';

export interface DecisiveFact {
  readonly fact: FactId;
  /** In how many sets of answers another option is ranked first. */
  readonly winnersChanged: number;
  /** How many options changed between eligible, conditional and excluded, over all sets of answers. */
  readonly statusesChanged: number;
  /** By how many places options moved in all. */
  readonly placesMoved: number;
}

type Ranked = Recommendation['options'];

/** One row per fact that changes anything, the most decisive first. Answers must be valid; an invalid set throws. */
export function decisiveFacts(
  basis: DecisionBasis,
  requests: readonly RecommendRequest[],
): readonly DecisiveFact[] {
  const rankings = (catalogue: Catalogue): readonly Ranked[] =>
    requests.map((request) => rankedBy({ ...basis, catalogue }, request));
  const before = rankings(basis.catalogue);
  return basis.catalogue.vocabulary.ids
    .map((fact) => ({ fact, ...effectOf(before, rankings(without(fact, basis.catalogue))) }))
    .filter(({ statusesChanged, placesMoved }) => statusesChanged + placesMoved > 0)
    .toSorted(
      (a, b) =>
        b.winnersChanged - a.winnersChanged ||
        b.statusesChanged - a.statusesChanged ||
        b.placesMoved - a.placesMoved,
    );
}

function rankedBy(basis: DecisionBasis, request: RecommendRequest): Ranked {
  const outcome = recommendFor(basis, request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.options;
}

function effectOf(before: readonly Ranked[], after: readonly Ranked[]): Omit<DecisiveFact, 'fact'> {
  const effects = before.map((old, index) => shift(old, after[index] ?? []));
  const sum = (key: keyof (typeof effects)[number]): number =>
    effects.reduce((total, effect) => total + effect[key], 0);
  return {
    winnersChanged: sum('winnersChanged'),
    statusesChanged: sum('statusesChanged'),
    placesMoved: sum('placesMoved'),
  };
}

function shift(old: Ranked, now: Ranked): Omit<DecisiveFact, 'fact'> {
  const placeIn = (options: Ranked, id: string): number => options.findIndex((option) => option.id === id);
  let statusesChanged = 0;
  let placesMoved = 0;
  for (const [place, { id, status }] of old.entries()) {
    const newPlace = placeIn(now, id);
    if (now[newPlace]?.status !== status) statusesChanged += 1;
    placesMoved += Math.abs(newPlace - place);
  }
  return { winnersChanged: old[0]?.id === now[0]?.id ? 0 : 1, statusesChanged, placesMoved };
}

function without(fact: FactId, catalogue: Catalogue): Catalogue {
  return {
    ...catalogue,
    providers: catalogue.providers.map((provider) => ({
      ...provider,
      facts: { ...provider.facts, [fact]: UNKNOWN_FACT },
    })),
  };
}
