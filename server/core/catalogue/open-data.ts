// The whole catalogue as open data: one JSON document, or one CSV table with a row per fact and source.
// CSV after RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe in front.

import type { LocalizedText } from '../text/localized.ts';
import type { Evidence, Fact, FactId } from './fact.ts';
import type { Catalogue, Provider } from './provider.ts';

export const OPEN_DATA_LICENCE = 'CC-BY-4.0';

export interface CatalogueDocument {
  readonly schema: 'mailfit.catalogue/1';
  readonly licence: typeof OPEN_DATA_LICENCE;
  readonly catalogueHash: string;
  readonly facts: Catalogue['vocabulary']['facts'];
  /** Unknown facts are left out, as in the profiles. */
  readonly options: readonly (Omit<Provider, 'facts'> & {
    readonly facts: Partial<Record<FactId, StatedFact>>;
  })[];
}

/** A fact without source has no `evidence` at all, as in the profiles. */
type StatedFact = Omit<Fact, 'evidence'> & { readonly evidence?: readonly Evidence[] };

export function catalogueDocument(catalogue: Catalogue): CatalogueDocument {
  return {
    schema: 'mailfit.catalogue/1',
    licence: OPEN_DATA_LICENCE,
    catalogueHash: catalogue.hash,
    facts: catalogue.vocabulary.facts,
    options: catalogue.providers.map((provider) => ({ ...provider, facts: statedFacts(provider) })),
  };
}

function statedFacts(provider: Provider): Partial<Record<FactId, StatedFact>> {
  const stated = Object.entries(provider.facts).filter(
    ([, { state, evidence }]) => state !== 'unknown' || evidence.length > 0,
  );
  return Object.fromEntries(stated.map(([id, fact]) => [id, withoutEmptyEvidence(fact)]));
}

function withoutEmptyEvidence({ evidence, ...fact }: Fact): StatedFact {
  return evidence.length === 0 ? fact : { ...fact, evidence };
}

const column = (name: string, en: string, ja: string): { name: string; says: LocalizedText } => ({
  name,
  says: { en, ja },
});

/** The columns of the table, in order, and what each says. */
export const CSV_COLUMNS = [
  column('option', 'Id of the option', '製品・サービスのID'),
  column('name_en', 'Name in English', '名称（英語）'),
  column('name_ja', 'Name in Japanese', '名称（日本語）'),
  column('deployment', 'cloud or on-premise', '形態（cloud：クラウド、on-premise：自社運用）'),
  column('kind', 'mailbox, suite, full-stack, gateway or relay', '種類'),
  column(
    'country',
    'Seat of the vendor, ISO 3166-1; INT: none',
    '提供元の国（ISO 3166-1、INT：特定の国なし）',
  ),
  column('fact', 'Id of the fact', '項目のID'),
  column(
    'state',
    'known, range, unknown, undisclosed or notApplicable; unknown is not no',
    '状態（known：既知、range：幅あり、unknown：不明、undisclosed：非公開、notApplicable：該当なし）。不明は「なし」ではない',
  ),
  column('value', 'The value; members of a set with blanks between them', '値（複数の値は空白区切り）'),
  column('min', 'Lower end of a range', '範囲の下限'),
  column('max', 'Upper end of a range', '範囲の上限'),
  column('unit', 'Unit; of money the currency and what it is for', '単位（金額では通貨と課金単位）'),
  column('plan', 'Plan that the fact belongs to', '対象プランのID'),
  column('window', 'Time a limit counts over', '上限を数える期間'),
  column('scope', 'Whom a limit binds: user, organisation, server or client', '上限の適用単位'),
  column(
    'counts',
    'What a limit counts: all, external or same-domain',
    '上限の対象（すべて・外部宛・同一ドメイン宛）',
  ),
  column('hard', 'true: the limit refuses; false: a guideline', '厳格な上限かどうか'),
  column('term', 'Term that a price binds for', '価格の契約期間'),
  column('tax_included', 'Whether a price includes tax', '税込かどうか'),
  column('as_of', 'Day for which a price holds', '価格の時点'),
  column('note_en', 'Remark in English', '注記（英語）'),
  column('note_ja', 'Remark in Japanese', '注記（日本語）'),
  column('source_url', 'Page that was read', '出典のURL'),
  column('source_class', 'official, vendor-declared, third-party or measured', '出典の種別'),
  column('checked_on', 'Day on which it was read', '確認日'),
  column('stated_on', 'Date that the page carries', '資料の日付'),
] as const;

/** One row per fact and source; a fact without source (unknown, not applicable) has one row of its own. Lines end in CRLF. */
export function catalogueCsv(catalogue: Catalogue): string {
  const rows = catalogue.providers.flatMap((provider) =>
    catalogue.vocabulary.ids.flatMap((factId) => factRows(provider, factId)),
  );
  return (
    [CSV_COLUMNS.map(({ name }) => name), ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n') +
    '\r\n'
  );
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
    fact.counts,
    fact.hard,
    fact.term,
    fact.taxIncluded,
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

/** Description of the table after "CSV on the Web" (W3C), for programs that read it. */
export function csvMetadata(catalogueHash: string): object {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: 'mailfit-catalogue.csv',
    'dc:title': 'mailfit catalogue of mail options',
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    'dc:identifier': catalogueHash,
    dialect: { header: true, delimiter: ',', encoding: 'utf-8', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: CSV_COLUMNS.map(({ name, says }) => ({
        name,
        titles: name,
        'dc:description': [
          { '@value': says.en, '@language': 'en' },
          { '@value': says.ja, '@language': 'ja' },
        ],
        datatype: 'string',
      })),
    },
  };
}
