// From answers to what they mean: sizing inputs, needs, hard requirements, weights. The rules are data (questions.yaml).
// Invariant: the order of answers does not matter; numbers combine by the larger, lists by union.

import type {
  AnswerEffects,
  NumberRule,
  Question,
  Questionnaire,
} from '../../data/schema/questions.generated.ts';
import type { SizingInputs } from '../sizing/sizing-inputs.ts';
import type { Answers } from './answers.ts';

export type NeedValue = number | string | readonly string[];

export interface Interpretation {
  readonly sizing: Partial<SizingInputs>;
  readonly needs: ReadonlyMap<string, NeedValue>;
  /** Gate id → the questions that made it a requirement. */
  readonly gates: ReadonlyMap<string, readonly string[]>;
  /** Criterion id → factor on its points. */
  readonly emphasis: ReadonlyMap<string, number>;
  /** Groups of criteria put first, second, …; index 0 is first. */
  readonly priorities: readonly string[];
  /** Need or `sizing.<key>` → the questions it comes from. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
}

interface Draft {
  readonly sizing: Record<string, unknown>;
  readonly needs: Map<string, NeedValue>;
  readonly gates: Map<string, string[]>;
  readonly emphasis: Map<string, number>;
  readonly places: Map<string, number>;
  readonly origins: Map<string, string[]>;
}

export function interpret(answers: Answers, questionnaire: Questionnaire): Interpretation {
  const draft: Draft = {
    sizing: {},
    needs: new Map(),
    gates: new Map(),
    emphasis: new Map(),
    places: new Map(),
    origins: new Map(),
  };
  for (const question of questionnaire.questions) applyAnswer(question, answers, draft);
  const priorities = [...draft.places].sort(([, a], [, b]) => a - b).map(([group]) => group);
  return { ...draft, sizing: draft.sizing, priorities };
}

function applyAnswer(question: Question, answers: Answers, draft: Draft): void {
  const answer = answers.get(question.id);
  if (answer?.kind === 'number' && question.number !== undefined) {
    applyNumber(question.number, answer.value, question.id, draft);
  }
  if (answer?.kind !== 'options') return;
  for (const option of question.options ?? []) {
    if (answer.ids.includes(option.id)) applyEffects(option.sets ?? {}, question.id, draft);
  }
}

function applyNumber(rule: NumberRule, value: number, questionId: string, draft: Draft): void {
  const [target, key = ''] = rule.into.split('.');
  if (target === 'sizing') setSizing(draft, key, value, questionId);
  else addNeed(draft, key, value, questionId);
  applyEffects(rule.sets ?? {}, questionId, draft);
}

function applyEffects(effects: AnswerEffects, questionId: string, draft: Draft): void {
  for (const gate of effects.gates ?? []) append(draft.gates, gate, questionId);
  for (const [key, value] of entriesOf(effects.needs)) addNeed(draft, key, value, questionId);
  for (const [key, value] of entriesOf(effects.sizing)) setSizing(draft, key, value, questionId);
  if (effects.clients !== undefined) setSizing(draft, 'clients', effects.clients, questionId);
  for (const [criterion, factor] of entriesOf(effects.emphasis)) {
    draft.emphasis.set(criterion, (draft.emphasis.get(criterion) ?? 1) * factor);
  }
  placePriority(effects.priority, draft);
}

// The same group in first and second place counts once, at the better place.
function placePriority(priority: AnswerEffects['priority'], draft: Draft): void {
  if (priority === undefined || draft.places.has(priority.group)) return;
  draft.places.set(priority.group, priority.place);
}

function entriesOf<Value>(record: Readonly<Record<string, Value>> | undefined): [string, Value][] {
  return Object.entries(record ?? {});
}

function setSizing(draft: Draft, key: string, value: unknown, questionId: string): void {
  draft.sizing[key] = value;
  append(draft.origins, `sizing.${key}`, questionId);
}

function addNeed(draft: Draft, key: string, value: NeedValue, questionId: string): void {
  draft.needs.set(key, combine(draft.needs.get(key), value));
  append(draft.origins, key, questionId);
}

function combine(known: NeedValue | undefined, added: NeedValue): NeedValue {
  if (typeof known === 'number' && typeof added === 'number') return Math.max(known, added);
  if (typeof known === 'object' && typeof added === 'object')
    return [...new Set([...known, ...added])].sort();
  return added;
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key) ?? [];
  if (!list.includes(value)) map.set(key, [...list, value]);
}
