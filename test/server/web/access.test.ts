// Who reaches what: every route, tried by every role, by nobody and by the single user of a loopback server.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ROLES, roleMay } from '../../../server/core/access/permissions.ts';
import { ROUTE_ACCESS } from '../../../server/web/security/route-access.ts';
import type { RouteNeed } from '../../../server/web/security/route-access.ts';
import { startWebWithAccounts } from '../../builders/accounts.ts';
import type { AccountsWeb } from '../../builders/accounts.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';

/** Ends the session it is asked with, so it comes last. */
const LAST = 'POST /account/sessions/end-all';
const ROUTES = Object.keys(ROUTE_ACCESS)
  .filter((key) => ROUTE_ACCESS[key] !== 'public')
  .sort((a, b) => Number(a === LAST) - Number(b === LAST));

const needOf = (key: string): RouteNeed => {
  const access = ROUTE_ACCESS[key] ?? 'public';
  return typeof access === 'string' ? access : access[0];
};

/** The route with an identifier of nothing in place of each parameter. */
const addressOf = (key: string) => key.replace(/^\w+ /, '').replaceAll(/:\w+/g, 'no-such-thing');

const ask = (visitor: Visitor, key: string) =>
  key.startsWith('GET') ? visitor.get(addressOf(key)) : visitor.post(addressOf(key), {});

let web: AccountsWeb;
before(async () => {
  web = await startWebWithAccounts();
});
after(() => web.close());

describe('every route', () => {
  for (const role of ROLES) {
    it(`answers ${role === 'administrator' ? 'an' : 'a'} ${role} exactly as the table of permissions says`, async () => {
      const visitor = await web.signedInAs(role);
      const wrong: string[] = [];
      for (const key of ROUTES) {
        const need = needOf(key);
        const { status, headers } = await ask(visitor, key);
        const isSentAway = status === 303 && (headers.get('location') ?? '').startsWith('/sign-in?');
        const isLetIn = status !== 403 && status < 500 && !isSentAway;
        if (need !== 'public' && isLetIn !== roleMay(role, need)) wrong.push(`${key}: ${status}`);
      }

      assert.deepEqual(wrong, []);
    });
  }

  it('leads whoever has not signed in to the sign-in, and changes nothing', async () => {
    const visitor = openBrowserless(web.origin);
    const before = await web.deps.evaluations.list(10);
    const wrong: string[] = [];
    for (const key of ROUTES) {
      await visitor.get('/sign-in');
      const answer = await ask(visitor, key);
      const goal = answer.headers.get('location') ?? '';
      if (answer.status !== 303 || !/^\/sign-in(\?next=|$)/.test(goal))
        wrong.push(`${key}: ${answer.status}`);
    }

    assert.deepEqual(wrong, []);
    assert.deepEqual(await web.deps.evaluations.list(10), before);
  });

  it('says so in the visitor’s language, and writes the refusal down', async () => {
    const visitor = await web.signedInAs('viewer');

    const answer = await visitor.post('/runs', {});

    assert.match(await answer.text(), /Your role does not allow this/);
    const [entry] = await web.deps.audit.search({ action: 'access.refused' }, { limit: 1 });
    assert.deepEqual(
      [entry?.actorLabel, entry?.object, entry?.detail],
      ['viewer@example.jp', '/runs', 'run.start'],
    );
  });

  it('offers a viewer nothing that would be refused', async () => {
    const evaluator = await web.signedInAs('evaluator');
    const viewer = await web.signedInAs('viewer');
    await evaluator.get('/');
    const made = await evaluator.post('/evaluations', { mode: 'quick' });
    const [, base = ''] = /^(\/evaluations\/[\w-]+)/.exec(made.headers.get('location') ?? '') ?? [];
    assert.equal((await viewer.get(`${base}/questions/size`)).headers.get('location'), base);
    for (const path of [
      '/',
      '/guide',
      base,
      ...['weights', 'versions', 'tender', 'tender-rule'].map((part) => `${base}/${part}`),
    ]) {
      const seen = async (visitor: Visitor): Promise<readonly string[]> =>
        [...(await (await visitor.get(path)).text()).matchAll(/method="post" action="([^"]+)"/g)]
          .map(([, action]) => action ?? '')
          .filter((action) => action !== '/sign-out');
      const offered = await seen(viewer);

      assert.ok((await seen(evaluator)).length > 0, path);
      assert.deepEqual(
        offered.filter((action) => !action.endsWith('/exports')),
        [],
        path,
      );
    }
  });

  it('holds a changed role against sessions that are open already', async () => {
    const visitor = await web.signedInAs('engineer', 'demoted@example.jp');
    assert.notEqual((await visitor.post('/runs', {})).status, 403);
    const account = await web.people.accounts.byEmail('demoted@example.jp');

    await web.people.accounts.setRole(account?.id ?? '', 'viewer');

    await visitor.get('/account');
    assert.equal((await visitor.post('/runs', {})).status, 403);
  });

  it('writes down who made, exported and started something, once it has worked', async () => {
    const visitor = await web.signedInAs('engineer');
    await visitor.get('/');
    const made = await visitor.post('/evaluations', { mode: 'quick' });
    const id = /evaluations\/([\w-]+)/.exec(made.headers.get('location') ?? '')?.[1] ?? '';
    await visitor.get(`/evaluations/${id}/report?format=json`);
    await visitor.get(`/evaluations/${id}/report?format=nothing`);

    const entries = await web.deps.audit.search({ object: id, actor: 'engineer' }, { limit: 9 });
    assert.deepEqual(
      entries.map(({ action, address }) => [action, address]),
      [
        ['evaluation.exported', '127.0.0.1'],
        ['evaluation.created', '127.0.0.1'],
      ],
    );
    assert.equal((await web.deps.audit.verify()).kind, 'whole');
  });
});

describe('on loopback without configuration', () => {
  it('there is no sign-in, no account and no administration, and everything else is open', async () => {
    const single = await startWeb();
    const visitor = openBrowserless(single.origin);
    const home = await (await visitor.get('/')).text();
    const found: string[] = [];
    for (const path of [
      '/sign-in',
      '/setup',
      '/account',
      '/admin/accounts',
      '/admin/audit',
      '/forgotten-password',
    ]) {
      if ((await visitor.get(path)).status !== 404) found.push(path);
    }
    const made = await visitor.post('/evaluations', { mode: 'quick' });
    const overview = await (await visitor.get(made.headers.get('location') ?? '')).text();
    await single.close();

    assert.deepEqual(found, []);
    assert.equal(made.status, 303);
    for (const html of [home, overview]) assert.doesNotMatch(html, /sign-out|\/account|\/admin|\/shares/);
  });
});
