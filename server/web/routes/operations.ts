// For whoever operates the server: is it alive, can it work. No language, no session, nothing about the content.

import { Router } from 'express';
import type { WebDeps } from '../web-deps.ts';

export function operationRoutes(deps: Pick<WebDeps, 'pingStore' | 'logger'>): Router {
  const routes = Router();
  routes.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' });
  });
  routes.get('/readyz', async (_req, res) => {
    try {
      await deps.pingStore();
      res.json({ status: 'ready' });
    } catch (error) {
      deps.logger.error({ err: error }, 'the database does not answer');
      res.status(503).json({ status: 'not ready', waitingFor: ['database'] });
    }
  });
  return routes;
}
