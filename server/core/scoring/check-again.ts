// What to check again first: the facts that the leading options rest on, the least believed on top.

import type { Contribution, FactAge, OptionResult } from './recommendation.ts';

const LEADERS = 2;

export interface AgedTerm {
  readonly option: OptionResult;
  readonly term: Contribution;
  readonly age: FactAge;
}

/** Least believed first; among equals the older, then what weighs more. Facts without a source have no age and no place. */
export function termsToCheckAgain(options: readonly OptionResult[]): readonly AgedTerm[] {
  return options
    .filter(({ rank }) => rank !== null)
    .slice(0, LEADERS)
    .flatMap((option) =>
      option.contributions.flatMap((term) => {
        const { age } = term.fact;
        return age === undefined ? [] : [{ option, term, age }];
      }),
    )
    .toSorted(
      (a, b) =>
        a.age.confidence - b.age.confidence || b.age.months - a.age.months || b.term.weight - a.term.weight,
    );
}
