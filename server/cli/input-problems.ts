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

/** `sheet.xlsx:D8 …`; the file alone where the fault is not in a cell. */
export function sheetProblemLines(path: string, problems: readonly Problem[], lang: Lang): string[] {
  return problems.map((entry) => `${[path, entry.path].filter(Boolean).join(':')} ${entry.message[lang]}`);
}
