// Which passwords are taken. NIST SP 800-63B §3.1.1.2: length decides, no rules on character classes, no forced
// changes; what is guessed first is refused: repeated and running characters, well-known words, one's own name.

import type { LocalizedText } from '../text/localized.ts';

export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 128;
const DISTINCT_CHARACTERS_MIN = 5;
/** What has to be left when everything easy to guess is taken out. */
const REST_LENGTH_MIN = 8;

/** Beginnings of the passwords that published lists of leaked ones lead with, in their shortest form. */
const WELL_KNOWN = [
  'password',
  'passwort',
  'passw0rd',
  'pass',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  'iloveyou',
  'sakura',
  'dragon',
  'monkey',
  'football',
  'baseball',
  'sunshine',
  'princess',
  'master',
  'superman',
  'abc123',
  '1q2w3e4r5t6y',
  '1q2w3e4r',
  '1qaz2wsx',
  'mailfit',
  'mail',
  'server',
  'secret',
  'changeme',
  'default',
  'login',
  'user',
  'root',
  'test',
];

const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
const RUN_LENGTH_MIN = 3;

export type PasswordProblem = 'tooShort' | 'tooLong' | 'tooEasy';

/**
 * Null when the password may be used.
 * @param own what somebody who knows the person would try: name, mail address
 */
export function passwordProblem(password: string, own: readonly string[]): PasswordProblem | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_LENGTH_MIN) return 'tooShort';
  if (length > PASSWORD_LENGTH_MAX) return 'tooLong';
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < DISTINCT_CHARACTERS_MIN) return 'tooEasy';
  return Array.from(withoutGuesses(plain, ownWords(own))).length < REST_LENGTH_MIN ? 'tooEasy' : null;
}

export const PASSWORD_PROBLEM_TEXTS: Readonly<Record<PasswordProblem, LocalizedText>> = {
  tooShort: {
    en: `Use at least ${PASSWORD_LENGTH_MIN} characters. Several words in a row are easy to remember.`,
    ja: `${PASSWORD_LENGTH_MIN}文字以上で入力してください。複数の単語を並べると覚えやすくなります。`,
  },
  tooLong: {
    en: `Use at most ${PASSWORD_LENGTH_MAX} characters.`,
    ja: `${PASSWORD_LENGTH_MAX}文字以内で入力してください。`,
  },
  tooEasy: {
    en: 'This is among the first that an attacker tries: well-known words, your own name, repeated or running characters. Choose something else.',
    ja: 'よく使われる単語、ご自身の名前、同じ文字の繰り返しや連番など、推測されやすい内容です。別のパスワードにしてください。',
  },
};

function ownWords(own: readonly string[]): readonly string[] {
  return own
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[\s@._+-]+/),
    )
    .filter((word) => Array.from(word).length >= RUN_LENGTH_MIN);
}

function withoutGuesses(plain: string, own: readonly string[]): string {
  let rest = plain;
  for (const word of [...WELL_KNOWN, ...own].sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(word, '');
  }
  return withoutRuns(rest);
}

/** Takes out `1234`, `dcba`, `aaaa` and the like, and years, which people put at the end. */
function withoutRuns(text: string): string {
  const characters = Array.from(text.replaceAll(/(?:19|20)\d\d/g, ''));
  return characters.filter((_, at) => !isInRun(characters, at)).join('');
}

function isInRun(characters: readonly string[], at: number): boolean {
  for (let start = Math.max(0, at - RUN_LENGTH_MIN + 1); start <= at; start += 1) {
    const piece = characters.slice(start, start + RUN_LENGTH_MIN);
    if (piece.length === RUN_LENGTH_MIN && isRun(piece)) return true;
  }
  return false;
}

function isRun(piece: readonly string[]): boolean {
  const text = piece.join('');
  const backwards = piece.toReversed().join('');
  return new Set(piece).size === 1 || RUNS.some((run) => run.includes(text) || run.includes(backwards));
}
