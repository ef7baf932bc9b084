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

const ANSWERS = { employees: 300, 'data-location': ['japan'], 'support-language': ['japanese'] };

async function evaluation(lang: 'en' | 'ja' = 'en'): Promise<{ visitor: Visitor; path: string; id: string }> {
  const { id } = await web.deps.evaluations.create({ title: 'Head office', answers: ANSWERS });
  const visitor = openBrowserless(web.origin, lang);
  const path = `/evaluations/${id}`;
  await visitor.get(`${path}/weights`);
  return { visitor, path, id };
}

/** The address that is shown once after somebody was asked. */
async function invited(visitor: Visitor, path: string, name: string): Promise<string> {
  const html = await (await visitor.post(`${path}/weights/people`, { name })).text();
  return /value="[^"]*(\/weights\/[^"]+)"/.exec(html)?.[1] ?? assert.fail('no link');
}

const give = (visitor: Visitor, link: string, fields: Record<string, string>) =>
  visitor.post(`${link}/give?method=swing`, fields);
const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

describe('the people who give weights', () => {
  it('get a link each, which is shown only once', async () => {
    const { visitor, path } = await evaluation();

    const link = await invited(visitor, path, 'Sato');

    assert.doesNotMatch(await textOf(visitor, `${path}/weights`), new RegExp(link));
    assert.match(await textOf(visitor, link), /Your weights/);
  });

  it('must have a name, and no two the same; what was typed stays', async () => {
    const { visitor, path } = await evaluation();
    await invited(visitor, path, 'Sato');

    const again = await visitor.post(`${path}/weights/people`, { name: 'Sato' });
    const unnamed = await visitor.post(`${path}/weights/people`, { name: ' ' });

    assert.deepEqual([again.status, unnamed.status], [422, 422]);
    assert.match(await again.text(), /value="Sato"[^>]*aria-invalid="true"/);
  });

  it('see nobody else’s weights before all have given theirs, and the answers decide until then', async () => {
    const { visitor, path, id } = await evaluation();
    const [sato, suzuki] = [await invited(visitor, path, 'Sato'), await invited(visitor, path, 'Suzuki')];
    await give(visitor, sato, { 'p.cost': '100', 'p.trial': '20' });

    for (const page of [`${path}/weights`, suzuki]) {
      const html = await textOf(visitor, page);
      assert.doesNotMatch(html, /83\.3/, page);
      assert.doesNotMatch(html, /<h2 id="together">/, page);
    }
    const { group } = await web.deps.recommend(ANSWERS, 'preview');
    assert.equal(group, undefined);

    await give(visitor, suzuki, { 'p.archiving': '100' });
    const opened = await textOf(visitor, `${path}/weights`);
    assert.match(opened, /<h2 id="together">/);
    assert.match(opened, /The mean of the weights of 2 people.*Sato \(swing\), Suzuki \(swing\)/);
    assert.match(opened, /consensus-figure.*0%/s);
    assert.match(await textOf(visitor, `${path}/result`), /Sato/);
    assert.equal((await web.deps.opinions.listFor(id)).length, 2);
  });

  it('can be taken out again, which opens the weights of the others', async () => {
    const { visitor, path } = await evaluation();
    const sato = await invited(visitor, path, 'Sato');
    await invited(visitor, path, 'Suzuki');
    await give(visitor, sato, { 'p.cost': '100' });

    await visitor.post(`${path}/weights/people/remove`, { name: 'Suzuki' });

    assert.match(await textOf(visitor, `${path}/weights`), /Weights given by Sato by swing/);
  });

  it('who were only asked do not learn the address of the evaluation', async () => {
    const { visitor, path, id } = await evaluation();
    const link = await invited(visitor, path, 'Sato');

    assert.doesNotMatch(await textOf(visitor, link), new RegExp(`href="/evaluations/${id}`));
    assert.match(await textOf(visitor, `${link}?e=${id}`), new RegExp(`href="/evaluations/${id}/weights"`));
  });
});

describe('the page of one person', () => {
  async function person(lang: 'en' | 'ja' = 'en') {
    const { visitor, path, id } = await evaluation(lang);
    const link = await invited(visitor, path, 'Sato');
    await visitor.get(link);
    const kept = async () => web.deps.opinions.get(link.split('/')[2] ?? '');
    return { visitor, link, path, id, kept };
  }

  it('shows every improvement with its concrete ends, in both languages', async () => {
    for (const lang of ['en', 'ja'] as const) {
      const { visitor, link } = await person(lang);
      const html = await textOf(visitor, link);

      assert.match(html, /name="p\.mailboxSize"/);
      assert.match(html, lang === 'en' ? /GB: room for all the years you keep/ : /GB：残したい年数分が入る/);
    }
  });

  it('keeps a draft at once and says which points cannot be used, without forgetting them', async () => {
    const { visitor, link, kept } = await person();

    const response = await visitor.post(`${link}/draft?method=swing`, {
      'p.cost': '100',
      'p.mfa': 'lots',
      'd.cost': '10',
    });

    assert.deepEqual(await response.json(), {
      kind: 'saved',
      problems: [{ field: 'p.mfa', problem: 'Enter points from 0 to 100.' }],
    });
    assert.deepEqual((await kept())?.drafts.swing?.['points'], { cost: [90, 100] });
    assert.match(await textOf(visitor, link), /name="p\.mfa" value="lots"/);
  });

  it('plays back what the weights say in natural units', async () => {
    const { visitor, link } = await person('ja');
    await visitor.post(`${link}/draft?method=swing`, { 'p.mailboxSize': '100', 'p.cost': '50' });

    const html = await textOf(visitor, `${link}/playback?method=swing`);

    assert.match(html, /66\.7%/);
    assert.match(html, /「メールボックス容量」を[\d.]+ GBから[\d.]+ GBにすることと同じ価値/);
  });

  it('takes an order with ties', async () => {
    const { visitor, link, kept } = await person();

    await visitor.post(`${link}/draft?method=rank-order`, {
      'r.cost': '1',
      'r.mfa': '2',
      'r.archiving': '2',
    });

    assert.deepEqual((await kept())?.drafts['rank-order']?.['order'], [['cost'], ['mfa', 'archiving']]);
  });

  it('names the comparison to reconsider and offers the value that repairs it', async () => {
    const { visitor, link } = await person();
    const triple = { 'g.size.security': '3', 'g.security.support': '3' };

    await visitor.post(`${link}/draft?method=ahp`, { ...triple, 'g.size.support': '9' });
    assert.match(await textOf(visitor, `${link}/playback?method=ahp`), /The comparisons fit each other/);

    await visitor.post(`${link}/draft?method=ahp`, { ...triple, 'g.size.support': '-5' });
    const html = await textOf(visitor, `${link}/playback?method=ahp`);
    assert.match(html, /The comparisons contradict each other/);
    assert.match(html, /data-repair="g\.size\.support" data-value="9"/);
  });

  it('says so when comparisons do not link what they compare', async () => {
    const { visitor, link } = await person();

    await visitor.post(`${link}/draft?method=ahp`, { 'g.size.security': '3', 'g.support.cost': '3' });

    assert.match(await textOf(visitor, `${link}/playback?method=ahp`), /not used yet/);
  });

  it('does not take nothing for weights', async () => {
    const { visitor, link, kept } = await person();

    for (const method of ['swing', 'rank-order', 'ahp']) {
      assert.equal((await visitor.post(`${link}/give?method=${method}`, {})).status, 422, method);
    }
    assert.equal((await kept())?.givenAt, null);
  });

  it('gives weights, takes them back, and keeps them through a change of method', async () => {
    const { visitor, link, kept } = await person();

    await give(visitor, link, { 'p.cost': '100' });
    assert.notEqual((await kept())?.givenAt, null);
    await visitor.post(`${link}/take-back`, {});
    assert.equal((await kept())?.givenAt, null);
    await visitor.post(`${link}/draft?method=ahp`, { 'g.size.security': '3' });
    assert.match(await textOf(visitor, `${link}?method=swing`), /name="p\.cost" value="100"/);
  });

  it('does not exist under an address nobody was given', async () => {
    assert.equal((await openBrowserless(web.origin).get('/weights/AAAAAAAAAAAAAAAAAAAAAAAAAAA')).status, 404);
  });
});

describe('expert mode', () => {
  it('leads from the last question to one’s own weights, and from there to the weights of the evaluation', async () => {
    const visitor = openBrowserless(web.origin, 'ja');
    await visitor.get('/');
    const first = (await visitor.post('/evaluations', { mode: 'expert' })).headers.get('location') ?? '';
    const path = first.replace(/\/questions.*/, '');
    await visitor.get(first);

    const own = (await visitor.post(`${path}/questions/priorities`, {})).headers.get('location') ?? '';
    assert.match(own, /^\/weights\/[\w-]+\?e=/);
    const person = own.replace(/\?.*/, '');
    const given = await visitor.post(`${person}/give?method=swing&${own.split('?')[1]}`, { 'p.cost': '100' });

    assert.equal(given.headers.get('location'), `${path}/weights`);
    assert.match(await textOf(visitor, `${path}/weights`), /評価者1：スイング法による重みです/);
  });
});

describe('an evaluation', () => {
  it('can be deleted with everything that belongs to it', async () => {
    const { visitor, path, id } = await evaluation();
    const link = await invited(visitor, path, 'Sato');

    const deleted = await visitor.post(`${path}/delete`, {});

    assert.equal(deleted.headers.get('location'), '/');
    assert.equal(await web.deps.evaluations.get(id), null);
    assert.equal((await visitor.get(link)).status, 404);
  });
});
