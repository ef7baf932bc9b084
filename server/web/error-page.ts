// Whatever goes wrong ends here: a page in the visitor's language that says what happened and what to do, and for
// faults of ours a number to find the log line by. Nothing internal is shown.

import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { MailfitError } from '../errors.ts';
import type { Logger } from '../usecases/ports.ts';
import { languageOf } from './language.ts';
import type { SendPage } from './page.ts';
import { RequestRefused } from './request-refused.ts';
import { ERROR_PAGE_TEXTS, REFUSAL_TEXTS } from './texts/shell-texts.ts';
import { inLanguage } from './texts/text-table.ts';

export const noSuchPage: RequestHandler = () => {
  throw new RequestRefused(404, 'notFound');
};

export function errorPage(
  sendPage: SendPage,
  deps: { readonly logger: Logger; requestIdOf(req: Request): string },
) {
  const handler: ErrorRequestHandler = async (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const refusal = refusalFor(error);
    const requestId = deps.requestIdOf(req);
    if (refusal.reason === 'internal') {
      deps.logger.error({ requestId, method: req.method, err: error }, 'request failed');
    }
    const lang = languageOf(req);
    const texts = REFUSAL_TEXTS[refusal.reason];
    res.status(refusal.httpStatus);
    await sendPage(req, res, {
      view: 'error',
      title: texts.title[lang],
      model: {
        t: inLanguage(ERROR_PAGE_TEXTS, lang),
        heading: texts.title[lang],
        advice: texts.advice[lang],
        requestId,
      },
    });
  };
  return handler;
}

// body-parser and express mark what the client did wrong with a status below 500.
function refusalFor(error: unknown): RequestRefused {
  if (error instanceof RequestRefused) return error;
  if (error instanceof MailfitError && error.code === 'forbidden')
    return new RequestRefused(403, 'forbidden');
  const status = (error as { readonly status?: unknown } | null)?.status;
  if (status === 413) return new RequestRefused(413, 'tooLarge');
  if (status === 404) return new RequestRefused(404, 'notFound');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new RequestRefused(status, 'badRequest');
  return new RequestRefused(500, 'internal');
}
