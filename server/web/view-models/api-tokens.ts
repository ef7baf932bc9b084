// The page of one's own API tokens.

import type { Lang } from '../../core/text/localized.ts';
import type { FieldProblems } from '../../usecases/access/account-fields.ts';
import type { ApiToken } from '../../usecases/access/account-stores.ts';
import { API_TOKEN_LIFE_DAYS } from '../../usecases/access/api-tokens.ts';
import { API_TOKEN_TEXTS } from '../texts/api-page-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { shownProblems } from './field-problems.ts';
import { formatMoment } from './format.ts';

/** What just happened, for the top of the page. */
export interface TokenNews {
  /** The new token, to be shown this once. */
  readonly token: string | null;
  readonly problems: FieldProblems;
  readonly typed: { readonly name: string; readonly days: number };
}

export const NO_TOKEN_NEWS: TokenNews = {
  token: null,
  problems: {},
  typed: { name: '', days: API_TOKEN_LIFE_DAYS[0] },
};

export function apiTokensModel(tokens: readonly ApiToken[], news: TokenNews, lang: Lang) {
  const t = inLanguage(API_TOKEN_TEXTS, lang);
  return {
    t,
    made: news.token,
    typedName: news.typed.name,
    ...shownProblems(news.problems, lang),
    lives: API_TOKEN_LIFE_DAYS.map((days) => ({
      days,
      label: `${days} ${t.days}`,
      isChosen: days === news.typed.days,
    })),
    tokens: tokens.map(({ id, name, createdAt, expiresAt, lastUsedAt }) => ({
      id,
      name,
      created: formatMoment(createdAt, lang),
      expires: formatMoment(expiresAt, lang),
      lastUsed: lastUsedAt === null ? t.never : formatMoment(lastUsedAt, lang),
    })),
  };
}
