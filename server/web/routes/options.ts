// The catalogue and the page of one option.

import { Router } from 'express';
import type { Deployment } from '../../core/catalogue/provider.ts';
import { cleanText } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { measuredRuns } from '../view-models/measured-runs.ts';
import { optionListModel, optionModel } from '../view-models/options.ts';
import type { WebDeps } from '../web-deps.ts';

const FILTER_LENGTH_MAX = 100;
const MEASURED_RUNS_SHOWN = 20;
const DEPLOYMENTS: readonly Deployment[] = ['cloud', 'on-premise'];

export function optionRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  routes.get('/options', async (req, res) => {
    const asked = req.query['text'];
    const filter = {
      text: typeof asked === 'string' ? cleanText(asked, FILTER_LENGTH_MAX) : '',
      deployment: DEPLOYMENTS.find((deployment) => deployment === req.query['deployment']) ?? null,
    };
    const model = optionListModel(deps.catalogue, filter, languageOf(req));
    await sendPage(req, res, { view: 'options', title: model.t.title, section: 'catalogue', model });
  });
  routes.get('/options/:id', async (req, res) => {
    const provider = deps.catalogue.providers.find((entry) => entry.id === req.params.id);
    if (provider === undefined) throw new RequestRefused(404, 'notFound');
    const lang = languageOf(req);
    const runs = await deps.runs.list({
      providerId: provider.id,
      status: 'finished',
      limit: MEASURED_RUNS_SHOWN,
    });
    const model = optionModel(
      { catalogue: deps.catalogue, provider, measured: measuredRuns(runs, lang), now: deps.clock.now() },
      lang,
    );
    await sendPage(req, res, { view: 'option', title: model.name, section: 'catalogue', model });
  });
  return routes;
}
