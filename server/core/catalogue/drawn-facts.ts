// Facts drawn at random to be read again at their source: everybody who draws with the same seed draws the same.

import { seededRng } from '../random/rng.ts';
import type { Fact, FactId } from './fact.ts';
import type { Catalogue, Provider } from './provider.ts';

export interface DrawnFact {
  readonly provider: Provider;
  readonly factId: FactId;
  readonly fact: Fact;
}

/** `count` different facts that state something, in the order in which they were drawn. */
export function drawFacts(catalogue: Catalogue, seed: number, count: number): readonly DrawnFact[] {
  const pool = catalogue.providers.flatMap((provider) =>
    catalogue.vocabulary.ids
      .map((factId): DrawnFact => ({ provider, factId, fact: provider.facts[factId] }))
      .filter(({ fact }) => fact.state === 'known' || fact.state === 'range'),
  );
  const rng = seededRng(seed);
  const drawn: DrawnFact[] = [];
  while (drawn.length < count && pool.length > 0) {
    drawn.push(...pool.splice(Math.floor(rng.nextUnit() * pool.length), 1));
  }
  return drawn;
}
