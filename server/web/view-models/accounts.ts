// What the pages about accounts show.

import { ROLES } from '../../core/access/permissions.ts';
import type { Role } from '../../core/access/permissions.ts';
import type { Lang } from '../../core/text/localized.ts';
import type { FieldProblems } from '../../usecases/access/account-fields.ts';
import type { Account, PersonalLink, Session } from '../../usecases/access/account-stores.ts';
import { ACCOUNT_TEXTS, ACCOUNTS_TEXTS, ROLE_TEXTS } from '../texts/account-texts.ts';
import { SETUP_TEXTS } from '../texts/sign-in-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { deviceName } from './device.ts';
import { shownProblems } from './field-problems.ts';
import { formatMoment } from './format.ts';

export interface OwnAccountData {
  readonly account: Account;
  readonly sessions: readonly Session[];
  readonly currentSessionId: string | null;
  readonly problems: FieldProblems;
  readonly isChanged: boolean;
}

export function ownAccountModel(data: OwnAccountData, lang: Lang) {
  const { account } = data;
  return {
    t: inLanguage(ACCOUNT_TEXTS, lang),
    name: account.name,
    email: account.email,
    role: ROLE_TEXTS[account.role].name[lang],
    roleMay: ROLE_TEXTS[account.role].may[lang],
    hasPassword: account.passwordHash !== null,
    passwordHint: SETUP_TEXTS.passwordHint[lang],
    isChanged: data.isChanged,
    ...shownProblems(data.problems, lang),
    sessions: data.sessions.map((session) => ({
      id: session.id,
      device: deviceName(session.userAgent, lang),
      isThis: session.id === data.currentSessionId,
      lastUsed: formatMoment(session.lastUsedAt, lang),
      lastUsedIso: session.lastUsedAt,
      created: formatMoment(session.createdAt, lang),
      createdIso: session.createdAt,
      address: session.address,
    })),
  };
}

/** What just happened, for the top of the page. */
export interface AccountsNews {
  readonly notice: 'done' | 'lastAdministrator' | null;
  readonly link: {
    readonly email: string;
    readonly href: string;
    readonly mail: 'sent' | 'failed' | 'off';
  } | null;
  readonly problems: FieldProblems;
  readonly typed: { readonly email: string; readonly role: Role };
}

export const NO_NEWS: AccountsNews = {
  notice: null,
  link: null,
  problems: {},
  typed: { email: '', role: 'evaluator' },
};

export function accountsModel(
  data: {
    readonly accounts: readonly Account[];
    readonly invitations: readonly PersonalLink[];
    readonly ownId: string;
    readonly news: AccountsNews;
  },
  lang: Lang,
) {
  const t = inLanguage(ACCOUNTS_TEXTS, lang);
  const { news } = data;
  return {
    t,
    notice: noticeOf(news, t),
    link: linkOf(news, t),
    ...shownProblems(news.problems, lang),
    typedEmail: news.typed.email,
    roles: roleChoices(news.typed.role, lang),
    accounts: data.accounts.map((account) => ({
      id: account.id,
      name: account.name,
      email: account.email,
      isYou: account.id === data.ownId,
      isDisabled: account.isDisabled,
      roles: roleChoices(account.role, lang),
      lastSignIn: account.lastSignInAt === null ? t.never : formatMoment(account.lastSignInAt, lang),
    })),
    invitations: data.invitations.map((link) => ({
      id: link.id,
      email: link.email,
      role: link.role === null ? '' : ROLE_TEXTS[link.role].name[lang],
      expires: formatMoment(link.expiresAt, lang),
    })),
  };
}

type AccountsWords = ReturnType<typeof inLanguage<typeof ACCOUNTS_TEXTS>>;

function noticeOf({ notice }: AccountsNews, t: AccountsWords) {
  if (notice === null) return null;
  return notice === 'done'
    ? { style: 'notice-good', text: t.done }
    : { style: 'notice-bad', text: t.lastAdministrator };
}

function linkOf({ link }: AccountsNews, t: AccountsWords) {
  if (link === null) return null;
  const mailText = { sent: t.linkMailed, failed: t.linkNotMailed, off: '' }[link.mail];
  return { email: link.email, href: link.href, mailText };
}

function roleChoices(chosen: Role, lang: Lang) {
  return ROLES.map((role) => ({
    value: role,
    label: ROLE_TEXTS[role].name[lang],
    may: ROLE_TEXTS[role].may[lang],
    isChosen: role === chosen,
  }));
}
