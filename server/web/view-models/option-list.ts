// What the list of options shows: facets with counts, what is chosen, the options, and what is left out.

import type { FacetId } from '../../core/catalogue/option-facets.ts';
import { optionFacets } from '../../core/catalogue/option-facets.ts';
import type { Provider } from '../../core/catalogue/provider.ts';
import type { Facet, OptionSelection } from '../../core/catalogue/selection.ts';
import { selectOptions } from '../../core/catalogue/selection.ts';
import { priceOf } from '../../core/cost/option-prices.ts';
import type { CostAssumptions } from '../../core/cost/option-prices.ts';
import type { Lang } from '../../core/text/localized.ts';
import { DEPLOYMENT_TEXTS, KIND_TEXTS } from '../texts/option-texts.ts';
import {
  countText,
  FACET_TEXTS,
  LIST_TEXTS,
  pageText,
  PRICE_BAND_TEXTS,
  SORT_TEXTS,
  undecidedText,
} from '../texts/catalogue-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { countryName } from './country-name.ts';
import { optionRow } from './option-row.ts';
import type { CatalogueToShow } from './option-row.ts';
import type { ListQuery } from './option-query.ts';
import { isFiltered, listHref, SORTS } from './option-query.ts';

/** So many options fill a page; more come on further pages. */
export const OPTIONS_PER_PAGE = 100;

/** List price in yen per user and month without tax; null when there is none. */
export function yenPerUserMonth({ facts }: Provider, cost: CostAssumptions): number | null {
  if (facts.pricePerUserMonth.state === 'notApplicable') return null;
  const price = priceOf('pricePerUserMonth', { facts }, cost, null);
  return price.isKnown ? price.amount.likely : null;
}

export function listFacets({ catalogue, cost }: CatalogueToShow): ReturnType<typeof optionFacets> {
  return optionFacets(catalogue, (provider) => yenPerUserMonth(provider, cost));
}

export function optionListModel(shown: CatalogueToShow, query: ListQuery, lang: Lang) {
  const facets = listFacets(shown);
  const selection = selectOptions(shown.catalogue, facets, query);
  const undecided = new Set(selection.undecided);
  const listed = sorted(
    query.withUndecided ? [...selection.matching, ...selection.undecided] : selection.matching,
    query.sort,
    { shown, lang },
  );
  const pages = Math.max(1, Math.ceil(listed.length / OPTIONS_PER_PAGE));
  const page = Math.min(query.page, pages);
  const onPage = listed.slice((page - 1) * OPTIONS_PER_PAGE, page * OPTIONS_PER_PAGE);
  return {
    t: inLanguage(LIST_TEXTS, lang),
    text: query.text,
    facets: facets.map((facet) => facetModel(facet, query, selection, lang)),
    sorts: SORTS.map((sort) => ({
      value: sort,
      label: SORT_TEXTS[sort][lang],
      isChosen: sort === query.sort,
    })),
    chosen: chosenModel(facets, query, lang),
    isFiltered: isFiltered(query),
    count: countText(selection.matching.length, shown.catalogue.providers.length)[lang],
    undecided: undecidedModel(selection.undecided.length, query, lang),
    options: onPage.map((provider) => ({
      ...optionRow(provider, shown, lang),
      isUndecided: undecided.has(provider),
    })),
    paging: pagingModel(query, page, pages, lang),
  };
}

function facetModel(
  facet: Facet & { readonly id: FacetId },
  query: ListQuery,
  { counts }: OptionSelection,
  lang: Lang,
) {
  const chosen = query.chosen[facet.id] ?? [];
  const values = facet.values.map((value) => ({
    value,
    label: valueLabel(facet, value, lang),
    count: counts[facet.id]?.[value] ?? 0,
    isChosen: chosen.includes(value),
  }));
  return {
    id: facet.id,
    title: FACET_TEXTS[facet.id][lang],
    chosenCount: chosen.length,
    // A value that no option of the catalogue has is no choice.
    values: values.filter(({ count, isChosen }) => count > 0 || isChosen),
    isPrice: facet.id === 'price',
  };
}

type Labels = Readonly<Partial<Record<FacetId, (value: string, lang: Lang) => string | undefined>>>;

const LABELS: Labels = {
  deployment: (value, lang) => DEPLOYMENT_TEXTS[value as keyof typeof DEPLOYMENT_TEXTS]?.[lang],
  kind: (value, lang) => KIND_TEXTS[value as keyof typeof KIND_TEXTS]?.[lang],
  country: countryName,
  price: (value, lang) => PRICE_BAND_TEXTS[value as keyof typeof PRICE_BAND_TEXTS]?.[lang],
};

function valueLabel(facet: Facet & { readonly id: FacetId }, value: string, lang: Lang): string {
  return LABELS[facet.id]?.(value, lang) ?? facet.labelOf?.(value)?.[lang] ?? value;
}

function chosenModel(facets: readonly (Facet & { readonly id: FacetId })[], query: ListQuery, lang: Lang) {
  const first = { ...query, page: 1 };
  const chips = facets.flatMap((facet) =>
    (query.chosen[facet.id] ?? []).map((value) => ({
      label: `${FACET_TEXTS[facet.id][lang].replace(/[（(].*$/, '').trim()}${lang === 'ja' ? '：' : ': '}${valueLabel(facet, value, lang)}`,
      href: listHref({
        ...first,
        chosen: {
          ...query.chosen,
          [facet.id]: (query.chosen[facet.id] ?? []).filter((other) => other !== value),
        },
      }),
    })),
  );
  return query.text === ''
    ? chips
    : [{ label: query.text, href: listHref({ ...first, text: '' }) }, ...chips];
}

function undecidedModel(count: number, query: ListQuery, lang: Lang) {
  if (count === 0) return null;
  const t = LIST_TEXTS;
  return {
    text: undecidedText(count, query.withUndecided)[lang],
    href: listHref({ ...query, withUndecided: !query.withUndecided, page: 1 }),
    action: (query.withUndecided ? t.undecidedHide : t.undecidedShow)[lang],
  };
}

function pagingModel(query: ListQuery, page: number, pages: number, lang: Lang) {
  if (pages === 1) return null;
  const at = (other: number): string | null =>
    other < 1 || other > pages ? null : listHref({ ...query, page: other });
  return { text: pageText(page, pages)[lang], previousHref: at(page - 1), nextHref: at(page + 1) };
}

function sorted(
  providers: readonly Provider[],
  sort: ListQuery['sort'],
  { shown, lang }: { readonly shown: CatalogueToShow; readonly lang: Lang },
): readonly Provider[] {
  const collator = new Intl.Collator(lang);
  const weights = new Map(providers.map((provider) => [provider, weightOf(provider, sort, shown)]));
  return providers.toSorted(
    (left, right) =>
      (weights.get(left) ?? 0) - (weights.get(right) ?? 0) ||
      collator.compare(left.name[lang], right.name[lang]),
  );
}

function weightOf(provider: Provider, sort: ListQuery['sort'], { cost }: CatalogueToShow): number {
  if (sort === 'price') return yenPerUserMonth(provider, cost) ?? Number.MAX_VALUE;
  if (sort === 'name') return 0;
  return -Object.values(provider.facts).filter(({ state }) => state === 'known' || state === 'range').length;
}
