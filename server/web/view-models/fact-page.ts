// What the page of one fact shows: its value for every option, best documented first.

import type { Catalogue, Provider } from '../../core/catalogue/provider.ts';
import type { FactDefinition } from '../../core/catalogue/vocabulary.ts';
import type { FactState } from '../../core/catalogue/fact.ts';
import type { Lang } from '../../core/text/localized.ts';
import { COVERAGE_TEXTS } from '../texts/coverage-texts.ts';
import { EVIDENCE_CLASS_TEXTS, GROUP_TEXTS } from '../texts/option-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { coverageHref } from './coverage.ts';
import { factText } from './fact-text.ts';
import { formatDay } from './format.ts';
import { isStated, optionName } from './option-row.ts';

export function factPageModel(catalogue: Catalogue, definition: FactDefinition, lang: Lang) {
  const collator = new Intl.Collator(lang);
  const providers = catalogue.providers.toSorted((left, right) =>
    collator.compare(left.name[lang], right.name[lang]),
  );
  const inState = (...states: readonly FactState[]) =>
    providers
      .filter(({ facts }) => states.includes(facts[definition.id].state))
      .map(({ id, name }) => ({ href: `/options/${id}`, name: name[lang] }));
  return {
    t: inLanguage(COVERAGE_TEXTS, lang),
    title: definition.title[lang],
    description: definition.description[lang],
    group: GROUP_TEXTS[definition.group][lang],
    coverageHref: coverageHref({ group: definition.group, deployment: null, page: 1 }),
    stated: providers
      .filter(({ facts }) => isStated(facts[definition.id]))
      .map((provider) => statedRow(provider, definition, lang)),
    gaps: [
      { text: COVERAGE_TEXTS.undisclosed[lang], options: inState('undisclosed') },
      { text: COVERAGE_TEXTS.open[lang], options: inState('unknown') },
      { text: COVERAGE_TEXTS.notApplicable[lang], options: inState('notApplicable') },
    ].filter(({ options }) => options.length > 0),
  };
}

function statedRow(provider: Provider, definition: FactDefinition, lang: Lang) {
  const fact = provider.facts[definition.id];
  return {
    ...optionName(provider, lang),
    href: `/options/${provider.id}#fact-${definition.id}`,
    value: factText(fact, definition, lang),
    note: fact.note?.[lang] ?? null,
    evidence: fact.evidence.map((entry) => ({
      url: entry.url,
      title: entry.title,
      class: EVIDENCE_CLASS_TEXTS[entry.class][lang],
      isWeak: entry.class === 'third-party' || entry.class === 'vendor-declared',
      checked: formatDay(entry.checkedOn, lang),
    })),
  };
}
