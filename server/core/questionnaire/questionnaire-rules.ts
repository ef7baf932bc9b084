// Rules across the questionnaire and the decision model that a schema cannot express. Each breach says the fix.

import type { CriterionRule, DecisionModel, ValueRule } from '../../data/schema/criteria.generated.ts';
import type { AnswerEffects, Question, Questionnaire } from '../../data/schema/questions.generated.ts';

/** Facts that the engine computes itself. */
export const DERIVED_FACTS = ['deployment', 'kind', 'costPerUserMonth', 'supportedYears'] as const;
/** Needs that `deriveNeeds` computes. */
const DERIVED_NEEDS = [
  'users',
  'mailboxYear1GB',
  'mailboxGB',
  'messageMB',
  'busyHourPerSec',
  'loadTestPerSec',
  'smtpSlots',
  'imapConcurrent',
];

/** Every breach at once; empty when the two files fit each other and the catalogue's vocabulary. */
export function decisionDataProblems(
  questionnaire: Questionnaire,
  model: DecisionModel,
  factIds: readonly string[],
): readonly string[] {
  return [
    ...repeated(questionnaire.questions, 'question'),
    ...repeated(model.gates, 'gate'),
    ...repeated(model.criteria, 'criterion'),
    ...twoCriteriaOnOneFact(model.criteria),
    ...strangeFacts(model, factIds),
    ...strangeNeeds(questionnaire, model),
    ...questionnaire.questions.flatMap((question) => questionProblems(question, questionnaire, model)),
    ...unreachableGates(questionnaire, model),
  ];
}

function repeated(items: readonly { readonly id: string }[], what: string): readonly string[] {
  return items
    .filter((item, index) => items.findIndex((other) => other.id === item.id) !== index)
    .map((item) => `${what} "${item.id}" is defined twice; rename one of them`);
}

/** Double counting: the same fact would add points twice. */
export function twoCriteriaOnOneFact(
  criteria: readonly Pick<CriterionRule, 'id' | 'fact'>[],
): readonly string[] {
  return criteria.flatMap((criterion, index) => {
    const first = criteria.findIndex((other) => other.fact === criterion.fact);
    if (first === index) return [];
    return [
      `criteria "${criteria[first]?.id}" and "${criterion.id}" both count the fact "${criterion.fact}"; merge them into one`,
    ];
  });
}

function strangeFacts(model: DecisionModel, factIds: readonly string[]): readonly string[] {
  const known = new Set([...factIds, ...DERIVED_FACTS]);
  return [...model.gates, ...model.criteria]
    .filter((rule) => !known.has(rule.fact))
    .map((rule) => `"${rule.id}" uses the fact "${rule.fact}", which the provider schema does not define`);
}

function strangeNeeds(questionnaire: Questionnaire, model: DecisionModel): readonly string[] {
  const set = new Set([
    ...DERIVED_NEEDS,
    ...Object.keys(model.planning.defaultNeeds),
    ...questionnaire.questions.flatMap((question) => [
      ...(question.number?.into.startsWith('need.') === true ? [question.number.into.slice(5)] : []),
      ...allEffects(question).flatMap((effects) => Object.keys(effects.needs ?? {})),
    ]),
  ]);
  return [...model.gates, ...model.criteria].flatMap((rule) =>
    needsIn('test' in rule ? rule.test : rule.value)
      .filter((need) => !set.has(need))
      .map(
        (need) =>
          `"${rule.id}" refers to the need "${need}", which no question, sizing figure or default sets`,
      ),
  );
}

function needsIn(rule: ValueRule | DecisionModel['gates'][number]['test']): readonly string[] {
  return Object.entries(rule).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'need' && typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null || !('need' in value)) return [];
    return [String(value.need)];
  });
}

function allEffects(question: Question): readonly AnswerEffects[] {
  return [question.number?.sets, ...(question.options ?? []).map((option) => option.sets)].filter(
    (effects) => effects !== undefined,
  );
}

function questionProblems(
  question: Question,
  questionnaire: Questionnaire,
  model: DecisionModel,
): readonly string[] {
  const place = `question "${question.id}"`;
  const gates = new Set(model.gates.map((gate) => gate.id));
  const criteria = new Set(model.criteria.map((criterion) => criterion.id));
  const groups = new Set<string>(model.groups.map((group) => group.id));
  const effects = allEffects(question);
  return [
    ...(questionnaire.sections.some((section) => section.id === question.section)
      ? []
      : [`${place} is in the unknown section "${question.section}"`]),
    ...missing(
      effects.flatMap((one) => one.gates ?? []),
      gates,
    ).map((id) => `${place} sets the unknown gate "${id}"`),
    ...missing(
      effects.flatMap((one) => Object.keys(one.emphasis ?? {})),
      criteria,
    ).map((id) => `${place} weighs the unknown criterion "${id}"`),
    ...missing(
      effects.flatMap((one) => (one.priority === undefined ? [] : [one.priority.group])),
      groups,
    ).map((id) => `${place} puts the unknown group "${id}" first`),
    ...undeclaredGates(question, effects).map(
      (id) => `${place} sets gate "${id}" without naming it in feeds`,
    ),
  ];
}

function missing(ids: readonly string[], known: ReadonlySet<string>): readonly string[] {
  return [...new Set(ids)].filter((id) => !known.has(id));
}

function undeclaredGates(question: Question, effects: readonly AnswerEffects[]): readonly string[] {
  return [...new Set(effects.flatMap((one) => one.gates ?? []))].filter(
    (id) => !question.feeds.includes(`gate.${id}`),
  );
}

function unreachableGates(questionnaire: Questionnaire, model: DecisionModel): readonly string[] {
  const set = new Set(
    questionnaire.questions.flatMap((question) => allEffects(question).flatMap((one) => one.gates ?? [])),
  );
  return model.gates
    .filter((gate) => gate.always === undefined && !set.has(gate.id))
    .map((gate) => `gate "${gate.id}" is set by no question; remove it or say why it always holds`);
}
