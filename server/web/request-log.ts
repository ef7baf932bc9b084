// Every request gets an id: it stands in the response's header, on error pages and in each log line of the request.
// Invariant: a log line names the route, never the address, because addresses hold share tokens and what people typed.

import { performance } from 'node:perf_hooks';
import type { Request, RequestHandler } from 'express';
import { actorOf } from '../core/access/principal.ts';
import type { IdSource, Logger } from '../usecases/ports.ts';
import { principalOf } from './security/who.ts';

export interface RequestDone {
  /** Such as `GET /runs/:id`; one of a fixed number of texts. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
}

export interface RequestLogDeps {
  readonly ids: IdSource;
  readonly logger: Logger;
  /** Without accounts the one user is not told about each of their own requests. */
  readonly isQuiet: boolean;
  /** Whether an id that a proxy in front has given is kept. */
  readonly trustsProxy: boolean;
  onDone(done: RequestDone): void;
}

const ID_LENGTH = 12;
const FOREIGN_ID = /^[\w-]{8,64}$/;
const OTHER_ROUTE = 'other';
const SERVER_FAULT = 500;

const IDS = new WeakMap<Request, string>();
const ROUTES = new WeakMap<Request, string>();

export function logRequests(deps: RequestLogDeps): RequestHandler {
  return (req, res, next) => {
    const startedMs = performance.now();
    const foreign = deps.trustsProxy ? req.headers['x-request-id'] : undefined;
    const id =
      typeof foreign === 'string' && FOREIGN_ID.test(foreign)
        ? foreign
        : deps.ids.newId().slice(0, ID_LENGTH);
    IDS.set(req, id);
    res.setHeader('X-Request-Id', id);
    res.once('close', () => {
      const durationMs = performance.now() - startedMs;
      const route = ROUTES.get(req) ?? OTHER_ROUTE;
      deps.onDone({ route, status: res.statusCode, durationMs });
      if (deps.isQuiet && res.statusCode < SERVER_FAULT) return;
      const who = actorOf(principalOf(req)).id;
      deps.logger.info(
        { requestId: id, route, status: res.statusCode, durationMs: Math.round(durationMs), who },
        'request',
      );
    });
    next();
  };
}

export function requestIdOf(req: Request): string {
  return IDS.get(req) ?? '';
}

/** Called where a route is known to answer. */
export function noteRoute(req: Request, route: string): void {
  ROUTES.set(req, route);
}
