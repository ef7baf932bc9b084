// What the start page shows.

import type { Catalogue } from '../../core/catalogue/provider.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { EvaluationSummary } from '../../usecases/stores.ts';
import { HOME_TEXTS } from '../texts/home-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import type { InLanguage } from '../texts/text-table.ts';
import { formatMoment, formatNumber } from './format.ts';

export interface HomeModel {
  readonly t: InLanguage<typeof HOME_TEXTS>;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly recent: readonly {
    readonly title: string;
    readonly answersHref: string;
    readonly resultHref: string;
    readonly answerCount: number;
    readonly changed: string;
    readonly changedIso: string;
  }[];
}

export function homeModel(
  data: { readonly catalogue: Catalogue; readonly recent: readonly EvaluationSummary[] },
  lang: Lang,
): HomeModel {
  const t = inLanguage(HOME_TEXTS, lang);
  const facts = data.catalogue.providers.flatMap((provider) => Object.values(provider.facts));
  const evidence = facts.flatMap((fact) => fact.evidence);
  const sources = new Set(evidence.map((entry) => entry.url));
  return {
    t,
    figures: [
      { label: t.optionCount, value: formatNumber(data.catalogue.providers.length, lang) },
      {
        label: t.factCount,
        value: formatNumber(facts.filter((fact) => fact.evidence.length > 0).length, lang),
      },
      { label: t.sourceCount, value: formatNumber(sources.size, lang) },
    ],
    recent: data.recent.map((evaluation) => ({
      title: evaluation.title,
      answersHref: `/evaluations/${evaluation.id}`,
      resultHref: `/evaluations/${evaluation.id}/result`,
      answerCount: evaluation.answerCount,
      changed: formatMoment(evaluation.updatedAt, lang),
      changedIso: evaluation.updatedAt,
    })),
  };
}
