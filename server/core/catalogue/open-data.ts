// The whole catalogue as open data: one JSON document, or one CSV table with a row per fact and source.
// CSV after RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe in front.

import type { Evidence, Fact, FactId } from './fact.ts';
import type { Catalogue, Provider } from './provider.ts';

export const OPEN_DATA_LICENCE = 'CC-BY-4.0';

export interface CatalogueDocument {
  readonly schema: 'mailfit.catalogue/1';
  readonly licence: typeof OPEN_DATA_LICENCE;
  readonly catalogueHash: string;
  readonly facts: Catalogue['vocabulary']['facts'];
  /** Unknown facts are left out, as in the profiles. */
  readonly options: readonly (Omit<Provider, 'facts'> & { readonly facts: Partial<Record<FactId, Fact>> })[];
}

export function catalogueDocument(catalogue: Catalogue): CatalogueDocument {
  return {
    schema: 'mailfit.catalogue/1',
    licence: OPEN_DATA_LICENCE,
    catalogueHash: catalogue.hash,
    facts: catalogue.vocabulary.facts,
    options: catalogue.providers.map((provider) => ({ ...provider, facts: statedFacts(provider) })),
  };
}

function statedFacts(provider: Provider): Partial<Record<FactId, Fact>> {
  return Object.fromEntries(
    Object.entries(provider.facts).filter(
      ([, { state, evidence }]) => state !== 'unknown' || evidence.length > 0,
    ),
  );
}

const COLUMNS = [
  'option',
  'name_en',
  'name_ja',
  'deployment',
  'kind',
  'country',
  'fact',
  'state',
  'value',
  'min',
  'max',
  'unit',
  'plan',
  'window',
  'scope',
  'as_of',
  'note_en',
  'note_ja',
  'source_url',
  'source_class',
  'checked_on',
  'stated_on',
] as const;

/** One row per fact and source; a fact without source (unknown, not applicable) has one row of its own. Lines end in CRLF. */
export function catalogueCsv(catalogue: Catalogue): string {
  const rows = catalogue.providers.flatMap((provider) =>
    catalogue.vocabulary.ids.flatMap((factId) => factRows(provider, factId)),
  );
  return [COLUMNS, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

function factRows(provider: Provider, factId: FactId): string[][] {
  const fact = provider.facts[factId];
  const sources: readonly (Evidence | null)[] = fact.evidence.length > 0 ? fact.evidence : [null];
  const { id, name, deployment, kind, country } = provider;
  const head = [id, name.en, name.ja, deployment, kind, country, factId, fact.state];
  const body = [...valueCells(fact), fact.note?.en ?? '', fact.note?.ja ?? ''];
  return sources.map((source) => [...head, ...body, ...sourceCells(source)]);
}

function valueCells(fact: Fact): string[] {
  const cells = [
    fact.min,
    fact.max,
    fact.unit ?? moneyUnit(fact),
    fact.plan,
    fact.window,
    fact.scope,
    fact.asOf,
  ];
  return [valueText(fact), ...cells.map((cell) => (cell === undefined ? '' : String(cell)))];
}

function moneyUnit({ currency, per }: Fact): string | undefined {
  return currency === undefined ? undefined : `${currency} per ${per ?? '?'}`;
}

function valueText({ unlimited, value, text }: Fact): string {
  if (unlimited === true) return 'unlimited';
  if (text !== undefined) return text.en;
  return typeof value === 'object' ? value.join(' ') : String(value ?? '');
}

function sourceCells(source: Evidence | null): string[] {
  return source === null
    ? ['', '', '', '']
    : [source.url, source.class, source.checkedOn, source.statedOn ?? ''];
}

function csvCell(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
