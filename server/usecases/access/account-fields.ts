// What a person gives for an account, checked: name, mail address, password.

import type { LocalizedText } from '../../core/text/localized.ts';
import { PASSWORD_PROBLEM_TEXTS, passwordProblem } from '../../core/access/password-rules.ts';

export type AccountField = 'name' | 'email' | 'password' | 'code' | 'current' | 'role' | 'label';

export type FieldProblems = Readonly<Partial<Record<AccountField, LocalizedText>>>;

const NAME_LENGTH_MAX = 100;
const EMAIL_LENGTH_MAX = 254;
// A single addr-spec without comments, quotes or lists: enough for a person, and nothing to hide a header in.
const PLAIN_ADDRESS = /^[^\s@<>,;:"'()[\]\\]+@[^\s@<>,;:"'()[\]\\]+$/;

/** Problems of the fields that are given; a field that is left out is not asked for. */
export function accountProblems(given: {
  readonly name?: string;
  readonly email?: string;
  readonly password?: { readonly value: string; readonly own: readonly string[] };
}): FieldProblems {
  const name = given.name === undefined ? null : nameProblem(given.name);
  const email = given.email === undefined ? null : emailProblem(given.email);
  const weakness =
    given.password === undefined ? null : passwordProblem(given.password.value, given.password.own);
  return {
    ...(name === null ? {} : { name }),
    ...(email === null ? {} : { email }),
    ...(weakness === null ? {} : { password: PASSWORD_PROBLEM_TEXTS[weakness] }),
  };
}

export function hasProblems(problems: FieldProblems): boolean {
  return Object.keys(problems).length > 0;
}

function nameProblem(name: string): LocalizedText | null {
  if (name !== '' && name.length <= NAME_LENGTH_MAX) return null;
  return {
    en: `Enter a name of at most ${NAME_LENGTH_MAX} characters.`,
    ja: `氏名を${NAME_LENGTH_MAX}文字以内で入力してください。`,
  };
}

function emailProblem(email: string): LocalizedText | null {
  if (email.length <= EMAIL_LENGTH_MAX && PLAIN_ADDRESS.test(email)) return null;
  return {
    en: 'Enter one mail address, such as hanako@example.jp.',
    ja: 'メールアドレスを1件、hanako@example.jp のような形式で入力してください。',
  };
}
