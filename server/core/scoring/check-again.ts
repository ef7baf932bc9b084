// What to check again first: the statements that the leading options rest on, the least believed on top.
// Invariant: a statement that editions of one product share stands once, with all of them.

import type { Contribution, FactAge, OptionResult } from './recommendation.ts';

const LEADERS = 2;

export interface AgedTerm {
  /** In rank order; several where they rest on the same statement. */
  readonly options: readonly OptionResult[];
  readonly term: Contribution;
  readonly age: FactAge;
}

/** Least believed first; among equals the older, then what weighs more. Facts without a source have no age and no place. */
export function termsToCheckAgain(options: readonly OptionResult[]): readonly AgedTerm[] {
  const leaders = options.filter(({ rank }) => rank !== null).slice(0, LEADERS);
  const byStatement = new Map<string, AgedTerm>();
  for (const option of leaders) {
    for (const term of option.contributions) {
      const { age } = term.fact;
      if (age === undefined) continue;
      const statement = statementOf(term);
      const known = byStatement.get(statement);
      byStatement.set(statement, { term, age, ...known, options: [...(known?.options ?? []), option] });
    }
  }
  return [...byStatement.values()].sort(
    (a, b) =>
      a.age.confidence - b.age.confidence || b.age.months - a.age.months || b.term.weight - a.term.weight,
  );
}

// Sources without an address are runs of one's own, which belong to one option each.
function statementOf({ fact }: Contribution): string {
  const sources = fact.evidence.map(({ url, runId, title }) => url ?? runId ?? title);
  return JSON.stringify([fact.id, fact.shown.en, ...sources]);
}
