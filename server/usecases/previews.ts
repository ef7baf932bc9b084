// What the pages ask while somebody answers. Implemented on a thread of its own, beside the one that ranks: a full
// ranking takes seconds, and nobody who types waits for somebody else's.

import type { Outcome } from '../core/text/problem.ts';
import type { AnswerPreview } from './answer-preview.ts';
import type { StoredAnswers } from './stores.ts';
import type { WeightsPreview, WeightsQuestion } from './weights-preview.ts';

export interface Previews {
  answers(stored: StoredAnswers): Promise<AnswerPreview>;
  weights(question: Omit<WeightsQuestion, 'today'>): Promise<Outcome<WeightsPreview>>;
}
