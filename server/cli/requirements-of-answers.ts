// What an organisation requires, without waiting for a whole recommendation.

import type { Recommendation } from '../core/scoring/recommendation.ts';
import type { InputDocument } from '../usecases/ports.ts';
import { recommendFor } from '../usecases/recommend.ts';
import type { DecisionBasis, RecommendRequest } from '../usecases/recommend.ts';
import type { CliContext } from './command.ts';
import { valueOrFail } from './input-problems.ts';

/** Requirements come from the answers alone, so that a handful of samples is enough to learn them. */
const FEW_SAMPLES = 10;

export type AnsweredRequest = RecommendRequest & { readonly document: InputDocument };

/** The request for an answers file alone, as of today. */
export function requestFrom(document: InputDocument, { app }: CliContext): AnsweredRequest {
  return {
    document,
    answers: document.data ?? {},
    runs: [],
    seed: 1,
    samples: FEW_SAMPLES,
    today: app.clock.now().toISOString().slice(0, 10),
  };
}

/** A recommendation of which only the requirements are good for anything. Throws MailfitError for unusable answers. */
export function requirementsFor(
  basis: DecisionBasis,
  { document, ...request }: AnsweredRequest,
  { terminal }: CliContext,
): Recommendation {
  return valueOrFail(recommendFor(basis, { ...request, samples: FEW_SAMPLES }), document, terminal.lang);
}
