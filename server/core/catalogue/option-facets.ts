// The facets that the catalogue can be searched by: what people narrow a first list down with.

import type { Fact, FactId } from './fact.ts';
import type { Facet } from './selection.ts';
import type { Catalogue, Provider } from './provider.ts';
import type { FactVocabulary } from './vocabulary.ts';

export const FACET_IDS = [
  'deployment',
  'kind',
  'country',
  'language',
  'protocol',
  'certification',
  'price',
] as const;
export type FacetId = (typeof FACET_IDS)[number];

export const PRICE_BANDS = ['free', 'low', 'middle', 'high', 'contract', 'licence'] as const;
export type PriceBand = (typeof PRICE_BANDS)[number];

/** Upper ends of the two lower bands, in yen per user and month without tax. */
export const PRICE_BAND_ENDS_JPY = { low: 500, middle: 1500 } as const;

/** @param yenPerUserMonth list price of an option without tax; null when it has none per user and month */
export function optionFacets(
  catalogue: Catalogue,
  yenPerUserMonth: (provider: Provider) => number | null,
): readonly (Facet & { readonly id: FacetId })[] {
  const { vocabulary } = catalogue;
  return [
    {
      id: 'deployment',
      mode: 'any',
      values: ['cloud', 'on-premise'],
      valuesOf: ({ deployment }) => [deployment],
    },
    {
      id: 'kind',
      mode: 'any',
      values: ['mailbox', 'suite', 'full-stack', 'gateway', 'relay'],
      valuesOf: ({ kind }) => [kind],
    },
    {
      id: 'country',
      mode: 'any',
      values: countriesOf(catalogue),
      valuesOf: ({ country }) => [country],
    },
    ofSet('language', 'any', 'supportLanguages', vocabulary),
    ofSet('protocol', 'all', 'protocols', vocabulary),
    ofSet('certification', 'all', 'certifications', vocabulary),
    { id: 'price', mode: 'any', values: PRICE_BANDS, valuesOf: (one) => priceBand(one, yenPerUserMonth) },
  ];
}

function ofSet(
  id: FacetId,
  mode: Facet['mode'],
  factId: FactId,
  vocabulary: FactVocabulary,
): Facet & { readonly id: FacetId } {
  const labels = new Map((vocabulary.facts[factId].options ?? []).map((option) => [option.id, option.label]));
  return {
    id,
    mode,
    values: [...labels.keys()],
    valuesOf: ({ facts }) => itemsOf(facts[factId]),
    labelOf: (value) => labels.get(value),
  };
}

function itemsOf(fact: Fact): readonly string[] | null {
  if (fact.state === 'notApplicable') return [];
  return fact.state === 'known' && Array.isArray(fact.value) ? (fact.value as readonly string[]) : null;
}

/** Most frequent first; Japan leads because most readers look for it. */
function countriesOf({ providers }: Catalogue): readonly string[] {
  const counts = new Map<string, number>();
  for (const { country } of providers) counts.set(country, (counts.get(country) ?? 0) + 1);
  const weight = ([country, count]: readonly [string, number]): number =>
    country === 'JP' ? Number.POSITIVE_INFINITY : count;
  return [...counts]
    .sort((left, right) => weight(right) - weight(left) || (left[0] < right[0] ? -1 : 1))
    .map(([country]) => country);
}

function priceBand(
  provider: Provider,
  yenPerUserMonth: (provider: Provider) => number | null,
): readonly PriceBand[] | null {
  const yen = yenPerUserMonth(provider);
  if (yen !== null) return [bandOf(yen)];
  if (isStated(provider.facts.pricePerOrganisationMonth)) return ['contract'];
  return licenceBand(provider.facts.serverLicence, provider.facts.userLicence);
}

function bandOf(yen: number): PriceBand {
  if (yen === 0) return 'free';
  if (yen <= PRICE_BAND_ENDS_JPY.low) return 'low';
  return yen <= PRICE_BAND_ENDS_JPY.middle ? 'middle' : 'high';
}

// Free only when both are known to cost nothing: a free server with paid users is not free.
function licenceBand(server: Fact, user: Fact): readonly PriceBand[] | null {
  const stated = [server, user].filter(isStated);
  if (stated.length === 0) return null;
  const isFree = [server, user].every((fact) => fact.value === 0 || fact.state === 'notApplicable');
  return [isFree ? 'free' : 'licence'];
}

function isStated({ state }: Fact): boolean {
  return state === 'known' || state === 'range';
}
