import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, startWebWithAccounts } from '../../builders/accounts.ts';
import type { AccountsWeb } from '../../builders/accounts.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';

type Line = Readonly<Record<string, unknown>>;

let web: AccountsWeb;
const lines: Line[] = [];
before(async () => {
  const note = (fields: Line) => void lines.push(fields);
  const logger = { info: note, warn: note, error: note };
  web = await startWebWithAccounts({ web: { logger, metricsToken: 'a-long-metrics-token' } });
});
after(() => web.close());

describe('metrics', () => {
  const scrape = (headers: Record<string, string>) => fetch(`${web.origin}/metrics`, { headers });

  it('are for whoever has the token, and without one for this machine only, never through a proxy', async () => {
    const open = await startWeb();
    const local = await fetch(`${open.origin}/metrics`);
    const forwarded = await fetch(`${open.origin}/metrics`, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    await open.close();

    assert.equal((await scrape({})).status, 403);
    assert.equal((await scrape({ authorization: 'Bearer wrong' })).status, 403);
    assert.equal((await scrape({ authorization: 'Bearer a-long-metrics-token' })).status, 200);
    assert.deepEqual([local.status, forwarded.status], [200, 403]);
  });

  it('count requests by route and status, and say how the process, the runs and the database are', async () => {
    const visitor = await web.signedInAs('viewer');
    for (let i = 0; i < 3; i += 1) await visitor.get(`/runs/no-such-run-${i}`);

    const answer = await scrape({ authorization: 'Bearer a-long-metrics-token' });
    const text = await answer.text();

    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    assert.match(text, /^mailfit_http_requests_total\{route="GET \/runs\/:id",status="404"\} 3$/m);
    assert.match(
      text,
      /^mailfit_http_request_duration_seconds_bucket\{le="0\.1",route="GET \/runs\/:id"\} \d+$/m,
    );
    assert.match(text, /^mailfit_event_loop_delay_seconds\{quantile="0\.99"\} [\d.e-]+$/m);
    assert.match(text, /^mailfit_runs\{state="running"\} 0$/m);
    assert.match(text, /^mailfit_run_queue_length 0$/m);
    assert.match(text, /^mailfit_database_bytes [1-9]\d{4,}$/m);
    assert.doesNotMatch(text, /no-such-run/);
  });
});

describe('the log', () => {
  it('has one line per request with the id that the visitor sees, and neither secret nor address', async () => {
    const visitor = openBrowserless(web.origin);
    await visitor.get('/sign-in');
    lines.length = 0;
    await visitor.post('/sign-in', { email: 'administrator@example.jp', password: PASSWORD });
    const answer = await visitor.get('/invitations/a-secret-token-in-the-address');
    while (lines.length < 2) await new Promise((resolve) => setTimeout(resolve, 2));

    const id = answer.headers.get('x-request-id');
    const line = lines.find(({ requestId }) => requestId === id);
    assert.deepEqual([line?.['route'], line?.['status']], ['GET /invitations/:token', 410]);
    const text = JSON.stringify(lines);
    assert.doesNotMatch(text, /a-secret-token|kumo ame/);
    const session = /mailfit_session=([^;]+)/.exec(visitor.cookies())?.[1] ?? 'none';
    assert.equal(text.includes(session), false);
  });

  it('keeps a proxy’s request id only where a proxy is trusted', async () => {
    const headers = { 'x-request-id': 'from-outside-1234' };
    assert.notEqual(
      (await fetch(`${web.origin}/sign-in`, { headers })).headers.get('x-request-id'),
      headers['x-request-id'],
    );
    const proxied = await startWebWithAccounts({ web: { proxy: { trusted: ['loopback'], hasTls: false } } });
    const kept = (await fetch(`${proxied.origin}/sign-in`, { headers })).headers.get('x-request-id');
    await proxied.close();

    assert.equal(kept, headers['x-request-id']);
  });
});
