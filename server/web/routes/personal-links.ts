// The pages behind the links that people are sent: joining, and choosing a new password.

import { Router } from 'express';
import type { Request, Response } from 'express';
import type { FieldProblems } from '../../usecases/access/account-fields.ts';
import type { PersonalLink } from '../../usecases/access/account-stores.ts';
import { acceptInvitation, invitationOf } from '../../usecases/access/invitations.ts';
import { mailResetLink, resetOf, resetPassword } from '../../usecases/access/passwords.ts';
import { passwordField, textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { limitSignIns } from '../security/limits.ts';
import { deviceOf, keepSession } from '../security/session-cookie.ts';
import { requesterOf } from '../security/who.ts';
import { ROLE_TEXTS } from '../texts/account-texts.ts';
import { ACCOUNT_MAIL_TEXTS, JOIN_TEXTS, RESET_TEXTS, SETUP_TEXTS } from '../texts/sign-in-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { shownProblems } from '../view-models/field-problems.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';
import { EMAIL_LENGTH_MAX } from './sign-in.ts';

interface Exchange {
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

export function personalLinkRoutes(access: AccountsAccess, deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  for (const path of ['/invitations', '/password-resets', '/forgotten-password']) {
    routes.use(path, ...limitSignIns(deps.limits));
  }
  routes.get('/invitations/:token', async (req, res) => {
    const link = await invitationOf(access.people, req.params.token);
    if (link === null) await showGone({ sendPage, req, res });
    else await showJoin({ sendPage, req, res }, link, { name: '', problems: {} });
  });
  routes.post('/invitations/:token', async (req, res) =>
    join(access, { sendPage, req, res }, req.params.token),
  );
  routes.get('/password-resets/:token', async (req, res) => {
    const link = await resetOf(access.people, req.params.token);
    if (link === null) await showGone({ sendPage, req, res });
    else await showReset({ sendPage, req, res }, link, {});
  });
  routes.post('/password-resets/:token', async (req, res) =>
    reset(access, { sendPage, req, res }, req.params.token),
  );
  routes.get('/forgotten-password', async (req, res) => showForgotten(access, { sendPage, req, res }, false));
  routes.post('/forgotten-password', async (req, res) => {
    sendResetLater(access, deps, req);
    await showForgotten(access, { sendPage, req, res }, true);
  });
  return routes;
}

async function join(access: AccountsAccess, exchange: Exchange, token: string): Promise<void> {
  const { req, res } = exchange;
  const form = { name: textField(req, 'name'), password: passwordField(req, 'password') };
  const outcome = await acceptInvitation(access.people, token, form, deviceOf(req));
  const link = outcome.kind === 'wrong' ? await invitationOf(access.people, token) : null;
  if (outcome.kind === 'joined') {
    keepSession(res, outcome.token);
    res.redirect(303, '/');
  } else if (outcome.kind === 'gone' || link === null) {
    await showGone(exchange);
  } else {
    res.status(422);
    await showJoin(exchange, link, { name: form.name, problems: outcome.problems });
  }
}

async function reset(access: AccountsAccess, exchange: Exchange, token: string): Promise<void> {
  const { req, res } = exchange;
  const outcome = await resetPassword(access.people, token, passwordField(req, 'password'), deviceOf(req));
  const link = outcome.kind === 'wrong' ? await resetOf(access.people, token) : null;
  if (outcome.kind === 'changed') {
    keepSession(res, outcome.token);
    res.redirect(303, '/');
  } else if (outcome.kind === 'gone' || link === null) {
    await showGone(exchange);
  } else {
    res.status(422);
    await showReset(exchange, link, outcome.problems);
  }
}

// Not waited for: the answer must not take longer for an address that has an account.
function sendResetLater({ people, publicUrl }: AccountsAccess, deps: WebDeps, req: Request): void {
  if (publicUrl === null) return;
  const lang = languageOf(req);
  const mail = (_link: PersonalLink, token: string) => ({
    subject: ACCOUNT_MAIL_TEXTS.resetSubject[lang],
    text: `${ACCOUNT_MAIL_TEXTS.resetText[lang]}\n\n${publicUrl}/password-resets/${token}\n`,
  });
  mailResetLink(people, requesterOf(req), textField(req, 'email', EMAIL_LENGTH_MAX), mail).catch(
    (error: unknown) => deps.logger.error({ err: error }, 'a reset link could not be mailed'),
  );
}

async function showJoin(
  { sendPage, req, res }: Exchange,
  link: PersonalLink,
  state: { readonly name: string; readonly problems: FieldProblems },
): Promise<void> {
  const lang = languageOf(req);
  const t = inLanguage(JOIN_TEXTS, lang);
  await sendPage(req, res, {
    view: 'join',
    title: t.title,
    model: {
      t,
      action: req.path,
      email: link.email,
      role: link.role === null ? '' : ROLE_TEXTS[link.role].name[lang],
      typedName: state.name,
      summary: SETUP_TEXTS.summary[lang],
      passwordLabel: SETUP_TEXTS.password[lang],
      passwordHint: SETUP_TEXTS.passwordHint[lang],
      ...shownProblems(state.problems, lang),
    },
  });
}

async function showReset(
  { sendPage, req, res }: Exchange,
  link: PersonalLink,
  problems: FieldProblems,
): Promise<void> {
  const lang = languageOf(req);
  const t = inLanguage(RESET_TEXTS, lang);
  await sendPage(req, res, {
    view: 'new-password',
    title: t.title,
    model: {
      t,
      action: req.path,
      email: link.email,
      summary: SETUP_TEXTS.summary[lang],
      passwordHint: SETUP_TEXTS.passwordHint[lang],
      ...shownProblems(problems, lang),
    },
  });
}

async function showForgotten(access: AccountsAccess, exchange: Exchange, isSent: boolean): Promise<void> {
  const { sendPage, req, res } = exchange;
  if (!access.people.mailer.isAvailable || access.publicUrl === null)
    throw new RequestRefused(404, 'notFound');
  const lang = languageOf(req);
  const t = inLanguage(RESET_TEXTS, lang);
  const words = { emailLabel: JOIN_TEXTS.email[lang], toSignIn: JOIN_TEXTS.toSignIn[lang] };
  await sendPage(req, res, {
    view: 'forgotten-password',
    title: t.forgottenTitle,
    model: { t, isSent, ...words },
  });
}

async function showGone({ sendPage, req, res }: Exchange): Promise<void> {
  const t = inLanguage(JOIN_TEXTS, languageOf(req));
  res.status(410);
  const model = { heading: t.goneTitle, text: t.gone, signInLabel: t.toSignIn };
  await sendPage(req, res, { view: 'link-gone', title: t.goneTitle, model });
}
