// HTML made from something that does not change, kept as long as that is kept. Invariant: the key names everything
// else that the HTML shows, so a part can be old but never out of date.

import type { Lang } from '../core/text/localized.ts';
import { recentlyUsed } from '../usecases/recently-used.ts';
import type { RecentlyUsed } from '../usecases/recently-used.ts';
import { gzipPart } from './gzip-part.ts';
import type { GzipPart } from './gzip-part.ts';
import { renderView } from './render-view.ts';
import { SHELL_TEXTS } from './texts/shell-texts.ts';
import { inLanguage } from './texts/text-table.ts';

/** Two languages and a few what-ifs. */
const KEPT_PER_SOURCE = 8;

export interface PartRequest {
  /** What the part is made from. */
  readonly source: object;
  /** Template below `partials/`. */
  readonly view: string;
  readonly key: readonly string[];
  readonly lang: Lang;
  readonly model: () => object;
}

/** The HTML in UTF-8, as it is and ready for a compressed response. */
export interface KeptHtml {
  readonly plain: Buffer;
  readonly gzip: GzipPart;
}

export type KeptPart = (request: PartRequest) => Promise<KeptHtml>;

export function keptParts(viewsDir: string): KeptPart {
  const kept = new WeakMap<object, RecentlyUsed<Promise<KeptHtml>>>();
  return ({ source, view, key, lang, model }) => {
    const parts = kept.get(source) ?? recentlyUsed<Promise<KeptHtml>>(KEPT_PER_SOURCE);
    kept.set(source, parts);
    return parts.get(JSON.stringify([view, lang, ...key]), async () => {
      const shell = { lang, t: inLanguage(SHELL_TEXTS, lang) };
      const html = await renderView(viewsDir, `partials/${view}`, { shell, ...model() });
      const plain = Buffer.from(html);
      return { plain, gzip: gzipPart(plain) };
    });
  };
}
