// Problems of an input file, each with its place, as one failure the user can act on.

import type { Outcome, Problem } from '../core/text/problem.ts';
import type { Lang } from '../core/text/localized.ts';
import { MailfitError } from '../errors.ts';
import type { InputDocument } from '../usecases/ports.ts';

/** The value, or a MailfitError that names every problem as `file:line:column path: what to do`. */
export function valueOrFail<Value>(outcome: Outcome<Value>, document: InputDocument, lang: Lang): Value {
  if (outcome.ok) return outcome.value;
  throw new MailfitError(
    'badInput',
    outcome.problems.map((problem) => lineOf(problem, document, lang)),
  );
}

function lineOf(problem: Problem, document: InputDocument, lang: Lang): string {
  const where = problem.path === '' ? '' : `${problem.path}: `;
  return `${document.placeOf(problem.path)} ${where}${problem.message[lang]}`;
}
