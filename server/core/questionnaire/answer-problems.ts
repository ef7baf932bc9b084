// What can be wrong with an answer, in words that say how to mend it.

import type { NumberRule, Question, QuestionOption } from '../../data/schema/questions.generated.ts';
import type { LocalizedText } from '../text/localized.ts';

export function answersNotAMapping(): LocalizedText {
  return {
    en: 'The answers must be written as "question-id: answer", one per line.',
    ja: '回答は「質問ID: 回答」の形で、1行に1つずつ書いてください。',
  };
}

export function unknownQuestion(id: string, known: readonly string[]): LocalizedText {
  const near = nearest(id, known);
  return {
    en: `There is no question "${id}". Did you mean "${near}"? All ids: mailfit questions.`,
    ja: `「${id}」という質問はありません。「${near}」ではありませんか。ID一覧は mailfit questions で確認できます。`,
  };
}

export function notANumberAnswer(question: Question): LocalizedText {
  const unit = question.number?.unit;
  return {
    en: `A number is needed here (${unit?.en ?? ''}), or "unknown".`,
    ja: `数値（${unit?.ja ?? ''}）または unknown で答えてください。`,
  };
}

export function numberOutOfRange(_question: Question, value: number, rule: NumberRule): LocalizedText {
  return {
    en: `${value} is outside ${rule.min} to ${rule.max} ${rule.unit.en}. Give a number in that range, or "unknown".`,
    ja: `${value} は範囲外です。${rule.min}〜${rule.max}（${rule.unit.ja}）の数値、または unknown で答えてください。`,
  };
}

export function notWholeAnswer(_question: Question, value: number): LocalizedText {
  return {
    en: `${value} is not a whole number. Give ${Math.round(value)}, for example.`,
    ja: `${value} は整数ではありません。たとえば ${Math.round(value)} のように答えてください。`,
  };
}

export function unknownOption(question: Question, given: string): LocalizedText {
  const ids = (question.options ?? []).map((option) => option.id);
  return {
    en: `"${given}" is not one of the answers. Use: ${ids.join(', ')}, or unknown.`,
    ja: `「${given}」という選択肢はありません。${ids.join('、')}、または unknown から選んでください。`,
  };
}

export function onlyOneAnswer(question: Question): LocalizedText {
  return {
    en: `Only one answer can be given to "${question.text.en}".`,
    ja: `「${question.text.ja}」に選べる答えは1つだけです。`,
  };
}

export function withoutOthers(_question: Question, option: QuestionOption): LocalizedText {
  return {
    en: `"${option.label.en}" cannot be combined with other answers. Remove it or the others.`,
    ja: `「${option.label.ja}」はほかの答えと同時に選べません。どちらかを外してください。`,
  };
}

/** The candidate with the smallest edit distance. */
function nearest(wanted: string, candidates: readonly string[]): string {
  let best = candidates[0] ?? '';
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(wanted.slice(0, 64), candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

// Levenshtein distance, one row at a time.
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
