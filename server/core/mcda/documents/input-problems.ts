// What can be wrong with the input document of a method, in both languages.

import type { Problem } from '../../text/problem.ts';

export function notANumber(path: string): Problem {
  return { path, message: { en: `${path} must be a number.`, ja: `${path} は数値で指定してください。` } };
}

export function outOfRange(path: string, min: number, max: number): Problem {
  return {
    path,
    message: {
      en: `${path} must lie between ${min} and ${max}.`,
      ja: `${path} は${min}以上${max}以下で指定してください。`,
    },
  };
}

export function notWhole(path: string): Problem {
  return {
    path,
    message: { en: `${path} must be a whole number.`, ja: `${path} は整数で指定してください。` },
  };
}

export function notAVector(path: string): Problem {
  return {
    path,
    message: { en: `${path} must be a list of numbers.`, ja: `${path} は数値の一覧で指定してください。` },
  };
}

export function wrongLength(path: string, length: number): Problem {
  return {
    path,
    message: {
      en: `${path} must have ${length} entries, one for each criterion.`,
      ja: `${path} には評価項目と同じ${length}個の値が必要です。`,
    },
  };
}

export function notAMatrix(path: string): Problem {
  return {
    path,
    message: {
      en: `${path} must be a table of numbers: one row for each option (at most 500), all of the same length (at most 200).`,
      ja: `${path} は数値の表で指定してください。1行が1つの選択肢（500行まで）で、各行は同じ長さ（200列まで）にします。`,
    },
  };
}

export function notComparisons(path: string): Problem {
  return {
    path,
    message: {
      en: `${path} must be a square table of positive comparisons: 1 on the diagonal, mirrored entries reciprocal, null in pairs for a missing one, at most 30 items.`,
      ja: `${path} は一対比較の正方行列で指定してください。対角は1、対称位置の値は互いに逆数、未回答は両方とも null とし、30項目までです。`,
    },
  };
}

export function unusableWeights(): Problem {
  return {
    path: 'weights',
    message: {
      en: 'weights must not be negative, and at least one must be above 0.',
      ja: 'weights に負の値は使えません。少なくとも1つは0より大きくしてください。',
    },
  };
}

export function wrongDirections(count: number): Problem {
  return {
    path: 'directions',
    message: {
      en: `directions must have ${count} entries, each "max" or "min".`,
      ja: `directions には ${count}個の "max" または "min" が必要です。`,
    },
  };
}

export function notAChoice(path: string, choices: readonly string[]): Problem {
  return {
    path,
    message: {
      en: `${path} must be one of: ${choices.join(', ')}.`,
      ja: `${path} は次のいずれかで指定してください: ${choices.join('、')}。`,
    },
  };
}

export function notBounds(path: string, count: number): Problem {
  return {
    path,
    message: {
      en: `${path} must have ${count} pairs [low, high], one for each criterion.`,
      ja: `${path} には評価項目ごとに [下限, 上限] の組が${count}個必要です。`,
    },
  };
}

export function wrongForm(path: string, wanted: { readonly en: string; readonly ja: string }): Problem {
  return {
    path,
    message: {
      en: `${path || 'The input'} does not fit this method: ${wanted.en}`,
      ja: `${path || '入力'} がこの手法の形式に合いません。${wanted.ja}`,
    },
  };
}

export function notPositive(path: string): Problem {
  return {
    path,
    message: {
      en: `${path} must be above 0 everywhere.`,
      ja: `${path} の値はすべて0より大きくしてください。`,
    },
  };
}
