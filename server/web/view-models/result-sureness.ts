// How sure the result is: shares of trials, what holds whatever happens, other methods, and the opinions of a group.

import type { OptionResult, Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { necessarilyCount, SECTION_TEXTS as T, stepText } from '../texts/result-section-texts.ts';
import { formatShare } from './format.ts';
import { optionNames, points, roughMoney } from './result-words.ts';

export function surenessModel(recommendation: Recommendation, lang: Lang) {
  const ranked = recommendation.options.filter(({ rank }) => rank !== null);
  const winner = ranked[0];
  return {
    figures: winner === undefined ? [] : surenessFigures(recommendation, ranked, winner, lang),
    crossChecks: crossChecks(recommendation, lang),
  };
}

interface Figure {
  readonly label: string;
  readonly value: string;
  readonly hint: string | null;
}

function surenessFigures(
  recommendation: Recommendation,
  ranked: readonly OptionResult[],
  winner: OptionResult,
  lang: Lang,
): readonly Figure[] {
  const { robustness } = recommendation;
  const figure = (label: string, value: string | null, hint: string | null = null): readonly Figure[] =>
    value === null ? [] : [{ label, value, hint }];
  const share = (value: number | null | undefined): string | null =>
    typeof value === 'number' ? formatShare(value, lang) : null;
  const family = robustness?.families.find(
    ({ members }) => members.includes(winner.id) && members.length > 1,
  );
  const beaten = (robustness?.necessarilyBetter ?? []).filter(([better]) => better === winner.id).length;
  return [
    ...figure(T.firstShare[lang], share(winner.firstRankShare)),
    ...figure(T.familyShare[lang], share(family?.firstRankShare)),
    ...figure(T.beatsNext[lang], share(beatsShare(recommendation, winner.id, ranked[1]?.id))),
    ...figure(T.confidence[lang], share(winner.robustness?.confidenceFactor), T.confidenceHint[lang]),
    ...(robustness === undefined || ranked.length < 2
      ? []
      : figure(
          T.necessarily[lang],
          necessarilyCount(beaten, ranked.length - 1)[lang],
          T.necessarilyHint[lang],
        )),
  ];
}

/** Share of trials in which one option scores above another; null where they were not compared. */
export function beatsShare(
  { robustness }: Recommendation,
  one: string,
  other: string | undefined,
): number | null {
  const { options, beats } = robustness?.pairwise ?? { options: [], beats: [] };
  const [row, column] = [options.indexOf(one), other === undefined ? -1 : options.indexOf(other)];
  return beats[row]?.[column] ?? null;
}

function crossChecks(recommendation: Recommendation, lang: Lang) {
  const { crossChecks: found } = recommendation;
  if (found === undefined) return null;
  const nameOf = optionNames(recommendation, lang);
  return {
    text: found.text[lang],
    checks: found.checks.map((check) => ({
      label: check.label[lang],
      winner: check.winner === null ? '—' : nameOf(check.winner),
      isSame: check.sameWinner,
    })),
  };
}

/** The steps along the efficient frontier, cheapest first; empty where no price is known. */
export function frontierSteps(recommendation: Recommendation, lang: Lang) {
  const { cost } = recommendation;
  const nameOf = optionNames(recommendation, lang);
  const line = (cost?.options ?? [])
    .flatMap(({ totalCost, ...entry }) =>
      totalCost !== null && entry.efficient ? [{ ...entry, likely: totalCost[1] }] : [],
    )
    .toSorted((a, b) => a.likely - b.likely);
  const amount = (value: number): string => roughMoney(value, cost?.currency ?? 'JPY', lang);
  return line.map((entry, place) => {
    const before = line[place - 1];
    return {
      name: nameOf(entry.option),
      total: amount(entry.likely),
      score: points(entry.score, lang),
      step:
        before === undefined
          ? null
          : stepText(points(entry.score - before.score, lang), amount(entry.likely - before.likely))[lang],
      perPoint: entry.costPerExtraPoint === null ? null : amount(entry.costPerExtraPoint),
    };
  });
}

/** Null where one person, or nobody, stated weights. */
export function groupModel(recommendation: Recommendation, lang: Lang) {
  const { group } = recommendation;
  if (group === undefined) return null;
  const nameOf = optionNames(recommendation, lang);
  return {
    text: group.consensusText[lang],
    people: group.people.map((person) => ({
      name: person.name,
      winner: person.winner === null ? '—' : nameOf(person.winner),
      isSame: person.winner === recommendation.recommended,
      isDecisive: group.decisive.includes(person.name),
    })),
  };
}
