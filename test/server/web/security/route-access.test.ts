import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Router } from 'express';
import { pageRouters } from '../../../../server/web/app.ts';
import { guardRoutes, routeKeysOf } from '../../../../server/web/security/guard-routes.ts';
import { ROUTE_ACCESS } from '../../../../server/web/security/route-access.ts';
import { startWebWithAccounts } from '../../../builders/accounts.ts';
import type { AccountsWeb } from '../../../builders/accounts.ts';

const guard = { table: { 'GET /known': 'run.read' }, audit: { record: () => Promise.resolve() } } as const;

describe('the table of what each route needs', () => {
  let web: AccountsWeb;
  before(async () => {
    web = await startWebWithAccounts();
  });
  after(() => web.close());

  it('names every route of the application, and no route that is gone', () => {
    const routes = pageRouters(web.deps, () => Promise.resolve()).flatMap((router) => routeKeysOf(router));

    assert.deepEqual([...new Set(routes)].sort(), Object.keys(ROUTE_ACCESS).sort());
  });

  it('stops the start when a route has no entry', () => {
    const router = Router().get('/forgotten', () => {});

    assert.throws(
      () => guardRoutes(router, guard),
      /Add “GET \/forgotten” to server\/web\/security\/route-access/,
    );
  });

  it('stops the start when a router hides inside another one', () => {
    const router = Router().use(
      '/known',
      Router().get('/', () => {}),
    );

    assert.throws(() => guardRoutes(router, guard), /escapes the guard/);
  });

  it('stops the start when a route answers to every method', () => {
    assert.throws(
      () =>
        guardRoutes(
          Router().all('/known', () => {}),
          guard,
        ),
      /_ALL|one by one/,
    );
  });
});
