// Documents over the API: what goes out to vendors, what comes back, and what takes its time to be made.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Evaluation } from '../../../server/usecases/stores.ts';
import { ANSWERED_FACT, ANSWERED_OPTION, filledSheet } from '../../builders/answer-sheet.ts';
import { openApi } from '../../builders/api-client.ts';
import type { ApiClient, ApiReply } from '../../builders/api-client.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
let api: ApiClient;
before(async () => {
  web = await startWeb();
  api = openApi(web.origin);
});
after(() => web.close());

async function started(): Promise<{ readonly evaluation: Evaluation; readonly base: string }> {
  const evaluation = await web.deps.evaluations.create({ title: '本社', answers: { employees: 120 } });
  return { evaluation, base: `/evaluations/${evaluation.id}` };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function untilOver(path: string): Promise<ApiReply['body']> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const { body } = await api.get(path);
    if (body.state !== 'waiting' && body.state !== 'making') return body;
    await setTimeout(100);
  }
  throw new Error('The document never got ready');
}

describe('sheets for vendors over the API', () => {
  it('are handed out per option, and an option that does not exist has none', async () => {
    const { base } = await started();

    const sheet = await api.raw('GET', `${base}/answer-sheets/${ANSWERED_OPTION}?lang=en`);

    assert.match(
      sheet.headers.get('content-disposition') ?? '',
      new RegExp(`answer-sheet-${ANSWERED_OPTION}-en\\.xlsx`),
    );
    assert.equal(Buffer.from(await sheet.arrayBuffer()).toString('latin1', 0, 2), 'PK');
    assert.equal((await api.get(`${base}/answer-sheets/no-such-option`)).status, 404);
  });

  it('are taken in, listed with what they declare, and taken out again', async () => {
    const { evaluation, base } = await started();
    const content = base64(await filledSheet(web.deps, evaluation, '777'));

    const taken = await api.post(`${base}/vendor-answers`, { fileName: '回答.xlsx', content, by: 'Sato' });

    assert.equal(taken.status, 201, JSON.stringify(taken.body));
    assert.deepEqual(
      [taken.body.optionId, taken.body.vendor, taken.body.takenBy, taken.body.facts[ANSWERED_FACT].value],
      [ANSWERED_OPTION, 'Example K.K.', 'Sato', 777],
    );
    assert.deepEqual((await api.get(`${base}/vendor-answers`)).body.sheets, [taken.body]);
    assert.equal((await api.delete(`${base}/vendor-answers/${taken.body.id}`)).status, 204);
    assert.equal((await api.delete(`${base}/vendor-answers/${taken.body.id}`)).status, 404);
    assert.deepEqual((await api.get(`${base}/vendor-answers`)).body.sheets, []);
  });

  it('with a faulty cell are refused with the cell and the reason, and nothing is taken in', async () => {
    const { evaluation, base } = await started();
    const content = base64(await filledSheet(web.deps, evaluation, 'たくさん'));

    const refused = await api.post(`${base}/vendor-answers`, { fileName: 'a.xlsx', content, by: 'Sato' });

    assert.equal(refused.status, 422);
    assert.match(refused.body.problems[0].path, /^[A-Z]+\d+$/);
    assert.deepEqual((await api.get(`${base}/vendor-answers`)).body.sheets, []);
  });

  it('that are no workbook, no Base64 or of nobody are refused at their place', async () => {
    const { base } = await started();
    const junk = base64(new TextEncoder().encode('junk'));
    const send = async (change: object): Promise<readonly unknown[]> => {
      const whole = { fileName: 'a.xlsx', content: junk, by: 'Sato', ...change };
      const { status, body } = await api.post(`${base}/vendor-answers`, whole);
      return [status, body.problems[0].path];
    };

    assert.deepEqual(await send({}), [422, '']);
    assert.deepEqual(await send({ content: 'not Base64!' }), [400, 'content']);
    assert.deepEqual(await send({ by: '' }), [422, 'by']);
  });

  it('stay in a frozen evaluation, and taking one in makes the next version', async () => {
    const { evaluation, base } = await started();
    const content = base64(await filledSheet(web.deps, evaluation, '777'));
    await api.post(`${base}/versions`, { by: 'Sato', reason: 'offers' });

    const taken = await api.post(`${base}/vendor-answers`, { fileName: 'a.xlsx', content, by: 'Sato' });
    const refused = await api.delete(`${base}/vendor-answers/${taken.body.id}`);

    assert.deepEqual([taken.status, refused.status, refused.body.code], [201, 409, 'frozen']);
    const { body } = await api.get(`${base}/versions`);
    assert.deepEqual(
      body.versions.map(({ cause }: { cause: string }) => cause),
      ['frozen', 'vendor-answers'],
    );
    assert.equal((await api.get(`${base}/vendor-answers`)).body.sheets.length, 1);
  });
});

describe('documents over the API', () => {
  it('the list of requirements comes at once, in the language and format asked for', async () => {
    const { base } = await started();

    const list = await api.raw('GET', `${base}/requirements?format=md&lang=en`);

    assert.equal(list.status, 200);
    assert.match(list.headers.get('content-disposition') ?? '', /-en\.md/);
    assert.match(await list.text(), /requirement/i);
    assert.equal((await api.get(`${base}/requirements?format=md&version=7`)).status, 404);
  });

  it('a report is ordered, followed, fetched and listed', async () => {
    const { base } = await started();

    const order = await api.post(`${base}/exports`, { document: 'report', format: 'md', lang: 'ja' });
    const path = `${base}/exports/${order.body.id}`;
    const over = await untilOver(path);

    assert.equal(order.status, 202);
    assert.equal(order.headers.get('location'), `/api/v1${path}`);
    assert.deepEqual([over.state, over.hasFile, over.reasons], ['ready', true, []]);
    assert.match(await (await api.raw('GET', `${path}/file`)).text(), /メールサーバー選定報告書/);
    assert.deepEqual((await api.get(`${base}/exports`)).body.exports, [over]);
    const { base: other } = await started();
    assert.equal((await api.get(`${other}/exports/${order.body.id}`)).status, 404);
  });

  it('an order that waits is taken back, and has no file', async () => {
    const { base } = await started();
    await api.post(`${base}/exports`, { document: 'report', format: 'pdf', lang: 'ja' });
    const { body: waiting } = await api.post(`${base}/exports`, {
      document: 'requirements',
      format: 'md',
      lang: 'en',
    });

    const cancelled = await api.post(`${base}/exports/${waiting.id}/cancel`, undefined);

    assert.deepEqual(
      [waiting.state, cancelled.body.state, cancelled.body.hasFile],
      ['waiting', 'cancelled', false],
    );
    assert.equal((await api.get(`${base}/exports/${waiting.id}/file`)).status, 404);
  });

  it('a version that does not exist fails with the reason, in the language of the reader', async () => {
    const { base } = await started();

    const order = await api.post(`${base}/exports`, {
      document: 'report',
      format: 'md',
      lang: 'ja',
      version: 9,
    });
    const over = await untilOver(`${base}/exports/${order.body.id}`);

    assert.equal(over.state, 'failed');
    assert.ok(over.reasons.length > 0);
  });

  it('nothing is sent where no mail server is set up, and the field is named', async () => {
    const { base } = await started();

    const refused = await api.post(`${base}/exports`, {
      document: 'report',
      format: 'md',
      lang: 'ja',
      sendTo: 'board@example.com',
    });

    assert.deepEqual([refused.status, refused.body.problems[0].path], [422, 'sendTo']);
    assert.deepEqual((await api.get(`${base}/exports`)).body.exports, []);
  });
});
