// What can be wrong with a declared tender rule, and how to mend it.

import type { Problem } from '../text/problem.ts';

export function notAChoice(path: string, choices: readonly string[]): Problem {
  const list = choices.join(', ');
  return {
    path,
    message: { en: `Choose one of: ${list}.`, ja: `次のいずれかを指定してください：${list}` },
  };
}

export function notAnAmount(path: string): Problem {
  return {
    path,
    message: { en: 'Give a number above 0.', ja: '0より大きい数値を指定してください。' },
  };
}

export function notDecimals(path: string, max: number): Problem {
  return {
    path,
    message: {
      en: `Give the decimals that stay as a whole number from 0 to ${max}.`,
      ja: `残す小数の桁数を0〜${max}の整数で指定してください。`,
    },
  };
}

export function strangeBidder(path: string, id: string): Problem {
  return {
    path,
    message: {
      en: `The catalogue has no option "${id}"; \`mailfit catalogue list\` shows the ids.`,
      ja: `「${id}」という選択肢はカタログにありません。ID は mailfit catalogue list で確認できます。`,
    },
  };
}
