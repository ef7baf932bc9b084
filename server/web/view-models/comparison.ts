// What the side-by-side comparison shows.

import { COMPARED_MAX, COMPARED_MIN, compareOptions } from '../../core/catalogue/comparison.ts';
import type { ComparedFact } from '../../core/catalogue/comparison.ts';
import { isPath, pathLimits } from '../../core/catalogue/path-limits.ts';
import type { PathLimit } from '../../core/catalogue/path-limits.ts';
import type { Catalogue, Fact, Provider } from '../../core/catalogue/provider.ts';
import type { FactDefinition } from '../../core/catalogue/vocabulary.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import {
  atMostText,
  COMPARISON_PROBLEMS,
  COMPARISON_TEXTS,
  differencesText,
  strangersText,
} from '../texts/comparison-texts.ts';
import { GROUP_TEXTS } from '../texts/option-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { GROUP_ORDER } from './fact-groups.ts';
import { factText } from './fact-text.ts';
import { endText, isStated, optionRow } from './option-row.ts';
import type { CatalogueToShow } from './option-row.ts';

export interface ComparisonRequest {
  /** As they stand in the address, without repetition. */
  readonly ids: readonly string[];
  readonly onlyDifferences: boolean;
}

export function comparisonModel(shown: CatalogueToShow, request: ComparisonRequest, lang: Lang) {
  const { catalogue } = shown;
  const found = request.ids.flatMap((id) => catalogue.providers.find((provider) => provider.id === id) ?? []);
  const options = found.slice(0, COMPARED_MAX);
  const isEnough = options.length >= COMPARED_MIN;
  const compared = isEnough ? compareOptions(catalogue, options) : [];
  const comparable = compared.filter(({ agreement }) => agreement !== 'open');
  const differing = comparable.filter(({ agreement }) => agreement === 'differs');
  return {
    t: inLanguage(COMPARISON_TEXTS, lang),
    ids: options.map(({ id }) => id),
    problems: problemsOf(request.ids, found, catalogue).map((text) => text[lang]),
    isEnough,
    options: options.map((option) => ({
      ...columnOf(option, shown, lang),
      removeHref: compareHref(
        options.filter((other) => other !== option),
        request.onlyDifferences,
      ),
    })),
    canAdd: options.length < COMPARED_MAX,
    candidates: candidatesFor(catalogue, options, lang),
    count: differencesText(differing.length, comparable.length)[lang],
    onlyDifferences: request.onlyDifferences,
    toggleHref: compareHref(options, !request.onlyDifferences),
    groups: groupsOf(compared, options, request.onlyDifferences, lang),
    path: isPath(options) ? pathLimits(options, 1).map((limit) => pathRow(limit, catalogue, lang)) : null,
  };
}

function problemsOf(
  ids: readonly string[],
  found: readonly Provider[],
  catalogue: Catalogue,
): readonly LocalizedText[] {
  const strangers = ids.filter((id) => catalogue.providers.every((provider) => provider.id !== id));
  return [
    ...(strangers.length > 0 ? [strangersText(strangers)] : []),
    ...(found.length < COMPARED_MIN ? [COMPARISON_PROBLEMS.tooFew] : []),
    ...(found.length > COMPARED_MAX ? [COMPARISON_PROBLEMS.tooMany] : []),
  ];
}

/** The one address of a comparison. */
export function compareHref(options: readonly { readonly id: string }[], onlyDifferences: boolean): string {
  const ids = options.map(({ id }) => encodeURIComponent(id)).join(',');
  return `/options/compare?ids=${ids}${onlyDifferences ? '&only=differences' : ''}`;
}

function columnOf(option: Provider, shown: CatalogueToShow, lang: Lang) {
  return {
    ...optionRow(option, shown, lang),
    end: endText(option, shown.today, lang) ?? COMPARISON_TEXTS.noEnd[lang],
  };
}

function candidatesFor(catalogue: Catalogue, chosen: readonly Provider[], lang: Lang) {
  const collator = new Intl.Collator(lang);
  return catalogue.providers
    .filter((provider) => !chosen.includes(provider))
    .map(({ id, name }) => ({ id, name: name[lang] }))
    .sort((left, right) => collator.compare(left.name, right.name));
}

function groupsOf(
  compared: readonly ComparedFact[],
  options: readonly Provider[],
  onlyDifferences: boolean,
  lang: Lang,
) {
  return GROUP_ORDER.map((group) => ({
    id: group,
    title: GROUP_TEXTS[group][lang],
    rows: compared
      .filter(
        ({ definition, agreement }) =>
          definition.group === group && (!onlyDifferences || agreement === 'differs'),
      )
      .map((row) => rowOf(row, options, lang)),
  }));
}

function rowOf(
  { definition, agreement, isPartlyUnknown }: ComparedFact,
  options: readonly Provider[],
  lang: Lang,
) {
  return {
    id: definition.id,
    label: definition.title[lang],
    href: `/options/facts/${definition.id}`,
    isDifferent: agreement === 'differs',
    isPartlyUnknown,
    cells: options.map((option) => cellOf(option, definition, lang)),
  };
}

function cellOf(option: Provider, definition: FactDefinition, lang: Lang) {
  const fact = option.facts[definition.id];
  const plan = (option.otherPlans ?? []).find(({ id }) => id === fact.plan);
  return {
    value: factText(fact, definition, lang),
    isStated: isStated(fact),
    note: noteOf(fact, definition, lang),
    plan: plan?.[lang] ?? null,
    sourceHref: fact.evidence.length === 0 ? null : `/options/${option.id}#fact-${definition.id}`,
    option: option.name[lang],
  };
}

// A fact of words without its text shows its remark as the value already.
function noteOf(fact: Fact, { kind }: FactDefinition, lang: Lang): string | null {
  return kind === 'text' && fact.text === undefined ? null : (fact.note?.[lang] ?? null);
}

function pathRow({ factId, setBy, silent, isUnlimited }: PathLimit, catalogue: Catalogue, lang: Lang) {
  const definition = catalogue.vocabulary.facts[factId];
  const t = COMPARISON_TEXTS;
  const stated = setBy === null ? null : factText(setBy.facts[factId], definition, lang);
  const open = isUnlimited && silent.length === 0 ? t.pathNoLimit[lang] : t.pathUnknown[lang];
  return {
    label: definition.title[lang],
    limit: stated === null ? open : limitText(stated, silent.length > 0, lang),
    setBy: setBy?.name[lang] ?? '—',
    silent: silent.map(({ name }) => name[lang]),
  };
}

// A product on the way that does not say its limit may have a smaller one.
function limitText(stated: string, isUpperBound: boolean, lang: Lang): string {
  return isUpperBound ? atMostText(stated)[lang] : stated;
}
