// The web application: what every request passes through, in order, and then the pages.

import express from 'express';
import type { Express } from 'express';
import { apiAccess, apiErrors, apiRoutes, noSuchOperation, readApiBodies } from './api/api-router.ts';
import { API_PREFIX } from './api/openapi-document.ts';
import { loadAssets } from './assets.ts';
import { errorPage, noSuchPage } from './error-page.ts';
import { chooseLanguage } from './language.ts';
import { pageSender } from './page.ts';
import type { SendPage } from './page.ts';
import { apiDocsRoutes } from './routes/api-docs.ts';
import { benchmarkRoutes } from './routes/benchmark.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { guideRoutes } from './routes/guide.ts';
import { homeRoutes } from './routes/home.ts';
import { operationRoutes } from './routes/operations.ts';
import { optionRoutes } from './routes/options.ts';
import { questionRoutes } from './routes/questions.ts';
import { resultRoutes } from './routes/result.ts';
import { runRoutes } from './routes/runs.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { guardRoutes } from './security/guard-routes.ts';
import { neverCachePages, securityHeaders } from './security/headers.ts';
import { limitRate, parseForms } from './security/limits.ts';
import { ROUTE_ACCESS } from './security/route-access.ts';
import { checkFormToken, checkHost } from './security/same-origin.ts';
import { bySecret } from './security/sign-in.ts';
import { identify } from './security/who.ts';
import type { WebDeps } from './web-deps.ts';

export { DEFAULT_LIMITS } from './web-deps.ts';
export type { Access, RequestLimits, WebDeps } from './web-deps.ts';

/** Builds the application on what it is given; listening and closing are the caller's. */
export function createApp(deps: WebDeps): Express {
  const assets = loadAssets(deps.viewsDir);
  const sendPage = pageSender(deps, assets);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(securityHeaders(), checkHost(deps.access));
  app.use(assets.serve);
  app.use(operationRoutes(deps));
  app.use(limitRate(deps.limits.requestsPerMinute), neverCachePages, chooseLanguage);
  app.use(API_PREFIX, ...apiChain(deps));
  app.use(parseForms(), checkFormToken(deps.signingKey), identify(deps.access, [bySecret(deps)]));
  const guard = { table: ROUTE_ACCESS, audit: deps.audit };
  for (const routes of pageRouters(deps, sendPage)) app.use(guardRoutes(routes, guard));
  app.use(noSuchPage);
  app.use(
    errorPage(sendPage, { logger: deps.logger, newRequestNumber: () => deps.ids.newId().slice(0, 10) }),
  );
  return app;
}

/** Everything below /api/v1; programs send JSON and no form token, and get problems instead of error pages. */
function apiChain(deps: WebDeps): readonly (express.RequestHandler | express.ErrorRequestHandler)[] {
  const guard = { table: apiAccess(), audit: deps.audit };
  return [
    ...readApiBodies(),
    identify(deps.access, [bySecret(deps)]),
    guardRoutes(apiRoutes(deps), guard, API_PREFIX),
    noSuchOperation,
    apiErrors(deps),
  ];
}

/** The pages, in the order in which they are asked. Each of their routes needs a line in security/route-access.ts. */
export function pageRouters(deps: WebDeps, sendPage: SendPage): readonly express.Router[] {
  const parts = [
    signInRoutes,
    homeRoutes,
    optionRoutes,
    evaluationRoutes,
    questionRoutes,
    resultRoutes,
    benchmarkRoutes,
    runRoutes,
    guideRoutes,
    apiDocsRoutes,
  ];
  return parts.map((routes) => routes(deps, sendPage));
}
