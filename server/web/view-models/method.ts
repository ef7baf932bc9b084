// The page on the method, in one language.

import type { Lang } from '../../core/text/localized.ts';
import { METHOD_EXAMPLE, METHOD_PAGE_TEXTS, METHOD_SECTIONS } from '../texts/method-page-texts.ts';
import { inLanguage } from '../texts/text-table.ts';

export function methodModel(lang: Lang) {
  return {
    t: inLanguage(METHOD_PAGE_TEXTS, lang),
    sections: METHOD_SECTIONS.map((section) => ({
      id: section.id,
      heading: section.heading[lang],
      paragraphs: section.paragraphs.map((paragraph) => paragraph[lang]),
      formula: section.formula ?? null,
    })),
    example: METHOD_EXAMPLE.map((row) => ({
      ...row,
      mailbox: row.mailbox[lang],
      support: row.support[lang],
    })),
  };
}
