// For whoever operates the server: is it alive, can it work. No language, no session, nothing about the content.

import { Router } from 'express';
import type { Request } from 'express';
import { noteRoute } from '../request-log.ts';
import { isSameSecret } from '../security/tokens.ts';
import type { WebDeps } from '../web-deps.ts';

export function operationRoutes(
  deps: Pick<WebDeps, 'pingStore' | 'logger' | 'metrics' | 'metricsToken'>,
): Router {
  const routes = Router();
  routes.get('/healthz', (req, res) => {
    noteRoute(req, 'GET /healthz');
    res.json({ status: 'alive' });
  });
  routes.get('/readyz', async (req, res) => {
    noteRoute(req, 'GET /readyz');
    try {
      await deps.pingStore();
      res.json({ status: 'ready' });
    } catch (error) {
      deps.logger.error({ err: error }, 'the database does not answer');
      res.status(503).json({ status: 'not ready', waitingFor: ['database'] });
    }
  });
  routes.get('/metrics', async (req, res) => {
    noteRoute(req, 'GET /metrics');
    if (!mayScrape(deps, req)) {
      res.status(403).type('text/plain').send('Send MAILFIT_METRICS_TOKEN as a bearer token.\n');
      return;
    }
    const { mediaType, text } = await deps.metrics.render();
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Content-Type', mediaType);
    res.end(text);
  });
  return routes;
}

// Without a token only this machine may read. A proxy on this machine speaks for others, so its word on who asks counts.
function mayScrape({ metricsToken }: Pick<WebDeps, 'metricsToken'>, req: Request): boolean {
  const given = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
  if (metricsToken !== null && given !== undefined) return isSameSecret(given, metricsToken);
  const isForwarded = req.headers['x-forwarded-for'] !== undefined || req.headers.forwarded !== undefined;
  return metricsToken === null && !isForwarded && isLoopbackAddress(req.socket.remoteAddress ?? '');
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
