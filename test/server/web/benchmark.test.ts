import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startSink } from '../../../benchmarks/index.ts';
import type { RunResult } from '../../../benchmarks/index.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const QUICK = { targetKind: 'builtin', sessions: '2', amountKind: 'messages', messages: '50', size: '1KiB' };

async function visit(lang: 'en' | 'ja' = 'en'): Promise<Visitor> {
  const visitor = openBrowserless(web.origin, lang);
  await visitor.get('/benchmark');
  return visitor;
}

async function startRun(
  fields: Record<string, string>,
): Promise<{ visitor: Visitor; path: string; id: string }> {
  const visitor = await visit();
  const response = await visitor.post('/runs', fields);
  assert.equal(response.status, 303, await response.text());
  const path = response.headers.get('location') ?? '';
  return { visitor, path, id: path.split('/')[2] ?? '' };
}

describe('starting a run', () => {
  it('loads the built-in server and shows what came out, in both languages', async () => {
    const { visitor, path, id } = await startRun(QUICK);
    await web.deps.board.ended(id);

    const english = await (await visitor.get(`${path}?lang=en`)).text();
    assert.match(english, /Accepted in all<\/dt><dd>50</);
    assert.match(english, /MAIL FROM/);
    const japanese = await (await visitor.get(`${path}?lang=ja`)).text();
    assert.match(japanese, /受理（合計）<\/dt><dd>50</);
  });

  it('offers the document of a finished run for download', async () => {
    const { visitor, path, id } = await startRun(QUICK);
    await web.deps.board.ended(id);

    const response = await visitor.get(`${path}.json`);

    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="?mailfit-run-/);
    assert.equal(((await response.json()) as RunResult).schema, 'mailfit.run/1');
  });

  it('makes what was measured evidence on the page of its option', async () => {
    const sink = await startSink({});
    const { visitor, id } = await startRun({
      ...QUICK,
      targetKind: 'own',
      address: `127.0.0.1:${sink.port}`,
      protocol: 'smtp',
      option: 'postfix-dovecot',
    });
    await web.deps.board.ended(id);
    await sink.close();

    const html = await (await visitor.get('/options/postfix-dovecot')).text();

    assert.match(html, new RegExp(`href="/runs/${id}"`));
  });

  it('refuses a server that is not the visitor’s, says why, and keeps what was typed', async () => {
    for (const lang of ['en', 'ja'] as const) {
      const visitor = await visit(lang);
      const response = await visitor.post('/runs', {
        ...QUICK,
        targetKind: 'own',
        address: 'smtp.gmail.com:25',
      });
      const html = await response.text();

      assert.equal(response.status, 403);
      assert.match(html, lang === 'ja' ? /安全のため実行しませんでした/ : /Refused for safety/);
      assert.match(html, /value="smtp\.gmail\.com:25"/);
    }
    assert.ok((await web.deps.runs.list({ limit: 100 })).every((run) => !run.target.includes('gmail')));
  });

  it('names every wrong field beside it and on top', async () => {
    const visitor = await visit();

    const response = await visitor.post('/runs', {
      targetKind: 'own',
      address: 'http://127.0.0.1/"><script>',
      sessions: '-1',
      amountKind: 'duration',
      durationSec: 'long',
      perConnection: '0',
    });
    const html = await response.text();

    assert.equal(response.status, 422);
    for (const field of ['address', 'sessions', 'durationSec', 'perConnection']) {
      assert.match(html, new RegExp(`<a href="#${field}">`));
      assert.match(html, new RegExp(`id="${field}-error"`));
    }
    assert.match(html, /value="http:\/\/127\.0\.0\.1\/&#34;&gt;&lt;script&gt;"/);
  });

  it('does not take the built-in server for a product', async () => {
    const visitor = await visit();

    const response = await visitor.post('/runs', { ...QUICK, option: 'postfix-dovecot' });

    assert.equal(response.status, 422);
    assert.match(await response.text(), /id="option-error"/);
  });

  it('fills the form in as for an earlier run', async () => {
    const { visitor, id } = await startRun({ ...QUICK, sessions: '3' });
    await web.deps.board.ended(id);

    const html = await (await visitor.get(`/benchmark?again=${id}`)).text();

    assert.match(html, /id="sessions" name="sessions" value="3"/);
    assert.match(html, /name="amountKind" value="messages" checked/);
  });
});

describe('a run that is going on', () => {
  const LONG = {
    targetKind: 'builtin',
    sessions: '1',
    amountKind: 'duration',
    durationSec: '60',
    size: '1KiB',
  };

  it('is followed live, resumed after the last event seen, and stopped within a second', async () => {
    const { visitor, path, id } = await startRun(LONG);
    const first = await readEvents(`${path}/events`, visitor, 2);
    const lastId = first.at(-1)?.id ?? 0;

    const resumed = await readEvents(`${path}/events`, visitor, 1, lastId);
    assert.equal(resumed[0]?.id, lastId + 1);
    assert.match(await (await visitor.get(path)).text(), /data-figure="rate"/);

    const before = performance.now();
    const stopped = await visitor.post(`${path}/stop`, {});
    assert.ok(performance.now() - before < 1_500);
    assert.equal(stopped.headers.get('location'), path);
    assert.equal((await web.deps.runs.get(id))?.status, 'finished');
    assert.match(await (await visitor.get(path)).text(), /途中で停止|Stopped/);
  });

  it('tells a viewer who comes late that it has ended', async () => {
    const { visitor, path, id } = await startRun(QUICK);
    await web.deps.board.ended(id);

    const response = await visitor.get(`${path}/events`);
    const text = await response.text();

    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.match(text, /event: end\ndata: \{\}\n\n$/);
    assert.doesNotMatch(text, /event: finished/);
  });

  it('holds its target: a second run waits its turn', async () => {
    const sink = await startSink({});
    const fields = { ...LONG, targetKind: 'own', address: `127.0.0.1:${sink.port}`, protocol: 'smtp' };
    const { visitor, path } = await startRun(fields);
    await visitor.get('/benchmark');

    const second = await visitor.post('/runs', fields);

    assert.equal(second.status, 303);
    const secondId = second.headers.get('location')?.split('/')[2] ?? '';
    assert.equal((await web.deps.runs.get(secondId))?.status, 'queued');
    assert.ok(await web.deps.board.cancel(secondId));
    await visitor.get(path);
    await visitor.post(`${path}/stop`, {});
    await sink.close();
  });
});

describe('runs', () => {
  it('are listed, latest first', async () => {
    const visitor = await visit('ja');

    assert.match(await (await visitor.get('/runs')).text(), /試験の履歴/);
  });

  it('do not exist when nobody started them', async () => {
    const visitor = await visit();
    for (const path of ['/runs/none', '/runs/none.json', '/runs/none/events']) {
      assert.equal((await visitor.get(path)).status, 404);
    }
    assert.equal((await visitor.post('/runs/none/stop', {})).status, 404);
  });

  it('show what a hostile server said as plain text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { id, visitor } = await startRun(QUICK);
    await web.deps.board.ended(id);
    const result = (await web.deps.runs.get(id))?.result as unknown as RunResult;
    const forged = await web.deps.runs.create({
      target: 'smtp://127.0.0.1:25',
      providerId: null,
      plan: {},
      startedAt: result.startedAt,
    });
    const evil = {
      ...result,
      server: { ...result.server, banner: hostile, capabilities: [hostile] },
      errors: [
        {
          phase: 'rcpt',
          replyCode: 550,
          enhancedCode: null,
          class: 'permanent',
          count: 1,
          sample: hostile,
          firstSeenSec: 0,
          lastSeenSec: 1,
        },
      ],
    };
    await web.deps.runs.finish(forged.id, {
      status: 'finished',
      finishedAt: result.startedAt,
      result: evil,
      failure: null,
    });

    const html = await (await visitor.get(`/runs/${forged.id}`)).text();

    assert.doesNotMatch(html, /<img/);
    assert.equal(html.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)?.length, 3);
  });
});

interface SeenEvent {
  readonly id: number;
  readonly name: string;
}

async function readEvents(path: string, visitor: Visitor, count: number, after = 0): Promise<SeenEvent[]> {
  const response = await fetch(web.origin + path, {
    headers: { cookie: visitor.cookies(), ...(after > 0 ? { 'last-event-id': String(after) } : {}) },
  });
  assert.ok(response.body !== null);
  const seen: SeenEvent[] = [];
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = [...text.matchAll(/id: (\d+)\nevent: (\w+)\n/g)];
    seen.splice(0, seen.length, ...events.map(([, id, name]) => ({ id: Number(id), name: name ?? '' })));
    if (seen.length >= count) break;
  }
  return seen;
}
