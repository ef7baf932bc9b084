import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../../server/web/app.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

const adminSecret = 'correct horse battery staple';

let web: WebUnderTest;
before(async () => {
  web = await startWeb({
    access: { kind: 'secret', adminSecret },
    limits: { ...DEFAULT_LIMITS, signInsPerQuarterHour: 4 },
  });
});
after(() => web.close());

describe('a server that other machines can reach', () => {
  it('shows nothing before signing in, and leads to the page that was asked for afterwards', async () => {
    const visitor = openBrowserless(web.origin);

    const turnedAway = await visitor.get('/options?text=a');
    assert.equal(turnedAway.status, 303);
    assert.equal(turnedAway.headers.get('location'), '/sign-in?next=%2Foptions%3Ftext%3Da');

    await visitor.get('/sign-in?next=%2Foptions%3Ftext%3Da');
    const signedIn = await visitor.post('/sign-in', { secret: adminSecret, next: '/options?text=a' });
    assert.equal(signedIn.headers.get('location'), '/options?text=a');
    assert.equal((await visitor.get('/options')).status, 200);

    await visitor.post('/sign-out', {});
    assert.equal((await visitor.get('/options')).status, 303);
  });

  it('refuses a wrong secret beside the field', async () => {
    const visitor = openBrowserless(web.origin);
    await visitor.get('/sign-in');

    const refused = await visitor.post('/sign-in', { secret: 'wrong' });

    assert.equal(refused.status, 401);
    assert.match(await refused.text(), /aria-invalid="true"/);
    assert.equal((await visitor.get('/')).status, 303);
  });

  it('never leads to another site after signing in', async () => {
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

  it('does not take a forged or borrowed cookie for a sign-in', async () => {
    const future = Date.now() + 1e9;
    for (const session of [`${future}.x.y`, `${future}`, '', `${future}..`, 'NaN.x.y']) {
      const response = await fetch(`${web.origin}/`, {
        headers: { cookie: `mailfit_session=${session}` },
        redirect: 'manual',
      });
      assert.equal(response.status, 303, session);
    }
  });

  it('ends every session when the secret is changed or the session is too old', async () => {
    const visitor = openBrowserless(web.origin);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { secret: adminSecret });
    const other = await startWeb({ access: { kind: 'secret', adminSecret: 'another secret, just as long' } });
    const later = await startWeb({
      access: { kind: 'secret', adminSecret },
      clock: { now: () => new Date(Date.now() + 13 * 3_600_000) },
    });

    assert.equal((await visitor.get('/')).status, 200);
    assert.equal((await visitor.at(other.origin).get('/')).status, 303);
    assert.equal((await visitor.at(later.origin).get('/')).status, 303);
    await other.close();
    await later.close();
  });

  it('lets nobody guess on and on', async () => {
    const visitor = openBrowserless(web.origin);
    await visitor.get('/sign-in');

    const statuses = [];
    for (let i = 0; i < 5; i += 1)
      statuses.push((await visitor.post('/sign-in', { secret: `guess ${i}` })).status);

    assert.equal(statuses.at(-1), 429);
  });
});

describe('forms', () => {
  let open: WebUnderTest;
  before(async () => {
    open = await startWeb();
  });
  after(() => open.close());

  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${open.origin}/evaluations`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
      redirect: 'manual',
    });

  it('are refused without the token, with a foreign token, and with a token but no cookie', async () => {
    const visitor = openBrowserless(open.origin);
    await visitor.get('/');
    const stranger = openBrowserless(open.origin);
    await stranger.get('/');

    assert.equal((await post({ cookie: visitor.cookies() }, '')).status, 403);
    assert.equal((await post({ cookie: visitor.cookies() }, `_token=${stranger.token()}`)).status, 403);
    assert.equal((await post({}, `_token=${visitor.token()}`)).status, 403);
    assert.equal(
      (await post({ cookie: visitor.cookies() }, `_token=x&_token=${visitor.token()}`)).status,
      403,
    );
  });

  it('are refused when another site sent them, even with everything right', async () => {
    const visitor = openBrowserless(open.origin);
    await visitor.get('/');
    const body = `_token=${visitor.token()}`;
    const cookie = visitor.cookies();

    assert.equal((await post({ cookie, origin: 'http://127.0.0.1:1' }, body)).status, 403);
    assert.equal((await post({ cookie, origin: 'null' }, body)).status, 403);
    assert.equal((await post({ cookie, 'sec-fetch-site': 'same-site' }, body)).status, 403);
    assert.notEqual((await post({ cookie, origin: open.origin }, body)).status, 403);
  });

  it('are refused when they are too large, with an explanation', async () => {
    const response = await post({ 'accept-language': 'en' }, `title=${'x'.repeat(200_000)}`);

    assert.equal(response.status, 413);
    assert.match(await response.text(), /too much at once/);
  });
});
