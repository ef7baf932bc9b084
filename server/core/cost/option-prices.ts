// Prices of an option in the currency of the assumptions, without tax, as a range.
// Invariant: an unknown price is a wide range and is named; it is never zero.

import type { CostData } from '../../data/schema/cost.generated.ts';
import { widenedBy } from '../catalogue/ageing.ts';
import type { Fact, FactId } from '../catalogue/fact.ts';
import type { Range } from '../range/range.ts';
import { exactly, rangeFrom } from '../range/range.ts';

export type CostAssumptions = CostData;
export type AssumptionKey = keyof CostData['assumptions'];
export type PriceFacts = Readonly<Partial<Record<FactId, Fact>>>;

export interface Price {
  readonly factId: FactId;
  readonly amount: Range;
  readonly per: string | null;
  /** False: `amount` is an assumption, because the fact is unknown, undisclosed or in a currency without a rate. */
  readonly isKnown: boolean;
}

/** What an option states about its prices. */
export interface StatedPrices {
  readonly facts: PriceFacts;
  /** Share by which a price has widened to both sides with its age; its likely value stays. */
  readonly widening?: Readonly<Partial<Record<FactId, number>>>;
}

/** @param whenUnknown what to assume; null where an unknown price means that there is no such fee */
export function priceOf(
  factId: FactId,
  { facts, widening }: StatedPrices,
  assumptions: CostAssumptions,
  whenUnknown: AssumptionKey | null,
): Price {
  const fact = facts[factId];
  if (fact?.state === 'notApplicable') return { factId, amount: exactly(0), per: null, isKnown: true };
  const amount = fact === undefined ? null : amountOf(fact, assumptions, widening?.[factId] ?? 0);
  if (fact !== undefined && amount !== null) return { factId, amount, per: fact.per ?? null, isKnown: true };
  const assumed = whenUnknown === null ? exactly(0) : assumptions.assumptions[whenUnknown];
  return { factId, amount: assumed, per: null, isKnown: false };
}

function amountOf(fact: Fact, assumptions: CostAssumptions, widening: number): Range | null {
  const stated = statedAmount(fact, widening);
  const rate = stated === null || isFree(stated) ? exactly(1) : rateOf(fact.currency, assumptions);
  if (stated === null || rate === null) return null;
  const taxFactor = fact.taxIncluded === true ? 1 + assumptions.taxRateInPrices : 1;
  return rangeFrom((end) => (stated[end] * rate[end]) / taxFactor);
}

function statedAmount(fact: Fact, widening: number): Range | null {
  const stated = fact.state === 'known' ? { min: fact.value, max: fact.value } : fact;
  const { min, max } = stated;
  if (typeof min !== 'number' || typeof max !== 'number') return null;
  const ends = widenedBy(widening, min, max);
  return { low: ends.min, likely: (min + max) / 2, high: ends.max };
}

function isFree(amount: Range): boolean {
  return amount.high === 0;
}

function rateOf(currency: string | undefined, assumptions: CostAssumptions): Range | null {
  if (currency === assumptions.currency) return exactly(1);
  const key = `exchange${currency ?? ''}`;
  return Object.hasOwn(assumptions.assumptions, key) ? assumptions.assumptions[key as AssumptionKey] : null;
}
