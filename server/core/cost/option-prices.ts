// Prices of an option in the currency of the assumptions, without tax, as a range.
// Invariant: an unknown price is a wide range and is named; it is never zero.

import type { CostData } from '../../data/schema/cost.generated.ts';
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

/** @param whenUnknown what to assume; null where an unknown price means that there is no such fee */
export function priceOf(
  factId: FactId,
  facts: PriceFacts,
  assumptions: CostAssumptions,
  whenUnknown: AssumptionKey | null,
): Price {
  const fact = facts[factId];
  if (fact?.state === 'notApplicable') return { factId, amount: exactly(0), per: null, isKnown: true };
  const amount = fact === undefined ? null : amountOf(fact, assumptions);
  if (fact !== undefined && amount !== null) return { factId, amount, per: fact.per ?? null, isKnown: true };
  const assumed = whenUnknown === null ? exactly(0) : assumptions.assumptions[whenUnknown];
  return { factId, amount: assumed, per: null, isKnown: false };
}

function amountOf(fact: Fact, assumptions: CostAssumptions): Range | null {
  const stated = statedAmount(fact);
  const rate = stated === null || isFree(stated) ? exactly(1) : rateOf(fact.currency, assumptions);
  if (stated === null || rate === null) return null;
  const taxFactor = fact.taxIncluded === true ? 1 + assumptions.taxRateInPrices : 1;
  return rangeFrom((end) => (stated[end] * rate[end]) / taxFactor);
}

function statedAmount(fact: Fact): Range | null {
  if (fact.state === 'known' && typeof fact.value === 'number') return exactly(fact.value);
  if (fact.state !== 'range' || fact.min === undefined || fact.max === undefined) return null;
  return { low: fact.min, likely: (fact.min + fact.max) / 2, high: fact.max };
}

function isFree(amount: Range): boolean {
  return amount.high === 0;
}

function rateOf(currency: string | undefined, assumptions: CostAssumptions): Range | null {
  if (currency === assumptions.currency) return exactly(1);
  const key = `exchange${currency ?? ''}`;
  return Object.hasOwn(assumptions.assumptions, key) ? assumptions.assumptions[key as AssumptionKey] : null;
}
