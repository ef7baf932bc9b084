// Which limit on a path binds, as people read it.

import { silentLinks } from '../catalogue/smallest-limit.ts';
import type { FactVocabulary } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';
import { filled, listed, withUnit } from './figures.ts';
import type { LimitLink, LimitPath } from './limit-path.ts';
import type { LimitPathShown } from './recommendation.ts';
import { factText, factWords } from './show-fact.ts';

const GATEWAY: LocalizedText = { en: 'Own filter or relay', ja: '自社の対策製品・中継サーバー' };
const ENCODED: LocalizedText = { en: '{limit} ({whole} once encoded)', ja: '{limit}（符号化後は{whole}）' };
const STATED: LocalizedText = { en: '{label} {limit}', ja: '{label} {limit}' };
const BINDS: LocalizedText = {
  en: 'smallest limit on the path: {binding}',
  ja: '経路で最も小さい上限は{binding}',
};
const MAY_BE_LOWER: LocalizedText = {
  en: 'not stated, so it may be lower: {silent}',
  ja: '未確認の上限があり、さらに低い可能性あり：{silent}',
};

export function limitPathShown(path: LimitPath, vocabulary: FactVocabulary): LimitPathShown {
  return {
    text: limitPathText(path, vocabulary),
    links: path.links.map((link) => ({
      factId: link.factId,
      label: labelOf(link, vocabulary),
      shown: linkText(link, vocabulary),
      binds: path.smallest?.binding.includes(link) ?? false,
    })),
  };
}

/** A phrase without a full stop, to stand alone or in brackets. */
export function limitPathText({ links, smallest }: LimitPath, vocabulary: FactVocabulary): LocalizedText {
  const silent = silentLinks(links);
  const binding = (smallest?.binding ?? []).map((link) =>
    filled(STATED, { label: labelOf(link, vocabulary), limit: linkText(link, vocabulary) }),
  );
  const parts = [
    ...(binding.length === 0 ? [] : [filled(BINDS, { binding: listed(binding) })]),
    ...(silent.length === 0
      ? []
      : [filled(MAY_BE_LOWER, { silent: listed(silent.map((link) => labelOf(link, vocabulary))) })]),
  ];
  return { en: parts.map(({ en }) => en).join('; '), ja: parts.map(({ ja }) => ja).join('。') };
}

function labelOf({ factId }: LimitLink, vocabulary: FactVocabulary): LocalizedText {
  return factId === null ? GATEWAY : factWords(factId, vocabulary).title;
}

function linkText(link: LimitLink, vocabulary: FactVocabulary): LocalizedText {
  const { factId, fact, ends } = link;
  const limit = factText(fact, factWords(factId ?? 'messageSizeMax', vocabulary));
  const isConverted = factId === 'attachmentMax' && ends !== null && Number.isFinite(ends.max);
  return isConverted ? filled(ENCODED, { limit, whole: withUnit(ends.max, 'MB') }) : limit;
}
