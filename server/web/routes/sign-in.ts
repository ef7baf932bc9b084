// The sign-in page and its two forms. On loopback it only leads home.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { limitRate } from '../security/limits.ts';
import { isSignedIn, safeNextPath, signIn, signOut } from '../security/sign-in.ts';
import { SIGN_IN_TEXTS } from '../texts/shell-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import type { WebDeps } from '../web-deps.ts';

const QUARTER_HOUR_MINUTES = 15;
const SECRET_LENGTH_MAX = 1_024;

export function signInRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  const isTry = (method: string): boolean => method === 'POST';
  routes.use('/sign-in', limitRate(deps.limits.signInsPerQuarterHour, QUARTER_HOUR_MINUTES, isTry));
  routes.get('/sign-in', async (req, res) => {
    if (isSignedIn(deps, req)) res.redirect(303, safeNextPath(req.query['next']));
    else await showForm(sendPage, req, res, { next: req.query['next'], isWrong: false });
  });
  routes.post('/sign-in', async (req, res) => {
    const next = textField(req, 'next');
    if (signIn(deps, res, textField(req, 'secret', SECRET_LENGTH_MAX))) {
      res.redirect(303, safeNextPath(next));
      return;
    }
    deps.logger.warn({ address: req.ip }, 'sign-in refused');
    res.status(401);
    await showForm(sendPage, req, res, { next, isWrong: true });
  });
  routes.post('/sign-out', (_req, res) => {
    signOut(res);
    res.redirect(303, '/sign-in');
  });
  return routes;
}

async function showForm(
  sendPage: SendPage,
  req: Request,
  res: Response,
  state: { readonly next: unknown; readonly isWrong: boolean },
): Promise<void> {
  const t = inLanguage(SIGN_IN_TEXTS, languageOf(req));
  await sendPage(req, res, {
    view: 'sign-in',
    title: t.title,
    model: { t, next: safeNextPath(state.next), error: state.isWrong ? t.wrong : null },
  });
}
