// What can be wrong with stated weights, and how to mend it.

import type { Problem } from '../text/problem.ts';

export function notAMethod(path: string): Problem {
  return {
    path,
    message: {
      en: 'State a method: rank-order, rank-sum, swing or ahp.',
      ja: '方法（rank-order、rank-sum、swing、ahp）を指定してください。',
    },
  };
}

export function strangeItem(path: string, given: unknown, known: ReadonlySet<string>): Problem {
  const shown = typeof given === 'string' ? given : (JSON.stringify(given) ?? typeof given);
  const list = [...known].join(', ');
  return {
    path,
    message: {
      en: `"${shown}" is not one of: ${list}.`,
      ja: `「${shown}」という項目はありません。次から選んでください：${list}`,
    },
  };
}

export function notAnOrder(path: string): Problem {
  return {
    path,
    message: {
      en: 'Give at least one criterion, each only once, most important first.',
      ja: '項目を重要な順に、重複なく1つ以上挙げてください。',
    },
  };
}

export function notAPoint(path: string): Problem {
  return {
    path,
    message: {
      en: 'Give points from 0 to 100, or a range such as [40, 60].',
      ja: '0〜100の点数、または [40, 60] のような範囲で答えてください。',
    },
  };
}

export function nothingWeighed(path: string): Problem {
  return {
    path,
    message: {
      en: 'At least one criterion must have points.',
      ja: '少なくとも1項目に点数を付けてください。',
    },
  };
}

export function notAComparison(path: string): Problem {
  return {
    path,
    message: {
      en: 'Write a comparison as [item, times, other item] with times between 1/9 and 9.',
      ja: '比較は [項目, 倍率, 別の項目] の形で、倍率は1/9〜9の範囲で書いてください。',
    },
  };
}

export function comparedTwice(path: string, pair: string): Problem {
  return {
    path,
    message: {
      en: `${pair} is compared twice; keep one.`,
      ja: `${pair} が2回比較されています。1つにしてください。`,
    },
  };
}

export function tooManyItems(path: string, items: number): Problem {
  return {
    path,
    message: {
      en: `${items} items are too many for pairwise comparison; 7 at most.`,
      ja: `一対比較は7項目までです（現在${items}項目）。`,
    },
  };
}

export function weightsOrPeople(path: string): Problem {
  return {
    path,
    message: {
      en: 'State either weights (one person) or people (several), not both.',
      ja: 'weights（1人分）と people（複数人分）は、どちらか一方だけを書いてください。',
    },
  };
}

export function notNamedPeople(path: string): Problem {
  return {
    path,
    message: {
      en: 'Write one entry per person, "name: { method: … }", for 1 to 50 people.',
      ja: '「名前: { method: … }」の形で、1〜50人分を書いてください。',
    },
  };
}
