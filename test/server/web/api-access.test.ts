// Who reaches what over the API: every operation, tried with a token of every role, and the life of a token.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ROLES, roleMay } from '../../../server/core/access/permissions.ts';
import { OPERATIONS } from '../../../server/web/api/operations/index.ts';
import type { Operation } from '../../../server/web/api/operation.ts';
import type { RouteNeed } from '../../../server/web/security/route-access.ts';
import { startWebWithAccounts } from '../../builders/accounts.ts';
import type { AccountsWeb } from '../../builders/accounts.ts';
import { openApi } from '../../builders/api-client.ts';
import type { Visitor } from '../../builders/visitor.ts';

let web: AccountsWeb;
before(async () => {
  web = await startWebWithAccounts();
});
after(() => web.close());

async function makeToken(visitor: Visitor): Promise<string> {
  await visitor.get('/account/tokens');
  const html = await (await visitor.post('/account/tokens', { name: 'CI', days: '90' })).text();
  return /id="made-token"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '';
}

const needOf = ({ access }: Operation): RouteNeed => (typeof access === 'string' ? access : access[0]);

/** The operation on nothing: it is refused for who asks, or it fails for what is asked. */
const tryOperation = (token: string, { method, path, body }: Operation) =>
  openApi(web.origin, token).raw(
    method.toUpperCase(),
    path.replaceAll(/\{\w+\}/g, 'no-such-thing'),
    body === undefined ? undefined : '{"nothing": true}',
    { 'content-type': 'application/json' },
  );

describe('a token', () => {
  for (const role of ROLES) {
    it(`of ${role === 'viewer' ? 'a viewer' : `an ${role}`} opens exactly what the role may do`, async () => {
      const token = await makeToken(await web.signedInAs(role));
      const wrong: string[] = [];
      for (const operation of OPERATIONS.filter(({ answered }) => answered.content !== 'stream')) {
        const { status } = await tryOperation(token, operation);
        const need = needOf(operation);
        const isAllowed = need === 'public' || roleMay(role, need);
        if ((status !== 403 && status !== 401) !== isAllowed) wrong.push(`${operation.id}: ${status}`);
        if (status >= 500) wrong.push(`${operation.id}: ${status}`);
      }

      assert.deepEqual(wrong, []);
    });
  }

  it('is shown once, named with its last use, and stops working when it is revoked', async () => {
    const visitor = await web.signedInAs('engineer');
    const token = await makeToken(visitor);
    assert.equal((await openApi(web.origin, token).get('/account')).body.role, 'engineer');

    const html = await (await visitor.get('/account/tokens')).text();
    assert.doesNotMatch(html, new RegExp(token));
    const id = /action="\/account\/tokens\/([^/"]+)\/revoke"/.exec(html)?.[1] ?? '';
    const stranger = await web.signedInAs('viewer');
    await stranger.get('/account');
    assert.equal((await stranger.post(`/account/tokens/${id}/revoke`, {})).status, 404);
    await visitor.post(`/account/tokens/${id}/revoke`, {});

    assert.equal((await openApi(web.origin, token).get('/account')).status, 401);
  });

  it('opens no page and cannot make further tokens', async () => {
    const token = await makeToken(await web.signedInAs('administrator'));

    const page = await fetch(`${web.origin}/account/tokens`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
    });

    assert.equal(page.status, 303);
    assert.match(page.headers.get('location') ?? '', /^\/sign-in/);
  });

  it('needs to say what it is for, and keeps what was typed', async () => {
    const visitor = await web.signedInAs('engineer');
    await visitor.get('/account/tokens');

    const refused = await visitor.post('/account/tokens', { name: ' ', days: '365' });

    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /value="365" checked/);
  });

  it('that was made up, cut short or belongs to a disabled account opens nothing', async () => {
    const token = await makeToken(await web.signedInAs('viewer'));
    for (const wrong of ['mailfit_', 'mailfit_x', token.slice(0, -1), `${token}x`, 'x'.repeat(5_000)]) {
      assert.equal((await openApi(web.origin, wrong).get('/options')).status, 401, wrong.slice(0, 20));
    }
  });
});

describe('people over the API', () => {
  it('are listed, invited, given a role and written into the audit log', async () => {
    const admin = openApi(web.origin, await makeToken(await web.signedInAs('administrator')));

    const invited = await admin.post('/invitations', { email: 'new@example.jp', role: 'viewer' });
    const { body: all } = await admin.get('/accounts');
    const viewer = all.accounts.find(({ role }: { role: string }) => role === 'viewer');
    const changed = await admin.patch(`/accounts/${viewer.id}`, { role: 'evaluator' });
    const { body: log } = await admin.get('/audit?limit=5');

    assert.match(invited.body.link, /\/invitations\/\S{20,}$/);
    assert.equal(changed.body.role, 'evaluator');
    assert.ok(log.entries.some(({ action }: { action: string }) => action === 'account.role-changed'));
    assert.equal(JSON.stringify(all).includes('passwordHash'), false);
  });

  it('share an evaluation by a link that can be revoked', async () => {
    const client = openApi(web.origin, await makeToken(await web.signedInAs('evaluator')));
    const { body: evaluation } = await client.post('/evaluations', { title: 'x' });
    const path = `/evaluations/${evaluation.id}/shares`;

    const { body: made } = await client.post(path, { label: '監査法人', days: 30 });
    assert.equal((await fetch(made.link.replace(/^https?:\/\/[^/]+/, web.origin))).status, 200);
    await client.delete(`${path}/${made.share.id}`);

    const { body: list } = await client.get(path);
    assert.notEqual(list.shares[0].revokedAt, null);
  });
});

describe('a frozen evaluation over the API', () => {
  it('refuses answers, is read, compared and computed again, and opens for a stated reason', async () => {
    const client = openApi(web.origin, await makeToken(await web.signedInAs('evaluator')));
    const { body: evaluation } = await client.post('/evaluations', {
      title: 'x',
      answers: { employees: 40 },
    });
    const path = `/evaluations/${evaluation.id}`;

    const frozen = await client.post(`${path}/versions`, { reason: '開札前' });
    const refused = await client.patch(`${path}/answers`, { answers: { employees: 50 } });
    const again = await client.post(`${path}/versions/1/recompute`, undefined);
    await client.post(`${path}/reopen`, { reason: '要件の訂正' });
    await client.patch(`${path}/answers`, { answers: { employees: 5_000 } });
    const changes = await client.get(`${path}/versions/1/changes`);

    assert.equal(frozen.status, 201);
    assert.equal(refused.status, 409);
    assert.equal(again.body.isSame, true);
    assert.match(JSON.stringify(changes.body), /employees/);
    assert.equal((await client.get(`${path}/versions/9`)).status, 404);
  });
});
