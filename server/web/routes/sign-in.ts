// The sign-in page and its forms.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { signOut } from '../../usecases/access/sessions.ts';
import { signIn } from '../../usecases/access/sign-in.ts';
import { passwordField, textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { limitSignIns } from '../security/limits.ts';
import { deviceOf, forgetSession, keepSession, safeNextPath } from '../security/session-cookie.ts';
import { principalOf, requesterOf } from '../security/who.ts';
import { SIGN_IN_TEXTS } from '../texts/sign-in-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';

export const EMAIL_LENGTH_MAX = 254;

export function signInRoutes(access: AccountsAccess, deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  const { people } = access;
  routes.use('/sign-in', ...limitSignIns(deps.limits));
  routes.get('/sign-in', async (req, res) => {
    if (principalOf(req).kind === 'account') res.redirect(303, safeNextPath(req.query['next']));
    else if (!(await people.accounts.isSetupComplete())) res.redirect(303, '/setup');
    else await showSignIn(access, sendPage, { req, res }, { next: req.query['next'] });
  });
  routes.post('/sign-in', async (req, res) => {
    const [next, email] = [textField(req, 'next'), textField(req, 'email', EMAIL_LENGTH_MAX)];
    const token = await signIn(people, { email, password: passwordField(req, 'password') }, deviceOf(req));
    if (token !== null) {
      // Whoever was signed in on this browser before is not any more.
      await signOut(people, requesterOf(req));
      keepSession(res, token);
      res.redirect(303, safeNextPath(next));
      return;
    }
    res.status(401);
    await showSignIn(access, sendPage, { req, res }, { next, email, error: 'wrong' });
  });
  routes.post('/sign-out', async (req, res) => {
    await signOut(people, requesterOf(req));
    forgetSession(res);
    res.redirect(303, '/sign-in');
  });
  return routes;
}

export interface SignInState {
  readonly next: unknown;
  readonly email?: string;
  readonly error?: 'wrong' | 'providerFailed' | 'providerNoRole';
}

export async function showSignIn(
  access: AccountsAccess,
  sendPage: SendPage,
  { req, res }: { readonly req: Request; readonly res: Response },
  state: SignInState,
): Promise<void> {
  const t = inLanguage(SIGN_IN_TEXTS, languageOf(req));
  const next = safeNextPath(state.next);
  const { identityProvider } = access;
  await sendPage(req, res, {
    view: 'sign-in',
    title: t.title,
    model: {
      t,
      next,
      email: state.email ?? '',
      error: state.error === undefined ? null : t[state.error],
      canMail: access.people.mailer.isAvailable && access.publicUrl !== null,
      provider:
        identityProvider === null
          ? null
          : { label: identityProvider.label, href: `/sign-in/oidc?next=${encodeURIComponent(next)}` },
    },
  });
}
