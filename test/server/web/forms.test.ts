import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowserless } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

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

  it('carry another token in every page, and every one of them is good', async () => {
    const visitor = openBrowserless(open.origin);
    const tokens = new Set<string>();
    for (let page = 0; page < 3; page += 1) {
      await visitor.get('/');
      tokens.add(visitor.token());
    }

    assert.equal(tokens.size, 3);
    for (const token of tokens) {
      assert.equal((await post({ cookie: visitor.cookies() }, `_token=${token}`)).status, 303);
    }
    const [first = '', second = ''] = [...tokens];
    const mixed = `${first.split('.')[0]}.${second.split('.')[1]}`;
    assert.equal((await post({ cookie: visitor.cookies() }, `_token=${mixed}`)).status, 403);
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
