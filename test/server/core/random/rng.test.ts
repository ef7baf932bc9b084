import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addPicked,
  fillPicked,
  fillUnits,
  keyFor,
  pickAt,
  unitAt,
} from '../../../../server/core/random/rng.ts';

const DRAWS = 1 << 16;

function units(key: number): Float64Array {
  const drawn = new Float64Array(DRAWS);
  fillUnits(key, 0, drawn);
  return drawn;
}

/** χ² against equal counts. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** √n times the correlation: standard normal where there is none. */
function correlationZ(one: Float64Array, other: Float64Array): number {
  const sum = one.reduce((total, value, index) => total + (value - 0.5) * ((other[index] ?? 0) - 0.5), 0);
  return (sum / one.length) * 12 * Math.sqrt(one.length);
}

describe('draws named by key and place', () => {
  it('are the same one by one and in a run, wherever the run starts', () => {
    const run = new Float64Array(100);
    fillUnits(-77, 1_000, run);

    assert.deepEqual(
      [...run],
      Array.from(run, (_, index) => unitAt(-77, 1_000 + index)),
    );
  });

  it('are uniform: 256 classes filled evenly for each of 20 keys', () => {
    for (let name = 0; name < 20; name++) {
      const counts = Array<number>(256).fill(0);
      for (const unit of units(keyFor(1, String(name)))) {
        const place = Math.floor(unit * 256);
        counts[place] = (counts[place] ?? 0) + 1;
      }
      // 255 degrees of freedom: beyond 350 once in 30,000.
      assert.ok(chiSquare(counts) < 350, `${name}: ${chiSquare(counts)}`);
    }
  });

  it('of one key do not depend on the draw before', () => {
    for (let name = 0; name < 20; name++) {
      const drawn = units(keyFor(2, String(name)));

      assert.ok(Math.abs(correlationZ(drawn.subarray(1), drawn.subarray(0, -1))) < 4.5);
    }
  });

  it('of two keys do not depend on each other, not even where the keys differ in one bit', () => {
    const key = keyFor(3, 'option', 'criterion');
    const drawn = units(key);
    for (let bit = 0; bit < 32; bit++) {
      assert.ok(Math.abs(correlationZ(drawn, units(key ^ (1 << bit)))) < 4.5, `bit ${bit}`);
    }
  });

  it('pick every number about equally often', () => {
    for (const count of [3, 6, 10, 15, 1024]) {
      const counts = Array<number>(count).fill(0);
      for (let index = 0; index < DRAWS; index++) {
        const picked = pickAt(99, index, count);
        counts[picked] = (counts[picked] ?? 0) + 1;
      }
      assert.equal(counts.length, count);
      assert.ok(chiSquare(counts) < count + 5 * Math.sqrt(2 * count), `${count}: ${chiSquare(counts)}`);
    }
  });

  it('picked from a table are the same filled in and added up', () => {
    const source = { key: 4, table: Float64Array.of(0, 0.25, 1) };
    const filled = new Float64Array(50);
    const added = new Float64Array(50).fill(2);
    fillPicked(source, 10, filled);
    addPicked(source, 10, new Float64Array(50).fill(4), added);

    assert.deepEqual(
      [...added],
      Array.from(filled, (value) => 2 + 4 * value),
    );
    assert.ok(new Set(filled).size === 3);
  });
});

describe('keys', () => {
  it('differ with the seed, each name and their order', () => {
    const keys = [
      keyFor(1, 'a', 'b'),
      keyFor(2, 'a', 'b'),
      keyFor(1, 'b', 'a'),
      keyFor(1, 'ab'),
      keyFor(1, 'a', 'c'),
    ];

    assert.equal(new Set(keys).size, keys.length);
  });
});
