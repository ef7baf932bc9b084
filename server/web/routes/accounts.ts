// The administrators' page of accounts: roles, invitations, reset links, sessions.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { roleFrom } from '../../core/access/permissions.ts';
import type { AccountChange } from '../../usecases/access/account-stores.ts';
import { invite, openInvitations, revokeInvitation } from '../../usecases/access/invitations.ts';
import { changeRole, listAccounts, setAccountDisabled } from '../../usecases/access/manage-accounts.ts';
import { makeResetLink } from '../../usecases/access/passwords.ts';
import { endSessionsOf } from '../../usecases/access/sessions.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { publicOrigin } from '../security/public-origin.ts';
import { principalOf, requesterOf } from '../security/who.ts';
import { ACCOUNT_MAIL_TEXTS } from '../texts/sign-in-texts.ts';
import { accountsModel, NO_NEWS } from '../view-models/accounts.ts';
import type { AccountsNews } from '../view-models/accounts.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';
import { EMAIL_LENGTH_MAX } from './sign-in.ts';

const PAGE = '/admin/accounts';

interface Exchange {
  readonly access: AccountsAccess;
  readonly deps: WebDeps;
  readonly sendPage: SendPage;
  readonly req: Request;
  readonly res: Response;
}

export function accountsRoutes(access: AccountsAccess, deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  const { people } = access;
  routes.get(PAGE, async (req, res) => {
    const notice = (['done', 'lastAdministrator'] as const).find((known) => known === req.query['notice']);
    await showAccounts({ access, deps, sendPage, req, res }, { ...NO_NEWS, notice: notice ?? null });
  });
  routes.post('/admin/invitations', async (req, res) => makeInvitation({ access, deps, sendPage, req, res }));
  routes.post('/admin/invitations/:link/revoke', async (req, res) => {
    const isRevoked = await revokeInvitation(people, requesterOf(req), req.params.link);
    if (!isRevoked) throw new RequestRefused(404, 'notFound');
    res.redirect(303, `${PAGE}?notice=done`);
  });
  routes.post('/admin/accounts/:account/role', async (req, res) => {
    const role = roleFrom(textField(req, 'role'));
    if (role === null) throw new RequestRefused(400, 'badRequest');
    leadBack(res, await changeRole(people, requesterOf(req), req.params.account, role));
  });
  routes.post('/admin/accounts/:account/state', async (req, res) => {
    const isDisabled = textField(req, 'state') === 'disabled';
    leadBack(res, await setAccountDisabled(people, requesterOf(req), req.params.account, isDisabled));
  });
  routes.post('/admin/accounts/:account/reset-link', async (req, res) => {
    const made = await makeResetLink(people, requesterOf(req), req.params.account);
    if (made === null) throw new RequestRefused(404, 'notFound');
    await showMadeLink(
      { access, deps, sendPage, req, res },
      made.link.email,
      `/password-resets/${made.token}`,
      'reset',
    );
  });
  routes.post('/admin/accounts/:account/sessions/end', async (req, res) => {
    await endSessionsOf(people, requesterOf(req), req.params.account);
    res.redirect(303, `${PAGE}?notice=done`);
  });
  return routes;
}

async function makeInvitation(exchange: Exchange): Promise<void> {
  const { access, req, res } = exchange;
  const email = textField(req, 'email', EMAIL_LENGTH_MAX);
  const role = roleFrom(textField(req, 'role'));
  if (role === null) throw new RequestRefused(400, 'badRequest');
  const outcome = await invite(access.people, requesterOf(req), { email, role });
  if (outcome.kind === 'invited') {
    await showMadeLink(exchange, email, `/invitations/${outcome.token}`, 'invite');
    return;
  }
  res.status(422);
  await showAccounts(exchange, { ...NO_NEWS, problems: outcome.problems, typed: { email, role } });
}

function leadBack(res: Response, outcome: AccountChange): void {
  if (outcome === 'notFound') throw new RequestRefused(404, 'notFound');
  res.redirect(303, `${PAGE}?notice=${outcome === 'changed' ? 'done' : 'lastAdministrator'}`);
}

// The only moment at which the link is known: it is shown, and mailed where that is possible.
async function showMadeLink(
  exchange: Exchange,
  email: string,
  path: string,
  kind: 'invite' | 'reset',
): Promise<void> {
  const { access, req } = exchange;
  const href = publicOrigin(access, req) + path;
  const mail = await mailLink(exchange, { email, href, kind });
  await showAccounts(exchange, { ...NO_NEWS, link: { email, href, mail } });
}

async function mailLink(
  { access, deps, req }: Exchange,
  link: { readonly email: string; readonly href: string; readonly kind: 'invite' | 'reset' },
): Promise<'sent' | 'failed' | 'off'> {
  const { mailer } = access.people;
  if (!mailer.isAvailable || access.publicUrl === null) return 'off';
  const lang = languageOf(req);
  const subject = ACCOUNT_MAIL_TEXTS[`${link.kind}Subject`][lang];
  const text = `${ACCOUNT_MAIL_TEXTS[`${link.kind}Text`][lang]}\n\n${link.href}\n`;
  try {
    await mailer.send({ to: link.email, subject, text });
    return 'sent';
  } catch (error) {
    deps.logger.error({ err: error }, 'a link could not be mailed');
    return 'failed';
  }
}

async function showAccounts({ access, sendPage, req, res }: Exchange, news: AccountsNews): Promise<void> {
  const by = requesterOf(req);
  const who = principalOf(req);
  const model = accountsModel(
    {
      accounts: await listAccounts(access.people, by),
      invitations: await openInvitations(access.people, by),
      ownId: who.kind === 'account' ? who.accountId : '',
      news,
    },
    languageOf(req),
  );
  await sendPage(req, res, { view: 'accounts', title: model.t.title, section: 'administration', model });
}
