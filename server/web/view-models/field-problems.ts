// Problems of a form's fields in one language: beside each field, and as a list on top.

import type { Lang } from '../../core/text/localized.ts';
import type { AccountField, FieldProblems } from '../../usecases/access/account-fields.ts';

export interface ShownProblems {
  readonly problem: Readonly<Partial<Record<AccountField, string>>>;
  readonly problems: readonly { readonly field: string; readonly text: string }[];
}

export function shownProblems(problems: FieldProblems, lang: Lang): ShownProblems {
  const entries = Object.entries(problems).map(([field, text]) => ({ field, text: text[lang] }));
  return {
    problem: Object.fromEntries(entries.map(({ field, text }) => [field, text])),
    problems: entries,
  };
}
