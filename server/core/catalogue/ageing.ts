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

/** `today` is an ISO 8601 day. */
export function ageFact(fact: Fact, kind: FactKind, rule: AgeingRule, today: string): AgedFact {
  const judged = fact.evidence
    .map((evidence) => judge(evidence, kind, rule, today))
    .sort((left, right) => right.confidence - left.confidence);
  const best = judged[0];
  if (best === undefined) return { confidence: 0, ageMonths: null };
  const widened = widen(fact, kind, rule, best.ageMonths);
  return widened === null ? best : { ...best, widened };
}

interface Judged {
  readonly confidence: number;
  readonly ageMonths: number;
}

function judge(evidence: Evidence, kind: FactKind, rule: AgeingRule, today: string): Judged {
  const { freshMonths, halfLifeMonths } = rule.kinds[kind];
  const ageMonths = Math.max(0, monthsBetween(evidence.statedOn ?? evidence.checkedOn, today));
  const staleMonths = Math.max(0, ageMonths - freshMonths);
  return { confidence: rule.trust[evidence.class] * 0.5 ** (staleMonths / halfLifeMonths), ageMonths };
}

function widen(
  fact: Fact,
  kind: FactKind,
  rule: AgeingRule,
  ageMonths: number,
): { min: number; max: number } | null {
  const { freshMonths, widenPerYear } = rule.kinds[kind];
  const share = (widenPerYear * Math.max(0, ageMonths - freshMonths)) / MONTHS_PER_YEAR;
  const min = typeof fact.value === 'number' ? fact.value : fact.min;
  const max = typeof fact.value === 'number' ? fact.value : fact.max;
  if (min === undefined || max === undefined || share === 0) return null;
  return { min: min * Math.max(0, 1 - share), max: max * (1 + share) };
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
