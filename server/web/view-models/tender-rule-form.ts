// The form of the tender rule and of the bids: what was typed, and the statement it stands for. What the statement must
// hold is the core's to say; here its problems only find their fields.

import type { TenderRuleKind } from '../../core/scoring/recommendation.ts';
import { TENDER_RULE_KINDS } from '../../core/scoring/tender-declaration.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Problem } from '../../core/text/problem.ts';
import { isRecord } from '../../core/text/record.ts';
import type { TenderStatement } from '../../usecases/tender-store.ts';
import { TENDER_RULE_PROBLEMS } from '../texts/tender-rule-texts.ts';

export const RULE_FIELDS = [
  'rule',
  'technicalPoints',
  'pricePoints',
  'reservePrice',
  'budget',
  'standardPoints',
  'perAmount',
  'rounding',
  'decimals',
  'tie',
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];
export type TypedRule = Readonly<Record<RuleField, string>>;

export type FieldProblems = Readonly<Record<string, LocalizedText>>;

export const UNTYPED_RULE: TypedRule = {
  rule: '',
  technicalPoints: '',
  pricePoints: '',
  reservePrice: '',
  budget: '',
  standardPoints: '100',
  perAmount: '1,000,000',
  rounding: 'none',
  decimals: '0',
  tie: 'higher-technical',
};

const FIGURES: Readonly<Record<TenderRuleKind, readonly RuleField[]>> = {
  additive: ['technicalPoints', 'pricePoints', 'reservePrice'],
  division: ['technicalPoints', 'standardPoints', 'perAmount', 'reservePrice'],
  'weighted-sum': ['technicalPoints', 'pricePoints', 'budget'],
  'relative-lowest-price': ['technicalPoints', 'pricePoints'],
};

/** The statement that the form stands for; what the chosen rule does not use is left out. */
export function statementOf(typed: TypedRule): TenderStatement {
  const rule = TENDER_RULE_KINDS.find((kind) => kind === typed.rule);
  if (rule === undefined) return {};
  const figures = FIGURES[rule].filter((field) => typed[field] !== '');
  return {
    rule,
    ...Object.fromEntries(figures.map((field) => [field, amountIn(typed[field])])),
    ...(typed.rounding === 'none'
      ? {}
      : { rounding: { mode: typed.rounding, decimals: amountIn(typed.decimals) } }),
    tie: typed.tie,
  };
}

/** The form with what is declared in it. */
export function typedFromStatement(statement: TenderStatement): TypedRule {
  const { rounding } = statement;
  const { mode = 'none', decimals = 0 } = isRecord(rounding) ? rounding : {};
  const shown = Object.fromEntries(
    RULE_FIELDS.flatMap((field) => {
      const value = statement[field];
      return value === undefined || field === 'rounding' ? [] : [[field, shownAmount(value)]];
    }),
  );
  return { ...UNTYPED_RULE, ...shown, rounding: String(mode), decimals: String(decimals) };
}

export function ruleProblems(problems: readonly Problem[]): FieldProblems {
  return Object.fromEntries(
    problems.map(({ path, message }) => {
      const field = path.replace(/^tender\./, '').replace('rounding.mode', 'rounding');
      return field === 'rule'
        ? ['rule', TENDER_RULE_PROBLEMS.rule]
        : [field.replace('rounding.decimals', 'decimals'), message];
    }),
  );
}

/** One further bid as typed: which option, and for how much. */
export interface TypedBid {
  readonly option: string;
  readonly price: string;
}

export interface TypedBids {
  /** By option: the bids that were there already. */
  readonly known: Readonly<Record<string, string>>;
  readonly further: readonly TypedBid[];
}

export const NO_FURTHER_BIDS: readonly TypedBid[] = Array.from({ length: 5 }, () => ({
  option: '',
  price: '',
}));

export function typedFromBids(bids: Readonly<Record<string, unknown>>): TypedBids {
  const known = Object.entries(bids).map(([option, price]) => [option, shownAmount(price)]);
  return { known: Object.fromEntries(known), further: NO_FURTHER_BIDS };
}

export interface BidReading {
  readonly bids: Readonly<Record<string, unknown>>;
  /** Field of each option's bid, by which a problem finds its place. */
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: FieldProblems;
}

export function readBids({ known, further }: TypedBids): BidReading {
  const bids: Record<string, unknown> = {};
  const fields: Record<string, string> = {};
  const problems: Record<string, LocalizedText> = {};
  for (const [option, price] of Object.entries(known)) {
    if (price !== '') bids[option] = amountIn(price);
    fields[option] = `bid.${option}`;
  }
  for (const [index, { option, price }] of further.entries()) {
    if (option === '' && price !== '') problems[`option.${index}`] = TENDER_RULE_PROBLEMS.option;
    if (option === '') continue;
    bids[option] = amountIn(price);
    fields[option] = `price.${index}`;
  }
  return { bids, fields, problems };
}

export function bidProblems(problems: readonly Problem[], fields: BidReading['fields']): FieldProblems {
  return Object.fromEntries(
    problems.map(({ path, message }) => [fields[path.replace(/^tender\.bids\./, '')] ?? path, message]),
  );
}

/** The number that was typed, in whatever width and with thousands marked; the text itself where it is none. */
function amountIn(typed: string): number | string {
  const plain = typed.normalize('NFKC').replaceAll(/[,\s¥円]/g, '');
  return /^\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : typed;
}

function shownAmount(value: unknown): string {
  return typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 6 }) : String(value);
}
