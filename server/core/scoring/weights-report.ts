// The weights played back: what they are, how far they may be off, and what they mean as trade-offs in natural units.

import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import { ranksOf } from '../mcda/matrix.ts';
import { DEFAULT_RANDOM_INDEX } from '../mcda/random-index.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { ConsistencyCheck } from './elicited-weights.ts';
import type { Evaluation } from './evaluate.ts';
import { withUnit } from './figures.ts';
import type { ConsistencyShown, WeightsReport } from './recommendation-analysis.ts';
import { criteriaShown } from './requirements-shown.ts';
import { consistencyText, METHOD_TEXTS, METHODS_DISAGREE, tradeOffText } from './texts-weights.ts';
import { entry } from './vectors.ts';
import { greatestGap, leastGap } from './weight-space.ts';

const TRADE_OFFS_SHOWN = 5;

export interface WeightsStated {
  readonly method: WeightsReport['method'];
  readonly checks: readonly ConsistencyCheck[];
  /** Labels of groups and criteria. */
  readonly labels: ReadonlyMap<string, LocalizedText>;
}

export function weightsReport(
  evaluation: Evaluation,
  { method, checks, labels }: WeightsStated,
  vocabulary: FactVocabulary,
): WeightsReport {
  const comparisons = checks.map((check) => consistencyShown(check, labels));
  const worst = comparisons.toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0))[0];
  return {
    method,
    methodText: METHOD_TEXTS[method],
    criteria: evaluation.criteria.map(({ rule }, column) => {
      const unit = evaluation.criteria.map((_, other) => (other === column ? 1 : 0));
      return {
        criterion: rule.id,
        weight: entry(evaluation.weights, column),
        range: [leastGap(evaluation.space, unit), greatestGap(evaluation.space, unit)],
      };
    }),
    tradeOffs: tradeOffs(evaluation, vocabulary),
    ...(worst === undefined ? {} : { consistency: worst, comparisons }),
  };
}

// The heaviest criterion with a numeric scale is the yardstick: the full swing of another criterion is worth a part of
// its swing, and that part has a size in natural units.
function tradeOffs(evaluation: Evaluation, vocabulary: FactVocabulary): WeightsReport['tradeOffs'] {
  const byWeight = criteriaShown(evaluation, vocabulary)
    .map((shown, column) => ({ shown, scale: evaluation.criteria[column]?.scale }))
    .toSorted((a, b) => b.shown.weight - a.shown.weight);
  const yardstick = byWeight.find(({ scale }) => scale?.kind === 'numeric');
  if (yardstick?.scale?.kind !== 'numeric') return [];
  const { shown: measure, scale } = yardstick;
  const worst = withUnit(scale.values.worst, measure.unit);
  return byWeight
    .filter((one) => one !== yardstick)
    .flatMap(({ shown }) => {
      // Null for what counts more than the whole of the yardstick.
      const reached = scale.values.inverse(shown.weight / measure.weight);
      if (reached === null) return [];
      return [tradeOffText(shown, measure, worst, withUnit(reached, measure.unit))];
    })
    .slice(0, TRADE_OFFS_SHOWN);
}

function consistencyShown(
  { node, items, result }: ConsistencyCheck,
  labels: ReadonlyMap<string, LocalizedText>,
): ConsistencyShown {
  const doubt = result.reconsider;
  const label = (item: number): LocalizedText => {
    const id = items[item - 1] ?? '';
    return labels.get(id) ?? { en: id, ja: id };
  };
  const words =
    doubt === null
      ? null
      : {
          a: label(doubt.row),
          b: label(doubt.column),
          given: doubt.given,
          fitting: doubt.consistentWithRest,
        };
  const rankedAlike = isSameOrder(result.eigenvector, result.geometricMean);
  const text = consistencyText(result.CR, result.isConsistent, words);
  return {
    node,
    ratio: result.CR,
    acceptable: result.isConsistent,
    randomIndex: DEFAULT_RANDOM_INDEX,
    rankedAlike,
    reconsider:
      doubt === null
        ? null
        : {
            a: items[doubt.row - 1] ?? '',
            b: items[doubt.column - 1] ?? '',
            given: doubt.given,
            fitting: doubt.consistentWithRest,
          },
    text: rankedAlike ? text : joined(text, METHODS_DISAGREE),
  };
}

function isSameOrder(one: readonly number[], other: readonly number[]): boolean {
  const [ranks, others] = [ranksOf(one), ranksOf(other)];
  return ranks.every((rank, index) => rank === others[index]);
}

function joined(one: LocalizedText, other: LocalizedText): LocalizedText {
  return { en: `${one.en} ${other.en}`, ja: one.ja + other.ja };
}
