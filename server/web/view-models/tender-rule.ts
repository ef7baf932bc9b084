// What the page on the tender rule shows: the rule in force, the forms to declare it and to enter bids, and one example.

import { RELATIVE_WARNING, TIE_RULES } from '../../core/mcda/tender.ts';
import type { Catalogue } from '../../core/catalogue/provider.ts';
import {
  knownBids,
  parseTender,
  ROUNDING_MODES,
  TENDER_RULE_KINDS,
} from '../../core/scoring/tender-declaration.ts';
import { declaredWords } from '../../core/scoring/tender-ranking.ts';
import { RULE_NAMES } from '../../core/scoring/texts-tender.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { CostData } from '../../data/schema/cost.generated.ts';
import { momentText } from '../../reports/number-words.ts';
import type { Signature } from '../../usecases/evaluation-versions.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { StoredTender } from '../../usecases/tender-store.ts';
import {
  bidOf,
  declaredOn,
  furtherBid,
  optionalHint,
  priceHint,
  ROUNDING_TEXTS,
  TENDER_RULE_HINTS,
  TENDER_RULE_TEXTS as T,
  TIE_CHOICES,
} from '../texts/tender-rule-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { recordFrame } from './record.ts';
import { tenderExample } from './tender-example.ts';
import { RULE_FIELDS, typedFromBids, typedFromStatement, UNTYPED_RULE } from './tender-rule-form.ts';
import type { FieldProblems, RuleField, TypedBids, TypedRule } from './tender-rule-form.ts';

export interface TenderRuleData {
  readonly evaluation: Evaluation;
  readonly stored: StoredTender | null;
  readonly isFrozen: boolean;
  readonly mayEdit: boolean;
  readonly catalogue: Catalogue;
  readonly cost: CostData;
  /** What was typed and could not be saved. */
  readonly typedRule?: TypedRule;
  readonly typedBids?: TypedBids;
  readonly problems: FieldProblems;
  /** What stands in the way of the whole form; null for nothing. */
  readonly trouble: LocalizedText | null;
  /** Null where a name has to be typed. */
  readonly knownName: string | null;
  readonly signature: Signature;
}

export function tenderRuleModel(data: TenderRuleData, lang: Lang) {
  const { evaluation, stored, isFrozen, mayEdit } = data;
  const base = `/evaluations/${evaluation.id}`;
  const problem = Object.fromEntries(Object.entries(data.problems).map(([field, one]) => [field, one[lang]]));
  return {
    t: inLanguage(T, lang),
    frame: recordFrame(evaluation, 'tender-rule', lang),
    problem,
    problems: inFormOrder(Object.entries(problem)).map(([field, text]) => ({
      field,
      text:
        lang === 'ja' ? `${labelOf(field, data, lang)}：${text}` : `${labelOf(field, data, lang)}: ${text}`,
    })),
    trouble: data.trouble?.[lang] ?? null,
    declared: stored === null ? null : declaredModel(stored, data, lang),
    isFrozen,
    resultHref: `${base}/result#tender`,
    versionsHref: `${base}/versions`,
    form: mayEdit && !isFrozen ? ruleForm(data, base, lang) : null,
    bids: stored === null ? null : bidsModel(stored, data, lang),
    withdrawAction: mayEdit && !isFrozen && stored !== null ? `${base}/tender-rule/withdraw` : null,
    example: tenderExample(lang),
  };
}

/** A reader goes through the problems from the top of the form to its end; those of bids come in their order already. */
function inFormOrder(problems: readonly (readonly [string, string])[]) {
  const fields: readonly string[] = RULE_FIELDS;
  return problems.toSorted(([a], [b]) => fields.indexOf(a) - fields.indexOf(b));
}

function declaredModel(stored: StoredTender, { catalogue, cost }: TenderRuleData, lang: Lang) {
  const parsed = parseTender({ tender: { ...stored.statement, bids: {} } }, catalogueIds(catalogue));
  const declaration = parsed.ok ? parsed.value.tender : undefined;
  if (declaration === undefined) return null;
  const words = declaredWords(declaration, cost);
  return {
    rule: words.ruleText[lang],
    formula: words.formulaText[lang],
    rounding: words.roundingText[lang],
    tie: words.tieText[lang],
    changed: declaredOn(momentText(stored.changedAt))[lang],
    warning: words.rule === 'relative-lowest-price' ? RELATIVE_WARNING[lang] : null,
  };
}

function catalogueIds({ providers }: Catalogue): readonly string[] {
  return providers.map(({ id }) => id);
}

function ruleForm({ stored, typedRule, cost }: TenderRuleData, base: string, lang: Lang) {
  const typed = typedRule ?? (stored === null ? UNTYPED_RULE : typedFromStatement(stored.statement));
  const price = priceHint(cost.currency, cost.horizonYears);
  return {
    action: `${base}/tender-rule`,
    heading: (stored === null ? T.declareHeading : T.changeHeading)[lang],
    button: (stored === null ? T.declare : T.change)[lang],
    revision: stored?.revision ?? 0,
    typed,
    rules: TENDER_RULE_KINDS.map((kind) => ({
      value: kind,
      label: RULE_NAMES[kind][lang],
      hint: TENDER_RULE_HINTS[kind][lang],
      isChosen: kind === typed.rule,
    })),
    relativeWarning: RELATIVE_WARNING[lang],
    budgetHint: price[lang],
    reservePriceHint: optionalHint(price)[lang],
    roundings: ROUNDING_MODES.map((mode) => ({
      value: mode,
      label: ROUNDING_TEXTS[mode][lang],
      isChosen: mode === typed.rounding,
    })),
    ties: TIE_RULES.map((tie) => ({
      value: tie,
      label: TIE_CHOICES[tie][lang],
      isChosen: tie === typed.tie,
    })),
  };
}

function bidsModel(stored: StoredTender, data: TenderRuleData, lang: Lang) {
  const { catalogue, cost, isFrozen, mayEdit, knownName, signature } = data;
  const typed = data.typedBids ?? typedFromBids(knownBids(stored.statement, catalogueIds(catalogue)));
  const options = catalogue.providers.map(({ id, name }) => ({ id, name: name[lang] }));
  return {
    action: mayEdit ? `/evaluations/${data.evaluation.id}/tender-rule/bids` : null,
    priceHint: priceHint(cost.currency, cost.horizonYears)[lang],
    needsSignature: isFrozen,
    needsName: isFrozen && knownName === null,
    signature,
    known: options
      .filter(({ id }) => typed.known[id] !== undefined)
      .map(({ id, name }) => ({ field: `bid.${id}`, name, price: typed.known[id] ?? '' })),
    further: typed.further.map(({ option, price }, index) => ({
      optionField: `option.${index}`,
      optionLabel: furtherBid(index + 1).option[lang],
      priceField: `price.${index}`,
      priceLabel: furtherBid(index + 1).price[lang],
      price,
      options: options.map(({ id, name }) => ({ value: id, label: name, isChosen: id === option })),
    })),
  };
}

const RULE_LABELS: Readonly<Record<RuleField, LocalizedText>> = {
  rule: T.ruleLegend,
  technicalPoints: T.technicalPoints,
  pricePoints: T.pricePoints,
  reservePrice: T.reservePrice,
  budget: T.budget,
  standardPoints: T.standardPoints,
  perAmount: T.perAmount,
  rounding: T.rounding,
  decimals: T.decimals,
  tie: T.tie,
};

function labelOf(field: string, { catalogue }: TenderRuleData, lang: Lang): string {
  if (Object.hasOwn(RULE_LABELS, field)) return RULE_LABELS[field as RuleField][lang];
  if (field === 'by' || field === 'reason') return T[field][lang];
  const [kind = '', place = ''] = field.split(/\.(.*)/s);
  if (kind === 'bid') {
    return bidOf(catalogue.providers.find(({ id }) => id === place)?.name[lang] ?? place)[lang];
  }
  const further = furtherBid(Number(place) + 1);
  return (kind === 'price' ? further.price : further.option)[lang];
}
