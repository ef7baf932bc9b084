import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRecommendThread } from '../../../../server/adapters/recommend-thread/recommend-thread.ts';
import type { RecommendThread } from '../../../../server/adapters/recommend-thread/recommend-thread.ts';
import { recommendFor } from '../../../../server/usecases/recommend.ts';
import { shippedBasis } from '../../../builders/web.ts';

const REQUEST = { answers: { employees: 300 }, runs: [], seed: 1, samples: 100, today: '2026-11-23' };

describe('decision thread', () => {
  const basis = shippedBasis();
  let thread: RecommendThread;
  before(() => {
    thread = createRecommendThread(basis);
  });
  after(() => thread.close());

  it('gives the same document as computing in place', async () => {
    const inPlace = recommendFor(basis, REQUEST);

    assert.deepEqual(await thread.compute(REQUEST), inPlace.ok ? inPlace.value : null);
  });

  it('leaves the event loop free while it computes', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await thread.compute({ ...REQUEST, samples: 5_000, seed: 2 });
    clearInterval(timer);

    assert.ok(ticks >= 5, `${ticks} ticks`);
  });

  it('rejects answers that cannot be used and goes on with the next request', async () => {
    await assert.rejects(thread.compute({ ...REQUEST, answers: { employees: 'many' } }));

    assert.equal((await thread.compute(REQUEST)).schema, 'mailfit.recommendation/1');
  });

  it('rejects what was under way when it is closed, and starts again when asked again', async () => {
    const other = createRecommendThread(basis);
    const underWay = other.compute({ ...REQUEST, samples: 20_000 });
    await other.close();

    await assert.rejects(underWay);
    assert.equal((await other.compute(REQUEST)).schema, 'mailfit.recommendation/1');
    await other.close();
  });
});
