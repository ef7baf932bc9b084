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
