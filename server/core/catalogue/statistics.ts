// The catalogue in numbers: how many options of which sort, and which facts are known about how many of them.

import type { FactId, FactState } from './fact.ts';
import type { Catalogue, Deployment } from './provider.ts';
import { countStates } from './summary.ts';

export interface CountryRow {
  readonly country: string;
  readonly options: Readonly<Record<Deployment, number>>;
}

export interface FactRow {
  readonly fact: FactId;
  readonly states: Readonly<Record<FactState, number>>;
}

export interface CatalogueStatistics {
  readonly schema: 'mailfit.catalogue-statistics/1';
  readonly catalogueHash: string;
  readonly options: number;
  /** Most options first. */
  readonly byCountry: readonly CountryRow[];
  /** In the order of the schema. */
  readonly byFact: readonly FactRow[];
  /** Over all options and facts. */
  readonly states: Readonly<Record<FactState, number>>;
  readonly evidence: number;
  /** Facts with a value and a source, per option. */
  readonly sourcedPerOption: { readonly least: number; readonly median: number; readonly most: number };
}

export function catalogueStatistics(catalogue: Catalogue): CatalogueStatistics {
  const { providers, vocabulary, hash } = catalogue;
  const all = providers.flatMap(({ facts }) => vocabulary.ids.map((id) => facts[id]));
  const sourced = providers
    .map(({ facts }) => countStates(Object.values(facts)))
    .map(({ known, range }) => known + range)
    .sort((left, right) => left - right);
  return {
    schema: 'mailfit.catalogue-statistics/1',
    catalogueHash: hash,
    options: providers.length,
    byCountry: byCountry(catalogue),
    byFact: vocabulary.ids.map((fact) => ({
      fact,
      states: countStates(providers.map(({ facts }) => facts[fact])),
    })),
    states: countStates(all),
    evidence: all.reduce((sum, { evidence }) => sum + evidence.length, 0),
    sourcedPerOption: { least: sourced[0] ?? 0, median: medianOf(sourced), most: sourced.at(-1) ?? 0 },
  };
}

function byCountry({ providers }: Catalogue): readonly CountryRow[] {
  const rows = new Map<string, { cloud: number; 'on-premise': number }>();
  for (const { country, deployment } of providers) {
    const row = rows.get(country) ?? { cloud: 0, 'on-premise': 0 };
    row[deployment] += 1;
    rows.set(country, row);
  }
  const total = ({ options }: CountryRow): number => options.cloud + options['on-premise'];
  return [...rows]
    .map(([country, options]): CountryRow => ({ country, options }))
    .sort((left, right) => total(right) - total(left) || (left.country < right.country ? -1 : 1));
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
