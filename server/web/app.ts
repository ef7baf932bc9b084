// The web application: what every request passes through, in order, and then the pages.

import express from 'express';
import type { Express } from 'express';
import { apiAccess, apiErrors, apiRoutes, noSuchOperation, readApiBodies } from './api/api-router.ts';
import { API_PREFIX } from './api/openapi-document.ts';
import { loadAssets } from './assets.ts';
import { compressPages } from './compress-pages.ts';
import { SECURE_COOKIES } from './cookies.ts';
import { errorPage, noSuchPage } from './error-page.ts';
import { chooseLanguage } from './language.ts';
import { pageSender } from './page.ts';
import type { SendPage } from './page.ts';
import { apiDocsRoutes } from './routes/api-docs.ts';
import { logRequests, requestIdOf } from './request-log.ts';
import { accessRouters } from './routes/access-routers.ts';
import { benchmarkRoutes } from './routes/benchmark.ts';
import { candidateRoutes } from './routes/candidates.ts';
import { comparisonRoutes } from './routes/comparisons.ts';
import { evaluationRoutes } from './routes/evaluations.ts';
import { exportRoutes } from './routes/exports.ts';
import { tenderRuleRoutes } from './routes/tender-rule.ts';
import { tenderRoutes } from './routes/tender.ts';
import { versionRoutes } from './routes/versions.ts';
import { guideRoutes } from './routes/guide.ts';
import { homeRoutes } from './routes/home.ts';
import { operationRoutes } from './routes/operations.ts';
import { optionRoutes } from './routes/options.ts';
import { questionRoutes } from './routes/questions.ts';
import { resultRoutes } from './routes/result.ts';
import { runRoutes } from './routes/runs.ts';
import { weightPersonRoutes } from './routes/weights-person.ts';
import { weightRoutes } from './routes/weights.ts';
import { byApiToken } from './security/api-token.ts';
import { guardRoutes } from './security/guard-routes.ts';
import { neverCachePages, securityHeaders } from './security/headers.ts';
import { limitRate, parseForms } from './security/limits.ts';
import { ROUTE_ACCESS } from './security/route-access.ts';
import { checkFormToken, checkHost } from './security/same-origin.ts';
import { bySessionCookie } from './security/session-cookie.ts';
import { parseUploads } from './security/uploads.ts';
import { identify } from './security/who.ts';
import type { Recognise } from './security/who.ts';
import type { WebDeps } from './web-deps.ts';

export { DEFAULT_LIMITS } from './web-deps.ts';
export type { Access, AccountsAccess, RequestLimits, WebDeps } from './web-deps.ts';

/** Builds the application on what it is given; listening and closing are the caller's. */
export function createApp(deps: WebDeps): Express {
  const assets = loadAssets(deps.viewsDir);
  const sendPage = pageSender(deps, assets);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  settleProxy(app, deps);
  app.use(requestLogOf(deps), securityHeaders(), checkHost(deps.access));
  app.use(assets.serve);
  app.use(operationRoutes(deps));
  app.use(compressPages());
  app.use(limitRate(deps.limits.requestsPerMinute), neverCachePages, chooseLanguage);
  app.use(API_PREFIX, ...apiChain(deps));
  app.use(
    parseForms(),
    ...parseUploads(),
    identify(deps.access, waysToRecognise(deps)),
    checkFormToken(deps.signingKey),
  );
  const guard = { table: ROUTE_ACCESS, audit: deps.audit };
  for (const routes of pageRouters(deps, sendPage)) app.use(guardRoutes(routes, guard));
  app.use(noSuchPage);
  app.use(errorPage(sendPage, { logger: deps.logger, requestIdOf }));
  return app;
}

/** Everything below /api/v1; programs send JSON and no form token, and get problems instead of error pages. */
function apiChain(deps: WebDeps): readonly (express.RequestHandler | express.ErrorRequestHandler)[] {
  const guard = { table: apiAccess(), audit: deps.audit };
  return [
    ...readApiBodies(),
    identify(deps.access, waysOfPrograms(deps)),
    guardRoutes(apiRoutes(deps), guard, API_PREFIX),
    noSuchOperation,
    apiErrors(deps),
  ];
}

// Behind a TLS proxy the connection itself is plain: what the proxy says counts, or what the operator configured.
function settleProxy(app: Express, { proxy }: WebDeps): void {
  app.set('trust proxy', proxy.trusted.length > 0 ? [...proxy.trusted] : false);
  app.set(SECURE_COOKIES, proxy.hasTls);
}

function requestLogOf(deps: WebDeps): express.RequestHandler {
  return logRequests({
    ids: deps.ids,
    logger: deps.logger,
    isQuiet: deps.access.kind === 'loopback',
    trustsProxy: deps.proxy.trusted.length > 0,
    onDone: (done) => deps.metrics.requestDone(done),
  });
}

/** A way to recognise somebody is one line here. */
function waysToRecognise({ access }: WebDeps): readonly Recognise[] {
  return access.kind === 'accounts' ? [bySessionCookie(access.people)] : [];
}

/** Programs send a token; the scripts of our own pages come with the session of their reader. */
function waysOfPrograms(deps: WebDeps): readonly Recognise[] {
  const { access } = deps;
  return access.kind === 'accounts' ? [byApiToken(access.people), ...waysToRecognise(deps)] : [];
}

/** The pages, in the order in which they are asked. Each of their routes needs a line in security/route-access.ts. */
export function pageRouters(deps: WebDeps, sendPage: SendPage): readonly express.Router[] {
  const parts = [
    homeRoutes,
    optionRoutes,
    evaluationRoutes,
    questionRoutes,
    weightRoutes,
    weightPersonRoutes,
    resultRoutes,
    exportRoutes,
    versionRoutes,
    tenderRuleRoutes,
    tenderRoutes,
    benchmarkRoutes,
    candidateRoutes,
    comparisonRoutes,
    runRoutes,
    guideRoutes,
    apiDocsRoutes,
  ];
  return [...accessRouters(deps, sendPage), ...parts.map((routes) => routes(deps, sendPage))];
}
