// Quality and price combined by the declared tender rule, beside the score and never inside it.
// Invariant: technical points leave the cost criterion out, so that price does not count twice; what fails a mandatory
// requirement is out, and what is still open ranks behind what is confirmed.

import type { CostData } from '../../data/schema/cost.generated.ts';
import type { Bid, TenderResult } from '../mcda/tender.ts';
import { RELATIVE_WARNING, roundPoints, tender } from '../mcda/tender.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { EvaluatedOption, Evaluation } from './evaluate.ts';
import type { TenderOption, TenderRanking } from './recommendation-analysis.ts';
import type { Interval } from './recommendation.ts';
import { rankOptions } from './ranking.ts';
import { scoreWithoutCost } from './score-against-cost.ts';
import { failedLabels, openLabels } from './strength.ts';
import type { TenderDeclaration } from './tender-declaration.ts';
import * as say from './texts-tender.ts';

/** One option as a bidder. */
interface Bidder {
  readonly option: EvaluatedOption;
  readonly price: number | null;
  readonly priceSource: TenderOption['priceSource'];
  readonly technicalPoints: number;
}

export function tenderRanking(
  evaluation: Evaluation,
  declaration: TenderDeclaration,
  cost: CostData,
): TenderRanking {
  const bidders = evaluation.options.map((option) => bidderOf(option, evaluation, declaration));
  const bandOf = (status: EvaluatedOption['status']): readonly Bidder[] =>
    bidders.filter(({ option, price }) => option.status === status && price !== null);
  const qualified = resultOf(bandOf('eligible'), declaration);
  const provisional = resultOf(bandOf('conditional'), declaration);
  const context = { evaluation, declaration };
  const places = [
    ...placed(bandOf('eligible'), qualified, { ...context, state: 'qualified', before: 0 }),
    ...placed(bandOf('conditional'), provisional, {
      ...context,
      state: 'provisional',
      before: rankedCount(qualified),
    }),
  ];
  const options = [...places, ...unranked(bidders)].toSorted(byPlace);
  const outcome = outcomeOf(options, evaluation);
  return {
    ...declaredWords(declaration, cost),
    ...outcome,
    text: say.outcomeText(outcome, nameOf(evaluation)),
    warnings: warningsOf(declaration, options, outcome.tied, nameOf(evaluation)),
    options,
  };
}

function bidderOf(
  option: EvaluatedOption,
  evaluation: Evaluation,
  { bids, technicalAllocation, rounding }: TenderDeclaration,
): Bidder {
  const technical = technicalAllocation * scoreWithoutCost(evaluation, option);
  const common = { option, technicalPoints: roundPoints(technical, rounding) };
  const bid = bids[option.provider.id];
  if (bid !== undefined) return { ...common, price: bid, priceSource: 'bid' };
  const { total, isPriceKnown } = option.cost;
  return isPriceKnown
    ? { ...common, price: total.likely, priceSource: 'estimate' }
    : { ...common, price: null, priceSource: null };
}

function bidOf({ price, technicalPoints }: Bidder): Bid {
  return { price: price ?? 0, tech: technicalPoints, mandatoryMet: true };
}

function resultOf(bidders: readonly Bidder[], { rule, rounding, tie }: TenderDeclaration): TenderResult {
  return tender(bidders.map(bidOf), rule, { rounding, tie });
}

function rankedCount({ ranks }: TenderResult): number {
  return ranks.filter((rank) => rank !== null).length;
}

interface Band {
  readonly evaluation: Evaluation;
  readonly declaration: TenderDeclaration;
  readonly state: 'qualified' | 'provisional';
  /** Options that stand before this band. */
  readonly before: number;
}

function placed(
  bidders: readonly Bidder[],
  result: TenderResult,
  { evaluation, declaration, state, before }: Band,
): readonly TenderOption[] {
  return bidders.map((bidder, index): TenderOption => {
    const rank = result.ranks[index] ?? null;
    const isProvisional = state === 'provisional';
    return {
      ...shownBidder(bidder),
      state: rank === null ? 'disqualified' : state,
      rank: rank === null ? null : before + rank,
      pricePoints: result.pricePoints[index] ?? null,
      total: result.totals[index] ?? null,
      totalRange: rank === null ? null : totalRange(bidder, evaluation, declaration),
      reason:
        rank === null
          ? say.ABOVE_RESERVE_PRICE
          : isProvisional
            ? say.openText(openLabels(bidder.option))
            : null,
    };
  });
}

function shownBidder({ option, technicalPoints, price, priceSource }: Bidder) {
  return { option: option.provider.id, technicalPoints, price, priceSource };
}

// A relative rule has no range of its own: it depends on what the others bid.
function totalRange(
  { option, price, priceSource }: Bidder,
  evaluation: Evaluation,
  { rule, technicalAllocation, rounding, tie }: TenderDeclaration,
): Interval | null {
  if (rule.kind === 'relative-lowest-price' || price === null) return null;
  const free = rule.kind === 'division' ? { ...rule, reservePrice: null } : rule;
  const totalAt = (end: 'low' | 'high', at: number): number => {
    const tech = roundPoints(technicalAllocation * scoreWithoutCost(evaluation, option, end), rounding);
    // Out for its price at this end, a bid still has a figure to show: that of the reserve price.
    const held = rule.kind === 'additive' ? Math.min(at, rule.reservePrice) : at;
    return tender([{ price: held, tech, mandatoryMet: true }], free, { rounding, tie }).totals[0] ?? 0;
  };
  const { low, high } = priceSource === 'bid' ? { low: price, high: price } : option.cost.total;
  return [totalAt('low', high), totalAt('high', low)];
}

function unranked(bidders: readonly Bidder[]): readonly TenderOption[] {
  return bidders.flatMap((bidder): readonly TenderOption[] => {
    const isExcluded = bidder.option.status === 'excluded';
    if (!isExcluded && bidder.price !== null) return [];
    return [
      {
        ...shownBidder(bidder),
        state: isExcluded ? 'disqualified' : 'noPrice',
        rank: null,
        pricePoints: null,
        total: null,
        totalRange: null,
        reason: isExcluded ? say.mandatoryText(failedLabels(bidder.option)) : say.NO_PRICE,
      },
    ];
  });
}

const STATE_ORDER: readonly TenderOption['state'][] = ['qualified', 'provisional', 'noPrice', 'disqualified'];

function byPlace(a: TenderOption, b: TenderOption): number {
  const states = STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state);
  return states || (a.rank ?? 0) - (b.rank ?? 0) || (a.option < b.option ? -1 : 1);
}

function outcomeOf(
  options: readonly TenderOption[],
  evaluation: Evaluation,
): Pick<TenderRanking, 'winner' | 'tied' | 'sameWinnerAsScore'> {
  const firsts = options.filter(({ state, rank }) => state === 'qualified' && rank === 1);
  const winner = firsts.length === 1 ? (firsts[0]?.option ?? null) : null;
  const [best] = rankOptions(evaluation.options);
  return {
    winner,
    tied: firsts.length > 1 ? firsts.map(({ option }) => option) : [],
    sameWinnerAsScore: winner !== null && best?.option.provider.id === winner,
  };
}

function nameOf({ options }: Evaluation): (id: string) => LocalizedText {
  return (id) => options.find(({ provider }) => provider.id === id)?.provider.name ?? { en: id, ja: id };
}

function warningsOf(
  { rule }: TenderDeclaration,
  options: readonly TenderOption[],
  tied: readonly string[],
  name: (id: string) => LocalizedText,
): readonly LocalizedText[] {
  const ranked = options.filter(({ rank }) => rank !== null);
  const estimated = ranked.filter(({ priceSource }) => priceSource === 'estimate').length;
  const bestTotal = ranked.find(({ state }) => state === 'qualified')?.total ?? null;
  const ahead = ranked.find(
    ({ state, total }) =>
      state === 'provisional' && total !== null && bestTotal !== null && total > bestTotal,
  );
  const unpriced = options.filter(({ state }) => state === 'noPrice').length;
  return [
    ...(rule.kind === 'relative-lowest-price' ? [RELATIVE_WARNING] : []),
    ...(estimated > 0 ? [say.estimatedText(estimated)] : []),
    ...(unpriced > 0 ? [say.unpricedText(unpriced)] : []),
    ...(ahead === undefined ? [] : [say.aheadText(name(ahead.option))]),
    ...(tied.length > 0 ? [say.lotText(tied.map(name))] : []),
  ];
}

/** The declaration with its figures, and in words. */
export function declaredWords(
  { rule, technicalAllocation, rounding, tie }: TenderDeclaration,
  cost: CostData,
) {
  const { kind, ...figures } = rule;
  const stated = Object.entries(figures).filter((entry): entry is [string, number] => entry[1] !== null);
  return {
    rule: kind,
    ruleText: say.RULE_NAMES[kind],
    formulaText: say.formulaText(rule, technicalAllocation, cost.currency),
    rounding,
    roundingText: say.roundingText(rounding),
    tie,
    tieText: say.TIE_TEXTS[tie],
    currency: cost.currency,
    horizonYears: cost.horizonYears,
    declared: { technicalAllocation, ...Object.fromEntries(stated) },
  };
}
