// What can be wrong with an input of the sizing model, said in both languages.

import type { Problem } from '../text/problem.ts';

export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

export function unknownInput(key: string): Problem {
  return {
    path: key,
    message: {
      en: `“${key}” is not an input of the sizing model.`,
      ja: `「${key}」という入力項目はありません。`,
    },
  };
}

export function notAnObject(): Problem {
  return {
    path: '',
    message: {
      en: 'The input must be a set of “name: value” lines.',
      ja: '入力は「名前: 値」の形で書いてください。',
    },
  };
}

export function missingUsers(): Problem {
  return {
    path: 'users',
    message: {
      en: 'The number of mailboxes (users) is needed; it has no default.',
      ja: 'メールボックス数（users）を指定してください。既定値はありません。',
    },
  };
}

export function notANumber(path: string): Problem {
  return { path, message: { en: `${path} must be a number.`, ja: `${path} は数値で指定してください。` } };
}

export function notWhole(path: string, value: number): Problem {
  return {
    path,
    message: {
      en: `${path} must be a whole number, not ${value}.`,
      ja: `${path} は整数で指定してください（現在の値: ${value}）。`,
    },
  };
}

export function outOfRange(path: string, value: number, limits: Limits): Problem {
  return {
    path,
    message: {
      en: `${path} must lie between ${limits.min} and ${limits.max}, not at ${value}.`,
      ja: `${path} は${limits.min}以上${limits.max}以下で指定してください（現在の値: ${value}）。`,
    },
  };
}

export function clientsNotAList(): Problem {
  return {
    path: 'clients',
    message: {
      en: 'clients must be a list of at most 20 entries, each with name, share and conns.',
      ja: 'clients は name・share・conns を持つ項目の一覧（20件まで）で指定してください。',
    },
  };
}

export function storeNowMissing(): Problem {
  return {
    path: 'storeGiBNow',
    message: {
      en: 'The size of the store a year ago says nothing without its size now (storeGiBNow).',
      ja: '1年前の保存容量を使うには、現在の保存容量（storeGiBNow）も必要です。',
    },
  };
}

export function storeShrank(): Problem {
  return {
    path: 'storeGiBYearAgo',
    message: {
      en: 'The store was larger a year ago than it is now, so no growth can be derived. Leave this value out.',
      ja: '1年前の保存容量が現在より大きいため、増加量を計算できません。この値は省いてください。',
    },
  };
}

export function notBetweenEnds(path: string): Problem {
  return {
    path,
    message: {
      en: `${path}: likely must lie between low and high.`,
      ja: `${path} の likely は low と high の間で指定してください。`,
    },
  };
}
