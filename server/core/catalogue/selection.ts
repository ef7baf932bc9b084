// Finding options by facets. Invariant: an option that does not say whether it has what is wanted is neither shown as a
// match nor thrown out silently; it is listed apart.

import type { LocalizedText } from '../text/localized.ts';
import type { Catalogue, Provider } from './provider.ts';

export interface Facet {
  readonly id: string;
  /** `any`: one of the chosen values is enough. `all`: every chosen value is wanted. */
  readonly mode: 'any' | 'all';
  /** Values in the order in which people read them. */
  readonly values: readonly string[];
  /** What an option has of this facet; null when nobody knows. */
  readonly valuesOf: (provider: Provider) => readonly string[] | null;
  /** How a value is called, where the facet's fact says so. */
  readonly labelOf?: (value: string) => LocalizedText | undefined;
}

export interface OptionQuery {
  /** Part of a name or vendor, in any script and case. */
  readonly text: string;
  /** Chosen values by facet id; a facet without choice is open. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

export interface OptionSelection {
  readonly matching: readonly Provider[];
  /** Would match if what is unknown about them turned out well. */
  readonly undecided: readonly Provider[];
  /** Facet id → value → how many would match if this value were chosen too. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

type Verdict = 'match' | 'miss' | 'unknown';

interface Candidate {
  readonly provider: Provider;
  readonly values: readonly (readonly string[] | null)[];
  readonly verdicts: readonly Verdict[];
}

export function selectOptions(
  catalogue: Catalogue,
  facets: readonly Facet[],
  query: OptionQuery,
): OptionSelection {
  const chosen = facets.map(({ id }) => query.chosen[id] ?? []);
  const named = catalogue.providers.filter((provider) => isNamed(provider, query.text));
  const candidates = named.map((provider): Candidate => {
    const values = facets.map((facet) => facet.valuesOf(provider));
    const verdicts = facets.map((facet, index) =>
      verdictOf(facet.mode, values[index] ?? null, chosen[index] ?? []),
    );
    return { provider, values, verdicts };
  });
  const open = candidates.filter(({ verdicts }) => !verdicts.includes('miss'));
  return {
    matching: open.filter(({ verdicts }) => !verdicts.includes('unknown')).map(({ provider }) => provider),
    undecided: open.filter(({ verdicts }) => verdicts.includes('unknown')).map(({ provider }) => provider),
    counts: Object.fromEntries(
      facets.map((facet, index) => [facet.id, countsOf(facet, index, chosen[index] ?? [], candidates)]),
    ),
  };
}

function verdictOf(
  mode: Facet['mode'],
  values: readonly string[] | null,
  wanted: readonly string[],
): Verdict {
  if (wanted.length === 0) return 'match';
  if (values === null) return 'unknown';
  const has = (one: string): boolean => values.includes(one);
  return (mode === 'any' ? wanted.some(has) : wanted.every(has)) ? 'match' : 'miss';
}

/** How many options each value would leave, with all other facets as they are chosen. */
function countsOf(
  facet: Facet,
  index: number,
  chosen: readonly string[],
  candidates: readonly Candidate[],
): Readonly<Record<string, number>> {
  const others = candidates.filter(({ verdicts }) =>
    verdicts.every((verdict, at) => at === index || verdict === 'match'),
  );
  const kept = facet.mode === 'any' ? [] : chosen;
  const counts = new Map(facet.values.map((value) => [value, 0]));
  for (const { values } of others) {
    const own = values[index] ?? null;
    if (own === null || !kept.every((value) => own.includes(value))) continue;
    for (const value of own) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

function isNamed({ id, name, vendor }: Provider, text: string): boolean {
  const wanted = folded(text);
  return wanted === '' || folded([name.en, name.ja, vendor.en, vendor.ja, id].join('\n')).includes(wanted);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
