// The documentation of the HTTP API, made from the same operations as the API itself.

import { Router } from 'express';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { OPERATIONS } from '../api/operations/index.ts';
import { apiDocsModel } from '../view-models/api-docs.ts';
import type { WebDeps } from '../web-deps.ts';
import { originOf } from './evaluations.ts';

export function apiDocsRoutes(_deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/api', async (req, res) => {
    const model = apiDocsModel(OPERATIONS, originOf(req), languageOf(req));
    await sendPage(req, res, { view: 'api', title: model.t.title, model });
  });
  return routes;
}
