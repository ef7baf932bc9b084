// The guide in one language.

import type { Lang } from '../../core/text/localized.ts';
import { GLOSSARY } from '../texts/guide-glossary.ts';
import { GUIDE_SECTIONS, GUIDE_TEXTS } from '../texts/guide-texts.ts';
import { inLanguage } from '../texts/text-table.ts';

export function guideModel(lang: Lang) {
  return {
    t: inLanguage(GUIDE_TEXTS, lang),
    sections: GUIDE_SECTIONS.map((section) => ({
      id: section.id,
      title: section.title[lang],
      paragraphs: section.paragraphs.map((paragraph) => paragraph[lang]),
      points: (section.points ?? []).map((point) => point[lang]),
      link: section.link === undefined ? null : { href: section.link.href, label: section.link.label[lang] },
      hasDiagram: section.hasDiagram === true,
    })),
    glossary: GLOSSARY.map(({ term, meaning }) => ({ term: term[lang], meaning: meaning[lang] })),
  };
}
