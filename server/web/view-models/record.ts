// What the pages on documents, versions and vendors' answers share: where one is, and who acts.

import type { Principal } from '../../core/access/principal.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { RECORD_TEXTS } from '../texts/record-texts.ts';

export type RecordPage = 'exports' | 'versions' | 'tender-rule' | 'tender';

const PAGES: readonly RecordPage[] = ['exports', 'versions', 'tender-rule', 'tender'];

/** The head of each page: the evaluation, and the pages beside each other. */
export function recordFrame(evaluation: Pick<Evaluation, 'id' | 'title'>, current: RecordPage, lang: Lang) {
  const base = `/evaluations/${evaluation.id}`;
  return {
    base,
    evaluationTitle: evaluation.title,
    resultHref: `${base}/result`,
    resultLabel: RECORD_TEXTS.result[lang],
    navigationLabel: RECORD_TEXTS.recordNavigation[lang],
    pages: PAGES.map((page) => ({
      href: `${base}/${page}`,
      label: RECORD_TEXTS[page][lang],
      isCurrent: page === current,
    })),
  };
}

/** The name of who is signed in; null where a name has to be typed. */
export function knownName(principal: Principal): string | null {
  return principal.kind === 'account' ? principal.name : null;
}
