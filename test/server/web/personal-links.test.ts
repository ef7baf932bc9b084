import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { INVITATION_LIFE_MS, RESET_LINK_LIFE_MS } from '../../../server/core/access/session-rules.ts';
import { PASSWORD, startWebWithAccounts } from '../../builders/accounts.ts';
import type { AccountsWeb } from '../../builders/accounts.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import type { Visitor } from '../../builders/visitor.ts';

const DAY_MS = 86_400_000;

let web: AccountsWeb;
let admin: Visitor;
before(async () => {
  web = await startWebWithAccounts({ hasMailer: true, access: { publicUrl: 'http://mailfit.example.jp' } });
  admin = await web.signedInAs('administrator');
});
after(() => web.close());

const linkIn = (html: string) => new URL(/id="made-link"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '').pathname;

async function invite(email: string, role = 'engineer'): Promise<string> {
  await admin.get('/admin/accounts');
  return linkIn(await (await admin.post('/admin/invitations', { email, role })).text());
}

describe('an invitation', () => {
  it('makes one account with the invited address and role, once, and is mailed where that is possible', async () => {
    const path = await invite('ichiro@example.jp');
    const guest = openBrowserless(web.origin);
    await guest.get(path);

    const joined = await guest.post(path, { name: '一郎', password: PASSWORD, role: 'administrator' });

    assert.equal(joined.headers.get('location'), '/');
    const account = await web.people.accounts.byEmail('ichiro@example.jp');
    assert.deepEqual([account?.name, account?.role], ['一郎', 'engineer']);
    assert.equal((await guest.get('/admin/accounts')).status, 403);
    const second = openBrowserless(web.origin);
    assert.equal((await second.get(path)).status, 410);
    const mail = web.mails.at(-1);
    assert.equal(mail?.to, 'ichiro@example.jp');
    assert.ok(mail.text.includes(`http://mailfit.example.jp${path}`));
  });

  it('stops working when it is too old, revoked or replaced', async () => {
    const replaced = await invite('jiro@example.jp');
    const current = await invite('jiro@example.jp');
    const visitor = openBrowserless(web.origin);
    assert.equal((await visitor.get(replaced)).status, 410);
    assert.equal((await visitor.get(current)).status, 200);

    const html = await (await admin.get('/admin/accounts')).text();
    const revoke = /\/admin\/invitations\/[\w-]+\/revoke/.exec(html)?.[0] ?? '';
    await admin.post(revoke, {});
    assert.equal((await visitor.get(current)).status, 410);

    const old = await startWebWithAccounts();
    const oldAdmin = await old.signedInAs('administrator');
    await oldAdmin.get('/admin/accounts');
    const made = await oldAdmin.post('/admin/invitations', { email: 'saburo@example.jp', role: 'viewer' });
    const path = linkIn(await made.text());
    old.later(INVITATION_LIFE_MS + 1_000);
    assert.equal((await openBrowserless(old.origin).get(path)).status, 410);
    await old.close();
  });

  it('refuses an address that has an account, and keeps what was typed', async () => {
    await admin.get('/admin/accounts');
    const answer = await admin.post('/admin/invitations', {
      email: 'administrator@example.jp',
      role: 'viewer',
    });

    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /has an account already[^]*value="administrator@example.jp"/);
  });
});

describe('a forgotten password', () => {
  it('answers the same whether or not the address has an account, and mails only where it has', async () => {
    await web.addAccount('viewer', 'known@example.jp');
    const before = web.mails.length;
    const texts = [];
    for (const email of ['known@example.jp', 'unknown@example.jp']) {
      const visitor = openBrowserless(web.origin);
      await visitor.get('/forgotten-password');
      const html = await (await visitor.post('/forgotten-password', { email })).text();
      texts.push(html.replaceAll(/value="[^"]+"/g, ''));
    }
    while (web.mails.length === before) await new Promise((resolve) => setTimeout(resolve, 5));

    assert.equal(texts[0], texts[1]);
    assert.deepEqual(
      web.mails.slice(before).map(({ to }) => to),
      ['known@example.jp'],
    );
  });

  it('is replaced through the link once, within the hour, and ends every session of the account', async () => {
    const elsewhere = await web.signedInAs('viewer', 'reset@example.jp');
    const account = await web.people.accounts.byEmail('reset@example.jp');
    await admin.get('/admin/accounts');
    const made = await admin.post(`/admin/accounts/${account?.id}/reset-link`, {});
    const path = linkIn(await made.text());
    const visitor = openBrowserless(web.origin);
    await visitor.get(path);
    assert.equal((await visitor.post(path, { password: 'short' })).status, 422);

    const done = await visitor.post(path, { password: 'a wholly new sentence 7' });

    assert.equal(done.headers.get('location'), '/');
    assert.equal((await elsewhere.get('/options')).status, 303);
    assert.equal((await openBrowserless(web.origin).get(path)).status, 410);
    const stored = (await web.people.accounts.get(account?.id ?? ''))?.passwordHash ?? null;
    assert.equal(await web.people.passwords.verify('a wholly new sentence 7', stored), true);
    assert.equal(await web.people.passwords.verify(PASSWORD, stored), false);
  });

  it('cannot be replaced after the hour', async () => {
    const slow = await startWebWithAccounts();
    const slowAdmin = await slow.signedInAs('administrator');
    const account = await slow.addAccount('viewer');
    await slowAdmin.get('/admin/accounts');
    const made = await slowAdmin.post(`/admin/accounts/${account.id}/reset-link`, {});
    const path = linkIn(await made.text());
    slow.later(RESET_LINK_LIFE_MS + 1_000);
    assert.equal((await openBrowserless(slow.origin).get(path)).status, 410);
    await slow.close();
  });
});

describe('changing one’s password', () => {
  it('needs the current one, and ends every other session', async () => {
    const here = await web.signedInAs('viewer', 'change@example.jp');
    const there = await web.signedInAs('viewer', 'change@example.jp');
    const password = 'three quiet mountains 9';
    assert.equal((await here.post('/account/password', { current: 'wrong', password })).status, 422);
    await here.get('/account');

    const done = await here.post('/account/password', { current: PASSWORD, password });

    assert.equal(done.headers.get('location'), '/account?changed=1');
    assert.equal((await here.get('/account')).status, 200);
    assert.equal((await there.get('/account')).status, 303);
  });
});

describe('administrators', () => {
  it('cannot leave the server without one', async () => {
    const only = await web.people.accounts.byEmail('administrator@example.jp');
    await admin.get('/admin/accounts');

    const answer = await admin.post(`/admin/accounts/${only?.id}/role`, { role: 'viewer' });

    assert.equal(answer.headers.get('location'), '/admin/accounts?notice=lastAdministrator');
    assert.equal((await admin.get('/admin/accounts')).status, 200);
  });

  it('end somebody’s access at once by disabling the account', async () => {
    const visitor = await web.signedInAs('engineer', 'leaver@example.jp');
    const account = await web.people.accounts.byEmail('leaver@example.jp');
    await admin.get('/admin/accounts');

    await admin.post(`/admin/accounts/${account?.id}/state`, { state: 'disabled' });

    assert.equal((await visitor.get('/options')).status, 303);
  });
});

describe('a share link', () => {
  async function shared(): Promise<{
    path: string;
    id: string;
    other: string;
    owner: Visitor;
    html: string;
  }> {
    const owner = await web.signedInAs('evaluator');
    await owner.get('/');
    const idOf = (answer: Response) =>
      /evaluations\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
    const id = idOf(await owner.post('/evaluations', { mode: 'quick' }));
    const other = idOf(await owner.post('/evaluations', { mode: 'quick' }));
    await owner.get(`/evaluations/${id}/shares`);
    const html = await (await owner.post(`/evaluations/${id}/shares`, { label: '監査', days: '7' })).text();
    return { path: linkIn(html), id, other, owner, html };
  }

  it('shows the result and hands out reports, and leads nowhere else', async () => {
    const { path, id, other } = await shared();
    const reader = openBrowserless(web.origin);

    const page = await reader.get(path);
    const html = await page.text();
    assert.equal(page.status, 200);
    assert.doesNotMatch(html, /<form|\/evaluations\/|href="\/(options|benchmark|admin|account)/);
    assert.equal(html.includes(id), false);
    const report = await reader.get(`${path}/report?format=json`);
    assert.equal(report.status, 200);
    for (const evaluation of [id, other]) {
      assert.equal((await reader.get(`/evaluations/${evaluation}`)).status, 303);
      assert.equal((await reader.get(`/evaluations/${evaluation}/result`)).status, 303);
      await reader.get('/sign-in');
      assert.equal((await reader.post(`/evaluations/${evaluation}/name`, { title: 'x' })).status, 303);
    }
    assert.equal((await reader.get(`${path}x`)).status, 410);
  });

  it('shows the declared tender rule and who is first by it, and lets nobody change it', async () => {
    const { path, id } = await shared();
    const statement = { rule: 'relative-lowest-price', technicalPoints: 60, pricePoints: 40 };
    await web.deps.tenders.change(id, { statement, basedOn: 0 }, null);
    const reader = openBrowserless(web.origin, 'ja');

    const html = await (await reader.get(path)).text();

    assert.match(html, /<h2 id="tender">[^]*宣言した方式では[^]*価格点＝40×最低価格÷価格/);
    assert.match(html, /入札者が増えるだけで/);
    assert.doesNotMatch(html, /<form/);
    await reader.get('/sign-in');
    const refused = await reader.post(`/evaluations/${id}/tender-rule`, { rule: 'additive', revision: '1' });
    assert.equal(refused.status, 303);
    assert.match(refused.headers.get('location') ?? '', /^\/sign-in/);
    assert.deepEqual((await web.deps.tenders.get(id))?.statement, statement);
  });

  it('is listed with its use, and stops when it is revoked or too old', async () => {
    const { path, id, owner } = await shared();
    await openBrowserless(web.origin).get(path);
    const list = await (await owner.get(`/evaluations/${id}/shares`)).text();
    assert.match(list, /監査[^]*1× \(/);
    assert.equal(list.includes(path), false);

    const revoke = new RegExp(`/evaluations/${id}/shares/[\\w-]+/revoke`).exec(list)?.[0] ?? '';
    await owner.post(revoke, {});

    assert.equal((await openBrowserless(web.origin).get(path)).status, 410);
    const next = await shared();
    web.later(8 * DAY_MS);
    assert.equal((await openBrowserless(web.origin).get(next.path)).status, 410);
    web.later(-8 * DAY_MS);
  });
});

describe('the audit log’s page', () => {
  it('filters, exports harmless CSV and checks the chain', async () => {
    const visitor = openBrowserless(web.origin);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { email: '=HYPERLINK("x")@example.jp', password: 'x' });

    const filtered = await (await admin.get('/admin/audit?action=signin.failed')).text();
    assert.match(filtered, /HYPERLINK/);
    assert.doesNotMatch(filtered, /class="tag">signed in/);
    const csv = await (await admin.get('/admin/audit.csv?action=signin.failed')).text();
    assert.match(csv, /"'=HYPERLINK\(""x""\)@example\.jp"/);
    assert.match(await (await admin.post('/admin/audit/verify', {})).text(), /The chain is whole/);
  });
});
