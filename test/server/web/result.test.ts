import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Evidence } from '../../../server/core/catalogue/fact.ts';
import { REPORT_FORMATS } from '../../../server/usecases/build-report.ts';
import { freezeEvaluation } from '../../../server/usecases/evaluation-versions.ts';
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

/** Requirements that exclude each other’s options. */
const NOTHING_LEFT = {
  employees: 5000,
  deployment: ['on-premise-only'],
  'mail-staff': 'nobody',
  'data-location': ['japan'],
  certifications: ['iso27001'],
  'spam-protection': 'advanced',
  archive: 'legal-hold',
  encryption: ['at-rest'],
  'sign-in': ['mfa', 'sso', 'directory'],
};

async function resultOf(
  answers: Record<string, string | number | readonly string[]>,
  lang: 'en' | 'ja' = 'en',
) {
  const { id } = await web.deps.evaluations.create({ title: 'Test <b>', answers });
  const visitor = openBrowserless(web.origin, lang);
  return { id, visitor, html: await (await visitor.get(`/evaluations/${id}/result`)).text() };
}

describe('the result page', () => {
  it('names the first option, how sure that is, three reasons and the next step, in both languages', async () => {
    const english = (await resultOf({ employees: 50 })).html;
    assert.match(english, /How sure/);
    assert.match(english, /<dt>Why<\/dt>/);
    assert.match(english, /Next step/);

    const japanese = (await resultOf({ employees: 50 }, 'ja')).html;
    assert.match(japanese, /結論の確かさ/);
    assert.match(japanese, /<dt>理由<\/dt>/);
    assert.match(japanese, /次の一歩/);
  });

  it('is the same page compressed and plain, in a fifth of the bytes', async () => {
    const { visitor, id, html } = await resultOf({ employees: 50 });
    const plain = await visitor.get(`/evaluations/${id}/result`, { 'accept-encoding': 'identity' });
    const packed = await visitor.get(`/evaluations/${id}/result`, { 'accept-encoding': 'gzip' });
    const text = await plain.text();

    assert.equal(packed.headers.get('content-encoding'), 'gzip');
    assert.equal(await packed.text(), text);
    assert.equal(text, html);
    const bytesOf = (response: Response): number => Number(response.headers.get('content-length'));
    assert.ok(bytesOf(packed) * 5 < bytesOf(plain), `${bytesOf(packed)} of ${bytesOf(plain)} bytes`);
  });

  it('lists every option of the catalogue once, in the ranking or among the excluded', async () => {
    const { html, id } = await resultOf({ employees: 300 });
    const listed = html.slice(html.indexOf('id="ranking"'), html.indexOf('id="what-if"'));
    const excluded = html.slice(html.indexOf('id="excluded"'));

    for (const option of web.deps.catalogue.providers) {
      const link = `href="/evaluations/${id}/result/${option.id}"`;
      assert.ok(listed.includes(`<h4><a ${link}`) !== excluded.includes(`<h4><a ${link}`), option.id);
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

  it('shows the same charts as the report', async () => {
    const { visitor, id, html } = await resultOf({ employees: 300 });
    const report = await (await visitor.get(`/evaluations/${id}/report?format=html&report=en`)).text();
    const drawn = (page: string) =>
      [
        ...page.matchAll(
          /<svg [^>]*aria-labelledby="(?:contributions|intervals|rank-shares|cost)-title.*?<\/svg>/gs,
        ),
      ]
        .map(([svg]) => svg.replaceAll(/ data-tip="[^"]*"/g, ''))
        .toSorted();

    assert.equal(drawn(html).length, 4);
    assert.deepEqual(drawn(html), drawn(report));
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

  it('where nothing is left, names every smallest set of requirements to drop and lets one try each', async () => {
    const { html, visitor, id } = await resultOf(NOTHING_LEFT);
    assert.ok(html.includes('No option meets every requirement'));
    const { smallestRelaxations = [] } = await web.deps.recommend(NOTHING_LEFT, 'full');
    const tries = [...html.matchAll(/href="([^"]+)#what-if">Try without<\/a>/g)].map(
      ([, href]) => href ?? '',
    );

    assert.ok(smallestRelaxations.length > 0 && tries.length === smallestRelaxations.length);
    const trial = await (await visitor.get(tries[0]?.replaceAll('&amp;', '&') ?? '')).text();
    assert.ok(/class="what-if-order"><li data-option="[a-z]/.test(trial));
    assert.ok(tries.every((href) => href.startsWith(`/evaluations/${id}/result?relax=`)));
  });
});

/** The option that is first in most trials. */
function firstOptionIn(answer: string): string {
  const { shares } = JSON.parse(answer) as { shares: Record<string, string> };
  const [most] = Object.entries(shares).toSorted(([, a], [, b]) => Number.parseInt(b) - Number.parseInt(a));
  return most?.[0] ?? '';
}

describe('a what-if', () => {
  it('is shown beside the saved result, which stays, and is linkable', async () => {
    const { visitor, id, html } = await resultOf({ employees: 300 });
    const trial = await (await visitor.get(`/evaluations/${id}/result?g.cost=100&g.security=0`)).text();
    const verdictIn = (page: string) =>
      page.slice(page.indexOf('id="verdict"'), page.indexOf('id="ranking"'));
    const orderIn = (page: string) => page.slice(page.indexOf('what-if-order'), page.indexOf('what-if-sure'));

    assert.equal(verdictIn(trial), verdictIn(html));
    assert.notEqual(orderIn(trial), orderIn(html));
    assert.match(trial, /name="g\.cost"[^>]*value="100"/);
    assert.deepEqual((await web.deps.evaluations.get(id))?.answers, { employees: 300 });
  });

  it('is told how sure its order is', async () => {
    const { visitor, id } = await resultOf({ employees: 300 });
    const answer = (await (await visitor.get(`/evaluations/${id}/what-if?g.cost=100`)).json()) as {
      text: string;
      strength: string;
      shares: Record<string, string>;
    };

    assert.ok(answer.text.length > 20 && answer.strength.length > 0);
    assert.match(Object.values(answer.shares)[0] ?? '', /^\d+%$/);
  });

  it('counts what a vendor declared, and on a frozen evaluation what was frozen', async () => {
    const { visitor, id } = await resultOf({ employees: 300 });
    const sharesNow = async (): Promise<string> =>
      (await visitor.get(`/evaluations/${id}/what-if?g.cost=100&g.size=50`)).text();
    const before = await sharesNow();
    const evidence: Evidence[] = [
      { url: 'https://example.com/', title: 'Offer', class: 'vendor-declared', checkedOn: '2026-11-20' },
    ];
    const price = { value: 90_000, currency: 'JPY', per: 'user-month', asOf: '2026-11-20' } as const;
    const answers = {
      optionId: firstOptionIn(before),
      vendor: 'Vendor',
      answeredOn: '2026-11-20',
      facts: { pricePerUserMonth: { state: 'known', evidence, ...price } },
    } as const;
    const taken = { answers, fileName: 'offer.xlsx', fileHash: 'a'.repeat(64), takenBy: '' };
    assert.equal((await web.deps.vendorAnswers.take(id, taken, null)).kind, 'taken');
    const declared = await sharesNow();
    const signed = { by: 'A', reason: 'offers' };
    assert.equal((await freezeEvaluation(web.deps, id, signed)).kind, 'kept');

    assert.notEqual(declared, before);
    assert.notEqual(firstOptionIn(declared), firstOptionIn(before));
    assert.equal(await sharesNow(), declared);
  });

  it('with every weight at 0 says so and shows the saved weights', async () => {
    const { visitor, id } = await resultOf({ employees: 300 });
    const zero = ['size', 'security', 'support', 'cost', 'flexibility']
      .map((group) => `g.${group}=0`)
      .join('&');

    assert.match(
      await (await visitor.get(`/evaluations/${id}/result?${zero}`)).text(),
      /At least one weight/,
    );
  });
});

describe('what is kept of a result', () => {
  it('never shows yesterday’s: a changed answer or title is there on the next request', async () => {
    const { visitor, id, html } = await resultOf({ employees: 300 });
    await web.deps.evaluations.saveAnswers(id, { employees: 3, 'data-location': ['japan'] });
    const changed = await (await visitor.get(`/evaluations/${id}/result`)).text();
    await web.deps.evaluations.rename(id, 'Renamed');
    const renamed = await (await visitor.get(`/evaluations/${id}/result`)).text();

    assert.notEqual(changed, html);
    assert.match(changed, /data-location/);
    assert.match(renamed, /Renamed/);
    assert.doesNotMatch(changed, /Renamed/);
  });

  it('keeps two evaluations with the same answers apart', async () => {
    const one = await resultOf({ employees: 77 });
    const two = await resultOf({ employees: 77 });

    assert.ok(two.html.includes(two.id) && !two.html.includes(one.id));
  });
});

describe('the pages behind the result', () => {
  it('work out the score of every option, excluded ones too, so that the points shown add up', async () => {
    const { visitor, id } = await resultOf({ employees: 300, 'data-location': ['japan'] });
    for (const option of ['exchange-online', 'postfix-dovecot', 'fastmail']) {
      const html = await (await visitor.get(`/evaluations/${id}/result/${option}`)).text();
      const fields = [...html.matchAll(/data-label="Points"><strong>([\d.]+)</g)].map(([, points]) =>
        Number(points),
      );
      const total = Number(/data-label="Sum of all points"><strong>([\d.]+)</.exec(html)?.[1]);
      const sum = fields.reduce((added, points) => added + points, 0);

      assert.ok(fields.length >= 4 && Math.abs(sum - total) <= 0.05 * (fields.length + 1), option);
    }
    assert.equal((await visitor.get(`/evaluations/${id}/result/no-such-option`)).status, 404);
  });

  it('name the limit that binds where several lie on one path', async () => {
    const pageIn = async (lang: 'en' | 'ja'): Promise<string> => {
      const { visitor, id } = await resultOf({ employees: 300 }, lang);
      return (await visitor.get(`/evaluations/${id}/result/infomaniak-mail`)).text();
    };
    const [english, japanese] = [await pageIn('en'), await pageIn('ja')];

    assert.match(english, /34\.3 MB<br><small>smallest limit on the path: Largest attachment 25 MB/);
    assert.match(japanese, /34\.3 MB<br><small>経路で最も小さい上限は添付ファイルの最大サイズ 25 MB/);
  });

  it('compare any two by a link', async () => {
    const { visitor, id } = await resultOf({ employees: 300 });
    const html = await (await visitor.get(`/evaluations/${id}/compare?a=fastmail&b=exchange-online`)).text();

    assert.match(html, /is ahead of/);
    assert.match(html, /<option value="fastmail" selected>/);
    assert.match(html, /<option value="exchange-online" selected>/);
  });

  it('explain the method in both languages', async () => {
    for (const lang of ['en', 'ja'] as const) {
      const html = await (await openBrowserless(web.origin, lang).get('/method')).text();
      assert.match(html, /62\.5/);
      assert.match(html, lang === 'ja' ? /計算例/ : /An example to follow/);
    }
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

describe('more trials', () => {
  it('are offered on the result page, counted on request, and no longer offered there', async () => {
    const { id, visitor, html } = await resultOf(ANSWERS);
    const href = `/evaluations/${id}/result?precision=thorough`;
    assert.match(html, /Counted over 10,000 trials/);
    assert.ok(html.includes(`href="${href}#sure"`));

    const thorough = await (await visitor.get(href)).text();

    assert.match(thorough, /Counted over 100,000 trials/);
    assert.doesNotMatch(thorough, /Count over 100,000/);
  });

  it('are not offered for a frozen result, which stays as it was', async () => {
    const { id, visitor } = await resultOf(ANSWERS);
    await freezeEvaluation(web.deps, id, { by: 'Sato', reason: 'Before the call' });

    const html = await (await visitor.get(`/evaluations/${id}/result?precision=thorough`)).text();

    assert.match(html, /Counted over 10,000 trials/);
    assert.doesNotMatch(html, /Count over 100,000/);
  });
});

describe('benchmark these two', () => {
  it('asks for the candidates that are missing, then opens the plan with both and the evaluation', async () => {
    const { id, visitor, html } = await resultOf(ANSWERS);
    const link =
      /href="(\/benchmark\/new\?kind=compare[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const asked = new URL(link, web.origin).searchParams;
    assert.equal(asked.get('evaluation'), id);

    let place = link;
    for (const option of ['option', 'against']) {
      const form = (await visitor.get(place)).headers.get('location') ?? '';
      const { searchParams } = new URL(form, web.origin);
      assert.equal(searchParams.get('option'), asked.get(option));
      assert.match(await (await visitor.get(form)).text(), /both are here, the plan opens by itself/);
      const saved = await visitor.post('/candidates', {
        name: option,
        endpoint: 'smtp://127.0.0.1:2525',
        tls: 'none',
        option: asked.get(option) ?? '',
        plan: searchParams.get('plan') ?? '',
      });
      place = saved.headers.get('location') ?? '';
      assert.ok(place.startsWith('/benchmark/new?kind=compare'), place);
    }

    const plan = await (await visitor.get(place)).text();
    const byName = new Map((await web.deps.candidates.list()).map((one) => [one.name, one.id]));
    for (const chosen of [byName.get('option'), byName.get('against'), id]) {
      assert.match(plan, new RegExp(`<option value="${chosen}" selected`));
    }
    assert.match(plan, /name="kind" value="compare" checked/);
  });

  it('leads nowhere outside after a candidate was saved', async () => {
    const { visitor } = await resultOf(ANSWERS);
    await visitor.get('/candidates/new');
    const fields = { name: 'x', endpoint: 'smtp://127.0.0.1:2525', tls: 'none', plan: '//example.com/' };

    const saved = await visitor.post('/candidates', fields);

    assert.match(saved.headers.get('location') ?? '', /^\/candidates\//);
  });
});
