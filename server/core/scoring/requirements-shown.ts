// Requirements, criteria and answers as the document lists them.

import type { CriterionRule, DecisionModel } from '../../data/schema/criteria.generated.ts';
import type { Question, Questionnaire } from '../../data/schema/questions.generated.ts';
import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import type { Answer, Answers } from '../questionnaire/answers.ts';
import type { NeedsOutcome } from '../questionnaire/needs.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { Scale, ScaledCriterion } from './criterion-scale.ts';
import type { Evaluation } from './evaluate.ts';
import { figure, filled, listed, withUnit } from './figures.ts';
import { gateEffect } from './gate-effects.ts';
import type {
  AnswerShown,
  CriterionGroup,
  CriterionShown,
  NeedValue,
  Requirement,
} from './recommendation.ts';
import { gateWords, needValue } from './requirement-words.ts';
import { scaleWords } from './scale-words.ts';
import { factWords, itemWords } from './show-fact.ts';
import type { ValueFunction } from './value-functions.ts';

export function requirementsShown(
  evaluation: Evaluation,
  needs: NeedsOutcome,
  vocabulary: FactVocabulary,
): readonly Requirement[] {
  const gates = evaluation.gates.map((gate): Requirement => ({
    id: gate.rule.id,
    kind: 'gate',
    label: gate.rule.label,
    factId: gate.rule.fact,
    need: needValue(gate.need),
    needText: gateWords(gate, vocabulary),
    unit: factWords(gate.rule.fact, vocabulary).unit,
    from: gate.from,
    effect: gateEffect(gate, evaluation, vocabulary),
  }));
  return [
    ...gates,
    ...evaluation.criteria.map((criterion) => valueRequirement(criterion, needs, vocabulary)),
  ];
}

function valueRequirement(
  { rule, scale }: ScaledCriterion,
  needs: NeedsOutcome,
  vocabulary: FactVocabulary,
): Requirement {
  const words = factWords(rule.fact, vocabulary);
  return {
    id: rule.id,
    kind: 'value',
    label: rule.label,
    factId: rule.fact,
    need: wanted(scale),
    needText: bestWords(scale, rule.fact, vocabulary),
    unit: words.unit,
    from: [...new Set(needNames(rule.value).flatMap((need) => needs.origins.get(need) ?? []))],
  };
}

function wanted(scale: Scale): NeedValue {
  if (scale.kind === 'numeric') return scale.values.best;
  return scale.kind === 'coverage' ? scale.wanted : (scale.enough ?? topLevel(scale.values));
}

function topLevel(values: ReadonlyMap<string, number>): string {
  return [...values.keys()].at(-1) ?? '';
}

function bestWords(scale: Scale, factId: string, vocabulary: FactVocabulary): LocalizedText {
  const words = factWords(factId, vocabulary);
  if (scale.kind === 'numeric') return numericNeed(scale.values, words.unit);
  if (scale.kind === 'coverage') return listed(scale.wanted.map((item) => itemWords(item, words)));
  return itemWords(scale.enough ?? topLevel(scale.values), words);
}

// Nobody needs a price of nothing: what is needed is to stay below the budget.
function numericNeed(values: ValueFunction, unit: string | null): LocalizedText {
  if (values.kind !== 'costAbsolute') return withUnit(values.best, unit);
  const budget = withUnit(values.worst, unit);
  return { en: `below ${budget.en}; the less, the better`, ja: `${budget.ja}未満（低いほど良い）` };
}

function needNames(rule: object): readonly string[] {
  return Object.entries(rule).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'need') return [String(value)];
    return typeof value === 'object' && value !== null ? needNames(value) : [];
  });
}

export function criteriaShown(evaluation: Evaluation, vocabulary: FactVocabulary): readonly CriterionShown[] {
  return evaluation.criteria.map(({ rule, scale }, column) => ({
    id: rule.id,
    group: rule.group,
    label: rule.label,
    factId: rule.fact,
    unit: factWords(rule.fact, vocabulary).unit,
    weight: evaluation.weights[column] ?? 0,
    worstAnchor: filled(rule.worst, anchorValues(scale, rule.fact, vocabulary)),
    bestAnchor: filled(rule.best, anchorValues(scale, rule.fact, vocabulary)),
    formula: formulaOf(scale),
    source: neutralOr(rule.source).en,
    words: {
      value: scaleWords(scale, rule.fact, vocabulary),
      basis: neutralOr(rule.source),
    },
  }));
}

function anchorValues(
  scale: Scale,
  factId: string,
  vocabulary: FactVocabulary,
): Readonly<Record<string, LocalizedText>> {
  if (scale.kind === 'numeric') {
    const worst = plain(figure(scale.values.worst));
    return { floor: worst, budget: worst, full: plain(figure(scale.values.best)) };
  }
  if (scale.kind === 'coverage') return {};
  return { enough: itemWords(scale.enough ?? topLevel(scale.values), factWords(factId, vocabulary)) };
}

function plain(text: string): LocalizedText {
  return { en: text, ja: text };
}

/** A reference that is written alike in both languages is given once. */
function neutralOr(source: CriterionRule['source']): LocalizedText {
  return typeof source === 'string' ? plain(source) : source;
}

function formulaOf(scale: Scale): string {
  if (scale.kind === 'numeric') return scale.values.formula;
  if (scale.kind === 'coverage')
    return scale.count === 'all' ? 'covered ÷ wanted' : '1 if any wanted, else 0';
  return [...scale.values].map(([level, value]) => `${level}: ${figure(value)}`).join(', ');
}

export function groupsShown(model: DecisionModel, evaluation: Evaluation): readonly CriterionGroup[] {
  return model.groups.map((group) => ({
    id: group.id,
    label: group.label,
    weight: evaluation.criteria.reduce(
      (sum, { rule }, column) => sum + (rule.group === group.id ? (evaluation.weights[column] ?? 0) : 0),
      0,
    ),
  }));
}

export function answersShown(questionnaire: Questionnaire, answers: Answers): readonly AnswerShown[] {
  return questionnaire.questions.map((question) => {
    const answer = answers.get(question.id);
    return {
      question: question.id,
      section: question.section,
      label: question.text,
      answer: answerText(question, answer),
      state: answer === undefined ? 'unanswered' : answer.kind === 'unknown' ? 'unknown' : 'answered',
    };
  });
}

function answerText(question: Question, answer: Answer | undefined): LocalizedText {
  if (answer === undefined) return { en: 'not answered', ja: '未回答' };
  if (answer.kind === 'unknown') return { en: 'I do not know', ja: '分からない' };
  if (answer.kind === 'options') {
    return listed(
      (question.options ?? []).filter(({ id }) => answer.ids.includes(id)).map(({ label }) => label),
    );
  }
  const unit = question.number?.unit ?? plain('');
  return { en: `${figure(answer.value)} ${unit.en}`, ja: `${figure(answer.value)} ${unit.ja}` };
}
