// What the page of one option shows: every fact with value, source, age and history.

import type { AgedFact } from '../../core/catalogue/ageing.ts';
import { ageFact, agedFacts } from '../../core/catalogue/ageing.ts';
import type { Evidence, Fact, Provider } from '../../core/catalogue/provider.ts';
import { countStates } from '../../core/catalogue/summary.ts';
import type { FactDefinition } from '../../core/catalogue/vocabulary.ts';
import type { Lang } from '../../core/text/localized.ts';
import {
  agedText,
  checkedText,
  EVIDENCE_CLASS_TEXTS,
  GROUP_TEXTS,
  knownText,
  OPTION_TEXTS,
  recheckText,
  statedText,
  untilText,
} from '../texts/option-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { compareHref } from './comparison.ts';
import { GROUP_ORDER } from './fact-groups.ts';
import { factText } from './fact-text.ts';
import { formatAge, formatDay } from './format.ts';
import { endText, isStated, optionName } from './option-row.ts';
import type { CatalogueToShow } from './option-row.ts';

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

interface OptionToShow extends CatalogueToShow {
  readonly provider: Provider;
  readonly measured: readonly MeasuredRun[];
}

export function optionModel(shown: OptionToShow, lang: Lang) {
  const { catalogue, provider, today } = shown;
  const definitions = catalogue.vocabulary.ids.map((id) => catalogue.vocabulary.facts[id]);
  const { lifecycle } = provider;
  return {
    t: inLanguage(OPTION_TEXTS, lang),
    ...optionName(provider, lang),
    homepage: provider.homepage,
    plan: provider.plan?.[lang] ?? null,
    end: endText(provider, today, lang),
    endOfSupport: dayOrNull(lifecycle?.endOfSupport, lang),
    endOfSale: dayOrNull(lifecycle?.endOfSale, lang),
    lifecycleNote: lifecycle?.note?.[lang] ?? null,
    lifecycleEvidence: (lifecycle?.evidence ?? []).map((entry) => evidenceModel(entry, today, lang)),
    correctionHref: correctionHref(provider.id, null),
    family: familyOf(shown, lang),
    evidenceSummary: evidenceSummary(shown, lang),
    measured: shown.measured,
    groups: GROUP_ORDER.map((group) => ({
      id: group,
      title: GROUP_TEXTS[group][lang],
      facts: definitions
        .filter((definition) => definition.group === group && !isSilent(provider.facts[definition.id]))
        .map((definition) => factRow(shown, definition, lang)),
      silent: definitions
        .filter((definition) => definition.group === group && isSilent(provider.facts[definition.id]))
        .map((definition) => ({
          label: definition.title[lang],
          href: correctionHref(provider.id, definition.id),
        })),
    })),
  };
}

export function correctionHref(optionId: string, factId: string | null): string {
  return `/options/${optionId}/correction${factId === null ? '' : `?fact=${factId}`}`;
}

function dayOrNull(isoDay: string | undefined, lang: Lang): string | null {
  return isoDay === undefined ? null : formatDay(isoDay, lang);
}

/** Nothing at all is known: no value, no source, no remark. */
function isSilent(fact: Fact): boolean {
  return fact.state === 'unknown' && fact.evidence.length === 0 && fact.note === undefined;
}

/** The other plans of the same product, and the address that compares them all. */
function familyOf({ catalogue, provider }: OptionToShow, lang: Lang) {
  const family = catalogue.providers.filter(({ family: name }) => name === provider.family);
  const others = family.filter((other) => other !== provider);
  if (others.length === 0) return null;
  return {
    others: others.map((other) => ({ href: `/options/${other.id}`, name: other.name[lang] })),
    compareHref: compareHref([provider, ...others].slice(0, 5), true),
  };
}

function evidenceSummary({ catalogue, provider, ageing, today }: OptionToShow, lang: Lang) {
  const counts = countStates(Object.values(provider.facts));
  const toRecheck = agedFacts(provider, catalogue.vocabulary, ageing, today)
    .filter(({ confidence }) => confidence < ageing.recheckBelow)
    .sort((left, right) => left.confidence - right.confidence);
  return {
    known: knownText(counts)[lang],
    recheck:
      toRecheck.length === 0
        ? null
        : {
            text: recheckText(toRecheck.length)[lang],
            facts: toRecheck.map(({ factId }) => ({
              href: `#fact-${factId}`,
              label: catalogue.vocabulary.facts[factId].title[lang],
            })),
          },
  };
}

function factRow({ provider, ageing, today }: OptionToShow, definition: FactDefinition, lang: Lang) {
  const fact = provider.facts[definition.id];
  const plan = (provider.otherPlans ?? []).find((other) => other.id === fact.plan);
  const aged = ageFact(fact, definition.kind, ageing, today);
  return {
    id: definition.id,
    label: definition.title[lang],
    description: definition.description[lang],
    factHref: `/options/facts/${definition.id}`,
    correctionHref: correctionHref(provider.id, definition.id),
    value: factText(fact, definition, lang),
    isStated: isStated(fact),
    note: definition.kind === 'text' && fact.text === undefined ? null : (fact.note?.[lang] ?? null),
    plan: plan?.[lang] ?? null,
    aged: isStated(fact) ? agedModel(fact, definition, aged, lang) : null,
    isDoubtful: isStated(fact) && aged.confidence < ageing.recheckBelow,
    history: historyOf(fact, definition, lang),
    evidence: fact.evidence.map((entry) => evidenceModel(entry, today, lang)),
  };
}

// Only where age changes what the number counts as.
function agedModel(fact: Fact, definition: FactDefinition, aged: AgedFact, lang: Lang): string | null {
  if (aged.widened === undefined) return null;
  const { value: _value, ...rest } = fact;
  return agedText(factText({ ...rest, state: 'range', ...aged.widened }, definition, lang))[lang];
}

function historyOf(fact: Fact, definition: FactDefinition, lang: Lang) {
  return (fact.history ?? []).map(({ until, note, evidence, ...former }) => {
    const { value: _v, min: _min, max: _max, unlimited: _u, text: _t, ...frame } = fact;
    const past = { ...frame, ...former, state: former.state ?? 'known', evidence: [] } as Fact;
    return {
      value: factText(past, definition, lang),
      until: untilText(formatDay(until, lang))[lang],
      note: note?.[lang] ?? null,
      sources: (evidence ?? []).map(({ url, title }) => ({ url, title })),
    };
  });
}

function evidenceModel(entry: Evidence, today: string, lang: Lang) {
  const age = formatAge(entry.checkedOn, new Date(`${today}T00:00:00Z`))[lang];
  return {
    url: entry.url,
    title: entry.title,
    class: EVIDENCE_CLASS_TEXTS[entry.class][lang],
    isWeak: entry.class === 'third-party' || entry.class === 'vendor-declared',
    checked: checkedText(formatDay(entry.checkedOn, lang), age)[lang],
    stated: entry.statedOn === undefined ? null : statedText(formatDay(entry.statedOn, lang))[lang],
  };
}
