// A correction to the catalogue as text that a person can send: what stands there now, what should, and where it says so.
// Invariant: what a reader types stays text; it is neither markup nor a part of an address.

import type { LocalizedText } from '../text/localized.ts';
import type { Provider } from './provider.ts';
import type { FactDefinition } from './vocabulary.ts';

export interface Correction {
  readonly option: Provider;
  /** Null: the correction is about the option as a whole. */
  readonly fact: FactDefinition | null;
  /** What stands in the catalogue, in words; null where nothing does. */
  readonly present: string | null;
  readonly sources: readonly string[];
  readonly proposed: string;
  readonly sourceUrl: string;
  readonly readOn: string;
  readonly catalogueHash: string;
}

export interface CorrectionText {
  readonly title: string;
  readonly body: string;
}

type Lang = keyof LocalizedText;

const WORDS = {
  title: { en: 'Catalogue', ja: 'カタログの訂正' },
  option: { en: 'Option', ja: '製品・サービス' },
  fact: { en: 'Fact', ja: '項目' },
  whole: { en: 'the option as a whole', ja: '製品・サービス全体' },
  present: { en: 'In the catalogue now', ja: '現在の記載' },
  unknown: { en: 'unknown', ja: '不明' },
  sources: { en: 'Its sources', ja: '現在の出典' },
  proposed: { en: 'Should say', ja: '正しい内容' },
  url: { en: 'Where it says so (web page)', ja: '根拠となるページのURL' },
  readOn: { en: 'Read on', ja: '確認日' },
  state: { en: 'Catalogue', ja: 'カタログの版' },
  open: { en: '(please fill in)', ja: '（ご記入ください）' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const HASH_SHOWN = 12;

export function correctionText(correction: Correction, lang: Lang): CorrectionText {
  const { option, fact, sources } = correction;
  const about = fact === null ? WORDS.whole[lang] : `${fact.title[lang]} (${fact.id})`;
  const filled = (text: string): string => (text === '' ? WORDS.open[lang] : text);
  const line = (label: keyof typeof WORDS, text: string): string => `${WORDS[label][lang]}: ${text}`;
  const lines = [
    line('option', `${option.name[lang]} (${option.id})`),
    line('fact', about),
    ...(fact === null ? [] : [line('present', correction.present ?? WORDS.unknown[lang])]),
    ...(sources.length === 0 ? [] : [line('sources', sources.join(' '))]),
    '',
    line('proposed', filled(correction.proposed)),
    line('url', filled(correction.sourceUrl)),
    line('readOn', correction.readOn),
    '',
    line('state', correction.catalogueHash.slice(0, HASH_SHOWN)),
  ];
  const subject = fact === null ? option.id : `${option.id} / ${fact.id}`;
  return { title: `${WORDS.title[lang]}: ${subject}`, body: lines.join('\n') };
}

/**
 * Address that opens the tracker's form for a new issue with the text filled in.
 * @param template address of that form; `{title}` and `{body}` in it are filled in, else they are added as the
 *   parameters `title` and `body`, which GitHub, Gitea and Forgejo read
 */
export function trackerHref(template: string, { title, body }: CorrectionText): string {
  if (template.includes('{title}') || template.includes('{body}')) {
    return template
      .replaceAll('{title}', () => encodeURIComponent(title))
      .replaceAll('{body}', () => encodeURIComponent(body));
  }
  const joint = template.includes('?') ? '&' : '?';
  return `${template}${joint}title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}

/** Opens the reader's own mail program; the address is left to the reader. */
export function mailHref({ title, body }: CorrectionText): string {
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
