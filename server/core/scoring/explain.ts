// Why one option stands before another: the fewest criteria that cover most of the gap, and the best point against.

import type { LocalizedText } from '../text/localized.ts';
import type { Evaluation, EvaluatedOption } from './evaluate.ts';
import type { Explanation } from './recommendation-analysis.ts';
import { ruleAt } from './sensitivity.ts';
import { aheadText, againstText, editionText, levelText } from './texts-change.ts';
import { entry } from './vectors.ts';

export const COVERED_SHARE = 0.8;
const COMPARED = 3;

type Comparison = Explanation['comparisons'][number];

export function explanation(
  evaluation: Evaluation,
  winner: EvaluatedOption,
  rivals: readonly EvaluatedOption[],
  verdict: LocalizedText,
): Explanation {
  return {
    comparisons: rivals.slice(0, COMPARED).map((rival) => compare(evaluation, winner, rival)),
    verdict,
  };
}

/** @returns terms that add up to at least 80 % of the gap; a term is weight × difference in value */
export function compare(evaluation: Evaluation, winner: EvaluatedOption, other: EvaluatedOption): Comparison {
  const all = differences(evaluation, winner, other);
  const gap = winner.score - other.score;
  const terms: Comparison['terms'][number][] = [];
  let covered = 0;
  for (const term of all) {
    if (covered >= COVERED_SHARE * gap || term.difference <= 0) break;
    terms.push(term);
    covered += term.difference;
  }
  return {
    winner: winner.provider.id,
    other: other.provider.id,
    gap,
    terms,
    coveredShare: gap > 0 ? covered / gap : 1,
    text: sentence(winner, other, terms, all.at(-1)),
  };
}

/** Best for the winner first. */
function differences(
  evaluation: Evaluation,
  winner: EvaluatedOption,
  other: EvaluatedOption,
): readonly Comparison['terms'][number][] {
  const otherValues = other.cells.map(({ central }) => central);
  return winner.cells
    .map(({ central }, column) => {
      const { id, label } = ruleAt(evaluation, column);
      const difference = entry(evaluation.weights, column) * (central - entry(otherValues, column));
      return { criterion: id, label, difference };
    })
    .toSorted((a, b) => b.difference - a.difference);
}

function sentence(
  { provider: winner }: EvaluatedOption,
  { provider: other }: EvaluatedOption,
  terms: Comparison['terms'],
  against: Comparison['terms'][number] | undefined,
): LocalizedText {
  const rival = winner.family === other.family ? editionText(other.name) : other.name;
  const ahead = terms.length === 0 ? levelText(winner.name, rival) : aheadText(winner.name, rival, terms);
  if (against === undefined || against.difference >= 0) return ahead;
  const but = againstText(other.name, against.label, against.difference);
  return { en: ahead.en + but.en, ja: ahead.ja + but.ja };
}
