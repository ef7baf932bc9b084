// One option in few words: what every list, comparison and heading of the catalogue says about it.

import type { Catalogue, Fact, FactId, Provider } from '../../core/catalogue/provider.ts';
import type { AgeingRule } from '../../core/catalogue/ageing.ts';
import { MIN_SOURCED_FACTS } from '../../core/catalogue/checks/freshness-checks.ts';
import type { CostAssumptions } from '../../core/cost/option-prices.ts';
import type { Lang } from '../../core/text/localized.ts';
import { DEPLOYMENT_TEXTS, KIND_TEXTS } from '../texts/option-texts.ts';
import { LIST_TEXTS, PRICE_BAND_TEXTS } from '../texts/catalogue-texts.ts';
import { countryName } from './country-name.ts';
import { factText } from './fact-text.ts';
import { formatDay, formatNumber } from './format.ts';

/** The catalogue with what its pages need beside it. */
export interface CatalogueToShow {
  readonly catalogue: Catalogue;
  readonly cost: CostAssumptions;
  readonly ageing: AgeingRule;
  /** ISO 8601 day. */
  readonly today: string;
}

/** Price facts, the one that says most first. */
const PRICES: readonly FactId[] = [
  'pricePerUserMonth',
  'pricePerOrganisationMonth',
  'userLicence',
  'serverLicence',
];

export function isStated(fact: Fact): boolean {
  return fact.state === 'known' || fact.state === 'range';
}

export function optionName(provider: Provider, lang: Lang) {
  return {
    id: provider.id,
    href: `/options/${provider.id}`,
    name: provider.name[lang],
    vendor: provider.vendor[lang],
    country: countryName(provider.country, lang),
    summary: provider.summary[lang],
    deployment: DEPLOYMENT_TEXTS[provider.deployment][lang],
    kind: KIND_TEXTS[provider.kind][lang],
  };
}

export function optionRow(provider: Provider, shown: CatalogueToShow, lang: Lang) {
  const facts = Object.values(provider.facts);
  const known = facts.filter(isStated).length;
  return {
    ...optionName(provider, lang),
    price: priceText(provider, shown, lang),
    known: `${formatNumber(known, lang)} / ${formatNumber(facts.length, lang)}`,
    isThin: known < MIN_SOURCED_FACTS,
    knownShare: Math.round((known / facts.length) * 100),
    checked: lastChecked(provider, lang),
    end: endText(provider, shown.today, lang),
  };
}

function priceText({ facts }: Provider, { catalogue }: CatalogueToShow, lang: Lang): string | null {
  const licences = [facts.serverLicence, facts.userLicence];
  if (licences.every((fact) => isStated(fact) && fact.value === 0)) return PRICE_BAND_TEXTS.free[lang];
  const id =
    PRICES.find((one) => isStated(facts[one]) && facts[one].value !== 0) ??
    PRICES.find((one) => isStated(facts[one]));
  return id === undefined ? null : factText(facts[id], catalogue.vocabulary.facts[id], lang);
}

function lastChecked({ facts }: Provider, lang: Lang): string | null {
  let newest = '';
  for (const { evidence } of Object.values(facts)) {
    for (const { checkedOn } of evidence) if (checkedOn > newest) newest = checkedOn;
  }
  return newest === '' ? null : formatDay(newest, lang);
}

/** When support ends or ended, where an end without successor is announced. */
export function endText({ lifecycle }: Provider, today: string, lang: Lang): string | null {
  const end = lifecycle?.endOfSupport;
  if (end === undefined || lifecycle?.hasSuccessor === true) return null;
  const words = end < today ? LIST_TEXTS.ended : LIST_TEXTS.ends;
  return lang === 'ja' ? `${formatDay(end, lang)} ${words.ja}` : `${words.en} ${formatDay(end, lang)}`;
}
