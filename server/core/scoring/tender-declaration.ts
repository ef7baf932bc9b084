// The tender rule that an answers file declares under `tender`. Checked, all problems at once.
// Invariant: nothing is combined unless it is declared; every figure of the rule is in the declaration.

import type { PriceRule, Rounding, TieRule } from '../mcda/tender.ts';
import { NO_ROUNDING, TIE_RULES } from '../mcda/tender.ts';
import type { Outcome, Problem } from '../text/problem.ts';
import { isRecord } from '../text/record.ts';
import type { TenderRuleKind } from './recommendation-analysis.ts';
import * as say from './tender-problems.ts';

export interface TenderDeclaration {
  readonly rule: PriceRule;
  /** Technical points of an option with the full score. */
  readonly technicalAllocation: number;
  readonly rounding: Rounding;
  readonly tie: TieRule;
  /** Prices that were bid, by option, over the horizon; the others count with their likely total cost. */
  readonly bids: Readonly<Record<string, number>>;
}

export const TENDER_RULE_KINDS = [
  'additive',
  'division',
  'weighted-sum',
  'relative-lowest-price',
] as const satisfies readonly TenderRuleKind[];
export const ROUNDING_MODES = ['none', 'floor', 'half-up'] as const satisfies readonly Rounding['mode'][];
export const MAX_DECIMALS = 10;
/** The 100 points that meeting the standard gives under 除算方式, and a price counted in millions, unless declared. */
const STANDARD_POINTS = 100;
const PER_AMOUNT = 1_000_000;

/**
 * @param raw the whole answers file; without `tender` nothing is declared
 * @param optionIds options that a bid may name
 */
export function parseTender(
  raw: unknown,
  optionIds: readonly string[],
): Outcome<{ readonly tender?: TenderDeclaration }> {
  const declared = isRecord(raw) ? raw['tender'] : undefined;
  if (declared === undefined || declared === null) return { ok: true, value: {} };
  const reader = new DeclarationReader(isRecord(declared) ? declared : {});
  const kind = reader.choice('rule', TENDER_RULE_KINDS, null);
  // What else is needed depends on the rule.
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  const tender: TenderDeclaration = {
    rule: priceRule(kind, reader),
    technicalAllocation: reader.amount('technicalPoints'),
    rounding: roundingOf(reader),
    tie: reader.choice('tie', TIE_RULES, 'higher-technical'),
    bids: reader.bids(optionIds),
  };
  const { problems } = reader;
  return problems.length === 0 ? { ok: true, value: { tender } } : { ok: false, problems };
}

/** Bids of a statement by option, without those for options that the catalogue no longer has. */
export function knownBids(
  { bids }: Readonly<Record<string, unknown>>,
  optionIds: readonly string[],
): Readonly<Record<string, unknown>> {
  const all = isRecord(bids) ? bids : {};
  return Object.fromEntries(Object.entries(all).filter(([id]) => optionIds.includes(id)));
}

function priceRule(kind: TenderRuleKind, reader: DeclarationReader): PriceRule {
  switch (kind) {
    case 'additive':
      return {
        kind,
        reservePrice: reader.amount('reservePrice'),
        priceAllocation: reader.amount('pricePoints'),
      };
    case 'division':
      return {
        kind,
        reservePrice: reader.has('reservePrice') ? reader.amount('reservePrice') : null,
        standardPoints: reader.amount('standardPoints', STANDARD_POINTS),
        perAmount: reader.amount('perAmount', PER_AMOUNT),
      };
    case 'weighted-sum':
      return { kind, budget: reader.amount('budget'), priceAllocation: reader.amount('pricePoints') };
    case 'relative-lowest-price':
      return { kind, priceAllocation: reader.amount('pricePoints') };
  }
}

function roundingOf(reader: DeclarationReader): Rounding {
  if (!reader.has('rounding')) return NO_ROUNDING;
  const rounding = reader.under('rounding');
  return {
    mode: rounding.choice('mode', ROUNDING_MODES, null),
    decimals: rounding.wholeUpTo('decimals', MAX_DECIMALS),
  };
}

class DeclarationReader {
  readonly problems: Problem[];
  private readonly raw: Readonly<Record<string, unknown>>;
  private readonly prefix: string;

  constructor(raw: Readonly<Record<string, unknown>>, prefix = 'tender', problems: Problem[] = []) {
    this.raw = raw;
    this.prefix = prefix;
    this.problems = problems;
  }

  has(key: string): boolean {
    return this.raw[key] !== undefined && this.raw[key] !== null;
  }

  under(key: string): DeclarationReader {
    const value = this.raw[key];
    return new DeclarationReader(isRecord(value) ? value : {}, `${this.prefix}.${key}`, this.problems);
  }

  /** @param fallback null where the declaration must choose */
  choice<Choice extends string>(
    key: string,
    choices: readonly [Choice, ...Choice[]],
    fallback: Choice | null,
  ): Choice {
    const value = this.raw[key];
    const found = choices.find((choice) => choice === value) ?? (this.has(key) ? undefined : fallback);
    if (found !== undefined && found !== null) return found;
    this.problems.push(say.notAChoice(`${this.prefix}.${key}`, choices));
    return choices[0];
  }

  /** A number above 0. */
  amount(key: string, fallback?: number): number {
    const value = this.has(key) ? this.raw[key] : fallback;
    if (isAmount(value)) return value;
    this.problems.push(say.notAnAmount(`${this.prefix}.${key}`));
    return 1;
  }

  wholeUpTo(key: string, max: number): number {
    const value = this.raw[key] ?? 0;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return value;
    this.problems.push(say.notDecimals(`${this.prefix}.${key}`, max));
    return 0;
  }

  bids(optionIds: readonly string[]): Readonly<Record<string, number>> {
    const { raw } = this.under('bids');
    const bids: Record<string, number> = {};
    for (const [id, price] of Object.entries(raw)) {
      const path = `${this.prefix}.bids.${id}`;
      if (!optionIds.includes(id)) this.problems.push(say.strangeBidder(path, id));
      else if (!isAmount(price)) this.problems.push(say.notAnAmount(path));
      else bids[id] = price;
    }
    return bids;
  }
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
