// What the open-data page shows: the downloads, what they hold, and the rules behind them.

import { CSV_COLUMNS } from '../../core/catalogue/open-data.ts';
import type { Catalogue } from '../../core/catalogue/provider.ts';
import { catalogueStatistics } from '../../core/catalogue/statistics.ts';
import type { Lang } from '../../core/text/localized.ts';
import { citationText, DATA_TEXTS, FACT_KIND_TEXTS } from '../texts/correction-texts.ts';
import { EVIDENCE_CLASS_TEXTS } from '../texts/option-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { formatDay, formatNumber, formatShare } from './format.ts';
import type { CatalogueToShow } from './option-row.ts';

export interface Download {
  readonly name: string;
  readonly sizeBytes: number;
}

const HOLDS = {
  'mailfit-catalogue.json': 'json',
  'mailfit-catalogue.csv': 'csv',
  'catalogue.schema.json': 'schema',
  'provider.schema.json': 'providerSchema',
  'mailfit-catalogue.csv-metadata.json': 'csvMetadata',
} as const;

const BYTES_PER_KB = 1000;

export function openDataModel(
  { catalogue, ageing, today }: CatalogueToShow,
  downloads: readonly Download[],
  lang: Lang,
) {
  return {
    t: inLanguage(DATA_TEXTS, lang),
    downloads: downloads.map(({ name, sizeBytes }) => ({
      name,
      href: `/options/data/${name}`,
      holds: DATA_TEXTS[HOLDS[name as keyof typeof HOLDS]][lang],
      size: `${formatNumber(Math.ceil(sizeBytes / BYTES_PER_KB), lang)} kB`,
    })),
    citation: citationText(catalogue.hash, formatDay(today, lang))[lang],
    numbers: inNumbers(catalogue, lang),
    columns: CSV_COLUMNS.map(({ name, says }) => ({ name, says: says[lang] })),
    trust: Object.entries(ageing.trust).map(([kind, share]) => ({
      label: EVIDENCE_CLASS_TEXTS[kind as keyof typeof EVIDENCE_CLASS_TEXTS][lang],
      share: formatShare(share, lang),
    })),
    ageing: Object.entries(ageing.kinds).map(([kind, { freshMonths, halfLifeMonths, widenPerYear }]) => ({
      label: FACT_KIND_TEXTS[kind]?.[lang] ?? kind,
      freshMonths,
      halfLifeMonths,
      widen: widenPerYear === 0 ? '—' : formatShare(widenPerYear, lang),
    })),
  };
}

function inNumbers(catalogue: Catalogue, lang: Lang) {
  const { states, options, evidence, sourcedPerOption } = catalogueStatistics(catalogue);
  const { least, median, most } = sourcedPerOption;
  const number = (value: number): string => formatNumber(value, lang);
  const t = DATA_TEXTS;
  return [
    { label: t.options[lang], value: number(options) },
    { label: t.known[lang], value: number(states.known + states.range) },
    { label: t.range[lang], value: number(states.range) },
    { label: t.undisclosed[lang], value: number(states.undisclosed) },
    { label: t.unknown[lang], value: number(states.unknown) },
    { label: t.sources[lang], value: number(evidence) },
    { label: t.median[lang], value: [least, median, most].map(number).join(' / ') },
  ];
}
