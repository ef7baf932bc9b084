import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { PathLink } from '../../../../server/core/catalogue/smallest-limit.ts';
import { smallestLimit } from '../../../../server/core/catalogue/smallest-limit.ts';

const amount = fc.integer({ min: 0, max: 10_000 });
const anyLink: fc.Arbitrary<PathLink> = fc.oneof(
  fc.constant({ ends: null }),
  fc.tuple(amount, amount).map(([a, b]) => ({ ends: { min: Math.min(a, b), max: Math.max(a, b) } })),
);
const anyPath = fc.array(anyLink, { minLength: 1, maxLength: 6 });

describe('the smallest limit of a path', () => {
  it('is bound by the link with the smallest upper end and the one with the smallest lower end', () => {
    const wide = { ends: { min: 20, max: 150 } };
    const narrow = { ends: { min: 34, max: 34 } };
    const found = smallestLimit([wide, narrow]);

    assert.deepEqual([found?.min, found?.max], [20, 34]);
    assert.deepEqual(found?.binding, [narrow, wide]);
  });

  it('is an upper bound only where a link is silent, and nothing where all are', () => {
    const silent = { ends: null };
    const stated = { ends: { min: 20, max: 20 } };

    assert.deepEqual(smallestLimit([silent, stated]), {
      min: null,
      max: 20,
      binding: [stated],
      silent: [silent],
    });
    assert.equal(smallestLimit([silent, silent]), null);
  });

  it('never rises by another limit on the path', () => {
    fc.assert(
      fc.property(anyPath, anyLink, (path, added) => {
        const before = smallestLimit(path);
        const after = smallestLimit([...path, added]);
        if (before === null) return;
        assert.ok(after !== null && after.max <= before.max);
        assert.ok(after.min === null || (before.min !== null && after.min <= before.min));
      }),
      { seed: 20261127 },
    );
  });

  it('does not depend on the order in which mail passes the links', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const [one, other] = [smallestLimit(path), smallestLimit(path.toReversed())];
        assert.deepEqual([one?.min, one?.max], [other?.min, other?.max]);
      }),
      { seed: 20261127 },
    );
  });
});
