// What the server and its preview thread say to each other.

import type { Outcome } from '../../core/text/problem.ts';
import type { AnswerPreview } from '../../usecases/answer-preview.ts';
import type { StoredAnswers } from '../../usecases/stores.ts';
import type { WeightsPreview, WeightsQuestion } from '../../usecases/weights-preview.ts';

export type Ask =
  | { readonly kind: 'answers'; readonly answers: StoredAnswers; readonly today: string }
  | { readonly kind: 'weights'; readonly question: WeightsQuestion };

export interface ThreadRequest {
  readonly id: number;
  readonly ask: Ask;
}

export type ThreadReply =
  | { readonly id: number; readonly answer: AnswerPreview | Outcome<WeightsPreview> }
  | { readonly id: number; readonly failure: string };
