// Who did something that stays on record, and why.

import { cleanText } from '../form-fields.ts';
import { principalOf } from '../security/who.ts';
import { PROBLEM_TITLES } from './api-texts.ts';
import { ApiProblem } from './operation.ts';
import type { ApiCall, JsonSchema } from './operation.ts';

const NAME_LENGTH_MAX = 120;
const REASON_LENGTH_MAX = 500;

export const SIGNATURE_FIELDS: Readonly<Record<'by' | 'reason', JsonSchema>> = {
  by: {
    type: 'string',
    maxLength: NAME_LENGTH_MAX,
    description: 'Who does it; with a token, the name of its account counts.',
  },
  reason: { type: 'string', minLength: 1, maxLength: REASON_LENGTH_MAX },
};

/** A reason that was left out comes back empty; a missing name ends as 422. */
export function signatureOf({ req, body }: ApiCall): { readonly by: string; readonly reason: string } {
  const who = principalOf(req);
  const { by = '', reason = '' } = body as { readonly by?: string; readonly reason?: string };
  const name = who.kind === 'account' ? who.name : cleanText(by, NAME_LENGTH_MAX);
  if (name !== '') return { by: name, reason: cleanText(reason, REASON_LENGTH_MAX) };
  const message = { en: 'is missing.', ja: 'この項目が必要です。' };
  throw new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, [{ path: 'by', message }]);
}
