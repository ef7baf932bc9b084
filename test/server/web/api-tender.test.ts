// The tender rule of an evaluation over the HTTP API.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openApi } from '../../builders/api-client.ts';
import type { ApiClient } from '../../builders/api-client.ts';
import { startWeb } from '../../builders/web.ts';
import type { WebUnderTest } from '../../builders/web.ts';

let web: WebUnderTest;
let api: ApiClient;
before(async () => {
  web = await startWeb();
  api = openApi(web.origin);
});
after(() => web.close());

const RULE = { rule: 'additive', technicalPoints: 200, pricePoints: 100, reservePrice: 60_000_000 };
const SIGNATURE = { by: '佐藤', reason: '開札' };

async function evaluation(): Promise<string> {
  const { body } = await api.post('/evaluations', { title: '本社', answers: { employees: 300 } });
  return `/evaluations/${body.id}`;
}

describe('the tender rule over the API', () => {
  it('is declared, read, carried by the recommendation and the report, copied and taken back', async () => {
    const path = await evaluation();
    assert.equal((await api.get(`${path}/tender`)).status, 404);

    const put = await api.put(`${path}/tender`, { ...RULE, rounding: { mode: 'floor', decimals: 2 } });
    assert.deepEqual([put.status, put.body.tender.rounding.mode, put.body.revision], [200, 'floor', 1]);
    assert.deepEqual((await api.get(`${path}/tender`)).body, put.body);
    const ranked = await api.get(`${path}/recommendation?precision=preview`);
    assert.equal(ranked.body.tender.rule, 'additive');
    const report = await (await api.raw('GET', `${path}/report?format=md&lang=ja`)).text();
    assert.match(report, /予定価格60,000,000円/);
    const { body: copy } = await api.post(`${path}/copy`, { title: '支社' });
    assert.deepEqual((await api.get(`/evaluations/${copy.id}/tender`)).body.tender, put.body.tender);

    assert.equal((await api.delete(`${path}/tender`)).status, 204);
    assert.equal((await api.delete(`${path}/tender`)).status, 404);
    assert.equal((await api.get(`${path}/recommendation?precision=preview`)).body.tender, undefined);
  });

  it('is refused with every place at fault, by its schema and by what the rule needs', async () => {
    const path = await evaluation();

    const shape = await api.put(`${path}/tender`, { ...RULE, reservePrice: 0, tie: 'first' });
    const { reservePrice: _left, ...incomplete } = RULE;
    const lacking = await api.put(`${path}/tender`, { ...incomplete, bids: { nobody: 1 } });

    const places = (body: { problems: { path: string }[] }) => body.problems.map((one) => one.path);
    assert.deepEqual([shape.status, places(shape.body).toSorted()], [400, ['reservePrice', 'tie']]);
    assert.deepEqual([lacking.status, places(lacking.body)], [422, ['reservePrice', 'bids.nobody']]);
    assert.equal((await api.get(`${path}/tender`)).status, 404);
  });

  it('stays while the evaluation is frozen; bids make the next version with who, when and why', async () => {
    const path = await evaluation();
    await api.put(`${path}/tender`, RULE);
    await api.post(`${path}/versions`, SIGNATURE);

    const changed = await api.put(`${path}/tender`, { ...RULE, tie: 'lot' });
    const removed = await api.delete(`${path}/tender`);
    const unsigned = await api.put(`${path}/tender/bids`, { bids: { zimbra: 30_000_000 } });
    const bids = await api.put(`${path}/tender/bids`, { bids: { zimbra: 30_000_000 }, ...SIGNATURE });

    assert.deepEqual([changed.status, changed.body.code, removed.status], [409, 'frozen', 409]);
    assert.equal(unsigned.status, 422);
    assert.deepEqual(bids.body.tender, { ...RULE, bids: { zimbra: 30_000_000 } });
    const { versions } = (await api.get(`${path}/versions`)).body;
    assert.deepEqual(
      versions.map(({ cause, madeBy, reason }: Record<string, string>) => [cause, madeBy, reason]),
      [
        ['frozen', '佐藤', '開札'],
        ['bids', '佐藤', '開札'],
      ],
    );
    const { body: changes } = await api.get(`${path}/versions/1/changes?to=2`);
    assert.equal(changes.tender[0].id, 'bid:zimbra');
  });

  it('takes bids freely while the evaluation is open, and none where no rule is declared', async () => {
    const path = await evaluation();
    assert.equal((await api.put(`${path}/tender/bids`, { bids: {} })).status, 404);
    await api.put(`${path}/tender`, RULE);

    const bids = await api.put(`${path}/tender/bids`, { bids: { zimbra: 30_000_000 } });

    assert.deepEqual([bids.status, bids.body.tender.bids], [200, { zimbra: 30_000_000 }]);
    const entries = await web.deps.audit.search({ action: 'evaluation.bids-entered' }, { limit: 5 });
    assert.equal(entries[0]?.object, `/api/v1${path}/tender/bids`);
  });
});

describe('deleting over the API', () => {
  it('is refused once a version was frozen, says when there is nothing to delete, and is written down', async () => {
    const path = await evaluation();
    await api.post(`${path}/versions`, SIGNATURE);

    assert.equal((await api.delete(path)).status, 409);
    assert.equal((await api.get(path)).status, 200);
    assert.equal((await api.delete('/evaluations/no-such-evaluation')).status, 404);
    const open = await evaluation();
    assert.equal((await api.delete(open)).status, 204);
    const entries = await web.deps.audit.search({ action: 'evaluation.deleted' }, { limit: 5 });
    assert.deepEqual(
      entries.map(({ object }) => object),
      [`/api/v1${open}`],
    );
  });
});
