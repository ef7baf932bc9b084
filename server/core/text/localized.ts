// A text in both languages of the product. Every text a person sees exists in both; a missing one does not compile.

export type Lang = 'en' | 'ja';

export const LANGS: readonly Lang[] = ['en', 'ja'];

export interface LocalizedText {
  readonly en: string;
  readonly ja: string;
}

export function textIn(text: LocalizedText, lang: Lang): string {
  return text[lang];
}

/** A document with every `{ en, ja }` in it replaced by the text of one language. */
export function inLang(document: unknown, lang: Lang): unknown {
  if (Array.isArray(document)) return document.map((entry) => inLang(entry, lang));
  if (typeof document !== 'object' || document === null) return document;
  if (isLocalizedText(document)) return document[lang];
  return Object.fromEntries(Object.entries(document).map(([key, entry]) => [key, inLang(entry, lang)]));
}

function isLocalizedText(value: object): value is LocalizedText {
  const keys = Object.keys(value);
  return keys.length === 2 && keys.includes('en') && keys.includes('ja');
}
