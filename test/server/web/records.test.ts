import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MailfitError } from '../../../server/errors.ts';
import { freezeEvaluation } from '../../../server/usecases/evaluation-versions.ts';
import type { ReportMail } from '../../../server/usecases/report-mailer.ts';
import { filledSheet } from '../../builders/answer-sheet.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
const mails: ReportMail[] = [];
let serverSays: string | null = null;
before(async () => {
  // The real mailer has tests of its own against real servers; here it matters what the page makes of its two outcomes.
  const mailer = {
    send: (mail: ReportMail) => {
      if (serverSays !== null) return Promise.reject(new MailfitError('mailNotSent', [serverSays]));
      mails.push(mail);
      return Promise.resolve('250 2.0.0 Ok: queued');
    },
  };
  web = await startWeb({ mailer });
});
after(() => web.close());

async function started(): Promise<{ visitor: Visitor; base: string; id: string }> {
  const { id } = await web.deps.evaluations.create({ title: 'HQ', answers: { employees: 120 } });
  return { visitor: openBrowserless(web.origin), base: `/evaluations/${id}`, id };
}

/** Orders a document and waits until it is over; answers the page of the order. */
async function ordered(visitor: Visitor, base: string, fields: Record<string, string>): Promise<string> {
  await visitor.get(`${base}/exports`);
  const answer = await visitor.post(`${base}/exports`, fields);
  assert.equal(answer.status, 303);
  const place = answer.headers.get('location') ?? '';
  for (let tries = 0; tries < 300; tries += 1) {
    const state = (await (await visitor.get(`${place}/status`)).json()) as { isOver: boolean };
    if (state.isOver) return place;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The document never got ready');
}

describe('documents on order', () => {
  it('are made, shown with a link, and downloaded under a safe name', async () => {
    const { visitor, base } = await started();

    const place = await ordered(visitor, base, { format: 'md', lang: 'ja', version: '' });

    assert.match(await (await visitor.get(place)).text(), new RegExp(`href="${place}/file"`));
    const file = await visitor.get(`${place}/file`);
    assert.match(file.headers.get('content-disposition') ?? '', /mailfit-report-\d{4}-\d\d-\d\d-ja\.md/);
    assert.match(await file.text(), /メールサーバー選定報告書/);
  });

  it('are sent, and the page shows what the mail server answered', async () => {
    const { visitor, base } = await started();

    const place = await ordered(visitor, base, {
      format: 'csv',
      lang: 'en',
      version: '',
      to: 'board@example.com',
    });

    assert.match(await (await visitor.get(place)).text(), /250 2\.0\.0 Ok: queued/);
    assert.deepEqual(
      [mails.at(-1)?.to, mails.at(-1)?.file.mediaType.includes('csv')],
      ['board@example.com', true],
    );
  });

  it('stay available when sending fails, with the reason', async () => {
    const { visitor, base } = await started();
    serverSays = '550 5.1.1 <board@example.com>: user unknown';

    const place = await ordered(visitor, base, {
      format: 'csv',
      lang: 'en',
      version: '',
      to: 'board@example.com',
    });
    serverSays = null;

    const page = await (await visitor.get(place)).text();
    assert.match(page, /550 5\.1\.1 &lt;board@example\.com&gt;: user unknown/);
    assert.equal((await visitor.get(`${place}/file`)).status, 200);
  });

  it('are refused for an address that is none, and what was typed stays', async () => {
    const { visitor, base } = await started();
    await visitor.get(`${base}/exports`);

    const answer = await visitor.post(`${base}/exports`, {
      format: 'csv',
      lang: 'en',
      version: '',
      to: 'a@b, c@d',
    });

    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /value="a@b, c@d"/);
  });

  it('can be cancelled, and belong to their evaluation only', async () => {
    const { visitor, base } = await started();
    await visitor.get(`${base}/exports`);
    const place =
      (await visitor.post(`${base}/exports`, { format: 'pdf', lang: 'ja', version: '' })).headers.get(
        'location',
      ) ?? '';

    assert.equal((await visitor.post(`${place}/cancel`, {})).status, 303);
    assert.match(await (await visitor.get(place)).text(), /Cancelled/);
    const other = await started();
    assert.equal((await visitor.get(place.replace(base, other.base))).status, 404);
  });
});

describe('a frozen evaluation', () => {
  it('needs a name and a reason, then keeps its answers until it is opened again', async () => {
    const { visitor, base, id } = await started();
    await visitor.get(`${base}/versions`);
    assert.equal((await visitor.post(`${base}/freeze`, { by: '', reason: 'x' })).status, 422);
    assert.equal((await visitor.post(`${base}/freeze`, { by: 'Sato', reason: 'offers' })).status, 303);

    const saved = await visitor.post(`${base}/answers`, { question: 'employees', 'a.employees': '900' });
    assert.match(await saved.text(), /frozen|Nothing was changed/);
    assert.deepEqual((await web.deps.evaluations.get(id))?.answers, { employees: 120 });

    await visitor.get(`${base}/versions`);
    assert.equal((await visitor.post(`${base}/reopen`, { by: 'Sato', reason: 'mistake' })).status, 303);
    await visitor.post(`${base}/answers`, { question: 'employees', 'a.employees': '900' });
    assert.deepEqual((await web.deps.evaluations.get(id))?.answers, { employees: 900 });
    const page = await (await visitor.get(`${base}/versions/compare?from=1`)).text();
    assert.match(page, /120 people/);
    assert.match(page, /900 people/);
    assert.equal((await visitor.get(`${base}/versions/compare?from=9`)).status, 404);
  });
});

describe('an uploaded sheet', () => {
  async function upload(visitor: Visitor, path: string, bytes: Uint8Array): Promise<Response> {
    const form = new FormData();
    form.set('_token', visitor.token());
    form.set('by', 'Sato');
    form.set('file', new Blob([new Uint8Array(bytes)]), 'answers.xlsx');
    return fetch(web.origin + path, {
      method: 'POST',
      body: form,
      headers: { cookie: visitor.cookies() },
      redirect: 'manual',
    });
  }

  it('that is no workbook is refused in words, and nothing is taken in', async () => {
    const { visitor, base, id } = await started();
    await visitor.get(`${base}/tender`);

    const answer = await upload(visitor, `${base}/vendor-answers`, new TextEncoder().encode('junk'));

    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /not an XLSX file/);
    assert.deepEqual(await web.deps.vendorAnswers.listFor(id), []);
  });

  it('can be taken out again while the evaluation is open, and says so when it is frozen', async () => {
    const { visitor, base, id } = await started();
    const evaluation = await web.deps.evaluations.get(id);
    assert.ok(evaluation !== null);
    const bytes = await filledSheet(web.deps, evaluation, '777');
    await visitor.get(`${base}/tender`);
    assert.equal((await upload(visitor, `${base}/vendor-answers`, bytes)).status, 303);
    await upload(visitor, `${base}/vendor-answers`, bytes);
    const actions = Array.from(
      (await (await visitor.get(`${base}/tender`)).text()).matchAll(/action="([^"]+\/remove)"/g),
      ([, action]) => action ?? '',
    );

    assert.equal((await visitor.post(actions[0] ?? '', {})).status, 303);
    assert.equal((await web.deps.vendorAnswers.listFor(id)).length, 1);
    await freezeEvaluation(web.deps, id, { by: 'Sato', reason: 'offers' });
    const refused = await visitor.post(actions[1] ?? '', {});

    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Open it again first/);
    assert.equal((await web.deps.vendorAnswers.listFor(id)).length, 1);
  });

  it('that is too large is refused before it is read', async () => {
    const { visitor, base } = await started();
    await visitor.get(`${base}/tender`);

    assert.equal((await upload(visitor, `${base}/vendor-answers`, new Uint8Array(5_000_000))).status, 413);
  });

  it('without the token of a page of ours is refused', async () => {
    const { base } = await started();

    assert.equal(
      (await upload(openBrowserless(web.origin), `${base}/vendor-answers`, new Uint8Array(3))).status,
      403,
    );
  });
});
