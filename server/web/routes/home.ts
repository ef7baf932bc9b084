// The start page.

import { Router } from 'express';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { homeModel } from '../view-models/home.ts';
import type { WebDeps } from '../web-deps.ts';

const RECENT_EVALUATIONS = 10;

export function homeRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/', async (req, res) => {
    const lang = languageOf(req);
    const recent = await deps.evaluations.list(RECENT_EVALUATIONS);
    const model = homeModel({ catalogue: deps.catalogue, recent }, lang);
    await sendPage(req, res, { view: 'home', title: model.t.title, section: 'home', model });
  });
  return routes;
}
