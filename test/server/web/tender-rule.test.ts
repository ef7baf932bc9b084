import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { freezeEvaluation } from '../../../server/usecases/evaluation-versions.ts';
import { tenderExample } from '../../../server/web/view-models/tender-example.ts';
import { startWebWithAccounts } from '../../builders/accounts.ts';
import { openBrowserless } from '../../builders/visitor.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const ADDITIVE = {
  rule: 'additive',
  technicalPoints: '200',
  pricePoints: '100',
  reservePrice: '60,000,000',
  rounding: 'floor',
  decimals: '2',
  tie: 'lower-price',
  revision: '0',
};
const SIGNATURE = { by: '佐藤', reason: '開札' };

async function started(lang: 'en' | 'ja' = 'en') {
  const { id } = await web.deps.evaluations.create({ title: 'HQ', answers: { employees: 300 } });
  const visitor = openBrowserless(web.origin, lang);
  const page = `/evaluations/${id}/tender-rule`;
  await visitor.get(page);
  return { visitor, id, page, result: `/evaluations/${id}/result` };
}

const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

describe('the page on the tender rule', () => {
  it('declares a rule, which the result then shows, and takes it back', async () => {
    const { visitor, page, result, id } = await started();
    assert.match(await textOf(visitor, result), new RegExp(`href="${page}">Declare a tender rule`));

    const answer = await visitor.post(page, ADDITIVE);

    assert.deepEqual([answer.status, answer.headers.get('location')], [303, page]);
    assert.deepEqual((await web.deps.tenders.get(id))?.statement, {
      rule: 'additive',
      technicalPoints: 200,
      pricePoints: 100,
      reservePrice: 60_000_000,
      rounding: { mode: 'floor', decimals: 2 },
      tie: 'lower-price',
    });
    const declared = await textOf(visitor, page);
    assert.match(declared, /price points = 100 × \(1 − price ÷ reserve price of ¥60,000,000\)/);
    assert.match(declared, /cut off after 2 decimals\.<br>Equal totals: the lower price wins/);
    const shown = await textOf(visitor, result);
    assert.match(shown, /<h3 id="tender">/);
    assert.match(shown, /reserve price of ¥60,000,000/);
    const points = [...shown.matchAll(/data-label="Technical points">([\d.]+)</g)].map(([, text]) => text);
    assert.ok(points.length > 3);
    for (const text of points) assert.match(text ?? '', /^\d+\.\d\d$/);

    await visitor.get(page);
    assert.equal((await visitor.post(`${page}/withdraw`, {})).status, 303);
    assert.equal(await web.deps.tenders.get(id), null);
    assert.doesNotMatch(await textOf(visitor, result), /<h3 id="tender">/);
  });

  it('says at the field and on top what is wrong, keeps what was typed, and declares nothing', async () => {
    const { visitor, page, id } = await started('ja');

    const answer = await visitor.post(page, { ...ADDITIVE, technicalPoints: '二百', reservePrice: '' });

    const html = await answer.text();
    assert.equal(answer.status, 422);
    assert.match(html, /<a href="#technicalPoints">技術点の配点：0より大きい数値/);
    assert.match(html, /<a href="#reservePrice">予定価格：0より大きい数値/);
    assert.match(html, /id="technicalPoints" name="technicalPoints" value="二百"[^>]*aria-invalid="true"/);
    assert.match(html, /name="rule" value="additive" checked/);
    assert.match(html, /<option value="lower-price" selected>/);
    assert.equal(await web.deps.tenders.get(id), null);
  });

  it('asks for a rule where none was chosen', async () => {
    const { visitor, page } = await started();

    const answer = await visitor.post(page, { ...ADDITIVE, rule: '' });

    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /<a href="#rule">Rule: Choose a rule\./);
  });

  it('takes figures in full-width digits and with thousands marked, and leaves an optional one empty', async () => {
    const { visitor, page, id } = await started('ja');

    await visitor.post(page, {
      ...ADDITIVE,
      rule: 'division',
      technicalPoints: '５０',
      standardPoints: '100',
      perAmount: '１，０００，０００円',
      reservePrice: '',
      rounding: 'none',
    });

    assert.deepEqual((await web.deps.tenders.get(id))?.statement, {
      rule: 'division',
      technicalPoints: 50,
      standardPoints: 100,
      perAmount: 1_000_000,
      tie: 'lower-price',
    });
  });

  it('warns about the rule whose scale depends on who bids', async () => {
    const { visitor, page } = await started();
    await visitor.post(page, { ...ADDITIVE, rule: 'relative-lowest-price' });

    const html = await textOf(visitor, page);

    assert.match(html, /notice-caution">This rule scores a price against the lowest bid/);
  });

  it('keeps bids when the rule changes, and refuses a change that was made on an older one', async () => {
    const { visitor, page, id } = await started();
    await visitor.post(page, ADDITIVE);
    await visitor.post(`${page}/bids`, { 'option.0': 'zimbra', 'price.0': '30,000,000' });

    const late = await visitor.post(page, { ...ADDITIVE, tie: 'lot', revision: '1' });
    const inTime = await visitor.post(page, { ...ADDITIVE, tie: 'lot', revision: '2' });

    assert.deepEqual([late.status, inTime.status], [409, 303]);
    assert.match(await late.text(), /Somebody changed the rule/);
    const { statement } = (await web.deps.tenders.get(id)) ?? {};
    assert.deepEqual([statement?.['tie'], statement?.['bids']], ['lot', { zimbra: 30_000_000 }]);
  });
});

describe('the tender result', () => {
  it('names what is out for its price, and what has none', async () => {
    const { visitor, page, result } = await started();
    await visitor.post(page, { ...ADDITIVE, reservePrice: '10,000,000' });

    const html = await textOf(visitor, result);

    assert.match(html, /Out, because the price exceeds the reserve price: [^<]*Stalwart/);
    assert.match(html, /Without a price: [^<]*grommunio/);
  });
});

describe('bids', () => {
  it('count instead of the estimate, and go when their price is cleared', async () => {
    const { visitor, page, result, id } = await started();
    await visitor.post(page, ADDITIVE);

    await visitor.post(`${page}/bids`, { 'option.2': 'zimbra', 'price.2': '12,345,678' });

    assert.match(await textOf(visitor, page), /name="bid\.zimbra" value="12,345,678"/);
    const shown = await textOf(visitor, result);
    assert.match(shown, /12,345,678 <small class="muted">\(bid\)</);
    assert.match(shown, /<small class="muted">\(estimate\)</);
    await visitor.post(`${page}/bids`, { 'bid.zimbra': '' });
    assert.deepEqual((await web.deps.tenders.get(id))?.statement['bids'], {});
  });

  it('are refused at their field, and what was typed stays', async () => {
    const { visitor, page, id } = await started();
    await visitor.post(page, ADDITIVE);

    const unknown = await visitor.post(`${page}/bids`, { 'price.1': '5' });
    const free = await visitor.post(`${page}/bids`, { 'option.0': 'zimbra', 'price.0': 'free' });

    assert.match(await unknown.text(), /<a href="#option\.1">Option 2: Choose the option/);
    const html = await free.text();
    assert.match(html, /<a href="#price\.0">Price 1: Give a number above 0\./);
    assert.match(html, /id="price\.0"[^>]*value="free"[^>]*aria-invalid="true"/);
    assert.match(html, /<option value="zimbra" selected>/);
    assert.deepEqual([unknown.status, free.status], [422, 422]);
    assert.equal((await web.deps.tenders.get(id))?.statement['bids'], undefined);
  });

  it('make the next version of a frozen evaluation, signed; its rule stays', async () => {
    const { visitor, page, id } = await started();
    await visitor.post(page, ADDITIVE);
    await freezeEvaluation(web.deps, id, SIGNATURE);
    const frozen = await textOf(visitor, page);
    assert.doesNotMatch(frozen, /name="technicalPoints"/);
    assert.match(frozen, /the rule cannot be changed/);

    const bid = { 'option.0': 'zimbra', 'price.0': '30000000' };
    const changed = await visitor.post(page, { ...ADDITIVE, revision: '1' });
    const withdrawn = await visitor.post(`${page}/withdraw`, {});
    const unsigned = await visitor.post(`${page}/bids`, bid);
    const signed = await visitor.post(`${page}/bids`, { ...bid, ...SIGNATURE });

    assert.deepEqual(
      [changed.status, withdrawn.status, unsigned.status, signed.status],
      [409, 409, 422, 303],
    );
    assert.match(await unsigned.text(), /<a href="#reason">Reason: Write the reason\./);
    const comparison = await textOf(visitor, `/evaluations/${id}/versions/compare?from=1&to=2`);
    assert.match(comparison, /Tender rule: what differs/);
    assert.match(comparison, /Bid: Zimbra.*–.*¥30,000,000/s);
    assert.match(await textOf(visitor, `/evaluations/${id}/versions`), /Bids came in/);
  });
});

describe('the worked example', () => {
  it('shows an offer above the reserve price out, beyond the budget in, and a further offer swapping two', () => {
    const { rows } = tenderExample('en');
    const shown = rows.map(({ cells }) => cells.map(({ total, rank }) => `${total} ${rank ?? ''}`.trim()));

    assert.deepEqual(shown, [
      ['out', '155 rank 1', '135 rank 2'],
      ['28.9 rank 3', '38.3 rank 2', '80 rank 1'],
      ['160 rank 1', '155 rank 2', '135 rank 3'],
      ['226.7 rank 2', '230 rank 1', '–'],
      ['182.2 rank 1', '163.3 rank 2', '160 rank 3'],
    ]);
    assert.deepEqual(
      rows.map(({ steps }) => steps.at(-1)),
      [
        '130 + 25 = 155',
        '(100 + 130) ÷ 6,000,000 × 1,000,000 = 38.3',
        '160 + 0 = 160',
        '130 + 100 = 230',
        '130 + 33.3 = 163.3',
      ],
    );
  });
});

describe('people with accounts', () => {
  it('may read the rule as viewers but not declare it, and what is declared is written down', async () => {
    const guarded = await startWebWithAccounts();
    const { id } = await guarded.deps.evaluations.create({ title: 'HQ', answers: { employees: 300 } });
    const page = `/evaluations/${id}/tender-rule`;
    const viewer = await guarded.signedInAs('viewer');
    const evaluator = await guarded.signedInAs('evaluator');
    await evaluator.get(page);

    const declared = await evaluator.post(page, ADDITIVE);
    const read = await viewer.get(page);
    const refused = await viewer.post(page, { ...ADDITIVE, revision: '1' });
    const entries = await guarded.deps.audit.search({ action: 'evaluation.tender-declared' }, { limit: 5 });
    await guarded.close();

    assert.deepEqual([declared.status, read.status, refused.status], [303, 200, 403]);
    const html = await read.text();
    assert.match(html, /reserve price of ¥60,000,000/);
    assert.doesNotMatch(html, /<form[^>]*tender-rule/);
    assert.deepEqual(
      entries.map(({ object }) => object),
      [page],
    );
  });
});
