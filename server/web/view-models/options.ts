// What the catalogue and the page of one option show.

import type { Catalogue, Deployment, Fact, Provider } from '../../core/catalogue/provider.ts';
import type { FactDefinition, FactGroup } from '../../core/catalogue/vocabulary.ts';
import type { Lang } from '../../core/text/localized.ts';
import {
  DEPLOYMENT_TEXTS,
  EVIDENCE_CLASS_TEXTS,
  GROUP_TEXTS,
  KIND_TEXTS,
  OPTION_LIST_TEXTS,
  checkedText,
  OPTION_TEXTS,
  statedText,
} from '../texts/option-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { factText } from './fact-text.ts';
import { formatAge, formatDay, formatNumber } from './format.ts';

export interface OptionFilter {
  readonly text: string;
  readonly deployment: Deployment | null;
}

const GROUP_ORDER: readonly FactGroup[] = ['size', 'security', 'support', 'flexibility', 'cost'];

export function optionListModel(catalogue: Catalogue, filter: OptionFilter, lang: Lang) {
  const t = inLanguage(OPTION_LIST_TEXTS, lang);
  const shown = catalogue.providers.filter((provider) => matches(provider, filter));
  return {
    t,
    text: filter.text,
    deployments: [
      { value: '', label: t.any, isChosen: filter.deployment === null },
      ...(['cloud', 'on-premise'] as const).map((value) => ({
        value,
        label: DEPLOYMENT_TEXTS[value][lang],
        isChosen: filter.deployment === value,
      })),
    ],
    isFiltered: filter.text !== '' || filter.deployment !== null,
    count: countText(shown.length, catalogue.providers.length, lang),
    options: shown.map((provider) => optionCard(provider, catalogue, lang)),
  };
}

function matches(provider: Provider, filter: OptionFilter): boolean {
  if (filter.deployment !== null && provider.deployment !== filter.deployment) return false;
  const { name, vendor } = provider;
  const haystack = [name.en, name.ja, vendor.en, vendor.ja, provider.id].join('\n').normalize('NFKC');
  return haystack.toLowerCase().includes(filter.text.normalize('NFKC').toLowerCase());
}

function countText(shown: number, all: number, lang: Lang): string {
  if (lang === 'ja') return shown === all ? `全${all}件` : `${all}件中 ${shown}件を表示`;
  return shown === all ? `${all} options` : `${shown} of ${all} options`;
}

function optionCard(provider: Provider, catalogue: Catalogue, lang: Lang) {
  const price = [
    'pricePerUserMonth' as const,
    'pricePerOrganisationMonth' as const,
    'serverLicence' as const,
  ].find((id) => isStated(provider.facts[id]));
  const checkedDays = evidenceOf(provider).map((entry) => entry.checkedOn);
  const newest = checkedDays.sort().at(-1);
  return {
    ...identity(provider, lang),
    price:
      price === undefined ? null : factText(provider.facts[price], catalogue.vocabulary.facts[price], lang),
    evidence: evidenceShare(provider, lang),
    checked: newest === undefined ? null : formatDay(newest, lang),
  };
}

function identity(provider: Provider, lang: Lang) {
  return {
    href: `/options/${provider.id}`,
    name: provider.name[lang],
    vendor: provider.vendor[lang],
    summary: provider.summary[lang],
    deployment: DEPLOYMENT_TEXTS[provider.deployment][lang],
    kind: KIND_TEXTS[provider.kind][lang],
  };
}

function isStated(fact: Fact): boolean {
  return fact.state === 'known' || fact.state === 'range';
}

/** Nothing at all is known: no value, no source, no remark. */
function isSilent(fact: Fact): boolean {
  return fact.state === 'unknown' && fact.evidence.length === 0 && fact.note === undefined;
}

function evidenceOf(provider: Provider) {
  return Object.values(provider.facts).flatMap((fact) => fact.evidence);
}

function evidenceShare(provider: Provider, lang: Lang): string {
  const facts = Object.values(provider.facts);
  const withSource = facts.filter((fact) => fact.evidence.length > 0).length;
  return `${formatNumber(withSource, lang)} / ${formatNumber(facts.length, lang)}`;
}

/** A finished benchmark that is evidence for an option. */
export interface MeasuredRun {
  readonly runId: string;
  readonly target: string;
  readonly measuredOn: string;
  readonly conditions: string;
  readonly verdict: string;
  /** Only a valid run counts as evidence. */
  readonly isValid: boolean;
  readonly acceptedPerSec: string;
  readonly connections: string;
}

export function optionModel(
  data: {
    readonly catalogue: Catalogue;
    readonly provider: Provider;
    readonly measured: readonly MeasuredRun[];
    readonly now: Date;
  },
  lang: Lang,
) {
  const { catalogue, provider, now } = data;
  const definitions = catalogue.vocabulary.ids.map((id) => catalogue.vocabulary.facts[id]);
  return {
    t: inLanguage(OPTION_TEXTS, lang),
    ...identity(provider, lang),
    id: provider.id,
    homepage: provider.homepage,
    plan: provider.plan?.[lang] ?? null,
    endOfSupport: dayOrNull(provider.lifecycle?.endOfSupport, lang),
    endOfSale: dayOrNull(provider.lifecycle?.endOfSale, lang),
    lifecycleNote: provider.lifecycle?.note?.[lang] ?? null,
    measured: data.measured,
    groups: GROUP_ORDER.map((group) => ({
      id: group,
      title: GROUP_TEXTS[group][lang],
      facts: definitions
        .filter((definition) => definition.group === group && !isSilent(provider.facts[definition.id]))
        .map((definition) => factRow(provider, definition, { lang, now })),
      silent: definitions
        .filter((definition) => definition.group === group && isSilent(provider.facts[definition.id]))
        .map((definition) => definition.title[lang]),
    })),
  };
}

function dayOrNull(isoDay: string | undefined, lang: Lang): string | null {
  return isoDay === undefined ? null : formatDay(isoDay, lang);
}

function factRow(
  provider: Provider,
  definition: FactDefinition,
  when: { readonly lang: Lang; readonly now: Date },
) {
  const { lang, now } = when;
  const fact = provider.facts[definition.id];
  const plan = (provider.otherPlans ?? []).find((other) => other.id === fact.plan);
  return {
    id: definition.id,
    label: definition.title[lang],
    value: factText(fact, definition, lang),
    isStated: isStated(fact),
    note: definition.kind === 'text' && fact.text === undefined ? null : (fact.note?.[lang] ?? null),
    plan: plan?.[lang] ?? null,
    evidence: fact.evidence.map((entry) => ({
      url: entry.url,
      title: entry.title,
      class: EVIDENCE_CLASS_TEXTS[entry.class][lang],
      isWeak: entry.class === 'third-party' || entry.class === 'vendor-declared',
      checked: checkedText(formatDay(entry.checkedOn, lang), formatAge(entry.checkedOn, now)[lang])[lang],
      stated: entry.statedOn === undefined ? null : statedText(formatDay(entry.statedOn, lang))[lang],
    })),
  };
}
