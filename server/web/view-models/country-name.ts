// A country as people call it.

import type { Lang } from '../../core/text/localized.ts';
import { INTERNATIONAL } from '../texts/catalogue-texts.ts';

const NAMES: Readonly<Record<Lang, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  ja: new Intl.DisplayNames('ja', { type: 'region' }),
};

/** @param country ISO 3166-1 alpha-2, or `INT` for a project without a country */
export function countryName(country: string, lang: Lang): string {
  return country === 'INT' ? INTERNATIONAL[lang] : (NAMES[lang].of(country) ?? country);
}
