// One option as the document shows it.

import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { Cell } from './cell.ts';
import type { ScaledCriterion } from './criterion-scale.ts';
import type { EvaluatedOption, Evaluation } from './evaluate.ts';
import { withUnit } from './figures.ts';
import type { OptionFact } from './option-facts.ts';
import type { RankedOption } from './ranking.ts';
import type {
  Contribution,
  Counterfactual,
  OptionResult,
  OptionRobustness,
  VendorQuestion,
} from './recommendation.ts';
import { failedRequirement, openRequirement } from './requirement-words.ts';
import { limitPathShown } from './limit-path-words.ts';
import { factText, factWords, showFact } from './show-fact.ts';
import { failedLabels, openLabels } from './strength.ts';
import {
  bestPointText,
  cappedText,
  conditionalText,
  ELIGIBLE,
  excludedText,
  unknownText,
  weakestPointText,
} from './texts.ts';

export interface OptionAnalysis {
  readonly rankShares: readonly number[];
  readonly robustness: OptionRobustness | null;
  readonly questions: readonly VendorQuestion[];
  readonly counterfactuals: readonly Counterfactual[];
}

export interface Shown {
  readonly vocabulary: FactVocabulary;
  readonly today: string;
}

export function optionResult(
  { option, rank }: RankedOption,
  evaluation: Evaluation,
  analysis: OptionAnalysis,
  shown: Shown,
): OptionResult {
  const { provider } = option;
  const open = option.gates.filter((result) => result.verdict === 'cannotTell');
  const contributions = evaluation.criteria.map((criterion, column) =>
    contribution(criterion, column, { option, evaluation }, shown),
  );
  return {
    id: provider.id,
    name: provider.name,
    vendor: provider.vendor,
    family: provider.family,
    deployment: provider.deployment,
    kind: provider.kind,
    plan: provider.plan === undefined ? null : { en: provider.plan.en, ja: provider.plan.ja },
    summary: provider.summary,
    homepage: provider.homepage,
    status: option.status,
    statusReason: statusReason(option),
    rank,
    score: option.score,
    scoreRange: option.scoreRange,
    firstRankShare: analysis.rankShares[0] ?? 0,
    rankShares: analysis.rankShares,
    contributions,
    failed: option.gates
      .filter((result) => result.verdict === 'fail')
      .map((result) => failedRequirement(result, shown.vocabulary, shown.today)),
    cannotTell: open.map(({ gate }) => gate.rule.id),
    toConfirm: open.map((result) => openRequirement(result, shown.vocabulary)),
    questionsToVendor: analysis.questions,
    counterfactuals: analysis.counterfactuals,
    ...(analysis.robustness === null ? {} : { robustness: analysis.robustness }),
    ...strongAndWeak(contributions),
  };
}

function statusReason(option: EvaluatedOption): LocalizedText {
  if (option.status === 'eligible') return ELIGIBLE;
  if (option.status === 'excluded') return excludedText(failedLabels(option));
  const open = option.gates.filter((result) => result.verdict === 'cannotTell').length;
  return conditionalText(openLabels(option), open);
}

function contribution(
  criterion: ScaledCriterion,
  column: number,
  { option, evaluation }: { readonly option: EvaluatedOption; readonly evaluation: Evaluation },
  { vocabulary, today }: Shown,
): Contribution {
  const cell = option.cells[column];
  const fact = option.facts[column];
  if (cell === undefined || fact === undefined) throw new Error(`no cell for criterion ${criterion.rule.id}`);
  const weight = evaluation.weights[column] ?? 0;
  const isCapped = isBeyondNeed(criterion, fact);
  return {
    criterion: criterion.rule.id,
    label: criterion.rule.label,
    group: criterion.rule.group,
    weight,
    value: cell.central,
    valueRange: [cell.low, cell.high],
    points: weight * cell.central,
    fact: {
      ...showFact(fact, factWords(criterion.rule.fact, vocabulary), today),
      ...(fact.path === null ? {} : { path: limitPathShown(fact.path, vocabulary) }),
    },
    capped: isCapped,
    remark: isCapped ? cappedRemark(criterion, fact, vocabulary) : cellRemark(criterion, cell, fact),
  };
}

function isBeyondNeed({ scale }: ScaledCriterion, { reading }: OptionFact): boolean {
  if (scale.kind !== 'numeric' || reading.kind !== 'number' || scale.values.kind === 'target') return false;
  const { best, worst } = scale.values;
  return best > worst ? reading.min > best : reading.max < best;
}

function cappedRemark(
  { rule, scale }: ScaledCriterion,
  { fact }: OptionFact,
  vocabulary: FactVocabulary,
): LocalizedText {
  const words = factWords(rule.fact, vocabulary);
  const best = scale.kind === 'numeric' ? scale.values.best : 0;
  return cappedText(
    factText(fact, words),
    withUnit(best, fact.window === undefined ? words.unit : 'messages/user/day'),
  );
}

function cellRemark({ rule }: ScaledCriterion, cell: Cell, { fact }: OptionFact): LocalizedText | null {
  switch (cell.why) {
    case 'unknown':
    case 'undisclosed':
      return unknownText(rule.unknown.why, cell.why === 'undisclosed');
    case 'notApplicable':
      return rule.notApplicable?.why ?? null;
    case 'fact':
    case 'range':
      return fact.note ?? null;
  }
}

// The criteria that give and that cost the most points; an unknown fact is neither strength nor weakness.
function strongAndWeak(
  contributions: readonly Contribution[],
): Pick<OptionResult, 'bestPoint' | 'weakestPoint'> {
  const known = contributions.filter(({ fact }) => fact.basis !== 'none');
  const best = maximum(known, ({ points }) => points);
  const weakest = maximum(
    known.filter((one) => one !== best),
    ({ weight, points }) => weight - points,
  );
  return {
    ...(best === null ? {} : { bestPoint: bestPointText(best.label, best.fact.shown) }),
    ...(weakest === null ? {} : { weakestPoint: weakestPointText(weakest.label, weakest.fact.shown) }),
  };
}

function maximum<Item>(items: readonly Item[], measure: (item: Item) => number): Item | null {
  let best: Item | null = null;
  for (const item of items) if (measure(item) > (best === null ? 0 : measure(best))) best = item;
  return best;
}
