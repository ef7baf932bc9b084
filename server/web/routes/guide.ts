// The guide for people new to mail servers.

import { Router } from 'express';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { guideModel } from '../view-models/guide.ts';
import type { WebDeps } from '../web-deps.ts';

export function guideRoutes(_deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/guide', async (req, res) => {
    const model = guideModel(languageOf(req));
    await sendPage(req, res, { view: 'guide', title: model.t.title, section: 'guide', model });
  });
  return routes;
}
