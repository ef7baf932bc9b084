// Tender rules that combine quality and price. Absolute rules first; the relative one carries a warning, because a third
// bid can swap the first two (docs/scoring.md).
// Invariant: rounding and the tie rule are part of the declared rule, never of the program.

import type { Vector } from './matrix.ts';
import { smallest } from './matrix.ts';

export interface Rounding {
  readonly mode: 'none' | 'floor' | 'half-up';
  readonly decimals: number;
}

export const NO_ROUNDING: Rounding = { mode: 'none', decimals: 0 };
/** Added before rounding: 0.285 × 100 must not become 28.499999999999996. */
const FLOAT_SLACK = 1e-9;

export function roundPoints(points: number, rounding: Rounding): number {
  if (rounding.mode === 'none') return points;
  const factor = 10 ** rounding.decimals;
  const shifted = points * factor + FLOAT_SLACK;
  return (rounding.mode === 'floor' ? Math.floor(shifted) : Math.floor(shifted + 0.5)) / factor;
}

export interface Bid {
  readonly price: number;
  readonly tech: number;
  /** False: a mandatory item is missing, the bid is out. */
  readonly mandatoryMet: boolean;
}

export type DisqualifiedFor = 'mandatory-item' | 'above-reserve-price';

export interface TenderResult {
  readonly pricePoints: readonly (number | null)[];
  readonly totals: readonly (number | null)[];
  readonly disqualified: readonly { readonly bid: number; readonly reason: DisqualifiedFor }[];
  /** Counted from 1; null when nobody qualifies or the tie rule does not decide. */
  readonly winner: number | null;
  readonly tied: readonly number[];
}

/** 加算方式: price points = allocation × (1 − price ÷ reserve price); total = technical + price points. */
export function additiveTender(
  bids: readonly Bid[],
  reservePrice: number,
  priceAllocation: number,
  rounding: Rounding,
): TenderResult {
  const reasons = bids.map((bid) => disqualification(bid, reservePrice));
  const pricePoints = bids.map((bid, index) =>
    reasons[index] === null ? roundPoints(priceAllocation * (1 - bid.price / reservePrice), rounding) : null,
  );
  const totals = pricePoints.map((points, index) =>
    points === null ? null : points + (bids[index]?.tech ?? 0),
  );
  return { pricePoints, totals, ...outcome(bids, totals, reasons) };
}

/** 除算方式: evaluation = (standard + added points) ÷ price, per `perAmount` of money. */
export function divisionTender(
  bids: readonly Bid[],
  reservePrice: number,
  rule: { readonly standardPoints: number; readonly perAmount: number },
  rounding: Rounding,
): TenderResult {
  const reasons = bids.map((bid) => disqualification(bid, reservePrice));
  const totals = bids.map((bid, index) =>
    reasons[index] === null
      ? roundPoints(((rule.standardPoints + bid.tech) / bid.price) * rule.perAmount, rounding)
      : null,
  );
  return { pricePoints: bids.map(() => null), totals, ...outcome(bids, totals, reasons) };
}

/** Lowest price ÷ price × points: relative to the other bids. */
export function relativePricePoints(prices: Vector, maxPoints: number): Vector {
  const lowest = smallest(prices);
  return prices.map((price) => (price === 0 ? maxPoints : (maxPoints * lowest) / price));
}

/** Quality out of `qualityMax` and price as an absolute value clip(1 − price ÷ budget), weighted. */
export function weightedTotal(
  bid: { readonly quality: number; readonly price: number },
  scale: { readonly qualityMax: number; readonly budget: number },
  weights: { readonly quality: number; readonly price: number },
): number {
  const priceValue = Math.min(1, Math.max(0, 1 - bid.price / scale.budget));
  return weights.quality * (bid.quality / scale.qualityMax) + weights.price * priceValue;
}

/** 圧縮: points A × (X ÷ B), from a scale of B points to one of X. */
export function compressedPoints(points: number, toMax: number, fromMax: number, rounding: Rounding): number {
  return roundPoints((points * toMax) / fromMax, rounding);
}

function disqualification(bid: Bid, reservePrice: number): DisqualifiedFor | null {
  if (!bid.mandatoryMet) return 'mandatory-item';
  return bid.price > reservePrice ? 'above-reserve-price' : null;
}

// Equal totals: the higher technical score wins; if that is equal too, the rule leaves it to a lot.
function outcome(
  bids: readonly Bid[],
  totals: readonly (number | null)[],
  reasons: readonly (DisqualifiedFor | null)[],
) {
  const disqualified = reasons.flatMap((reason, index) =>
    reason === null ? [] : [{ bid: index + 1, reason }],
  );
  const left = totals.flatMap((total, index) =>
    total === null ? [] : [{ index, total, tech: bids[index]?.tech ?? 0 }],
  );
  const ordered = left.sort((a, b) => b.total - a.total || b.tech - a.tech);
  const first = ordered[0];
  if (first === undefined) return { disqualified, winner: null, tied: [] };
  const tied = ordered.filter((bid) => bid.total === first.total && bid.tech === first.tech);
  return {
    disqualified,
    winner: tied.length === 1 ? first.index + 1 : null,
    tied: tied.length === 1 ? [] : tied.map((bid) => bid.index + 1),
  };
}
