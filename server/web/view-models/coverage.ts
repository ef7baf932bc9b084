// What the coverage matrix shows: for every fact how many options state it, and option by option.

import type { Catalogue, Deployment, Provider } from '../../core/catalogue/provider.ts';
import { catalogueStatistics } from '../../core/catalogue/statistics.ts';
import type { CountryRow } from '../../core/catalogue/statistics.ts';
import type { FactState } from '../../core/catalogue/fact.ts';
import type { FactDefinition, FactGroup } from '../../core/catalogue/vocabulary.ts';
import type { Lang } from '../../core/text/localized.ts';
import { pageText } from '../texts/catalogue-texts.ts';
import { COVERAGE_TEXTS, STATE_LABELS, STATE_SIGNS } from '../texts/coverage-texts.ts';
import { DEPLOYMENT_TEXTS, GROUP_TEXTS } from '../texts/option-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { countryName } from './country-name.ts';
import { GROUP_ORDER } from './fact-groups.ts';
import { formatShare } from './format.ts';
import { OPTIONS_PER_PAGE } from './option-list.ts';
import { isStated } from './option-row.ts';

export interface CoverageRequest {
  readonly group: FactGroup;
  readonly deployment: Deployment | null;
  /** From 1. */
  readonly page: number;
}

const STATES: readonly FactState[] = ['known', 'range', 'unknown', 'undisclosed', 'notApplicable'];

export function coverageModel(catalogue: Catalogue, request: CoverageRequest, lang: Lang) {
  const providers = catalogue.providers.filter(
    ({ deployment }) => request.deployment === null || deployment === request.deployment,
  );
  const definitions = catalogue.vocabulary.ids
    .map((id) => catalogue.vocabulary.facts[id])
    .filter(({ group }) => group === request.group);
  const pages = Math.max(1, Math.ceil(providers.length / OPTIONS_PER_PAGE));
  const first = (Math.min(request.page, pages) - 1) * OPTIONS_PER_PAGE;
  const onPage = providers.slice(first, first + OPTIONS_PER_PAGE);
  const statistics = catalogueStatistics({ ...catalogue, providers });
  return {
    t: inLanguage(COVERAGE_TEXTS, lang),
    group: GROUP_TEXTS[request.group][lang],
    groups: GROUP_ORDER.map((group) => ({
      label: GROUP_TEXTS[group][lang],
      href: coverageHref({ ...request, group, page: 1 }),
      isCurrent: group === request.group,
    })),
    deployments: ([null, 'cloud', 'on-premise'] as const).map((deployment) => ({
      label: deployment === null ? COVERAGE_TEXTS.any[lang] : DEPLOYMENT_TEXTS[deployment][lang],
      href: coverageHref({ ...request, deployment, page: 1 }),
      isCurrent: deployment === request.deployment,
    })),
    states: STATES.map((state) => signOf(state, lang)),
    facts: definitions.map((definition) => ({
      href: `/options/facts/${definition.id}`,
      label: definition.title[lang],
      ...countsOf(statistics.byFact.find(({ fact }) => fact === definition.id)?.states, lang),
    })),
    rows: onPage.map((provider) => rowOf(provider, definitions, lang)),
    paging: pagingOf(request, pages, lang),
    countries: statistics.byCountry.map((row) => countryRow(row, lang)),
    total: providers.length,
  };
}

export function coverageHref({ group, deployment, page }: CoverageRequest): string {
  const parameters = new URLSearchParams({ group });
  if (deployment !== null) parameters.set('deployment', deployment);
  if (page > 1) parameters.set('page', String(page));
  return `/options/coverage?${parameters.toString()}`;
}

/** Where to find the other rows; null where one page holds them all. */
function pagingOf(request: CoverageRequest, pages: number, lang: Lang) {
  if (pages === 1) return null;
  const page = Math.min(request.page, pages);
  const at = (other: number): string | null =>
    other < 1 || other > pages ? null : coverageHref({ ...request, page: other });
  return { text: pageText(page, pages)[lang], previousHref: at(page - 1), nextHref: at(page + 1) };
}

function countsOf(states: Readonly<Record<FactState, number>> | undefined, lang: Lang) {
  const counts = STATES.map((state) => states?.[state] ?? 0);
  const asked = counts.reduce((sum, count) => sum + count, 0) - (states?.notApplicable ?? 0);
  const known = (states?.known ?? 0) + (states?.range ?? 0);
  return {
    counts,
    width: asked === 0 ? 0 : Math.round((100 * known) / asked),
    share: asked === 0 ? '—' : formatShare(known / asked, lang),
  };
}

function rowOf(provider: Provider, definitions: readonly FactDefinition[], lang: Lang) {
  const facts = definitions.map(({ id }) => provider.facts[id]);
  const asked = facts.filter(({ state }) => state !== 'notApplicable').length;
  return {
    href: `/options/${provider.id}`,
    name: provider.name[lang],
    cells: facts.map(({ state }) => signOf(state, lang)),
    share: asked === 0 ? '—' : formatShare(facts.filter(isStated).length / asked, lang),
  };
}

function signOf(state: FactState, lang: Lang) {
  return { id: state, sign: STATE_SIGNS[state], label: STATE_LABELS[state][lang] };
}

function countryRow({ country, options }: CountryRow, lang: Lang) {
  return {
    name: countryName(country, lang),
    cloud: options.cloud,
    onPremise: options['on-premise'],
    total: options.cloud + options['on-premise'],
  };
}
