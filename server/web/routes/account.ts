// One's own account: who one is here, where one is signed in, the password.

import { Router } from 'express';
import type { Request, Response } from 'express';
import type { FieldProblems } from '../../usecases/access/account-fields.ts';
import { changeOwnPassword } from '../../usecases/access/passwords.ts';
import { endAllOwnSessions, endOwnSession, ownAccount, ownSessions } from '../../usecases/access/sessions.ts';
import { passwordField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { limitSignIns } from '../security/limits.ts';
import { deviceOf, forgetSession, keepSession } from '../security/session-cookie.ts';
import { requesterOf } from '../security/who.ts';
import { ownAccountModel } from '../view-models/accounts.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';

export function accountRoutes(access: AccountsAccess, deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  const { people } = access;
  routes.use('/account/password', ...limitSignIns(deps.limits));
  routes.get('/account', async (req, res) => {
    await showAccount(access, sendPage, { req, res }, {});
  });
  routes.post('/account/password', async (req, res) => {
    const form = { current: passwordField(req, 'current'), password: passwordField(req, 'password') };
    const { userAgent } = deviceOf(req);
    const outcome = await changeOwnPassword(people, requesterOf(req), form, userAgent);
    if (outcome.kind === 'gone') throw new RequestRefused(404, 'notFound');
    if (outcome.kind === 'changed') {
      keepSession(res, outcome.token);
      res.redirect(303, '/account?changed=1');
      return;
    }
    res.status(422);
    await showAccount(access, sendPage, { req, res }, outcome.problems);
  });
  routes.post('/account/sessions/end-all', async (req, res) => {
    await endAllOwnSessions(people, requesterOf(req));
    forgetSession(res);
    res.redirect(303, '/sign-in');
  });
  routes.post('/account/sessions/:session/end', async (req, res) => {
    const isEnded = await endOwnSession(people, requesterOf(req), req.params.session);
    if (!isEnded) throw new RequestRefused(404, 'notFound');
    res.redirect(303, '/account');
  });
  return routes;
}

async function showAccount(
  { people }: AccountsAccess,
  sendPage: SendPage,
  { req, res }: { readonly req: Request; readonly res: Response },
  problems: FieldProblems,
): Promise<void> {
  const by = requesterOf(req);
  const { accountId, sessionId } = ownAccount(by);
  const account = await people.accounts.get(accountId);
  if (account === null) throw new RequestRefused(404, 'notFound');
  const model = ownAccountModel(
    {
      account,
      sessions: await ownSessions(people, by),
      currentSessionId: sessionId,
      problems,
      isChanged: req.query['changed'] === '1',
    },
    languageOf(req),
  );
  await sendPage(req, res, { view: 'account', title: model.t.title, model });
}
