// Who stands where: eligible options before conditional ones, equal scores on equal ranks, excluded ones without rank.

import type { EvaluatedOption } from './evaluate.ts';
import { compareText } from './option-facts.ts';
import { TIE_TOLERANCE } from './rank-samples.ts';

export interface RankedOption {
  readonly option: EvaluatedOption;
  readonly rank: number | null;
}

const BANDS = ['eligible', 'conditional'] as const;

/** In the order in which the options are shown. */
export function rankOptions(options: readonly EvaluatedOption[]): readonly RankedOption[] {
  const ranked: RankedOption[] = [];
  for (const band of BANDS) {
    const members = options.filter((option) => option.status === band).toSorted(byScore);
    const before = ranked.length;
    for (const option of members) {
      const better = members.filter((other) => other.score - option.score > TIE_TOLERANCE).length;
      ranked.push({ option, rank: before + better + 1 });
    }
  }
  const excluded = options.filter((option) => option.status === 'excluded').toSorted(byName);
  return [...ranked, ...excluded.map((option) => ({ option, rank: null }))];
}

function byScore(a: EvaluatedOption, b: EvaluatedOption): number {
  return b.score - a.score || compareText(a.provider.id, b.provider.id);
}

function byName(a: EvaluatedOption, b: EvaluatedOption): number {
  return compareText(a.provider.name.en, b.provider.name.en) || compareText(a.provider.id, b.provider.id);
}
