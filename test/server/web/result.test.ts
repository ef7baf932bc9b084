import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { REPORT_FORMATS } from '../../../server/usecases/build-report.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

// A manufacturer that wants to run mail itself, so that a measured server can be among the eligible options.
const ANSWERS = { employees: 300, deployment: ['on-premise-only'], 'mail-staff': 'unknown' };

async function resultOf(
  answers: Record<string, string | number | readonly string[]>,
  lang: 'en' | 'ja' = 'en',
) {
  const { id } = await web.deps.evaluations.create({ title: 'Test <b>', answers });
  const visitor = openBrowserless(web.origin, lang);
  return { id, visitor, html: await (await visitor.get(`/evaluations/${id}/result`)).text() };
}

describe('the result page', () => {
  it('names the recommendation, how sure it is, the ranking and the next step, in both languages', async () => {
    const english = (await resultOf({ employees: 50 })).html;
    assert.match(english, /Recommended/);
    assert.match(english, /How sure/);
    assert.match(english, /href="\/benchmark\?option=/);

    const japanese = (await resultOf({ employees: 50 }, 'ja')).html;
    assert.match(japanese, /推奨する選択肢/);
    assert.match(japanese, /結論の確かさ/);
  });

  it('lists every option of the catalogue once, in the ranking or among the excluded', async () => {
    const { html } = await resultOf({ employees: 300 });

    for (const { id } of web.deps.catalogue.providers) {
      assert.match(html, new RegExp(`href="/options/${id}"`), id);
    }
  });

  it('gives the reason, the requirement and the answer behind every exclusion', async () => {
    const { html, id } = await resultOf({ employees: 300, 'data-location': ['japan'] });
    const { options } = await web.deps.recommend({ employees: 300, 'data-location': ['japan'] }, 'full');
    const excluded = options.filter((option) => option.status === 'excluded');

    assert.ok(excluded.length > 0);
    assert.equal(html.match(/class="keep-together"/g)?.length, excluded.length);
    assert.match(html, new RegExp(`/evaluations/${id}/questions/security#data-location`));
  });

  it('works for an evaluation without a single answer', async () => {
    assert.match((await resultOf({})).html, /Ranking/);
  });

  it('leaves out answers that the questionnaire no longer knows', async () => {
    assert.match(
      (await resultOf({ employees: 'lots', gone: 'x', 'mail-volume': ['no-such'] })).html,
      /Ranking/,
    );
  });

  it('escapes what people typed', async () => {
    assert.doesNotMatch((await resultOf({})).html, /Test <b>/);
  });
});

describe('measured evidence', () => {
  it('replaces the declared throughput on the result, with a link to the run', async () => {
    const { visitor, id } = await resultOf(ANSWERS);
    const started = await web.deps.board.start({
      plan: { target: 'builtin', load: { model: 'closed', sessions: 2, messages: 200 } },
      providerId: null,
    });
    assert.equal(started.kind, 'started');
    const runId = started.kind === 'started' ? started.runId : '';
    await web.deps.board.ended(runId);
    const measured = await web.deps.runs.get(runId);
    const run = await web.deps.runs.create({
      target: 'smtp://127.0.0.1:2525',
      providerId: 'postfix-dovecot',
      plan: {},
      startedAt: new Date().toISOString(),
    });
    // Whether this machine was quick enough for a valid verdict is not what is tested here.
    const result = { ...measured?.result, verdict: 'valid' };
    await web.deps.runs.finish(run.id, {
      status: 'finished',
      finishedAt: run.startedAt,
      result,
      failure: null,
    });

    const html = await (await visitor.get(`/evaluations/${id}/result/postfix-dovecot`)).text();

    assert.match(html, new RegExp(`href="/runs/${run.id}"`));
    assert.match(html, /Measured/);
    assert.match(html, /Declared/);
  });
});

describe('the report', () => {
  it('downloads in every format and language under a safe name', async () => {
    const { visitor, id } = await resultOf({ employees: 300 });
    // The typesetter exists for 64-bit Linux on x86 only.
    const isTypesetterHere = process.platform === 'linux' && process.arch === 'x64';
    for (const format of REPORT_FORMATS.filter((known) => known !== 'pdf' || isTypesetterHere)) {
      for (const lang of ['en', 'ja']) {
        const response = await visitor.get(`/evaluations/${id}/report?format=${format}&report=${lang}`);
        const disposition = response.headers.get('content-disposition') ?? '';

        assert.equal(response.status, 200);
        assert.match(
          disposition,
          new RegExp(`^attachment; filename="?mailfit-report-[0-9-]+-${lang}\\.${format}"?$`),
        );
        assert.ok((await response.arrayBuffer()).byteLength > 1_000);
      }
    }
  });

  it('exists only in formats that are offered and for evaluations that exist', async () => {
    const { visitor, id } = await resultOf({});

    assert.equal((await visitor.get(`/evaluations/${id}/report?format=exe`)).status, 404);
    assert.equal((await visitor.get('/evaluations/none/report?format=csv')).status, 404);
  });
});
