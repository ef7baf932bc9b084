// /api/v1: turns each operation into a route. In this order: who asks, may they, is the request right, do it, is the
// answer right. Invariant: nothing leaves that does not keep to the schema the document promises.

import express from 'express';
import type { ErrorRequestHandler, RequestHandler, Response, Router } from 'express';
import type { RouteAccess } from '../security/route-access.ts';
import { comesFromElsewhere, SAFE_METHODS } from '../security/same-origin.ts';
import type { WebDeps } from '../web-deps.ts';
import { PROBLEM_TITLES } from './api-texts.ts';
import { notFound } from './named.ts';
import { ApiProblem } from './operation.ts';
import type { ApiAnswer, Operation } from './operation.ts';
import { OPERATIONS } from './operations/index.ts';
import { API_PREFIX, pathPartsOf } from './openapi-document.ts';
import { problemFor, sendProblem } from './problem-answer.ts';
import { validationOf } from './validation.ts';
import type { OperationValidation } from './validation.ts';

const BODY_LIMIT = '1mb';

/** The routes alone, for the guard to put the permission checks in front of. */
export function apiRoutes(deps: WebDeps, operations: readonly Operation[] = OPERATIONS): Router {
  const validations = validationOf(operations);
  const routes = express.Router();
  for (const operation of operations) {
    const validation = validations.get(operation.id);
    if (validation === undefined) throw new Error(`${operation.id} has no validation`);
    routes[operation.method](expressPath(operation.path), routeOf(deps, operation, validation));
  }
  return routes;
}

/** What each route needs, for the guard. */
export function apiAccess(
  operations: readonly Operation[] = OPERATIONS,
): Readonly<Record<string, RouteAccess>> {
  return Object.fromEntries(
    operations.map(({ method, path, access }) => [
      `${method.toUpperCase()} ${API_PREFIX}${expressPath(path)}`,
      access,
    ]),
  );
}

/** Bodies, before the routes: JSON only. A form of another site cannot send that without the browser asking first. */
export function readApiBodies(): readonly RequestHandler[] {
  const onlyJson: RequestHandler = (req, _res, next) => {
    const isSafe = SAFE_METHODS.has(req.method);
    if (!isSafe && comesFromElsewhere(req)) throw new ApiProblem(403, 'foreign', PROBLEM_TITLES.foreign);
    const hasBody =
      Number(req.headers['content-length'] ?? 0) > 0 || req.headers['transfer-encoding'] !== undefined;
    if (hasBody && req.is('application/json') === false) {
      throw new ApiProblem(415, 'notJson', PROBLEM_TITLES.notJson);
    }
    next();
  };
  return [onlyJson, express.json({ limit: BODY_LIMIT, strict: false })];
}

/** Ends every request below the prefix that no route has taken. */
export const noSuchOperation: RequestHandler = () => {
  throw notFound();
};

/** Answers every failure as application/problem+json. */
export function apiErrors(deps: Pick<WebDeps, 'logger' | 'ids'>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    sendProblem(req, res, problemFor(error), (requestId) =>
      deps.logger.error({ requestId, method: req.method, path: req.path, err: error }, 'request failed'),
    );
  };
}

function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function routeOf(deps: WebDeps, operation: Operation, validation: OperationValidation): RequestHandler {
  return async (req, res) => {
    const { lang: _lang, ...given } = req.query;
    const query = validation.query(operation.query?.['lang'] === undefined ? given : req.query);
    if (!query.ok) throw new ApiProblem(400, 'invalid', PROBLEM_TITLES.invalid, query.problems);
    const body = validation.body(req.body);
    if (!body.ok) throw new ApiProblem(400, 'invalid', PROBLEM_TITLES.invalid, body.problems);
    const answer = await operation.handle({
      deps,
      req,
      res,
      path: Object.fromEntries(pathPartsOf(operation.path).map((name) => [name, String(req.params[name])])),
      query: query.value as Readonly<Record<string, unknown>>,
      body: body.value,
    });
    send(res, answer, { operation, validation });
  };
}

function send(
  res: Response,
  answer: ApiAnswer,
  { operation, validation }: { readonly operation: Operation; readonly validation: OperationValidation },
): void {
  switch (answer.kind) {
    case 'json': {
      const fault = validation.answerFault(answer.json);
      if (fault !== null) throw new Error(`The answer of ${operation.id} breaks its schema: ${fault}`);
      if (answer.location !== undefined) res.location(answer.location);
      res.status(operation.answered.status).json(answer.json);
      return;
    }
    case 'file':
      res.status(operation.answered.status).attachment(answer.fileName).type(answer.mediaType);
      res.send(typeof answer.bytes === 'string' ? answer.bytes : Buffer.from(answer.bytes));
      return;
    case 'nothing':
      res.status(operation.answered.status).end();
      return;
    case 'written':
      return;
  }
}
