// How many years an option stays supported, as far as an end is announced: what the gate "supported for the whole
// horizon" reads. Invariant: an end that nobody announced excludes nobody, and neither does a branch that a newer
// version of the same product follows.

import type { Provider } from '../catalogue/provider.ts';
import type { Fact } from '../catalogue/fact.ts';
import type { OptionFact } from './option-facts.ts';

export const SUPPORTED_YEARS = 'supportedYears';
export const SUPPORTED_YEARS_UNIT = 'years';

const MS_PER_YEAR = 365.25 * 86_400_000;

/** @param today ISO 8601 day that the years count from; an end that has passed counts 0 */
export function supportedYears({ lifecycle }: Provider, today: string): OptionFact {
  const end = lifecycle?.endOfSupport;
  if (lifecycle === undefined || end === undefined || lifecycle.hasSuccessor === true) {
    return factWith(NO_END, Number.POSITIVE_INFINITY);
  }
  const years = Math.max(0, (Date.parse(end) - Date.parse(today)) / MS_PER_YEAR);
  return factWith({ state: 'known', text: endText(end, today), evidence: lifecycle.evidence }, years);
}

const NO_END: Fact = {
  state: 'known',
  text: { en: 'no end announced', ja: '終了の予定は発表されていない' },
  evidence: [],
};

function factWith(fact: Fact, years: number): OptionFact {
  return {
    id: SUPPORTED_YEARS,
    fact,
    reading: { kind: 'number', min: years, max: years },
    measured: null,
    declared: null,
    path: null,
    age: null,
  };
}

function endText(end: string, today: string): { readonly en: string; readonly ja: string } {
  return end < today
    ? { en: `support ended on ${end}`, ja: `${end}にサポート終了済み` }
    : { en: `support ends on ${end}`, ja: `${end}にサポート終了` };
}
