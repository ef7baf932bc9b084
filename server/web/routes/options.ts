// The catalogue: the list, one option, several side by side, and what is known about whom.

import { Router } from 'express';
import type { Request } from 'express';
import type { Deployment, Provider } from '../../core/catalogue/provider.ts';
import type { FactDefinition } from '../../core/catalogue/vocabulary.ts';
import { cleanText } from '../form-fields.ts';
import { languageOf } from '../language.ts';
import type { SendPage } from '../page.ts';
import { RequestRefused } from '../request-refused.ts';
import { COMPARISON_TEXTS } from '../texts/comparison-texts.ts';
import { compareHref, comparisonModel } from '../view-models/comparison.ts';
import { correctionModel } from '../view-models/correction.ts';
import { coverageModel } from '../view-models/coverage.ts';
import { GROUP_ORDER } from '../view-models/fact-groups.ts';
import { factPageModel } from '../view-models/fact-page.ts';
import { measuredRuns } from '../view-models/measured-runs.ts';
import { listFacets, optionListModel } from '../view-models/option-list.ts';
import { readListQuery, readPage, textsOf } from '../view-models/option-query.ts';
import type { CatalogueToShow } from '../view-models/option-row.ts';
import { optionModel } from '../view-models/options.ts';
import type { WebDeps } from '../web-deps.ts';
import { addOpenDataRoutes } from './open-data.ts';

const MEASURED_RUNS_SHOWN = 20;
const PROPOSED_LENGTH_MAX = 1_000;
const ADDRESS_LENGTH_MAX = 500;
/** More than can be compared, so that the page can say which were left out. */
const IDS_READ_MAX = 20;
const DEPLOYMENTS: readonly Deployment[] = ['cloud', 'on-premise'];

export function optionRoutes(deps: WebDeps, sendPage: SendPage): Router {
  const routes = Router();
  listRoute(routes, deps, sendPage);
  compareRoute(routes, deps, sendPage);
  coverageRoutes(routes, deps, sendPage);
  addOpenDataRoutes(routes, deps, sendPage);
  // Last, because any word may be an option's id.
  optionRoute(routes, deps, sendPage);
  correctionRoute(routes, deps, sendPage);
  return routes;
}

export function toShow(deps: WebDeps): CatalogueToShow {
  const today = deps.clock.now().toISOString().slice(0, 10);
  return { catalogue: deps.catalogue, cost: deps.cost, ageing: deps.ageing, today };
}

function listRoute(routes: Router, deps: WebDeps, sendPage: SendPage): void {
  routes.get('/options', async (req, res) => {
    const shown = toShow(deps);
    const query = readListQuery(req.query, listFacets(shown));
    const model = optionListModel(shown, query, languageOf(req));
    await sendPage(req, res, { view: 'options', title: model.t.title, section: 'catalogue', model });
  });
}

function compareRoute(routes: Router, deps: WebDeps, sendPage: SendPage): void {
  routes.get('/options/compare', async (req, res) => {
    const ids = [...new Set(textsOf(req.query['ids']))].slice(0, IDS_READ_MAX);
    const onlyDifferences = req.query['only'] === 'differences';
    const lang = languageOf(req);
    // One address for one comparison: ticked boxes come as a parameter each.
    if (Array.isArray(req.query['ids'])) {
      res.redirect(
        303,
        compareHref(
          ids.map((id) => ({ id })),
          onlyDifferences,
        ),
      );
      return;
    }
    const model = comparisonModel(toShow(deps), { ids, onlyDifferences }, lang);
    const names = model.options.map(({ name }) => name).join(' / ');
    const title = names === '' ? COMPARISON_TEXTS.title[lang] : `${COMPARISON_TEXTS.title[lang]}: ${names}`;
    await sendPage(req, res, { view: 'options-compare', title, section: 'catalogue', model });
  });
}

function coverageRoutes(routes: Router, deps: WebDeps, sendPage: SendPage): void {
  routes.get('/options/coverage', async (req, res) => {
    const request = {
      group: GROUP_ORDER.find((group) => group === req.query['group']) ?? 'size',
      deployment: DEPLOYMENTS.find((deployment) => deployment === req.query['deployment']) ?? null,
      page: readPage(req.query['page']),
    };
    const model = coverageModel(deps.catalogue, request, languageOf(req));
    await sendPage(req, res, {
      view: 'options-coverage',
      title: model.t.title,
      section: 'catalogue',
      model,
    });
  });
  routes.get('/options/facts/:fact', async (req, res) => {
    const definition = factNamed(deps, req.params.fact);
    if (definition === null) throw new RequestRefused(404, 'notFound');
    const model = factPageModel(deps.catalogue, definition, languageOf(req));
    await sendPage(req, res, { view: 'options-fact', title: model.title, section: 'catalogue', model });
  });
}

function optionRoute(routes: Router, deps: WebDeps, sendPage: SendPage): void {
  routes.get('/options/:id', async (req, res) => {
    const provider = optionNamed(deps, req.params.id);
    const lang = languageOf(req);
    const runs = await deps.runs.list({
      providerId: provider.id,
      status: 'finished',
      limit: MEASURED_RUNS_SHOWN,
    });
    const model = optionModel({ ...toShow(deps), provider, measured: measuredRuns(runs, lang) }, lang);
    await sendPage(req, res, { view: 'option', title: model.name, section: 'catalogue', model });
  });
}

function correctionRoute(routes: Router, deps: WebDeps, sendPage: SendPage): void {
  routes.get('/options/:id/correction', async (req, res) => {
    const provider = optionNamed(deps, req.params.id);
    const request = {
      provider,
      fact: factNamed(deps, req.query['fact']),
      proposed: queryText(req, 'proposed', PROPOSED_LENGTH_MAX),
      sourceUrl: queryText(req, 'source', ADDRESS_LENGTH_MAX),
      today: toShow(deps).today,
    };
    const model = correctionModel(deps.catalogue, request, deps.issueTracker, languageOf(req));
    const title = `${model.t.title}: ${model.name}`;
    await sendPage(req, res, { view: 'option-correction', title, section: 'catalogue', model });
  });
}

function optionNamed({ catalogue }: WebDeps, id: string): Provider {
  const provider = catalogue.providers.find((entry) => entry.id === id);
  if (provider === undefined) throw new RequestRefused(404, 'notFound');
  return provider;
}

function factNamed({ catalogue }: WebDeps, id: unknown): FactDefinition | null {
  const known = catalogue.vocabulary.ids.find((fact) => fact === id);
  return known === undefined ? null : catalogue.vocabulary.facts[known];
}

function queryText(req: Request, name: string, lengthMax: number): string {
  const value = req.query[name];
  return typeof value === 'string' ? cleanText(value, lengthMax) : '';
}
