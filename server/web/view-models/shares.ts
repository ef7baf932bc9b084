// What the page that shares an evaluation shows.

import type { Lang } from '../../core/text/localized.ts';
import type { FieldProblems } from '../../usecases/access/account-fields.ts';
import type { ShareLink } from '../../usecases/access/account-stores.ts';
import { SHARE_LIFE_DAYS } from '../../usecases/access/share-links.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { SHARES_TEXTS } from '../texts/share-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import type { InLanguage } from '../texts/text-table.ts';
import { shownProblems } from './field-problems.ts';
import { formatMoment, formatNumber } from './format.ts';

export interface SharesData {
  readonly evaluation: Evaluation;
  readonly links: readonly ShareLink[];
  readonly now: Date;
  /** The link that was made just now. */
  readonly made: { readonly label: string; readonly href: string } | null;
  readonly problems: FieldProblems;
  readonly typed: { readonly label: string; readonly days: number };
}

export function sharesModel(data: SharesData, lang: Lang) {
  const t = inLanguage(SHARES_TEXTS, lang);
  const backHref = `/evaluations/${data.evaluation.id}`;
  return {
    t,
    evaluationTitle: data.evaluation.title,
    backHref,
    action: `${backHref}/shares`,
    made: data.made,
    ...shownProblems(data.problems, lang),
    typedLabel: data.typed.label,
    days: SHARE_LIFE_DAYS.map((days) => ({
      value: days,
      label: lang === 'ja' ? `${days}日` : `${days} days`,
      isChosen: days === data.typed.days,
    })),
    links: data.links.map((link) => linkRow(link, data.now, t, lang)),
  };
}

function linkRow(link: ShareLink, now: Date, t: InLanguage<typeof SHARES_TEXTS>, lang: Lang) {
  const isExpired = Date.parse(link.expiresAt) <= now.getTime();
  const state = link.revokedAt !== null ? t.revoked : isExpired ? t.expired : t.open;
  const opened =
    link.lastOpenedAt === null
      ? t.never
      : `${formatNumber(link.openCount, lang)}${lang === 'ja' ? '回' : '×'} (${formatMoment(link.lastOpenedAt, lang)})`;
  return {
    id: link.id,
    label: link.label,
    state,
    isOpen: state === t.open,
    made: `${formatMoment(link.createdAt, lang)} ${link.madeBy}`,
    expires: formatMoment(link.expiresAt, lang),
    opened,
  };
}
