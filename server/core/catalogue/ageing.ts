// What age does to a fact, by the declared rule of server/data/ageing.yaml.
// Invariant: age never turns a known fact into another value; it only lowers confidence and widens numbers to both sides.

import type { AgeingRule } from '../../data/schema/ageing.generated.ts';
import { monthsBetween } from './age.ts';
import type { Evidence, Fact, FactId } from './fact.ts';
import type { Catalogue, Provider } from './provider.ts';
import type { FactKind, FactVocabulary } from './vocabulary.ts';

export type { AgeingRule };

export interface AgedFact {
  /** 0 to 1, of the source that is believed most; 0 without evidence. */
  readonly confidence: number;
  /** Age of that source in months, by the date it carries, or else by the day it was read; null without evidence. */
  readonly ageMonths: number | null;
  /** Ends of a number after widening; absent where the rule does not widen. */
  readonly widened?: { readonly min: number; readonly max: number };
}

const MONTHS_PER_YEAR = 12;

/** What is said where, and when: all that age is computed from. */
export type DatedSource = Pick<Evidence, 'class' | 'checkedOn' | 'statedOn'>;

export interface SourceAge {
  /** 0 to 1. */
  readonly confidence: number;
  readonly ageMonths: number;
  /** Share by which a number widens to both sides; 0 while it is fresh. */
  readonly widening: number;
}

/** The source that is believed most, with its age; null without a source. `today` is an ISO 8601 day. */
export function believedSource(
  sources: readonly DatedSource[],
  kind: FactKind,
  rule: AgeingRule,
  today: string,
): SourceAge | null {
  let best: SourceAge | null = null;
  for (const source of sources) {
    const age = judge(source, kind, rule, today);
    if (best === null || age.confidence > best.confidence) best = age;
  }
  return best;
}

function judge(source: DatedSource, kind: FactKind, rule: AgeingRule, today: string): SourceAge {
  const { freshMonths, halfLifeMonths, widenPerYear } = rule.kinds[kind];
  const ageMonths = Math.max(0, monthsBetween(source.statedOn ?? source.checkedOn, today));
  const staleMonths = Math.max(0, ageMonths - freshMonths);
  return {
    confidence: rule.trust[source.class] * 0.5 ** (staleMonths / halfLifeMonths),
    ageMonths,
    widening: (widenPerYear * staleMonths) / MONTHS_PER_YEAR,
  };
}

/** A number or range widened to both sides by a share of itself; never below zero. */
export function widenedBy(widening: number, min: number, max: number): { min: number; max: number } {
  return { min: min * Math.max(0, 1 - widening), max: max * (1 + widening) };
}

/** `today` is an ISO 8601 day. */
export function ageFact(fact: Fact, kind: FactKind, rule: AgeingRule, today: string): AgedFact {
  const best = believedSource(fact.evidence, kind, rule, today);
  if (best === null) return { confidence: 0, ageMonths: null };
  const { confidence, ageMonths } = best;
  const min = typeof fact.value === 'number' ? fact.value : fact.min;
  const max = typeof fact.value === 'number' ? fact.value : fact.max;
  if (min === undefined || max === undefined || best.widening === 0) return { confidence, ageMonths };
  return { confidence, ageMonths, widened: widenedBy(best.widening, min, max) };
}

export interface FactToRecheck extends AgedFact {
  readonly providerId: string;
  readonly factId: FactId;
}

/** Known facts believed less than the rule asks for, the least believed first; ties by option and fact. */
export function factsToRecheck(catalogue: Catalogue, rule: AgeingRule, today: string): FactToRecheck[] {
  return catalogue.providers
    .flatMap((provider) => agedFacts(provider, catalogue.vocabulary, rule, today))
    .filter(({ confidence }) => confidence < rule.recheckBelow)
    .sort((left, right) => left.confidence - right.confidence);
}

/** Every known or ranged fact of an option with its age and confidence. */
export function agedFacts(
  provider: Provider,
  vocabulary: FactVocabulary,
  rule: AgeingRule,
  today: string,
): FactToRecheck[] {
  return vocabulary.ids
    .filter((factId) => ['known', 'range'].includes(provider.facts[factId].state))
    .map((factId) => ({
      providerId: provider.id,
      factId,
      ...ageFact(provider.facts[factId], vocabulary.facts[factId].kind, rule, today),
    }));
}
