// From the fields of a form to answers. What is valid is the core's decision; here are only the form's peculiarities
// and, for what is not valid, a sentence that fits beside the field.

import type { Question } from '../../data/schema/questions.generated.ts';
import { parseAnswers, plainAnswers } from '../../core/questionnaire/answers.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { StoredAnswer } from '../../usecases/stores.ts';
import { ANSWER_PROBLEMS, outOfRange } from '../texts/questionnaire-texts.ts';
import { formatNumber } from './format.ts';

export const UNKNOWN = 'unknown';

export interface TypedAnswer {
  readonly values: readonly string[];
  /** The "I don't know" box of a number. */
  readonly isUnknownTicked: boolean;
}

export type AnswerReading =
  | { readonly kind: 'answer'; readonly value: StoredAnswer }
  | { readonly kind: 'wrong'; readonly problem: LocalizedText };

export function readAnswer(
  question: Question,
  typed: TypedAnswer,
  saved: StoredAnswer | undefined,
): AnswerReading {
  const given = givenAnswer(question, typed, saved);
  const parsed = parseAnswers({ [question.id]: given }, { sections: [], questions: [question] });
  if (!parsed.ok) return { kind: 'wrong', problem: problemBesideField(question, typed.values) };
  return { kind: 'answer', value: plainAnswers(parsed.value)[question.id] ?? null };
}

function givenAnswer(question: Question, typed: TypedAnswer, saved: StoredAnswer | undefined): unknown {
  const values = typed.values.filter((value) => value !== '');
  if (question.number === undefined) {
    return values.length === 1 && values[0] === UNKNOWN ? UNKNOWN : values;
  }
  // Without a script the number and the box can both be filled. The one that differs from what was saved is newer.
  const isUnknownNewer = values.length === 0 || saved !== UNKNOWN;
  return typed.isUnknownTicked && isUnknownNewer ? UNKNOWN : (values[0] ?? null);
}

function problemBesideField(question: Question, values: readonly string[]): LocalizedText {
  const rule = question.number;
  if (rule === undefined) return values.length > 1 ? ANSWER_PROBLEMS.exclusive : ANSWER_PROBLEMS.noSuchChoice;
  const value = Number((values[0] ?? '').normalize('NFKC').replaceAll(',', ''));
  if (Number.isNaN(value)) return ANSWER_PROBLEMS.notANumber;
  if (value >= rule.min && value <= rule.max) return ANSWER_PROBLEMS.notWhole;
  return outOfRange(formatNumber(rule.min, 'en', 3), formatNumber(rule.max, 'en', 3));
}
