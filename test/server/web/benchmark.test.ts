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

const QUICK = { target: 'builtin', sessions: '2', amountKind: 'messages', messages: '50' };
const LONG = { target: 'builtin', sessions: '1', amountKind: 'duration', durationSec: '60' };

async function visit(lang: 'en' | 'ja' = 'en'): Promise<Visitor> {
  const visitor = openBrowserless(web.origin, lang);
  await visitor.get('/benchmark/new');
  return visitor;
}

async function candidateAt(port: number, extra: Record<string, string> = {}): Promise<string> {
  const visitor = await visit();
  const endpoint = `smtp://127.0.0.1:${port}`;
  const response = await visitor.post('/candidates', {
    name: 'Test server',
    endpoint,
    tls: 'none',
    ...extra,
  });
  assert.equal(response.status, 303, await response.text());
  return response.headers.get('location')?.split('/')[2] ?? '';
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

  it('shows no latency where nobody answered, and vouches for nothing', async () => {
    const sink = await startSink({});
    const target = await candidateAt(sink.port);
    await sink.close();
    const { visitor, path, id } = await startRun({ ...QUICK, target, thresholds: 'errors<=0.1%' });
    await web.deps.board.ended(id);

    const html = await (await visitor.get(path)).text();

    assert.match(html, /Final reply, p99<\/dt><dd>—</);
    assert.match(html, /errors&lt;=0\.1%<\/code><\/th><td class="number">100%</);
    assert.match(html, /It never answered/);
    assert.doesNotMatch(html, /had room to spare|itself came late/);
  });

  it('offers the result in every format, and the plan', async () => {
    const { visitor, path, id } = await startRun({ ...QUICK, thresholds: 'errors<=0.1%' });
    await web.deps.board.ended(id);

    for (const [ending, content] of FORMATS) {
      const response = await visitor.get(`${path}.${ending}`);
      assert.equal(response.status, 200, ending);
      assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="?mailfit-run-/);
      assert.match(await response.text(), content, ending);
    }
    const plan = (await (await visitor.get(`${path}/plan.json`)).json()) as { load: unknown };
    assert.deepEqual(plan.load, { model: 'closed', sessions: 2, messages: 50 });
  });

  it('makes what was measured evidence on the page of its option, and in the ranking', async () => {
    const sink = await startSink({});
    const target = await candidateAt(sink.port, { option: 'postfix-dovecot' });
    const { visitor, id } = await startRun({ ...QUICK, target });
    await web.deps.board.ended(id);
    await sink.close();

    const html = await (await visitor.get('/options/postfix-dovecot')).text();
    const ranked = await web.deps.recommend({ employees: 300 }, 'preview');

    assert.match(html, new RegExp(`href="/runs/${id}"`));
    const facts = ranked.options.find((option) => option.id === 'postfix-dovecot')?.contributions ?? [];
    assert.match(JSON.stringify(facts), new RegExp(id));
  });

  it('refuses a server that is not the visitor’s, says why in the visitor’s language, and keeps what was typed', async () => {
    for (const lang of ['en', 'ja'] as const) {
      const visitor = await visit(lang);
      const made = await visitor.post('/candidates', { name: 'g', endpoint: 'smtp://smtp.gmail.com:25' });
      const target = made.headers.get('location')?.split('/')[2] ?? '';
      const response = await visitor.post('/runs', { ...QUICK, target, sessions: '7' });
      const html = await response.text();

      assert.equal(response.status, 403);
      assert.match(
        html,
        lang === 'ja' ? /公開のメールサービス（gmail\.com）/ : /public mail provider \(gmail\.com\)/,
      );
      assert.match(html, /id="sessions" name="sessions" value="7"/);
      const control = await (await visitor.get(`/candidates/${target}/control`)).text();
      assert.match(control, lang === 'ja' ? /負荷をかけられません/ : /may not be loaded/);
    }
    assert.ok((await web.deps.runs.list({ limit: 100 })).every((run) => !run.target.includes('gmail')));
  });

  it('names every wrong field beside it and on top', async () => {
    const visitor = await visit();

    const response = await visitor.post('/benchmark/preview', {
      target: '"><script>',
      sessions: '-1',
      amountKind: 'duration',
      durationSec: 'long',
      perConnection: '0',
      thresholds: 'fast',
      seed: '１２',
    });
    const html = await response.text();

    assert.equal(response.status, 422);
    for (const field of ['target', 'sessions', 'durationSec', 'perConnection', 'thresholds']) {
      assert.match(html, new RegExp(`<a href="#${field}">`), field);
      assert.match(html, new RegExp(`id="${field}-error"`), field);
    }
    assert.doesNotMatch(html, /id="seed-error"|<script>/);
  });

  it('repeats an earlier run as it was, and fills the form in to change it', async () => {
    const { visitor, id } = await startRun({ ...QUICK, sessions: '3' });
    await web.deps.board.ended(id);

    const html = await (await visitor.get(`/benchmark/new?again=${id}`)).text();
    assert.match(html, /id="sessions" name="sessions" value="3"/);
    assert.match(html, /name="amountKind" value="messages" checked/);
    await visitor.get(`/runs/${id}/again`);
    const again = await visitor.post('/runs', { again: id });
    const againId = again.headers.get('location')?.split('/')[2] ?? '';
    await web.deps.board.ended(againId);
    const [first, second] = [await web.deps.runs.get(id), await web.deps.runs.get(againId)];
    assert.deepEqual(second?.plan, first?.plan);
    assert.notEqual(second?.id, first?.id);
  });
});

const FORMATS: readonly (readonly [ending: string, content: RegExp])[] = [
  ['json', /"schema": "mailfit\.run\/1"/],
  ['csv', /,/],
  ['html', /^<!doctype html>/i],
  ['xml', /<testsuite/],
  ['prom', /^mailfit_[a-z_]+(\{.*\})? /m],
];

describe('what is going to be sent', () => {
  it('is shown before the start: amounts, ceilings, envelope and header, and nothing was sent yet', async () => {
    const sink = await startSink({});
    const target = await candidateAt(sink.port);
    const visitor = await visit();
    const fields = { target, model: 'open', rate: '20', openSec: '30', openRampSec: '0', size: '75KiB' };

    const html = await (await visitor.post('/benchmark/preview', fields)).text();

    assert.match(html, /≈ 600</);
    assert.match(html, /500,000,000/);
    assert.match(html, /MAIL FROM:&lt;sender\d+@/);
    assert.match(html, /X-Mailfit-Token: /);
    assert.equal(sink.stats().connections.opened, 0);
    await sink.close();
  });

  it('comes from the peak of an organisation, and the result says whether the server carries it', async () => {
    const { id: evaluation } = await web.deps.evaluations.create({
      title: '本社',
      answers: { employees: 300, 'mail-volume': ['heavy'] },
    });
    const company = { target: 'builtin', basis: 'company', evaluation, rampSec: '0', holdSec: '4' };
    const visitor = await visit('ja');
    const preview = await (await visitor.post('/benchmark/preview', company)).text();
    assert.match(preview, /再現する組織のピーク<\/dt><dd>本社/);

    const response = await visitor.post('/runs', company);
    const path = response.headers.get('location') ?? '';
    await web.deps.board.ended(path.split('/')[2] ?? '');

    assert.match(await (await visitor.get(path)).text(), /この組織のピークを処理できます/);
  });
});

describe('a run that is going on', () => {
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

  it('holds its target: a second run waits its turn, visibly, and can be cancelled', async () => {
    const { visitor, path, id } = await startRun(LONG);
    const second = await startRun(QUICK);

    assert.match(await (await visitor.get(second.path)).text(), /data-position[^>]*>1</);
    assert.match(await (await visitor.get('/benchmark')).text(), new RegExp(`${second.id}/cancel`));
    await second.visitor.get(second.path);
    await second.visitor.post(`${second.path}/cancel`, {});
    assert.equal((await web.deps.runs.get(second.id))?.status, 'cancelled');

    await visitor.get(path);
    await visitor.post(`${path}/stop`, {});
    assert.equal((await web.deps.runs.get(id))?.status, 'finished');
  });
});

describe('a comparison', () => {
  it('runs both servers in turns and gives ratios with intervals', async () => {
    const sinks = await Promise.all([startSink({}), startSink({})]);
    const [target = '', other = ''] = await Promise.all(sinks.map(({ port }) => candidateAt(port)));
    const visitor = await visit();

    const response = await visitor.post('/runs', { ...QUICK, kind: 'compare', target, other, repeats: '3' });
    const path = response.headers.get('location') ?? '';
    const runs = await web.deps.runs.list({ groupId: path.split('/')[2] ?? '', limit: 10 });
    assert.equal(runs.length, 6);
    for (const run of runs.toReversed()) await endOf(run.id);
    await Promise.all(sinks.map((sink) => sink.close()));

    const html = await (await visitor.get(path)).text();
    assert.match(html, /Accepted per second/);
    assert.match(html, /\d×<\/strong>/);
    assert.match(html, /no significant difference|better|worse/);
    assert.doesNotMatch(html, /too few runs/);
  });

  it('of single runs gives ratios but says that there are too few, and points out different conditions', async () => {
    const [one, two] = [await startRun(QUICK), await startRun({ ...QUICK, sessions: '3' })];
    await endOf(two.id);

    const html = await (await one.visitor.get(`/comparisons?run=${one.id}&run=${two.id}`)).text();

    assert.match(html, /too few runs to say/);
    assert.match(html, /2 sessions, 50 messages/);
    assert.match(html, /3 sessions, 50 messages/);
  });

  it('warns where the generator was the limit of a run', async () => {
    const { id, visitor } = await startRun(QUICK);
    await web.deps.board.ended(id);
    const run = await web.deps.runs.get(id);
    const result = run?.result as unknown as RunResult;
    const busy = await storeRun({ ...result, verdict: 'generatorBound', verdictReason: null });
    const calm = { ...result, verdict: 'valid', verdictReason: null } as const;
    const [one, other] = [await storeRun(calm), await storeRun(calm)];
    const warning = /the generator was the limit, not the server/;

    const withBusy = await (await visitor.get(`/comparisons?run=${one}&run=${busy}`)).text();
    const without = await (await visitor.get(`/comparisons?run=${one}&run=${other}`)).text();

    assert.match(withBusy, warning);
    assert.doesNotMatch(without, warning);
  });
});

/** Keeps a result as if a run had ended with it, and returns the id of that run. */
async function storeRun(result: RunResult): Promise<string> {
  const { id } = await web.deps.runs.create({
    target: 'smtp://127.0.0.1:25',
    providerId: null,
    plan: {},
    startedAt: result.startedAt,
  });
  await web.deps.runs.finish(id, {
    status: 'finished',
    finishedAt: result.startedAt,
    result: { ...result },
    failure: null,
  });
  return id;
}

async function endOf(runId: string): Promise<void> {
  for await (const _event of web.deps.board.follow(runId, 0, new AbortController().signal)) continue;
}

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
    const forged = await storeRun({
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
    });

    const html = await (await visitor.get(`/runs/${forged}`)).text();

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
