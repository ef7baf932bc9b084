// An answer in words, as the review and the preview show it.

import type { Lang } from '../../core/text/localized.ts';
import type { Question } from '../../data/schema/questions.generated.ts';
import type { StoredAnswer } from '../../usecases/stores.ts';
import { QUESTIONNAIRE_TEXTS } from '../texts/questionnaire-texts.ts';
import { UNKNOWN } from './answer-form.ts';
import { formatNumber } from './format.ts';

/** The answer in words; null when there is none yet. */
export function answerText(question: Question, answer: StoredAnswer | undefined, lang: Lang): string | null {
  if (answer === undefined || answer === null) return null;
  if (answer === UNKNOWN) return QUESTIONNAIRE_TEXTS.dontKnow[lang];
  if (typeof answer === 'number') return numberText(question, answer, lang);
  const ids = Array.isArray(answer) ? (answer as readonly string[]) : [String(answer)];
  const labels = ids.map(
    (id) => (question.options ?? []).find((option) => option.id === id)?.label[lang] ?? id,
  );
  return labels.join(lang === 'ja' ? '、' : '; ');
}

function numberText(question: Question, answer: number, lang: Lang): string {
  const unit = question.number?.unit[lang] ?? '';
  return `${formatNumber(answer, lang, 3)}${lang === 'ja' ? '' : ' '}${unit}`;
}
