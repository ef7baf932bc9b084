// Tender rules that combine quality and price. Absolute rules first; the relative one carries a warning, because a third
// bid can swap the first two (docs/scoring.md).
// Invariant: rounding and the tie rule are part of the declared rule, never of the program.

import type { LocalizedText } from '../text/localized.ts';
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

export const RELATIVE_WARNING: LocalizedText = {
  en: 'This rule scores a price against the lowest bid. A further bid can change the order of the others; an absolute rule cannot.',
  ja: 'この方式は最低入札価格との比で採点するため、入札者が増えるだけで他者の順位が入れ替わることがあります。絶対評価の方式ではこれは起こりません。',
};

export const TIE_RULES = ['higher-technical', 'lower-price', 'lot'] as const;
/** Who is first among equal totals; what the rule leaves open is drawn by lot, outside this program. */
export type TieRule = (typeof TIE_RULES)[number];

export interface TenderTerms {
  readonly rounding: Rounding;
  readonly tie: TieRule;
}

export type PriceRule =
  /** 加算方式: price points = allocation × (1 − price ÷ reserve price); total = technical + price points. */
  | { readonly kind: 'additive'; readonly reservePrice: number; readonly priceAllocation: number }
  /** 除算方式: (standard + technical points) ÷ price, per `perAmount` of money. Without a reserve price none is too dear. */
  | {
      readonly kind: 'division';
      readonly reservePrice: number | null;
      readonly standardPoints: number;
      readonly perAmount: number;
    }
  /** Price points = allocation × clip(1 − price ÷ budget): beyond the budget a bid has none, but stays in. */
  | { readonly kind: 'weighted-sum'; readonly budget: number; readonly priceAllocation: number }
  /** Price points = allocation × lowest price ÷ price, among the bids that qualify. */
  | { readonly kind: 'relative-lowest-price'; readonly priceAllocation: number };

export type DisqualifiedFor = 'mandatory-item' | 'above-reserve-price';

export interface TenderResult {
  /** null for a bid that is out, and where the rule has no price points of its own (division). */
  readonly pricePoints: readonly (number | null)[];
  readonly totals: readonly (number | null)[];
  /** From 1, by total and then by the tie rule; equal where that decides nothing; null for a bid that is out. */
  readonly ranks: readonly (number | null)[];
  readonly disqualified: readonly { readonly bid: number; readonly reason: DisqualifiedFor }[];
  /** Counted from 1; null when nobody qualifies or the tie rule does not decide. */
  readonly winner: number | null;
  readonly tied: readonly number[];
}

export function tender(bids: readonly Bid[], rule: PriceRule, terms: TenderTerms): TenderResult {
  const reasons = bids.map((bid) => disqualification(bid, rule));
  const qualified = bids.filter((_, index) => reasons[index] === null);
  const lowestPrice = smallest(qualified.map(({ price }) => price));
  const scored = bids.map((bid, index) =>
    reasons[index] === null ? scoredBid(bid, rule, lowestPrice, terms.rounding) : null,
  );
  return {
    pricePoints: scored.map((one) => one?.pricePoints ?? null),
    totals: scored.map((one) => one?.total ?? null),
    disqualified: reasons.flatMap((reason, index) => (reason === null ? [] : [{ bid: index + 1, reason }])),
    ...placesOf(bids, scored, terms.tie),
  };
}

interface ScoredBid {
  readonly pricePoints: number | null;
  readonly total: number;
}

function scoredBid(bid: Bid, rule: PriceRule, lowestPrice: number, rounding: Rounding): ScoredBid {
  if (rule.kind === 'division') {
    const quotient = ((rule.standardPoints + bid.tech) / bid.price) * rule.perAmount;
    return { pricePoints: null, total: roundPoints(quotient, rounding) };
  }
  const value = priceValue(bid.price, rule, lowestPrice);
  const pricePoints = roundPoints(rule.priceAllocation * value, rounding);
  return { pricePoints, total: bid.tech + pricePoints };
}

function priceValue(
  price: number,
  rule: Exclude<PriceRule, { readonly kind: 'division' }>,
  lowestPrice: number,
): number {
  switch (rule.kind) {
    case 'additive':
      return 1 - price / rule.reservePrice;
    case 'weighted-sum':
      return absolutePriceValue(price, rule.budget);
    case 'relative-lowest-price':
      return lowestPrice / price;
  }
}

function absolutePriceValue(price: number, budget: number): number {
  return Math.min(1, Math.max(0, 1 - price / budget));
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
  return (
    weights.quality * (bid.quality / scale.qualityMax) +
    weights.price * absolutePriceValue(bid.price, scale.budget)
  );
}

/** 圧縮: points A × (X ÷ B), from a scale of B points to one of X. */
export function compressedPoints(points: number, toMax: number, fromMax: number, rounding: Rounding): number {
  return roundPoints((points * toMax) / fromMax, rounding);
}

function disqualification(bid: Bid, rule: PriceRule): DisqualifiedFor | null {
  if (!bid.mandatoryMet) return 'mandatory-item';
  const reserve = 'reservePrice' in rule ? rule.reservePrice : null;
  return reserve !== null && bid.price > reserve ? 'above-reserve-price' : null;
}

interface PlacedBid {
  readonly index: number;
  readonly total: number;
  readonly tech: number;
  readonly price: number;
}

function placesOf(
  bids: readonly Bid[],
  scored: readonly (ScoredBid | null)[],
  tie: TieRule,
): Pick<TenderResult, 'ranks' | 'winner' | 'tied'> {
  const left = bids.flatMap(({ tech, price }, index): PlacedBid[] => {
    const total = scored[index]?.total;
    return total === undefined ? [] : [{ index, total, tech, price }];
  });
  const isAhead = (a: PlacedBid, b: PlacedBid): boolean => compareBids(a, b, tie) < 0;
  const ranks = bids.map((_, index) => {
    const own = left.find((bid) => bid.index === index);
    return own === undefined ? null : 1 + left.filter((other) => isAhead(other, own)).length;
  });
  const firsts = ranks.flatMap((rank, index) => (rank === 1 ? [index + 1] : []));
  const [winner = null] = firsts;
  return firsts.length > 1 ? { ranks, winner: null, tied: firsts } : { ranks, winner, tied: [] };
}

// Totals nearer than rounding of sums can tell apart are equal, or the tie rule would never come to bear.
function compareBids(a: PlacedBid, b: PlacedBid, tie: TieRule): number {
  if (Math.abs(a.total - b.total) > FLOAT_SLACK) return b.total - a.total;
  if (tie === 'higher-technical') return b.tech - a.tech;
  return tie === 'lower-price' ? a.price - b.price : 0;
}
