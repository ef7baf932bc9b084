// What "suggest a correction" shows: a form, and the text made from it.

import { correctionText, mailHref, trackerHref } from '../../core/catalogue/correction.ts';
import type { Catalogue, Provider } from '../../core/catalogue/provider.ts';
import type { FactDefinition } from '../../core/catalogue/vocabulary.ts';
import type { Lang } from '../../core/text/localized.ts';
import { CORRECTION_TEXTS } from '../texts/correction-texts.ts';
import { GROUP_TEXTS } from '../texts/option-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { GROUP_ORDER } from './fact-groups.ts';
import { factText } from './fact-text.ts';

export interface CorrectionRequest {
  readonly provider: Provider;
  readonly fact: FactDefinition | null;
  readonly proposed: string;
  readonly sourceUrl: string;
  /** ISO 8601 day. */
  readonly today: string;
}

/** @param tracker address of the tracker's form for a new issue; null where none is set */
export function correctionModel(
  catalogue: Catalogue,
  request: CorrectionRequest,
  tracker: string | null,
  lang: Lang,
) {
  const { provider, fact, proposed, sourceUrl, today } = request;
  const stated = fact === null ? null : provider.facts[fact.id];
  const present = fact === null || stated === null ? null : factText(stated, fact, lang);
  const isAddressWrong = sourceUrl !== '' && !isWebAddress(sourceUrl);
  const text = correctionText(
    {
      option: provider,
      fact,
      present,
      sources: (stated?.evidence ?? []).map(({ url }) => url),
      proposed,
      sourceUrl: isAddressWrong ? '' : sourceUrl,
      readOn: today,
      catalogueHash: catalogue.hash,
    },
    lang,
  );
  return {
    t: inLanguage(CORRECTION_TEXTS, lang),
    name: provider.name[lang],
    optionHref: fact === null ? `/options/${provider.id}` : `/options/${provider.id}#fact-${fact.id}`,
    action: `/options/${provider.id}/correction`,
    groups: factChoices(catalogue, fact, lang),
    present,
    proposed,
    sourceUrl,
    isAddressWrong,
    subject: text.title,
    body: text.body,
    trackerHref: tracker === null ? null : trackerHref(tracker, text),
    mailHref: mailHref(text),
  };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(text) && URL.canParse(text);
}

function factChoices(catalogue: Catalogue, chosen: FactDefinition | null, lang: Lang) {
  return GROUP_ORDER.map((group) => ({
    label: GROUP_TEXTS[group][lang],
    facts: catalogue.vocabulary.ids
      .map((id) => catalogue.vocabulary.facts[id])
      .filter((definition) => definition.group === group)
      .map(({ id, title }) => ({ id, label: title[lang], isChosen: id === chosen?.id })),
  }));
}
