// Five-year cost of one option for the size the customer needs, cloud or on-premise, with a range for what is unknown.
// Invariant: at each end the lines add up to the total.

import type { Fact, FactId } from '../catalogue/fact.ts';
import type { Deployment } from '../catalogue/provider.ts';
import type { Range, RangeEnd } from '../range/range.ts';
import { exactly, rangeFrom } from '../range/range.ts';
import type { Sizing } from '../sizing/sizing.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { CostLine } from './cost-lines.ts';
import { boughtAgain, lineTotal, paidOnce, paidRising, paidYearly, totalOf } from './cost-lines.ts';
import { COST_LABELS } from './cost-labels.ts';
import type { AssumptionKey, CostAssumptions, Price, StatedPrices } from './option-prices.ts';
import { priceOf } from './option-prices.ts';
import { kwhPerYear } from './tco.ts';

const MONTHS_PER_YEAR = 12;
const TB_PER_GIB = 1024 ** 3 / 1e12;
const MAILBOXES_PER_FTE_FIGURE = 1000;

/** What the cost depends on besides prices. */
export interface CostNeed {
  readonly users: number;
  /** Servers that each can carry the load; as many as there are copies of the mail. */
  readonly copies: number;
  readonly sizing: Pick<Sizing, 'cores' | 'ramGiB' | 'provisionedGiB' | 'usableGiB' | 'fteOnPrem'>;
}

export interface PricedOption extends StatedPrices {
  readonly deployment: Deployment;
}

export interface OptionCost {
  readonly currency: string;
  readonly years: number;
  readonly total: Range;
  /** null without users. */
  readonly perUserMonth: Range | null;
  readonly lines: readonly { readonly key: string; readonly label: LocalizedText; readonly amount: Range }[];
  /** Price facts that were not known, so that an assumption stands in; ask the vendor. */
  readonly unknownPrices: readonly FactId[];
  /** False: the price that the option is chiefly paid by is an assumption. */
  readonly isPriceKnown: boolean;
}

/** Total cost of an option over the horizon of the assumptions, at the low, likely and high end of everything. */
export function fiveYearCost(option: PricedOption, need: CostNeed, assumptions: CostAssumptions): OptionCost {
  const prices = pricesOf(option, assumptions);
  const linesAt = (end: RangeEnd): readonly CostLine[] =>
    option.deployment === 'cloud'
      ? cloudLines({ option, need, assumptions, prices, end })
      : onPremLines({ option, need, assumptions, prices, end });
  const at = { low: linesAt('low'), likely: linesAt('likely'), high: linesAt('high') };
  const total = rangeFrom((end) => totalOf(at[end]));
  const userMonths = need.users * MONTHS_PER_YEAR * assumptions.horizonYears;
  const chiefly = option.deployment === 'cloud' ? [prices.subscription] : [prices.server, prices.user];
  return {
    currency: assumptions.currency,
    years: assumptions.horizonYears,
    total,
    perUserMonth: userMonths > 0 ? rangeFrom((end) => total[end] / userMonths) : null,
    lines: at.likely.map((line, index) => ({
      key: line.key,
      label: COST_LABELS[line.key as keyof typeof COST_LABELS],
      amount: rangeFrom((end) => lineAmount(at[end][index])),
    })),
    unknownPrices: priceList(option.deployment, prices)
      .filter((price) => !price.isKnown)
      .map((price) => price.factId),
    isPriceKnown: chiefly.every((price) => price.isKnown),
  };
}

function lineAmount(line: CostLine | undefined): number {
  return line === undefined ? 0 : lineTotal(line);
}

interface Prices {
  readonly subscription: Price;
  readonly setup: Price;
  readonly server: Price;
  readonly user: Price;
  readonly support: Price;
}

function pricesOf(option: PricedOption, assumptions: CostAssumptions): Prices {
  const perUser = priceOf('pricePerUserMonth', option, assumptions, 'pricePerUserMonthUnknown');
  const perOrganisation = priceOf('pricePerOrganisationMonth', option, assumptions, null);
  const isFlat = option.facts.pricePerUserMonth?.state !== 'known' && perOrganisation.per !== null;
  return {
    subscription: isFlat ? perOrganisation : perUser,
    setup: priceOf('setupFee', option, assumptions, 'setupFeeUnknown'),
    server: priceOf('serverLicence', option, assumptions, 'serverLicenceUnknown'),
    user: priceOf('userLicence', option, assumptions, 'userLicenceUnknown'),
    support: priceOf('supportFeeYear', option, assumptions, 'supportFeeYearUnknown'),
  };
}

function priceList(deployment: Deployment, prices: Prices): readonly Price[] {
  return deployment === 'cloud'
    ? [prices.subscription, prices.setup]
    : [prices.server, prices.user, prices.support];
}

interface CostCase {
  readonly option: PricedOption;
  readonly need: CostNeed;
  readonly assumptions: CostAssumptions;
  readonly prices: Prices;
  readonly end: RangeEnd;
}

function assumed({ assumptions, end }: CostCase, key: AssumptionKey): number {
  return assumptions.assumptions[key][end];
}

function cloudLines(at: CostCase): readonly CostLine[] {
  const { need, prices, end, assumptions } = at;
  const years = assumptions.horizonYears;
  const licences = Math.ceil(need.users * (1 + assumed(at, 'spareLicenceShare')));
  const units = prices.subscription.factId === 'pricePerOrganisationMonth' ? 1 : licences;
  const perYear = prices.subscription.amount[end] * units * MONTHS_PER_YEAR;
  const fte = Math.max(
    assumed(at, 'cloudMinFte'),
    (need.users / MAILBOXES_PER_FTE_FIGURE) * assumed(at, 'cloudFtePer1000'),
  );
  return [
    paidRising('subscription', perYear, years, assumed(at, 'priceRisePerYear')),
    paidOnce('setup', prices.setup.amount[end]),
    ...sharedLines(at, fte),
  ];
}

function onPremLines(at: CostCase): readonly CostLine[] {
  const { need, prices, end, assumptions } = at;
  const years = assumptions.horizonYears;
  const servers = serversFor(at);
  const diskTB = need.sizing.provisionedGiB * TB_PER_GIB;
  const hardware = servers * assumed(at, 'serverPrice') + diskTB * assumed(at, 'pricePerTB');
  const power = { servers, watts: assumed(at, 'wattsPerServer'), pue: assumed(at, 'pue') };
  const fte = need.sizing.fteOnPrem * assumed(at, 'onPremStaffSpread');
  return [
    boughtAgain('hardware', hardware, assumptions.hardwareLifeYears, years),
    paidYearly('hwMaintenance', hardware * assumed(at, 'hwMaintRate'), years),
    ...licenceLines(at, servers),
    paidYearly('support', supportPerYear(prices.support, servers, need.users)[end], years),
    paidYearly('power', kwhPerYear(power) * assumed(at, 'pricePerKWh'), years),
    paidOnce('backup', need.sizing.usableGiB * TB_PER_GIB * assumed(at, 'backupPerTB')),
    ...sharedLines(at, fte),
  ];
}

/** Lines that both kinds of option have: filter bought beside it, moving in, staff. */
function sharedLines(at: CostCase, fte: number): readonly CostLine[] {
  const { need, assumptions, option, end } = at;
  const years = assumptions.horizonYears;
  const filterPerUserMonth = filterPrice(option.facts.spamFilter, assumptions)[end];
  return [
    paidYearly('filtering', need.users * MONTHS_PER_YEAR * filterPerUserMonth, years),
    paidOnce('migration', need.users * assumed(at, 'migrationPerUser')),
    paidYearly('staff', fte * assumed(at, 'staffCostPerYear'), years),
  ];
}

/** As many servers for every copy of the mail as cores and memory ask for. */
function serversFor(at: CostCase): number {
  const { sizing, copies } = at.need;
  const perCopy = Math.max(
    1,
    Math.ceil(sizing.cores / assumed(at, 'coresPerServer')),
    Math.ceil(sizing.ramGiB / assumed(at, 'ramPerServerGiB')),
  );
  return copies * perCopy;
}

// A licence bought for good is kept up by software assurance, unless the vendor's own support fee is known.
function licenceLines(at: CostCase, servers: number): readonly CostLine[] {
  const { need, prices, end, assumptions } = at;
  const years = assumptions.horizonYears;
  const bought = [
    { price: prices.server, units: servers, yearly: 'server-year' },
    { price: prices.user, units: need.users, yearly: 'user-year' },
  ];
  const sumOf = (isYearly: boolean): number =>
    bought
      .filter(({ price, yearly }) => (price.per === yearly) === isYearly)
      .reduce((sum, { price, units }) => sum + price.amount[end] * units, 0);
  const assuranceRate = prices.support.isKnown ? 0 : assumed(at, 'softwareAssuranceRate');
  return [
    paidOnce('licence', sumOf(false)),
    paidYearly('licenceRental', sumOf(true), years),
    paidYearly('softwareAssurance', sumOf(false) * assuranceRate, years),
  ];
}

// Vendor support of software run by oneself can be left out, so the low end does without.
function supportPerYear(price: Price, servers: number, users: number): Range {
  const units = price.per === 'server-year' ? servers : price.per === 'user-year' ? users : 1;
  return { low: 0, likely: price.amount.likely * units, high: price.amount.high * units };
}

function filterPrice(spamFilter: Fact | undefined, assumptions: CostAssumptions): Range {
  const filter = assumptions.assumptions.filterPUPM;
  if (spamFilter?.state !== 'known') return { low: 0, likely: 0, high: filter.high };
  return spamFilter.value === 'none' || spamFilter.value === 'separate' ? filter : exactly(0);
}
