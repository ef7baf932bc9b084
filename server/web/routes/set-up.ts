// The page that makes the first administrator. Once that is done it does not exist any more.

import { Router } from 'express';
import type { Request, Response } from 'express';
import type { FieldProblems } from '../../usecases/access/account-fields.ts';
import { setUpAdministrator } from '../../usecases/access/set-up.ts';
import { passwordField, textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { limitSignIns } from '../security/limits.ts';
import { deviceOf, keepSession } from '../security/session-cookie.ts';
import { isSameSecret } from '../security/tokens.ts';
import { SETUP_TEXTS } from '../texts/sign-in-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { shownProblems } from '../view-models/field-problems.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';

interface TypedSetup {
  readonly code: string;
  readonly name: string;
  readonly email: string;
}

const NOTHING_TYPED: TypedSetup = { code: '', name: '', email: '' };

export function setUpRoutes(access: AccountsAccess, deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.use('/setup', ...limitSignIns(deps.limits));
  routes.get('/setup', async (req, res) => {
    await refuseWhenDone(access);
    await showForm(sendPage, { req, res }, NOTHING_TYPED, {});
  });
  routes.post('/setup', async (req, res) => {
    await refuseWhenDone(access);
    const typed = {
      code: textField(req, 'code'),
      name: textField(req, 'name'),
      email: textField(req, 'email'),
    };
    if (!isSetupCode(access, typed.code)) {
      deps.logger.warn({ address: req.ip }, 'wrong setup code');
      res.status(422);
      await showForm(sendPage, { req, res }, typed, { code: SETUP_TEXTS.codeWrong });
      return;
    }
    const form = { ...typed, password: passwordField(req, 'password') };
    const outcome = await setUpAdministrator(access.people, form, deviceOf(req));
    if (outcome.kind === 'closed') throw new RequestRefused(404, 'notFound');
    if (outcome.kind === 'wrong') {
      res.status(422);
      await showForm(sendPage, { req, res }, typed, outcome.problems);
      return;
    }
    keepSession(res, outcome.token);
    res.redirect(303, '/');
  });
  return routes;
}

async function refuseWhenDone({ people }: AccountsAccess): Promise<void> {
  if (await people.accounts.isSetupComplete()) throw new RequestRefused(404, 'notFound');
}

// A printed code is typed by hand: case, spaces and hyphens do not count. A secret that the operator chose is exact.
function isSetupCode({ setupCode }: AccountsAccess, given: string): boolean {
  if (isSameSecret(given, setupCode)) return true;
  return isSameSecret(given.toUpperCase().replace(/[\s-]/g, ''), setupCode.replaceAll('-', ''));
}

async function showForm(
  sendPage: SendPage,
  { req, res }: { readonly req: Request; readonly res: Response },
  typed: TypedSetup,
  problems: FieldProblems,
): Promise<void> {
  const lang = languageOf(req);
  const t = inLanguage(SETUP_TEXTS, lang);
  await sendPage(req, res, {
    view: 'setup',
    title: t.title,
    model: { t, typed, ...shownProblems(problems, lang) },
  });
}
