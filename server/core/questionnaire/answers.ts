// Answers to the questionnaire, read from a form or a file. Every problem is reported at once, with its fix.
// Invariant: "unknown" is an answer of its own; a question left out is simply absent.

import type { Question, Questionnaire } from '../../data/schema/questions.generated.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { Outcome, Problem } from '../text/problem.ts';
import {
  answersNotAMapping,
  notANumberAnswer,
  notWholeAnswer,
  numberOutOfRange,
  onlyOneAnswer,
  unknownOption,
  unknownQuestion,
  withoutOthers,
} from './answer-problems.ts';

export type Answer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'options'; readonly ids: readonly string[] };

/** In the order of the questionnaire, whatever the order of the file. */
export type Answers = ReadonlyMap<string, Answer>;

/** Keys of an answers file that hold stated weights or a tender rule (core/scoring), not answers. */
export const RESERVED_KEYS: readonly string[] = ['weights', 'people', 'tender'];

type Parsed = { readonly answer: Answer } | { readonly problem: LocalizedText } | null;

/**
 * @param raw `question-id: answer` as a file or a form gives it: numbers may be text (also full-width), a choice may be
 *   one id or a list, `unknown` stands for "I don't know"; null and empty text count as not answered
 */
export function parseAnswers(raw: unknown, questionnaire: Questionnaire): Outcome<Answers> {
  if (!isRecord(raw)) return { ok: false, problems: [{ path: '', message: answersNotAMapping() }] };
  const known = questionnaire.questions.map((question) => question.id);
  const problems: Problem[] = Object.keys(raw)
    .filter((id) => !known.includes(id) && !RESERVED_KEYS.includes(id))
    .map((id) => ({ path: id, message: unknownQuestion(id, known) }));
  const answers = new Map<string, Answer>();
  for (const question of questionnaire.questions) {
    const parsed = Object.hasOwn(raw, question.id) ? parseAnswer(raw[question.id], question) : null;
    if (parsed === null) continue;
    if ('problem' in parsed) problems.push({ path: question.id, message: parsed.problem });
    else answers.set(question.id, parsed.answer);
  }
  return problems.length === 0 ? { ok: true, value: answers } : { ok: false, problems };
}

/** The answers as plain data that `parseAnswers` reads back to the same answers. */
export function plainAnswers(
  answers: Answers,
): Readonly<Record<string, number | string | readonly string[]>> {
  return Object.fromEntries(Array.from(answers, ([id, answer]) => [id, plainAnswer(answer)]));
}

function plainAnswer(answer: Answer): number | string | readonly string[] {
  if (answer.kind === 'unknown') return 'unknown';
  return answer.kind === 'number' ? answer.value : answer.ids;
}

function parseAnswer(given: unknown, question: Question): Parsed {
  if (given === undefined || given === null || given === '') return null;
  if (given === 'unknown') return { answer: { kind: 'unknown' } };
  return question.number === undefined ? parseChoice(given, question) : parseNumber(given, question);
}

function parseNumber(given: unknown, question: Question): Parsed {
  const rule = question.number;
  const value = typeof given === 'string' ? numberFromText(given) : given;
  if (rule === undefined || typeof value !== 'number' || !Number.isFinite(value)) {
    return { problem: notANumberAnswer(question) };
  }
  if (value < rule.min || value > rule.max) return { problem: numberOutOfRange(question, value, rule) };
  if (rule.integer === true && !Number.isInteger(value)) return { problem: notWholeAnswer(question, value) };
  return { answer: { kind: 'number', value } };
}

// NFKC turns the full-width digits of a Japanese keyboard into plain ones.
function numberFromText(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function parseChoice(given: unknown, question: Question): Parsed {
  const ids = choiceIds(given);
  const options = question.options ?? [];
  const stranger = ids.find((id) => !options.some((option) => option.id === id));
  if (stranger !== undefined) return { problem: unknownOption(question, stranger) };
  if (ids.length === 0) return null;
  if (question.kind !== 'multi' && ids.length > 1) return { problem: onlyOneAnswer(question) };
  const alone = options.find((option) => option.exclusive === true && ids.includes(option.id));
  if (alone !== undefined && ids.length > 1) return { problem: withoutOthers(question, alone) };
  return {
    answer: { kind: 'options', ids: options.map((option) => option.id).filter((id) => ids.includes(id)) },
  };
}

function choiceIds(given: unknown): readonly string[] {
  if (given === true) return ['yes'];
  if (given === false) return ['no'];
  const items: readonly unknown[] = Array.isArray(given) ? given : [given];
  return [...new Set(items.map((item) => (typeof item === 'string' ? item : shown(item))))];
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? typeof value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
