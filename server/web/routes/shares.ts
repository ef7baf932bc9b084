// Sharing an evaluation: its links are made, listed and revoked here.

import { Router } from 'express';
import type { Request, Response } from 'express';
import {
  revokeShareLink,
  SHARE_LIFE_DAYS,
  shareEvaluation,
  shareLinksOf,
} from '../../usecases/access/share-links.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import { textField } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { publicOrigin } from '../security/public-origin.ts';
import { requesterOf } from '../security/who.ts';
import { sharesModel } from '../view-models/shares.ts';
import type { SharesData } from '../view-models/shares.ts';
import type { AccountsAccess, WebDeps } from '../web-deps.ts';
import { evaluationAt } from './evaluations.ts';

const LABEL_LENGTH_MAX = 120;
const NOTHING_TYPED = { label: '', days: SHARE_LIFE_DAYS[1] };

export function shareRoutes(access: AccountsAccess, deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  const { people } = access;
  routes.get('/evaluations/:id/shares', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    await showShares({ access, deps, sendPage, req, res }, evaluation, {});
  });
  routes.post('/evaluations/:id/shares', async (req, res) => {
    const evaluation = await evaluationAt(deps, req.params.id);
    const typed = { label: textField(req, 'label', LABEL_LENGTH_MAX), days: Number(textField(req, 'days')) };
    const outcome = await shareEvaluation(people, requesterOf(req), evaluation.id, typed);
    const exchange = { access, deps, sendPage, req, res };
    if (outcome.kind === 'wrong') {
      res.status(422);
      await showShares(exchange, evaluation, { problems: outcome.problems, typed });
      return;
    }
    const href = `${publicOrigin(access, req)}/shared/${outcome.token}`;
    await showShares(exchange, evaluation, { made: { label: typed.label, href } });
  });
  routes.post('/evaluations/:id/shares/:share/revoke', async (req, res) => {
    const { id, share } = req.params;
    const isRevoked = await revokeShareLink(people, requesterOf(req), id, share);
    if (!isRevoked) throw new RequestRefused(404, 'notFound');
    res.redirect(303, `/evaluations/${id}/shares`);
  });
  return routes;
}

async function showShares(
  {
    access,
    deps,
    sendPage,
    req,
    res,
  }: {
    readonly access: AccountsAccess;
    readonly deps: WebDeps;
    readonly sendPage: SendPage;
    readonly req: Request;
    readonly res: Response;
  },
  evaluation: Evaluation,
  state: Partial<Pick<SharesData, 'made' | 'problems' | 'typed'>>,
): Promise<void> {
  const links = await shareLinksOf(access.people, requesterOf(req), evaluation.id);
  const model = sharesModel(
    { evaluation, links, now: deps.clock.now(), made: null, problems: {}, typed: NOTHING_TYPED, ...state },
    languageOf(req),
  );
  await sendPage(req, res, { view: 'shares', title: model.t.title, section: 'home', model });
}
