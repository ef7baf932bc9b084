// The sensitivity part of the document: flips, margins, smallest shift, questions, requirements to relax.

import type { Fact } from '../catalogue/fact.ts';
import { UNKNOWN_FACT } from '../catalogue/fact.ts';
import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import { gateCounterfactuals } from './counterfactual-gates.ts';
import { riseTo } from './counterfactual.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import type { OptionResult, Sensitivity, WinnerMargin } from './recommendation.ts';
import { ruleAt, smallestShift, tornado } from './sensitivity.ts';
import { factText, factWords } from './show-fact.ts';
import { ofOptionText } from './texts.ts';
import { marginText, shiftText } from './texts-change.ts';
import { entry } from './vectors.ts';

const QUESTIONS_SHOWN = 20;

/** @param rivals the options that compete with the winner, in rank order */
export function sensitivityReport(
  evaluation: Evaluation,
  winner: EvaluatedOption,
  rivals: readonly EvaluatedOption[],
  { options, vocabulary }: { readonly options: readonly OptionResult[]; readonly vocabulary: FactVocabulary },
): Sensitivity {
  return {
    tornado: tornado(evaluation, winner, rivals),
    winnerMargins: winnerMargins(evaluation, winner, rivals, vocabulary),
    smallestWeightChange: smallestWeightChange(evaluation, winner, rivals),
    questionsToVendors: options
      .flatMap(({ id, questionsToVendor }) =>
        questionsToVendor.map((question) => ({ ...question, option: id })),
      )
      .toSorted((a, b) => b.changesWinnerProbability - a.changesWinnerProbability)
      .slice(0, QUESTIONS_SHOWN),
    requirementsToRelax: evaluation.options
      .filter((option) => option.status === 'excluded' && option.score > winner.score)
      .toSorted((a, b) => b.score - a.score)
      .flatMap((option) =>
        gateCounterfactuals(option, vocabulary).map((change) => ({
          ...change,
          text: ofOptionText(option.provider.name, change.text),
        })),
      ),
  };
}

/** How far each stated fact of the winner may worsen, alone, with it still first. */
function winnerMargins(
  evaluation: Evaluation,
  winner: EvaluatedOption,
  rivals: readonly EvaluatedOption[],
  vocabulary: FactVocabulary,
): readonly WinnerMargin[] {
  const second = rivals.reduce((highest, rival) => Math.max(highest, rival.score), 0);
  const lead = { option: winner, gap: winner.score - second };
  return evaluation.criteria.flatMap((criterion, column) => {
    const fact = winner.facts[column]?.fact ?? UNKNOWN_FACT;
    const isStated = fact.state === 'known' || fact.state === 'range';
    if (!isStated || criterion.rule.fact === 'deployment') return [];
    const least = leastValue(evaluation, column, lead);
    const limit = least <= 0 ? null : riseTo(criterion, column, least, vocabulary);
    return [marginOf(criterion, { winner, fact, limit }, vocabulary)];
  });
}

function leastValue(
  evaluation: Evaluation,
  column: number,
  { option, gap }: { readonly option: EvaluatedOption; readonly gap: number },
): number {
  return (option.cells[column]?.central ?? 0) - gap / entry(evaluation.weights, column);
}

interface Margin {
  readonly winner: EvaluatedOption;
  readonly fact: Fact;
  /** The worst fact still good enough: the least one with the least value allowed. */
  readonly limit: ReturnType<typeof riseTo>;
}

function marginOf(
  { rule }: ScaledCriterion,
  { winner, fact, limit }: Margin,
  vocabulary: FactVocabulary,
): WinnerMargin {
  const words = factWords(rule.fact, vocabulary);
  const fromText = factText(fact, words);
  return {
    criterion: rule.id,
    label: rule.label,
    from: typeof fact.value === 'number' || typeof fact.value === 'string' ? fact.value : fromText.en,
    to: limit?.to ?? null,
    unit: words.unit,
    text: marginText(winner.provider.name, rule.label, fromText, limit?.toText ?? null),
  };
}

function smallestWeightChange(
  evaluation: Evaluation,
  winner: EvaluatedOption,
  rivals: readonly EvaluatedOption[],
): Sensitivity['smallestWeightChange'] {
  const own = winner.cells.map(({ central }) => central);
  const shifts = rivals.flatMap((rival) => {
    const shift = smallestShift(
      evaluation.weights,
      own,
      rival.cells.map(({ central }) => central),
    );
    return shift === null ? [] : [{ rival, ...shift }];
  });
  const nearest = shifts.toSorted((a, b) => a.distanceL1 - b.distanceL1)[0];
  if (nearest === undefined) return null;
  const { rival, weights, distanceL1 } = nearest;
  const changes = weights.map((weight, column) => weight - entry(evaluation.weights, column));
  return {
    option: rival.provider.id,
    weights: Object.fromEntries(
      evaluation.criteria.map(({ rule }, column) => [rule.id, entry(weights, column)]),
    ),
    distanceL1,
    text: shiftText(
      rival.provider.name,
      distanceL1 / 2,
      ruleAt(evaluation, changes.indexOf(Math.min(...changes))).label,
      ruleAt(evaluation, changes.indexOf(Math.max(...changes))).label,
    ),
  };
}
