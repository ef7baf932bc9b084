// Failures as application/problem+json (RFC 9457), in the reader's language. Nothing internal is shown.

import type { Request, Response } from 'express';
import { ERROR_CATALOGUE, MailfitError } from '../../errors.ts';
import { languageOf } from '../language.ts';
import { requestIdOf } from '../request-log.ts';
import { RequestRefused } from '../request-refused.ts';
import { PROBLEM_TITLES } from './api-texts.ts';
import { ApiProblem } from './operation.ts';

/** The problem that a thrown value stands for; what nobody expected is `internal`. */
export function problemFor(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof RequestRefused) {
    const title = Object.hasOwn(PROBLEM_TITLES, error.reason)
      ? PROBLEM_TITLES[error.reason as keyof typeof PROBLEM_TITLES]
      : PROBLEM_TITLES.invalid;
    return new ApiProblem(error.httpStatus, error.reason, title);
  }
  if (error instanceof MailfitError) {
    const { httpStatus, title } = ERROR_CATALOGUE[error.code];
    const problems = error.details.map((line) => ({ path: '', message: { en: line, ja: line } }));
    return new ApiProblem(httpStatus, error.code, title, problems);
  }
  return bodyParserProblem(error) ?? new ApiProblem(500, 'internal', PROBLEM_TITLES.internal);
}

/** Writes the problem; a fault of ours gets a number that the log knows too. */
export function sendProblem(
  req: Request,
  res: Response,
  problem: ApiProblem,
  log: (requestId: string) => void,
): void {
  const lang = languageOf(req);
  const requestId = problem.status >= 500 ? requestIdOf(req) : null;
  if (requestId !== null) log(requestId);
  const { status, code, title, problems } = problem;
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: title[lang],
        status,
        code,
        ...(problems.length === 0
          ? {}
          : { problems: problems.map(({ path, message }) => ({ path, message: message[lang] })) }),
        ...(requestId === null ? {} : { requestId }),
      }),
    );
}

// body-parser marks what the client did wrong with a type.
function bodyParserProblem(error: unknown): ApiProblem | null {
  const type = (error as { readonly type?: unknown } | null)?.type;
  if (type === 'entity.too.large') return new ApiProblem(413, 'tooLarge', PROBLEM_TITLES.tooLarge);
  if (type === 'entity.parse.failed') return new ApiProblem(400, 'brokenJson', PROBLEM_TITLES.brokenJson);
  const status = (error as { readonly status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500
    ? new ApiProblem(status, 'invalid', PROBLEM_TITLES.invalid)
    : null;
}
