import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../../server/web/app.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const get = (path: string, headers: Record<string, string> = {}, origin = web.origin) =>
  fetch(origin + path, { headers, redirect: 'manual' });

/** Every response has a form token of its own. */
const withoutToken = (html: string): string => html.replaceAll(/(?<=name="_token" value=")[^"]+/g, '');

describe('language', () => {
  it('is the one the browser prefers', async () => {
    const japanese = await get('/', { 'accept-language': 'ja-JP,ja;q=0.9,en;q=0.5' });

    assert.equal(japanese.headers.get('content-language'), 'ja');
    assert.match(await japanese.text(), /<html lang="ja">/);
  });

  it('is English for a browser that speaks neither', async () => {
    assert.match(await (await get('/', { 'accept-language': 'fr' })).text(), /<html lang="en">/);
  });

  it('can be switched, and the switch is remembered', async () => {
    const switched = await get('/?lang=ja', { 'accept-language': 'en' });
    const cookie = /mailfit_lang=ja/.exec(switched.headers.get('set-cookie') ?? '')?.[0] ?? '';

    assert.match(await switched.text(), /<html lang="ja">/);
    assert.match(await (await get('/', { 'accept-language': 'en', cookie })).text(), /<html lang="ja">/);
  });

  it('keeps the rest of the address in the links to the other language', async () => {
    const html = await (await get('/options?text=mail&deployment=cloud', { 'accept-language': 'en' })).text();

    assert.match(html, /href="\/options\?text=mail&amp;deployment=cloud&amp;lang=ja"/);
  });
});

describe('headers', () => {
  it('allow nothing inline and nothing from elsewhere', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';

    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.match(policy, /style-src 'self'(;|$)/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|https?:|data:/);
  });

  it('keep pages out of caches and say nothing about the software', async () => {
    const { headers } = await get('/');

    assert.equal(headers.get('cache-control'), 'private, no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
    assert.equal(headers.get('x-powered-by'), null);
  });

  it('let pages travel compressed to whoever can unpack them, and plain to others', async () => {
    const packed = await get('/guide', { 'accept-encoding': 'gzip' });
    const plain = await get('/guide', { 'accept-encoding': 'identity' });

    assert.equal(packed.headers.get('content-encoding'), 'gzip');
    assert.match(packed.headers.get('vary') ?? '', /Accept-Encoding/);
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(withoutToken(await packed.text()), withoutToken(await plain.text()));
  });

  it('let assets be kept for ever under a name that changes with their content', async () => {
    const href = /href="(\/assets\/app\.[0-9a-f]{12}\.css)"/.exec(await (await get('/')).text())?.[1] ?? '';
    const asset = await get(href);

    assert.equal(asset.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(asset.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.match(asset.headers.get('content-encoding') ?? '', /br|gzip/);
    assert.equal((await get('/assets/app.000000000000.css')).status, 404);
    assert.equal((await get('/assets/..%2f..%2fpackage.json')).status, 404);
  });
});

describe('pages that say no', () => {
  it('answer an unknown address in the language of the visitor', async () => {
    const response = await get('/no/such/page', { 'accept-language': 'ja' });

    assert.equal(response.status, 404);
    assert.match(await response.text(), /ページが見つかりません/);
  });

  it('turn away a name that was rebound to this machine', async () => {
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve) => {
      request(`${web.origin}/`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });

    assert.equal(status, 421);
  });

  it('stop a visitor who asks too often, and only then', async () => {
    const limited = await startWeb({ limits: { ...DEFAULT_LIMITS, requestsPerMinute: 3 } });

    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await get('/', {}, limited.origin)).status);
    await limited.close();

    assert.deepEqual(statuses, [200, 200, 200, 429]);
  });

  it('hide what broke inside, and give a number that is in the log', async () => {
    const logged: unknown[] = [];
    const broken = await startWeb({
      logger: { info: () => {}, warn: () => {}, error: (fields) => logged.push(fields) },
      evaluations: new Proxy({} as WebUnderTest['deps']['evaluations'], {
        get: () => () => Promise.reject(new Error('secret path /etc/x')),
      }),
    });

    const response = await get('/', { 'accept-language': 'en' }, broken.origin);
    const html = await response.text();
    await broken.close();

    assert.equal(response.status, 500);
    assert.doesNotMatch(html, /secret path|node_modules/);
    const number = /<code>([^<]+)<\/code>/.exec(html)?.[1];
    assert.equal((logged[0] as { requestId: string }).requestId, number);
  });
});

describe('health', () => {
  it('says alive and ready without any session', async () => {
    assert.deepEqual(await (await get('/healthz')).json(), { status: 'alive' });
    assert.deepEqual(await (await get('/readyz')).json(), { status: 'ready' });
  });

  it('says not ready when the database does not answer', async () => {
    const broken = await startWeb({ pingStore: () => Promise.reject(new Error('down')) });

    const response = await get('/readyz', {}, broken.origin);
    await broken.close();

    assert.equal(response.status, 503);
  });
});
