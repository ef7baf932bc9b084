// HTML made from something that does not change, kept as long as that is kept. Invariant: the key names everything
// else that the HTML shows, so a part can be old but never out of date.

import { join } from 'node:path';
import ejs from 'ejs';
import type { Lang } from '../core/text/localized.ts';
import { recentlyUsed } from '../usecases/recently-used.ts';
import type { RecentlyUsed } from '../usecases/recently-used.ts';
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

export type KeptPart = (request: PartRequest) => Promise<Buffer>;

export function keptParts(viewsDir: string): KeptPart {
  const kept = new WeakMap<object, RecentlyUsed<Promise<Buffer>>>();
  return ({ source, view, key, lang, model }) => {
    const parts = kept.get(source) ?? recentlyUsed<Promise<Buffer>>(KEPT_PER_SOURCE);
    kept.set(source, parts);
    return parts.get(JSON.stringify([view, lang, ...key]), async () => {
      const html = await ejs.renderFile(
        join(viewsDir, 'partials', `${view}.ejs`),
        { shell: { lang, t: inLanguage(SHELL_TEXTS, lang) }, ...model() },
        { cache: true, strict: true, localsName: 'page' },
      );
      return Buffer.from(html);
    });
  };
}
