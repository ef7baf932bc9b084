// What an address asks of the catalogue: search words, chosen facets, order, page. Invariant: whatever else stands in
// an address is dropped, and the same question always has the same address.

import type { Facet, OptionQuery } from '../../core/catalogue/selection.ts';
import { cleanText } from '../form-fields.ts';

export const SORTS = ['name', 'price', 'facts'] as const;
export type Sort = (typeof SORTS)[number];

export interface ListQuery extends OptionQuery {
  readonly sort: Sort;
  /** Also list options that do not say whether they match. */
  readonly withUndecided: boolean;
  /** From 1. */
  readonly page: number;
}

type RawQuery = Readonly<Record<string, unknown>>;

const TEXT_LENGTH_MAX = 100;
const PAGE_MAX = 10_000;

export function readListQuery(raw: RawQuery, facets: readonly Facet[]): ListQuery {
  const text = typeof raw['text'] === 'string' ? cleanText(raw['text'], TEXT_LENGTH_MAX) : '';
  return {
    text,
    chosen: Object.fromEntries(facets.map((facet) => [facet.id, chosenOf(raw[facet.id], facet)])),
    sort: SORTS.find((sort) => sort === raw['sort']) ?? 'name',
    withUndecided: raw['unknown'] === 'show',
    page: readPage(raw['page']),
  };
}

/** From 1; the first where the address names none that makes sense. */
export function readPage(raw: unknown): number {
  const page = Number(raw ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= PAGE_MAX ? page : 1;
}

// In the order of the facet, so that the address does not depend on the order of ticking.
function chosenOf(raw: unknown, facet: Facet): readonly string[] {
  const asked = textsOf(raw);
  return facet.values.filter((value) => asked.includes(value));
}

/** A parameter that may come several times, or as one text with commas. */
export function textsOf(raw: unknown): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return texts
    .flatMap((text) => (typeof text === 'string' ? text.split(',') : []))
    .filter((one) => one !== '');
}

/** The address of the list for a question, as short as it can be. */
export function listHref(query: ListQuery): string {
  const parameters = new URLSearchParams();
  if (query.text !== '') parameters.set('text', query.text);
  for (const [facet, values] of Object.entries(query.chosen)) {
    for (const value of values) parameters.append(facet, value);
  }
  if (query.sort !== 'name') parameters.set('sort', query.sort);
  if (query.withUndecided) parameters.set('unknown', 'show');
  if (query.page > 1) parameters.set('page', String(query.page));
  const text = parameters.toString();
  return text === '' ? '/options' : `/options?${text}`;
}

export function isFiltered({ text, chosen }: OptionQuery): boolean {
  return text !== '' || Object.values(chosen).some((values) => values.length > 0);
}
