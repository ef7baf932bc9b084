// What differs between two versions of an evaluation: answers, weights, requirements, tender rule, facts, the ranking.
// Both sides are recommendations as they were computed then, so nothing is interpreted with what is known today.

import type {
  Contribution,
  OptionResult,
  OptionStatus,
  Recommendation,
  Requirement,
  TenderRanking,
} from '../scoring/recommendation.ts';
import { moneyText } from '../scoring/texts-tender.ts';
import type { LocalizedText } from '../text/localized.ts';

/** Null where one of the versions does not have it at all. */
export interface Change<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

export interface NamedChange<Value> extends Change<Value> {
  readonly id: string;
  readonly label: LocalizedText;
}

export interface FactChange extends NamedChange<FactInVersion> {
  readonly option: LocalizedText;
  readonly optionId: string;
}

export interface FactInVersion {
  readonly shown: LocalizedText;
  readonly source: string | null;
}

export interface PlaceInVersion {
  readonly status: OptionStatus;
  readonly rank: number | null;
  /** 0..1; null for an excluded option. */
  readonly score: number | null;
}

export interface VersionComparison {
  readonly answers: readonly NamedChange<LocalizedText>[];
  /** Weights 0..1. */
  readonly weights: readonly NamedChange<number>[];
  /** What is needed, in words; musts and wants apart. */
  readonly requirements: readonly (NamedChange<LocalizedText> & { readonly kind: Requirement['kind'] })[];
  /** The declared rule part by part, the bids under it, and who is first by it. */
  readonly tender: readonly NamedChange<LocalizedText>[];
  readonly facts: readonly FactChange[];
  /** Options whose status, rank or score differ, in the order of the later version. */
  readonly ranking: readonly NamedChange<PlaceInVersion>[];
  readonly recommended: Change<LocalizedText>;
  readonly isSameRecommendation: boolean;
  readonly isSameCatalogue: boolean;
}

export function compareVersions(before: Recommendation, after: Recommendation): VersionComparison {
  return {
    answers: changedAnswers(before, after),
    weights: changed(
      before.criteria.map(({ id, label, weight }) => ({ id, label, value: weight })),
      after.criteria.map(({ id, label, weight }) => ({ id, label, value: weight })),
      isSameNumber,
    ),
    requirements: changedRequirements(before, after),
    tender: changed(tenderParts(before), tenderParts(after), isSameText),
    facts: changedFacts(before, after),
    ranking: changed(before.options.map(placed), after.options.map(placed), isSamePlace),
    recommended: { before: recommendedName(before), after: recommendedName(after) },
    isSameRecommendation: before.recommended === after.recommended,
    isSameCatalogue: before.catalogueHash === after.catalogueHash,
  };
}

interface Named<Value> {
  readonly id: string;
  readonly label: LocalizedText;
  readonly value: Value;
}

/** Entries that differ, in the later order; what only the earlier version has comes last. */
function changed<Value>(
  before: readonly Named<Value>[],
  after: readonly Named<Value>[],
  isSame: (a: Value, b: Value) => boolean,
): NamedChange<Value>[] {
  const earlier = new Map(before.map((entry) => [entry.id, entry]));
  const later = new Set(after.map((entry) => entry.id));
  const kept = after.flatMap(({ id, label, value }) => {
    const old = earlier.get(id)?.value ?? null;
    return old !== null && isSame(old, value) ? [] : [{ id, label, before: old, after: value }];
  });
  const gone = before
    .filter(({ id }) => !later.has(id))
    .map(({ id, label, value }) => ({ id, label, before: value, after: null }));
  return [...kept, ...gone];
}

function changedAnswers(before: Recommendation, after: Recommendation): NamedChange<LocalizedText>[] {
  const given = ({ answers }: Recommendation): Named<LocalizedText>[] =>
    answers
      .filter((entry) => entry.state !== 'unanswered')
      .map((entry) => ({ id: entry.question, label: entry.label, value: entry.answer }));
  return changed(given(before), given(after), isSameText);
}

function changedRequirements(
  before: Recommendation,
  after: Recommendation,
): VersionComparison['requirements'] {
  return (['gate', 'value'] as const).flatMap((kind) => {
    const ofKind = ({ requirements }: Recommendation): Named<LocalizedText>[] =>
      requirements
        .filter((requirement) => requirement.kind === kind)
        .map(({ id, label, needText }) => ({ id, label, value: needText }));
    return changed(ofKind(before), ofKind(after), isSameText).map((change) => ({ ...change, kind }));
  });
}

const TENDER_PARTS = {
  rule: { en: 'Rule', ja: '方式' },
  formula: { en: 'Formula', ja: '計算式' },
  rounding: { en: 'Rounding', ja: '端数処理' },
  tie: { en: 'Ties', ja: '同点の場合' },
  outcome: { en: 'Outcome', ja: '結果' },
} as const;

function tenderParts({ tender, options }: Recommendation): Named<LocalizedText>[] {
  if (tender === undefined) return [];
  const part = (id: keyof typeof TENDER_PARTS, value: LocalizedText) => ({
    id,
    label: TENDER_PARTS[id],
    value,
  });
  return [
    part('rule', tender.ruleText),
    part('formula', tender.formulaText),
    part('rounding', tender.roundingText),
    part('tie', tender.tieText),
    ...bidParts(tender, options),
    part('outcome', tender.text),
  ];
}

function bidParts(tender: TenderRanking, options: readonly OptionResult[]): Named<LocalizedText>[] {
  return tender.options.flatMap(({ option, price, priceSource }) => {
    if (price === null || priceSource !== 'bid') return [];
    const { en, ja } = options.find(({ id }) => id === option)?.name ?? { en: option, ja: option };
    const label = { en: `Bid: ${en}`, ja: `入札額：${ja}` };
    return [{ id: `bid:${option}`, label, value: moneyText(price, tender.currency) }];
  });
}

function changedFacts(before: Recommendation, after: Recommendation): FactChange[] {
  const earlier = new Map(before.options.map((option) => [option.id, option]));
  return after.options.flatMap((option) => {
    const old = earlier.get(option.id);
    if (old === undefined) return [];
    return changed(factsOf(old), factsOf(option), isSameFact).map((change) => ({
      ...change,
      option: option.name,
      optionId: option.id,
    }));
  });
}

// What decided about an option: the facts behind its points, and for an excluded one those that it failed by.
function factsOf(option: OptionResult): Named<FactInVersion>[] {
  const behindPoints = new Map<string, Contribution>(
    option.contributions.map((term) => [term.fact.id, term]),
  );
  const scored = Array.from(behindPoints.values(), ({ fact }) => ({
    id: fact.id,
    label: fact.label,
    value: { shown: fact.shown, source: fact.source },
  }));
  const failed = option.failed.map((failure) => ({
    id: `requirement:${failure.requirement}`,
    label: failure.label,
    value: { shown: failure.actualText, source: failure.source },
  }));
  return [...scored, ...failed];
}

function placed(option: OptionResult): Named<PlaceInVersion> {
  const score = option.contributions.length === 0 ? null : option.score;
  return { id: option.id, label: option.name, value: { status: option.status, rank: option.rank, score } };
}

function recommendedName({ options, recommended }: Recommendation): LocalizedText | null {
  return options.find((option) => option.id === recommended)?.name ?? null;
}

const SAME_WITHIN = 1e-9;

function isSameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_WITHIN;
}

function isSameText(a: LocalizedText, b: LocalizedText): boolean {
  return a.en === b.en && a.ja === b.ja;
}

function isSameFact(a: FactInVersion, b: FactInVersion): boolean {
  return a.source === b.source && isSameText(a.shown, b.shown);
}

function isSamePlace(a: PlaceInVersion, b: PlaceInVersion): boolean {
  return a.status === b.status && a.rank === b.rank && isSameNumber(a.score ?? -1, b.score ?? -1);
}
