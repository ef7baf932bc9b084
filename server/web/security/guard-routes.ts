// Puts the permission check in front of every route of a router. Invariant: fail closed. A route that the table does
// not name throws when the application is built, and a router hidden inside another one does too.

import type { Request, RequestHandler, Response, Router } from 'express';
import type { AuditAction } from '../../core/access/audit-chain.ts';
import { may } from '../../core/access/principal.ts';
import type { AccessedObject } from '../../core/access/principal.ts';
import type { AuditLog } from '../../usecases/access/audit-log.ts';
import { noteRoute } from '../request-log.ts';
import { RequestRefused } from '../request-refused.ts';
import type { RouteAccess, RouteNeed } from './route-access.ts';
import { principalOf, requesterOf } from './who.ts';

/** The table that routes are checked against, and where refusals and successes are written down. */
export interface Guard {
  readonly table: Readonly<Record<string, RouteAccess>>;
  readonly audit: Pick<AuditLog, 'record'>;
}

/** What express keeps about a router; its types do not tell. */
interface Layer {
  readonly handle: unknown;
  readonly route?: GuardedRoute | undefined;
}
interface GuardedRoute {
  readonly path: unknown;
  readonly methods: Readonly<Record<string, boolean | undefined>>;
  readonly stack: unknown[];
}

/**
 * Guards the router and answers it.
 * @param prefix where the router will be mounted; empty at the root
 */
export function guardRoutes(router: Router, guard: Guard, prefix: string = ''): Router {
  for (const { route } of layersOf(router)) {
    if (route === undefined) continue;
    for (const method of Object.keys(route.methods)) {
      checkFirst(route, method, checkOf(guard, routeKey(route, method, prefix)));
    }
  }
  return router;
}

/** `GET /path` of every route in the router. */
export function routeKeysOf(router: Router, prefix: string = ''): readonly string[] {
  return layersOf(router).flatMap(({ route }) =>
    route === undefined ? [] : Object.keys(route.methods).map((method) => routeKey(route, method, prefix)),
  );
}

/** Adds the check to the route and moves it from the end, where express puts it, to the front. */
function checkFirst(route: GuardedRoute, method: string, check: RequestHandler): void {
  const addTo = route as unknown as Readonly<Record<string, (handler: RequestHandler) => unknown>>;
  if (addTo[method] === undefined) throw new Error(`Name the methods of ${String(route.path)} one by one.`);
  addTo[method](check);
  route.stack.unshift(route.stack.pop());
}

function layersOf(router: Router): readonly Layer[] {
  const layers = router.stack as unknown as readonly Layer[];
  const hidden = layers.find(
    ({ route, handle }) => route === undefined && typeof handle === 'function' && 'stack' in handle,
  );
  if (hidden !== undefined)
    throw new Error('A router inside a router escapes the guard: mount it by itself.');
  return layers;
}

function routeKey(route: GuardedRoute, method: string, prefix: string): string {
  if (typeof route.path !== 'string') throw new Error(`Give route ${String(route.path)} as a text.`);
  const path = route.path === '/' && prefix !== '' ? prefix : prefix + route.path;
  return `${method.toUpperCase()} ${path}`;
}

function accessFor(guard: Guard, key: string): RouteAccess {
  const access = guard.table[key];
  if (access === undefined) throw new Error(`Add “${key}” to server/web/security/route-access.ts`);
  return access;
}

function checkOf(guard: Guard, key: string): RequestHandler {
  const access = accessFor(guard, key);
  const [need, action]: readonly [RouteNeed, AuditAction?] = typeof access === 'string' ? [access] : access;
  return (req, res, next) => {
    noteRoute(req, key);
    if (need !== 'public' && !may(principalOf(req), need, objectOf(req))) {
      refuse(guard, req, res, need);
      return;
    }
    if (action !== undefined) recordSuccess(guard, action, req, res);
    next();
  };
}

function objectOf(req: Request): AccessedObject {
  const evaluationId = req.params['id'];
  const path: unknown = (req.route as { readonly path?: unknown } | undefined)?.path;
  const isBelowEvaluation = typeof path === 'string' && path.includes('/evaluations/:id');
  return isBelowEvaluation && typeof evaluationId === 'string' ? { evaluationId } : {};
}

function refuse(guard: Guard, req: Request, res: Response, need: RouteNeed): void {
  if (principalOf(req).kind !== 'anonymous') {
    void guard.audit.record(requesterOf(req), 'access.refused', { object: auditedPath(req), detail: need });
    throw new RequestRefused(403, 'forbidden');
  }
  if (req.originalUrl.startsWith('/api/')) throw new RequestRefused(401, 'signInNeeded');
  const goal = req.method === 'GET' ? `?next=${encodeURIComponent(req.originalUrl)}` : '';
  res.redirect(303, `/sign-in${goal}`);
}

// Written once the answer is out, because only then it is known that it worked and, for something new, where it is.
function recordSuccess(guard: Guard, action: AuditAction, req: Request, res: Response): void {
  res.once('finish', () => {
    if (res.statusCode >= 400) return;
    const location = res.getHeader('location');
    const isNew = req.method === 'POST' && typeof location === 'string';
    void guard.audit.record(requesterOf(req), action, {
      object: isNew ? (location.split('?')[0] ?? '') : auditedPath(req),
      detail: req.method === 'GET' ? new URL(req.originalUrl, 'http://localhost').search.slice(1) : '',
    });
  });
}

function auditedPath(req: Request): string {
  return new URL(req.originalUrl, 'http://localhost').pathname;
}
