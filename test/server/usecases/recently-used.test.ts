import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recentlyUsed } from '../../../server/usecases/recently-used.ts';

describe('what was used recently', () => {
  it('is made once and then kept', () => {
    const kept = recentlyUsed<object>(2);
    const first = kept.get('a', () => ({}));

    assert.equal(
      kept.get('a', () => ({})),
      first,
    );
  });

  it('makes room by dropping what was not asked for the longest', () => {
    const kept = recentlyUsed<number>(2);
    kept.get('a', () => 1);
    kept.get('b', () => 1);
    kept.get('a', () => 2);
    kept.get('c', () => 1);

    assert.equal(
      kept.get('a', () => 3),
      1,
    );
    assert.equal(
      kept.get('b', () => 3),
      3,
    );
  });

  it('forgets a promise that failed, so that the next one tries again', async () => {
    const kept = recentlyUsed<Promise<number>>(2);
    await assert.rejects(kept.get('a', () => Promise.reject(new Error('broken'))));

    assert.equal(await kept.get('a', () => Promise.resolve(1)), 1);
  });
});
