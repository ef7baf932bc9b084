// Signing in through a real identity provider that runs in the test.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Provider } from 'oidc-provider';
import { createOpenidProvider } from '../../../server/adapters/oidc/openid-provider.ts';
import { startWebWithAccounts } from '../../builders/accounts.ts';
import type { AccountsWeb } from '../../builders/accounts.ts';
import { openBrowserless } from '../../builders/visitor.ts';

interface Person {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
}

const PEOPLE: Readonly<Record<string, Person>> = {
  eng: { email: 'eng@example.jp', email_verified: true, name: '技術 太郎', groups: ['mail-team'] },
  plain: { email: 'plain@example.jp', email_verified: true, name: 'Plain', groups: [] },
  squatter: { email: 'administrator@example.jp', email_verified: false, name: 'Squatter', groups: [] },
  staff: { email: 'administrator@example.jp', email_verified: true, name: 'Staff', groups: [] },
};

// The public address must be known before the server listens, so a port is taken and given back.
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('signing in through an identity provider', () => {
  let issuer: ReturnType<typeof createServer>;
  let web: AccountsWeb;
  let callback = '';

  before(async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    // Requests come to the server under test with its own origin; the callback only has to be the registered text.
    callback = 'http://127.0.0.1/sign-in/oidc/callback';
    const provider = new Provider(address, {
      clients: [{ client_id: 'mailfit', client_secret: 'a-client-secret', redirect_uris: [callback] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...PEOPLE[sub] }) }),
      features: { devInteractions: { enabled: true } },
      pkce: { required: () => true },
      cookies: { keys: ['test-only'] },
    });
    provider.on('server_error', (_context, error) => console.error(error));
    issuer = createServer((req, res) => void provider.callback()(req, res)).listen(port, '127.0.0.1');
    await once(issuer, 'listening');
    web = await startWebWithAccounts({
      access: {
        publicUrl: 'http://127.0.0.1',
        identityProvider: createOpenidProvider(
          {
            issuer: address,
            clientId: 'mailfit',
            clientSecret: 'a-client-secret',
            label: 'Example ID',
            defaultRole: null,
            roleClaim: 'groups',
            roleOf: [{ value: 'mail-team', role: 'engineer' }],
          },
          callback,
        ),
      },
    });
  });
  after(async () => {
    await web.close();
    issuer.closeAllConnections();
    issuer.close();
  });

  /** Plays the browser at the provider: signs in, consents, and answers where the provider sends it. */
  async function atProvider(href: string, login: string): Promise<URL> {
    const jar = new Map<string, string>();
    const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        jar.set(name, value);
      }
      return answer;
    };
    let next = new URL(href);
    for (let steps = 0; steps < 12; steps += 1) {
      if (next.href.startsWith(callback)) return next;
      const answer = await send(next.href);
      const location = answer.headers.get('location');
      if (location !== null) {
        next = new URL(location, next);
        continue;
      }
      const html = await answer.text();
      const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
      const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? '';
      const body = new URLSearchParams({ prompt, login, password: 'any' });
      const done = await send(new URL(action, next).href, { method: 'POST', body });
      next = new URL(done.headers.get('location') ?? '', next);
    }
    throw new Error('The provider led in circles');
  }

  async function signInAs(login: string) {
    const visitor = openBrowserless(web.origin);
    const begun = await visitor.get('/sign-in/oidc?next=%2Fguide');
    const returned = await atProvider(begun.headers.get('location') ?? '', login);
    return { visitor, returned, answer: await visitor.get(returned.pathname + returned.search) };
  }

  it('offers it on the sign-in page, asks with PKCE, state and nonce, and gives the mapped role', async () => {
    const visitor = openBrowserless(web.origin);
    assert.match(
      await (await visitor.get('/sign-in')).text(),
      /href="\/sign-in\/oidc\?next=%2F">[^<]*Example ID/,
    );
    const asked = new URL((await visitor.get('/sign-in/oidc')).headers.get('location') ?? '').searchParams;
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.ok((asked.get(name) ?? '').length >= 32, name);
    assert.equal(asked.get('code_challenge_method'), 'S256');

    const { answer, visitor: engineer } = await signInAs('eng');

    assert.equal(answer.headers.get('location'), '/guide');
    assert.equal((await engineer.get('/account')).status, 200);
    const account = await web.people.accounts.byEmail('eng@example.jp');
    assert.deepEqual([account?.role, account?.name, account?.passwordHash], ['engineer', '技術 太郎', null]);
  });

  it('turns away whoever has no role here, and says what to do', async () => {
    const { answer } = await signInAs('plain');

    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /no role in this mailfit/);
    assert.equal(await web.people.accounts.byEmail('plain@example.jp'), null);
  });

  it('never hands an account over to an address that the provider has not verified', async () => {
    const { answer } = await signInAs('squatter');

    assert.equal(answer.status, 403);
    assert.equal((await web.people.accounts.byEmail('administrator@example.jp'))?.oidcSubject, null);
  });

  it('links the account of a verified address, and keeps its role where no mapping fits', async () => {
    const { answer } = await signInAs('staff');

    assert.equal(answer.headers.get('location'), '/guide');
    const account = await web.people.accounts.byEmail('administrator@example.jp');
    assert.match(account?.oidcSubject ?? '', / staff$/);
    assert.equal(account?.role, 'administrator');
  });

  it('refuses an answer with a foreign state, a used code, or in a browser that did not ask', async () => {
    const { returned, visitor } = await signInAs('eng');
    const path = returned.pathname + returned.search;
    assert.equal((await openBrowserless(web.origin).get(path)).headers.get('location'), '/sign-in');
    await visitor.get('/sign-in/oidc');
    assert.equal((await visitor.get(path)).status, 502);

    const other = openBrowserless(web.origin);
    const begun = await other.get('/sign-in/oidc');
    const fresh = await atProvider(begun.headers.get('location') ?? '', 'eng');
    fresh.searchParams.set('state', 'x'.repeat(43));
    assert.equal((await other.get(fresh.pathname + fresh.search)).status, 502);
    const [entry] = await web.deps.audit.search({ action: 'signin.failed' }, { limit: 1 });
    assert.match(entry?.detail ?? '', /^oidc /);
  });
});
