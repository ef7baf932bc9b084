// One's own API tokens: made, shown once, revoked.

import { Router } from 'express';
import type { Request, Response } from 'express';
import { makeApiToken, ownApiTokens, revokeOwnApiToken } from '../../usecases/access/api-tokens.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { requesterOf } from '../security/who.ts';
import { apiTokensModel, NO_TOKEN_NEWS } from '../view-models/api-tokens.ts';
import type { TokenNews } from '../view-models/api-tokens.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';

export function apiTokenRoutes({ people }: AccountsAccess, _deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  const show = async (req: Request, res: Response, news: TokenNews): Promise<void> => {
    const tokens = await ownApiTokens(people, requesterOf(req));
    const model = apiTokensModel(tokens, news, languageOf(req));
    await sendPage(req, res, { view: 'api-tokens', title: model.t.title, model });
  };
  routes.get('/account/tokens', (req, res) => show(req, res, NO_TOKEN_NEWS));
  routes.post('/account/tokens', async (req, res) => {
    const form = { name: textField(req, 'name'), days: Number(textField(req, 'days')) };
    const outcome = await makeApiToken(people, requesterOf(req), form);
    if (outcome.kind === 'wrong') res.status(422);
    await show(req, res, {
      token: outcome.kind === 'made' ? outcome.token : null,
      problems: outcome.kind === 'wrong' ? outcome.problems : {},
      typed: outcome.kind === 'wrong' ? form : NO_TOKEN_NEWS.typed,
    });
  });
  routes.post('/account/tokens/:token/revoke', async (req, res) => {
    const isRevoked = await revokeOwnApiToken(people, requesterOf(req), req.params.token);
    if (!isRevoked) throw new RequestRefused(404, 'notFound');
    res.redirect(303, '/account/tokens');
  });
  return routes;
}
