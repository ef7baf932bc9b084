// The guide in one language.

import type { Lang } from '../../core/text/localized.ts';
import type { GuideSection } from '../texts/guide/guide-section.ts';
import { GUIDE_PARTS, GUIDE_TEXTS } from '../texts/guide/index.ts';
import { GLOSSARY } from '../texts/guide/glossary.ts';
import { inLanguage } from '../texts/text-table.ts';

export function guideModel(lang: Lang) {
  return {
    t: inLanguage(GUIDE_TEXTS, lang),
    parts: GUIDE_PARTS.map((part) => ({
      title: part.title[lang],
      sections: part.sections.map((section) => sectionModel(section, lang)),
    })),
    glossary: GLOSSARY.map(({ term, meaning }) => ({ term: term[lang], meaning: meaning[lang] })),
  };
}

function sectionModel(section: GuideSection, lang: Lang) {
  return {
    id: section.id,
    title: section.title[lang],
    paragraphs: section.paragraphs.map((paragraph) => paragraph[lang]),
    points: (section.points ?? []).map((point) => point[lang]),
    sides: (section.sides ?? []).map((side) => ({
      title: side.title[lang],
      merits: side.merits.map((merit) => merit[lang]),
      burdens: side.burdens.map((burden) => burden[lang]),
    })),
    links: (section.links ?? []).map(({ href, label }) => ({ href, label: label[lang] })),
    hasDiagram: section.hasDiagram === true,
  };
}
