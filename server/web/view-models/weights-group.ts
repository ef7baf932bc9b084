// The page of an evaluation's weights: who was asked, who has given theirs, and, once all have, what they say together.

import type { Catalogue } from '../../core/catalogue/provider.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { Opinion } from '../../usecases/opinions.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import type { WeightsPreview } from '../../usecases/weights-preview.ts';
import { inLanguage } from '../texts/text-table.ts';
import { decisiveText, FIRST_PERSON, linkFor, METHOD_LABELS, WEIGHTS_TEXTS } from '../texts/weights-texts.ts';
import { formatMoment, formatShare } from './format.ts';
import { weightBars } from './weights-playback.ts';

export interface GroupData {
  readonly evaluation: Evaluation;
  readonly opinions: readonly Opinion[];
  readonly catalogue: Catalogue;
  /** Null while the weights are closed, or where nobody was asked. */
  readonly opened: WeightsPreview | null;
  /** The link of the person who was just asked; shown this once. */
  readonly invited: { readonly name: string; readonly link: string } | null;
  readonly typedName: string;
  readonly problem: LocalizedText | null;
}

/** Who started in expert mode and is still alone there: nobody else's weights are behind that address. */
export function unnamedStarter(opinions: readonly Opinion[]): Opinion | null {
  const [first, second] = opinions;
  const isStarter = first !== undefined && Object.values(FIRST_PERSON).includes(first.name);
  return isStarter && second === undefined && first.givenAt === null ? first : null;
}

export function groupModel(data: GroupData, lang: Lang) {
  const { evaluation, opinions, opened, invited } = data;
  const base = `/evaluations/${evaluation.id}`;
  const own = unnamedStarter(opinions);
  return {
    t: inLanguage(WEIGHTS_TEXTS, lang),
    evaluationId: evaluation.id,
    evaluationTitle: evaluation.title,
    evaluationHref: base,
    resultHref: `${base}/result`,
    tenderRuleHref: `${base}/tender-rule`,
    inviteHref: `${base}/weights/people`,
    removeHref: `${base}/weights/people/remove`,
    ownHref: own === null ? null : `/weights/${own.id}?e=${evaluation.id}`,
    isSealed: opinions.some(({ givenAt }) => givenAt === null),
    people: opinions.map(({ name, givenAt }) => ({
      name,
      isGiven: givenAt !== null,
      status: givenAt === null ? WEIGHTS_TEXTS.waiting[lang] : WEIGHTS_TEXTS.given[lang],
      givenAt: givenAt === null ? null : formatMoment(givenAt, lang),
    })),
    invited: invited === null ? null : { label: linkFor(invited.name)[lang], link: invited.link },
    typedName: data.typedName,
    problem: data.problem?.[lang] ?? null,
    together: opened === null ? null : togetherModel(opened, data.catalogue, lang),
  };
}

function togetherModel(opened: WeightsPreview, catalogue: Catalogue, lang: Lang) {
  const { group } = opened;
  const people = group?.people ?? [];
  const optionName = (id: string | null): string =>
    catalogue.providers.find((provider) => provider.id === id)?.name[lang] ?? WEIGHTS_TEXTS.noWinner[lang];
  return {
    methodText: opened.weights.methodText[lang],
    people: people.map(({ name, method, winner }) => ({
      name,
      method: METHOD_LABELS[method][lang],
      winner: optionName(winner),
      winnerHref: winner === null ? null : `/options/${winner}`,
    })),
    consensus: group === null || people.length < 2 ? null : formatShare(group.consensus, lang),
    consensusText: group?.consensusText[lang] ?? null,
    decisive: decisiveShown(people.length, group?.decisive ?? [], lang),
    rows: weightBars(opened, lang).map((bar) => ({
      ...bar,
      weights: people.map(({ name, weights }) => ({
        name,
        share: formatShare(weights[bar.id] ?? 0, lang, 1),
      })),
    })),
    tradeOffs: opened.weights.tradeOffs.map((sentence) => sentence[lang]),
  };
}

function decisiveShown(people: number, decisive: readonly string[], lang: Lang): string | null {
  if (people < 2) return null;
  return decisive.length === 0 ? WEIGHTS_TEXTS.decisiveNone[lang] : decisiveText(decisive)[lang];
}
