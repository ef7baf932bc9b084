// The smallest changes that would put an option first, in natural units. Facts first, then one weight.
// Invariant: with the change applied, the option ties or leads (Kadziński et al. 2016, post factum analysis).

import type { Fact } from '../catalogue/fact.ts';
import { UNKNOWN_FACT } from '../catalogue/fact.ts';
import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import { listed, withUnit } from './figures.ts';
import type { Counterfactual } from './recommendation-analysis.ts';
import { leadingInterval, ruleAt, weightLine } from './sensitivity.ts';
import type { FactWords } from './show-fact.ts';
import { factText, factWords, itemWords } from './show-fact.ts';
import { factChangeText, pairChangeText, weightChangeText } from './texts-change.ts';
import { entry } from './vectors.ts';

/** How far a criterion must rise for a value, as a fact. `value` is what the option then has: a level may overshoot. */
interface Rise {
  readonly column: number;
  readonly value: number;
  readonly to: number | string;
  readonly toText: LocalizedText;
}

const EPSILON = 1e-12;
const SHOWN_PER_KIND = 3;
/** A criterion that would have to count nearly alone is no way to win. */
const LARGEST_WEIGHT = 0.8;

/** @param rivals everyone the option must at least tie */
export function counterfactuals(
  evaluation: Evaluation,
  option: EvaluatedOption,
  rivals: readonly EvaluatedOption[],
  vocabulary: FactVocabulary,
): readonly Counterfactual[] {
  const best = rivals.reduce((highest, rival) => Math.max(highest, rival.score), 0);
  const gap = best - option.score;
  if (gap <= EPSILON) return [];
  const singles = singleRises(evaluation, option, gap, vocabulary);
  const facts =
    singles.length > 0
      ? singles.map((rise) => factCounterfactual(evaluation, option, rise, vocabulary))
      : pairOf(evaluation, option, gap, vocabulary);
  return [...facts, ...weightCounterfactuals(evaluation, option, rivals)];
}

/** Fewest points of value first. */
function singleRises(
  evaluation: Evaluation,
  option: EvaluatedOption,
  gap: number,
  vocabulary: FactVocabulary,
): readonly Rise[] {
  return evaluation.criteria
    .flatMap((criterion, column) => {
      const weight = evaluation.weights[column] ?? 0;
      const value = (option.cells[column]?.central ?? 0) + gap / weight;
      return riseTo(criterion, column, value, vocabulary) ?? [];
    })
    .toSorted((a, b) => riseOf(a, option) - riseOf(b, option))
    .slice(0, SHOWN_PER_KIND);
}

function riseOf({ column, value }: Rise, option: EvaluatedOption): number {
  return value - (option.cells[column]?.central ?? 0);
}

/** The fact that just reaches the value; null above 1, and where a fact cannot be changed at all. */
export function riseTo(
  { rule, scale }: ScaledCriterion,
  column: number,
  value: number,
  vocabulary: FactVocabulary,
): Rise | null {
  if (value > 1 + EPSILON || rule.fact === 'deployment') return null;
  const words = factWords(rule.fact, vocabulary);
  switch (scale.kind) {
    case 'numeric': {
      const to = scale.values.inverse(Math.min(value, 1));
      return to === null ? null : { column, value: Math.min(value, 1), to, toText: withUnit(to, words.unit) };
    }
    case 'coverage':
      return {
        column,
        value: 1,
        to: scale.wanted.join(', '),
        toText: listed(scale.wanted.map((item) => itemWords(item, words))),
      };
    case 'levels':
      return levelRise(scale.values, column, value, words);
  }
}

function levelRise(
  values: ReadonlyMap<string, number>,
  column: number,
  value: number,
  words: FactWords,
): Rise | null {
  const enough = [...values]
    .filter(([, worth]) => worth >= value - EPSILON)
    .toSorted(([, a], [, b]) => a - b)[0];
  if (enough === undefined) return null;
  const [level, worth] = enough;
  return { column, value: worth, to: level, toText: itemWords(level, words) };
}

function factCounterfactual(
  evaluation: Evaluation,
  option: EvaluatedOption,
  rise: Rise,
  vocabulary: FactVocabulary,
): Counterfactual {
  const rule = ruleAt(evaluation, rise.column);
  const fact = option.facts[rise.column]?.fact ?? UNKNOWN_FACT;
  const words = factWords(rule.fact, vocabulary);
  return {
    kind: 'fact',
    change: rule.id,
    from: statedValue(fact),
    to: rise.to,
    unit: words.unit,
    text: factChangeText(option.provider.name, rule.label, factText(fact, words), rise.toText),
  };
}

function statedValue({ value, max }: Fact): number | string | null {
  if (typeof value === 'object') return value.join(', ');
  return value ?? max ?? null;
}

// One criterion rises to its best, the other as far as is then needed; of all pairs, the one with the least rise.
function pairOf(
  evaluation: Evaluation,
  option: EvaluatedOption,
  gap: number,
  vocabulary: FactVocabulary,
): readonly Counterfactual[] {
  // Words are made for the pair that is shown only: there are as many pairs as criteria squared.
  for (const pair of pairsByRise(evaluation, option, gap)) {
    const one = riseAt(evaluation, pair.first, 1, vocabulary);
    const other = riseAt(evaluation, pair.second, pair.secondValue, vocabulary);
    if (one !== null && other !== null) return [pairCounterfactual(evaluation, option, one, other)];
  }
  return [];
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly secondValue: number;
  readonly rise: number;
}

/** Pairs that close the gap, least rise of both values together first. */
function pairsByRise({ weights }: Evaluation, { cells }: EvaluatedOption, gap: number): readonly Pair[] {
  const values = cells.map(({ central }) => central);
  const pairs = values.flatMap((firstValue, first) => {
    const rest = gap - entry(weights, first) * (1 - firstValue);
    if (rest <= 0) return [];
    return values.flatMap((value, second): readonly Pair[] => {
      const secondRise = rest / entry(weights, second);
      const secondValue = value + secondRise;
      if (first === second || secondValue > 1 + EPSILON) return [];
      return [{ first, second, secondValue, rise: 1 - firstValue + secondRise }];
    });
  });
  return pairs.toSorted((a, b) => a.rise - b.rise);
}

function riseAt(
  { criteria }: Evaluation,
  column: number,
  value: number,
  vocabulary: FactVocabulary,
): Rise | null {
  const criterion = criteria[column];
  return criterion === undefined ? null : riseTo(criterion, column, value, vocabulary);
}

function pairCounterfactual(
  evaluation: Evaluation,
  option: EvaluatedOption,
  one: Rise,
  other: Rise,
): Counterfactual {
  const [first, second] = [ruleAt(evaluation, one.column), ruleAt(evaluation, other.column)];
  return {
    kind: 'facts',
    change: `${first.id}+${second.id}`,
    from: null,
    to: `${one.to}; ${other.to}`,
    unit: null,
    text: pairChangeText(option.provider.name, [first.label, one.toText], [second.label, other.toText]),
  };
}

/** The one criterion whose weight has to change least; the other weights keep their ratios. */
function weightCounterfactuals(
  evaluation: Evaluation,
  option: EvaluatedOption,
  rivals: readonly EvaluatedOption[],
): readonly Counterfactual[] {
  // The strongest first: most criteria fail on one of them, and the rest need not be looked at.
  const strongest = rivals.toSorted((a, b) => b.score - a.score);
  const changes = evaluation.criteria.flatMap(({ rule }, column) => {
    const weight = evaluation.weights[column] ?? 0;
    const lines = strongest.values().map((rival) => weightLine(rival, column, weight));
    const interval = leadingInterval(weightLine(option, column, weight), lines);
    if (interval === null) return [];
    const to = weight < interval[0] ? interval[0] : interval[1];
    return to <= LARGEST_WEIGHT ? [{ rule, from: weight, to }] : [];
  });
  const nearest = changes.toSorted((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from))[0];
  if (nearest === undefined) return [];
  const { rule, from, to } = nearest;
  const text = weightChangeText(option.provider.name, rule.label, from, to);
  return [{ kind: 'weight', change: rule.id, from, to, unit: null, text }];
}
