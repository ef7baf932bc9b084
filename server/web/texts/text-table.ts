// Tables of texts, both languages side by side. `Texts` makes a table without one of them fail to compile.

import type { Lang, LocalizedText } from '../../core/text/localized.ts';

export type Texts = Readonly<Record<string, LocalizedText>>;

export type InLanguage<Table extends Texts> = { readonly [Key in keyof Table]: string };

/** The whole table in one language, for a template to pick from. */
export function inLanguage<const Table extends Texts>(table: Table, lang: Lang): InLanguage<Table> {
  const entries = Object.entries(table).map(([key, text]) => [key, text[lang]]);
  return Object.fromEntries(entries) as InLanguage<Table>;
}
