import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../../../server/core/access/session-rules.ts';
import { DEFAULT_LIMITS } from '../../../server/web/app.ts';
import { PASSWORD, SETUP_CODE, startWebWithAccounts } from '../../builders/accounts.ts';
import type { AccountsWeb } from '../../builders/accounts.ts';
import { openBrowserless } from '../../builders/visitor.ts';

const MINUTE_MS = 60_000;

let web: AccountsWeb;
before(async () => {
  web = await startWebWithAccounts();
});
after(() => web.close());

const newest = async (count: number) =>
  (await web.deps.audit.search({}, { limit: count })).map(({ action }) => action);

describe('the first start', () => {
  const form = { name: '佐藤 花子', email: 'hanako@example.jp', password: PASSWORD };

  it('leads to the setup, which makes the administrator once and is gone afterwards', async () => {
    const fresh = await startWebWithAccounts({ isFresh: true });
    const visitor = openBrowserless(fresh.origin);

    assert.equal((await visitor.get('/sign-in')).headers.get('location'), '/setup');
    await visitor.get('/setup');
    const wrongCode = await visitor.post('/setup', { ...form, code: 'AAAAA-BBBBB' });
    assert.equal(wrongCode.status, 422);
    assert.match(await wrongCode.text(), /This is not the setup code/);
    assert.equal(await fresh.people.accounts.isSetupComplete(), false);

    const done = await visitor.post('/setup', { ...form, code: ` ${SETUP_CODE.toLowerCase()} ` });
    assert.equal(done.headers.get('location'), '/');
    assert.equal((await visitor.get('/admin/accounts')).status, 200);
    assert.equal((await visitor.get('/setup')).status, 404);
    assert.equal((await visitor.post('/setup', { ...form, code: SETUP_CODE })).status, 404);
    await fresh.close();
  });

  it('keeps what was typed and says beside the field what is wrong', async () => {
    const fresh = await startWebWithAccounts({ isFresh: true });
    const visitor = openBrowserless(fresh.origin, 'ja');
    await visitor.get('/setup');

    const answer = await visitor.post('/setup', { ...form, code: SETUP_CODE, password: 'password1234' });
    const html = await answer.text();
    await fresh.close();

    assert.equal(answer.status, 422);
    assert.match(html, /推測されやすい/);
    assert.match(html, /value="佐藤 花子"/);
    assert.doesNotMatch(html, /password1234/);
  });
});

describe('signing in', () => {
  it('shows nothing before it, and leads to the page that was asked for afterwards', async () => {
    await web.addAccount('viewer');
    const visitor = openBrowserless(web.origin);

    const turnedAway = await visitor.get('/options?text=a');
    assert.equal(turnedAway.headers.get('location'), '/sign-in?next=%2Foptions%3Ftext%3Da');
    await visitor.get('/sign-in?next=%2Foptions%3Ftext%3Da');
    const credentials = { email: 'VIEWER@example.jp', password: PASSWORD, next: '/options?text=a' };
    const signedIn = await visitor.post('/sign-in', credentials);

    assert.equal(signedIn.headers.get('location'), '/options?text=a');
    assert.match(signedIn.headers.getSetCookie().join(), /mailfit_session=[^;]+;.*HttpOnly; SameSite=Lax/);
    assert.equal((await visitor.get('/options')).status, 200);
    assert.deepEqual(await newest(1), ['signin.succeeded']);
  });

  it('never leads to another site afterwards', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      const visitor = openBrowserless(web.origin);
      const html = await (await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`)).text();

      assert.match(html, /name="next" value="\/"/, next);
    }
  });

  it('answers the same for a wrong password, an unknown address, a disabled account and one without a password', async () => {
    const disabled = await web.addAccount('viewer', 'gone@example.jp');
    await web.people.accounts.setDisabled(disabled.id, true);
    await web.people.accounts.create({
      email: 'sso@example.jp',
      name: 'S',
      role: 'viewer',
      passwordHash: null,
      oidcSubject: 'https://id.example 1',
    });
    await web.addAccount('engineer');
    const bodies = [];
    for (const email of ['engineer@example.jp', 'nobody@example.jp', 'gone@example.jp', 'sso@example.jp']) {
      const visitor = openBrowserless(web.origin);
      await visitor.get('/sign-in');
      const password = email.startsWith('gone') ? PASSWORD : 'wrong password here';
      const answer = await visitor.post('/sign-in', { email, password });
      assert.equal(answer.status, 401);
      const html = await answer.text();
      bodies.push(html.replaceAll(email, '').replace(/name="_token" value="[^"]+"/g, ''));
    }

    assert.equal(new Set(bodies).size, 1);
    assert.deepEqual(await newest(1), ['signin.failed']);
  });

  it('costs as much time for an unknown address as for a known one', async () => {
    const timeOf = async (email: string): Promise<number> => {
      const account = await web.people.accounts.byEmail(email);
      const startedAt = process.cpuUsage();
      for (let i = 0; i < 5; i += 1) await web.people.passwords.verify('x', account?.passwordHash ?? null);
      const { user, system } = process.cpuUsage(startedAt);
      return user + system;
    };
    await timeOf('nobody@example.jp');

    const ratio = (await timeOf('nobody@example.jp')) / (await timeOf('engineer@example.jp'));

    assert.ok(ratio > 0.5 && ratio < 2, `ratio ${ratio}`);
  });

  it('gives a new session each time and ends the one this browser had', async () => {
    const visitor = await web.signedInAs('evaluator');
    const old = visitor.cookies();
    await visitor.get('/account');

    await visitor.post('/sign-in', { email: 'evaluator@example.jp', password: PASSWORD });

    assert.notEqual(visitor.cookies(), old);
    const borrowed = await fetch(`${web.origin}/`, { headers: { cookie: old }, redirect: 'manual' });
    assert.equal(borrowed.status, 303);
  });

  it('does not take a forged cookie for a session', async () => {
    for (const session of ['x', '', 'null', 'a.b.c', `'; drop table session; --`]) {
      const headers = { cookie: `mailfit_session=${encodeURIComponent(session)}` };
      assert.equal((await fetch(`${web.origin}/`, { headers, redirect: 'manual' })).status, 303, session);
    }
  });

  it('lets nobody guess on and on, neither from one address nor at one account', async () => {
    const strict = await startWebWithAccounts({
      web: { limits: { ...DEFAULT_LIMITS, signInsPerQuarterHour: 4 } },
    });
    const visitor = openBrowserless(strict.origin);
    await visitor.get('/sign-in');

    const statuses = [];
    for (let i = 0; i < 5; i += 1) {
      statuses.push((await visitor.post('/sign-in', { email: `a${i}@example.jp`, password: 'x' })).status);
    }
    await strict.close();

    assert.deepEqual(statuses, [401, 401, 401, 401, 429]);
  });

  it('lets many addresses together guess no further at one account, and leaves the other accounts alone', async () => {
    const strict = await startWebWithAccounts({
      web: {
        proxy: { trusted: ['loopback'], hasTls: false },
        limits: { ...DEFAULT_LIMITS, signInsPerQuarterHour: 2 },
      },
    });
    await strict.addAccount('viewer');
    const visitor = openBrowserless(strict.origin);
    await visitor.get('/sign-in');
    let address = 0;
    const tryFromElsewhere = async (email: string, password: string): Promise<number> => {
      address += 1;
      const { status } = await fetch(`${strict.origin}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: visitor.cookies(), 'x-forwarded-for': `203.0.113.${address}` },
        body: new URLSearchParams({ _token: visitor.token(), email, password }),
      });
      return status;
    };

    const statuses: number[] = [];
    for (const email of ['viewer@example.jp', 'VIEWER@example.jp', 'ｖｉｅｗｅｒ@example.jp']) {
      statuses.push(await tryFromElsewhere(email, 'x'), await tryFromElsewhere(email, 'y'));
    }
    const seventh = await tryFromElsewhere('viewer@example.jp', PASSWORD);
    const another = await tryFromElsewhere('administrator@example.jp', PASSWORD);
    await strict.close();

    assert.deepEqual(
      statuses,
      Array.from({ length: 6 }, () => 401),
    );
    assert.equal(seventh, 429);
    assert.equal(another, 303);
  });
});

describe('a session', () => {
  it('ends at sign-out, and its cookie is worth nothing afterwards', async () => {
    const visitor = await web.signedInAs('viewer');
    const cookie = visitor.cookies();

    await visitor.post('/sign-out', {});

    assert.equal((await visitor.get('/options')).status, 303);
    assert.equal((await fetch(`${web.origin}/`, { headers: { cookie }, redirect: 'manual' })).status, 303);
    assert.deepEqual(await newest(1), ['signout']);
  });

  it('is listed with its device, can be ended from another one, and never by somebody else', async () => {
    const here = await web.signedInAs('engineer');
    const there = await web.signedInAs('engineer');
    const stranger = await web.signedInAs('viewer');
    const html = await (await here.get('/account')).text();
    const ids = [...html.matchAll(/\/account\/sessions\/([\w-]{20,})\/end/g)].map(([, id]) => id);
    const account = await web.people.accounts.byEmail('engineer@example.jp');
    const sessions = await web.people.sessions.listOf(account?.id ?? '');
    assert.deepEqual(
      ids,
      sessions.map(({ id }) => id),
    );

    for (const id of ids) assert.equal((await stranger.post(`/account/sessions/${id}/end`, {})).status, 404);
    for (const id of ids) {
      if (id !== currentOf(html)) await here.post(`/account/sessions/${id}/end`, {});
    }

    assert.equal((await here.get('/account')).status, 200);
    assert.equal((await there.get('/account')).status, 303);
    assert.equal((await stranger.get('/account')).status, 200);
  });

  it('ends everywhere at once when its owner asks for it', async () => {
    const here = await web.signedInAs('evaluator');
    const there = await web.signedInAs('evaluator');

    await here.post('/account/sessions/end-all', {});

    assert.equal((await here.get('/options')).status, 303);
    assert.equal((await there.get('/options')).status, 303);
  });

  it('ends after a time without use, and after a week even when it is used', async () => {
    const moving = await startWebWithAccounts();
    const idle = await moving.signedInAs('viewer');
    const busy = await moving.signedInAs('viewer');

    for (let pastMs = 0; pastMs + SESSION_IDLE_MS / 2 < SESSION_LIFE_MS; pastMs += SESSION_IDLE_MS / 2) {
      assert.equal((await busy.get('/guide')).status, 200);
      moving.later(SESSION_IDLE_MS / 2);
    }
    assert.equal((await idle.get('/guide')).status, 303);
    assert.equal((await busy.get('/guide')).status, 200);
    moving.later(SESSION_IDLE_MS / 2 + MINUTE_MS);
    assert.equal((await busy.get('/guide')).status, 303);
    await moving.close();
  });

  it('does not lend its form token to another session', async () => {
    const victim = await web.signedInAs('viewer');
    const attacker = openBrowserless(web.origin);
    await attacker.get('/sign-in');
    const planted = attacker.cookies().match(/mailfit_form=[^;]+/)?.[0] ?? '';
    const session = victim.cookies().match(/mailfit_session=[^;]+/)?.[0] ?? '';

    const answer = await fetch(`${web.origin}/account/sessions/end-all`, {
      method: 'POST',
      headers: { cookie: `${planted}; ${session}` },
      body: new URLSearchParams({ _token: attacker.token() }),
      redirect: 'manual',
    });

    assert.equal(answer.status, 403);
  });
});

function currentOf(html: string): string | undefined {
  const row = html.split('<tr>').find((part) => part.includes('this one'));
  return /\/account\/sessions\/([\w-]+)\/end/.exec(row ?? '')?.[1];
}

describe('behind a TLS proxy', () => {
  it('believes the configured proxy only, marks cookies secure and answers to the public name', async () => {
    const secure = await startWebWithAccounts({
      access: { publicUrl: 'https://mailfit.example.jp' },
      web: { proxy: { trusted: ['loopback'], hasTls: true } },
    });
    const cookies = (await fetch(`${secure.origin}/sign-in`)).headers.getSetCookie().join('\n');
    await secure.close();

    assert.match(cookies, /^__Host-mailfit_form=.*Path=\/;.*HttpOnly; Secure; SameSite=Lax/);
    assert.doesNotMatch(cookies, /Domain=/);
  });

  it('writes down the visitor’s address when the proxy is trusted, else the one it sees', async () => {
    for (const [trusted, expected] of [
      [['loopback'], '203.0.113.7'],
      [[], '127.0.0.1'],
    ] as const) {
      const proxied = await startWebWithAccounts({ web: { proxy: { trusted, hasTls: false } } });
      const visitor = openBrowserless(proxied.origin);
      await visitor.get('/sign-in');
      await fetch(`${proxied.origin}/sign-in`, {
        method: 'POST',
        headers: { cookie: visitor.cookies(), 'x-forwarded-for': '203.0.113.7' },
        body: new URLSearchParams({ _token: visitor.token(), email: 'a@example.jp', password: 'x' }),
      });
      const [entry] = await proxied.deps.audit.search({ action: 'signin.failed' }, { limit: 1 });
      await proxied.close();

      assert.equal(entry?.address, expected);
    }
  });
});
