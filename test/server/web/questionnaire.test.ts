import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowserless } from '../../builders/visitor.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

async function startEvaluation(
  lang: 'en' | 'ja' = 'en',
): Promise<{ visitor: Visitor; path: string; id: string }> {
  const visitor = openBrowserless(web.origin, lang);
  await visitor.get('/');
  const location = (await visitor.post('/evaluations', {})).headers.get('location') ?? '';
  const path = location.replace(/\/questions\/.*/, '');
  await visitor.get(location);
  return { visitor, path, id: path.split('/')[2] ?? '' };
}

const answersOf = async (id: string) => (await web.deps.evaluations.get(id))?.answers;

describe('a section of the questionnaire', () => {
  it('asks every question in both languages with a reason and a way to say "I don’t know"', async () => {
    const { questionnaire } = web.deps;
    for (const lang of ['en', 'ja'] as const) {
      const { visitor, path } = await startEvaluation(lang);
      for (const section of questionnaire.sections) {
        const html = await (await visitor.get(`${path}/questions/${section.id}`)).text();
        const questions = questionnaire.questions.filter((question) => question.section === section.id);

        assert.equal(html.match(/<fieldset/g)?.length, questions.length);
        assert.equal(html.match(/value="unknown"/g)?.length, questions.length);
        assert.equal(html.match(/<details class="why">/g)?.length, questions.length);
      }
    }
  });

  it('saves what was answered and leads to the next section', async () => {
    const { visitor, path, id } = await startEvaluation();

    const saved = await visitor.post(`${path}/questions/size`, {
      'a.employees': '300',
      'a.mail-volume': 'average',
      'u.attachment-size': 'unknown',
    });

    assert.equal(saved.status, 303);
    assert.equal(saved.headers.get('location'), `${path}/questions/security`);
    assert.deepEqual(await answersOf(id), {
      employees: 300,
      'mail-volume': ['average'],
      'attachment-size': 'unknown',
    });
  });

  it('leads to the result after the last section', async () => {
    const { visitor, path } = await startEvaluation();
    const last = web.deps.questionnaire.sections.at(-1)?.id ?? '';

    assert.equal(
      (await visitor.post(`${path}/questions/${last}`, {})).headers.get('location'),
      `${path}/result`,
    );
  });

  it('takes numbers as people type them, full-width and with separators', async () => {
    const { visitor, path, id } = await startEvaluation('ja');

    await visitor.post(`${path}/questions/size`, { 'a.employees': '１，２００' });

    assert.equal((await answersOf(id))?.['employees'], 1200);
  });

  it('says beside the field and on top what is wrong, keeps what was typed, and saves the rest', async () => {
    const { visitor, path, id } = await startEvaluation();

    const response = await visitor.post(`${path}/questions/size`, {
      'a.employees': 'about "300"',
      'a.mail-volume': 'heavy',
    });
    const html = await response.text();

    assert.equal(response.status, 422);
    assert.match(html, /<a href="#employees">/);
    assert.match(html, /id="employees-error">Enter a number/);
    assert.match(html, /value="about &#34;300&#34;"[^>]*aria-invalid="true"/s);
    assert.deepEqual(await answersOf(id), { 'mail-volume': ['heavy'] });
  });

  it('refuses what the question does not offer', async () => {
    const { visitor, path, id } = await startEvaluation();

    for (const fields of [
      { 'a.mail-volume': 'enormous' },
      { 'a.employees': '0' },
      { 'a.employees': '1.5' },
      { 'a.employees': '1e3' },
      { 'a.employees': 'Infinity' },
      { 'a.employees': '__proto__' },
    ]) {
      assert.equal(
        (await visitor.post(`${path}/questions/size`, fields)).status,
        422,
        JSON.stringify(fields),
      );
    }
    assert.deepEqual(await answersOf(id), {});
  });

  it('believes the newer of a number and its "I don’t know", also without a script', async () => {
    const { visitor, path, id } = await startEvaluation();
    const save = (fields: Record<string, string>) => visitor.post(`${path}/questions/size`, fields);

    await save({ 'a.employees': '300' });
    await save({ 'a.employees': '300', 'u.employees': 'unknown' });
    assert.equal((await answersOf(id))?.['employees'], 'unknown');

    await save({ 'a.employees': '250', 'u.employees': 'unknown' });
    assert.equal((await answersOf(id))?.['employees'], 250);
  });

  it('tells when somebody else changed the same answer meanwhile, and lets the person insist', async () => {
    const { visitor, path, id } = await startEvaluation();
    await visitor.post(`${path}/questions/size`, { 'a.employees': '10' });
    const opened = await (await visitor.get(`${path}/questions/size`)).text();
    const version = /name="version" value="(\d+)"/.exec(opened)?.[1] ?? '';
    await web.deps.evaluations.saveAnswers(id, { employees: 20 });

    const late = await visitor.post(`${path}/questions/size`, { version, 'a.employees': '30' });
    const html = await late.text();
    assert.equal(late.status, 409);
    assert.match(html, /Somebody changed these answers meanwhile/);
    assert.equal((await answersOf(id))?.['employees'], 20);

    const seen = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
    await visitor.post(`${path}/questions/size`, { version: seen, 'a.employees': '30' });
    assert.equal((await answersOf(id))?.['employees'], 30);
  });

  it('does not exist for an evaluation or section nobody made', async () => {
    const { visitor, path } = await startEvaluation();

    assert.equal((await visitor.get(`${path}/questions/no-such-section`)).status, 404);
    assert.equal((await visitor.get('/evaluations/AAAAAAAAAAAAAAAAAAAAAAAAAAA/questions/size')).status, 404);
  });
});

describe('saving one answer at a time', () => {
  it('stores it at once and leaves the others alone', async () => {
    const { visitor, path, id } = await startEvaluation();

    await visitor.post(`${path}/answers`, { question: 'employees', 'a.employees': '40' });
    const response = await visitor.post(`${path}/answers`, {
      question: 'mail-volume',
      'a.mail-volume': 'light',
    });

    assert.equal(((await response.json()) as { kind: string }).kind, 'saved');
    assert.deepEqual(await answersOf(id), { employees: 40, 'mail-volume': ['light'] });
  });

  it('answers with the sentence to show when the answer cannot be used', async () => {
    const { visitor, path } = await startEvaluation('ja');

    const response = await visitor.post(`${path}/answers`, {
      question: 'employees',
      'a.employees': 'たくさん',
    });

    assert.deepEqual(await response.json(), {
      kind: 'wrong',
      problem: '数字で入力してください（例：300）。',
    });
  });

  it('knows no other questions than those of the questionnaire', async () => {
    const { visitor, path, id } = await startEvaluation();

    const response = await visitor.post(`${path}/answers`, { question: '__proto__', 'a.__proto__': 'x' });

    assert.equal(response.status, 400);
    assert.deepEqual(await answersOf(id), {});
  });
});

describe('an evaluation', () => {
  it('can be reviewed, renamed and copied', async () => {
    const { visitor, path } = await startEvaluation();
    await visitor.post(`${path}/answers`, { question: 'employees', 'a.employees': '1234' });
    await visitor.get(path);

    await visitor.post(`${path}/name`, { title: 'Head office <2027>' });
    const html = await (await visitor.get(path)).text();
    assert.match(html, /<h1>Head office &lt;2027&gt;<\/h1>/);
    assert.match(html, /1,234 people/);

    const copied = (await visitor.post(`${path}/copy`, {})).headers.get('location') ?? '';
    assert.notEqual(copied, path);
    assert.match(await (await visitor.get(copied)).text(), /<h1>Copy of Head office/);
  });

  it('is listed on the start page, last changed first', async () => {
    const { visitor, path } = await startEvaluation();
    await visitor.post(`${path}/name`, { title: 'The latest' });

    const html = await (await visitor.get('/')).text();

    assert.ok(html.indexOf('The latest') > 0);
    assert.match(html, new RegExp(`href="${path}"`));
  });
});
