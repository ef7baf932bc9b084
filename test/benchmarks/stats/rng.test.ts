import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createRng,
  nextBelow,
  nextExponential,
  nextNormal,
  nextUnit,
  rngFromState,
  shuffled,
  splitMix64,
} from '../../../benchmarks/stats/rng.ts';

test('xoshiro128** gives the reference values for the state 1, 2, 3, 4', () => {
  const rng = rngFromState([1, 2, 3, 4]);

  const drawn = Array.from({ length: 10 }, () => rng.nextUint32());

  // Output of the authors' xoshiro128starstar.c (v1.1), also the test vector of the Rust crate rand_xoshiro.
  assert.deepEqual(
    drawn,
    [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
  );
});

test('SplitMix64 gives the published values for the seed 1234567', () => {
  const next = splitMix64(1234567n);

  // Rosetta Code, "Pseudo-random numbers/Splitmix64".
  assert.deepEqual(
    Array.from({ length: 5 }, () => next()),
    [
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ],
  );
});

test('equal seeds give equal sequences, other seeds and other streams give others', () => {
  const sequence = (seed: number, stream?: number): number[] => {
    const rng = createRng(seed, stream);
    return Array.from({ length: 8 }, () => rng.nextUint32());
  };

  assert.deepEqual(sequence(7), sequence(7));
  assert.notDeepEqual(sequence(7), sequence(8));
  assert.notDeepEqual(sequence(7, 0), sequence(7, 1));
});

test('units lie in [0, 1), integers below their limit, and both are even', () => {
  const rng = createRng(1);
  const counts = Array.from({ length: 10 }, () => 0);

  for (let draw = 0; draw < 20_000; draw += 1) {
    const unit = nextUnit(rng);
    assert.ok(unit >= 0 && unit < 1);
    const chosen = nextBelow(rng, 10);
    counts[chosen] = (counts[chosen] ?? 0) + 1;
  }

  // Binomial(20000, 0.1) has a standard deviation of 42; five of them are never left by chance.
  for (const count of counts) assert.ok(Math.abs(count - 2000) < 212, `count ${count}`);
});

test('a limit that is no whole number from 1 to 2^32 is refused', () => {
  for (const limit of [0, -1, 1.5, 2 ** 33]) assert.throws(() => nextBelow(createRng(1), limit), RangeError);
});

test('normal and exponential draws have the mean and spread of their distribution', () => {
  const rng = createRng(2);
  const count = 20_000;

  const normals = Array.from({ length: count }, () => nextNormal(rng));
  const gaps = Array.from({ length: count }, () => nextExponential(rng, 5));

  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(Math.abs(mean(normals)) < 0.036);
  assert.ok(Math.abs(mean(normals.map((value) => value * value)) - 1) < 0.05);
  assert.ok(Math.abs(mean(gaps) - 5) < 0.18);
});

test('shuffling keeps every item and leaves the original alone', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);

  const order = shuffled(createRng(3), items);

  assert.deepEqual(
    order.toSorted((a, b) => a - b),
    items,
  );
  assert.notDeepEqual(order, items);
});
