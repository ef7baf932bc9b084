import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChangePoints } from '../../../benchmarks/stats/change-points.ts';
import { compareSamples } from '../../../benchmarks/stats/compare-samples.ts';
import { createRng, nextNormal } from '../../../benchmarks/stats/rng.ts';
import type { Rng } from '../../../benchmarks/stats/rng.ts';
import { fitScalability, predictedRate } from '../../../benchmarks/stats/scalability-law.ts';
import { studentCdf, studentQuantile } from '../../../benchmarks/stats/student-t.ts';

function noisy(rng: Rng, level: number, count: number, spread: number): number[] {
  return Array.from({ length: count }, () => level * Math.exp(spread * nextNormal(rng)));
}

// Abramowitz and Stegun, table 26.10.
for (const [probability, degrees, expected] of [
  [0.975, 1, 12.706],
  [0.975, 4, 2.776],
  [0.975, 10, 2.228],
  [0.975, 120, 1.98],
  [0.995, 5, 4.032],
] as const) {
  test(`the ${probability} quantile of t with ${degrees} degrees of freedom is ${expected}`, () => {
    assert.ok(Math.abs(studentQuantile(probability, degrees) - expected) < 6e-4);
  });
}

test('t with one degree of freedom is the Cauchy distribution', () => {
  for (const t of [-3, 0, 0.5, 10])
    assert.ok(Math.abs(studentCdf(t, 1) - (0.5 + Math.atan(t) / Math.PI)) < 1e-8);
});

test('two equal servers: no significant difference in at least 94 % of 2,000 comparisons', () => {
  const rng = createRng(20);
  let silent = 0;
  for (let trial = 0; trial < 2000; trial += 1) {
    const { difference } = compareSamples(noisy(rng, 1000, 6, 0.03), noisy(rng, 1000, 6, 0.03));
    if (difference === 'noSignificantDifference') silent += 1;
  }

  // 95 % are due; the standard error of 2,000 trials is 0.5 %.
  assert.ok(silent >= 1880, `${silent} of 2000`);
});

test('a server slowed by 5 % is found, and the interval holds the true ratio', () => {
  const rng = createRng(21);
  let found = 0;
  let covered = 0;
  for (let trial = 0; trial < 500; trial += 1) {
    const { difference, low, high } = compareSamples(noisy(rng, 1000, 8, 0.02), noisy(rng, 950, 8, 0.02));
    if (difference === 'lower') found += 1;
    if (low <= 0.95 && 0.95 <= high) covered += 1;
  }

  assert.ok(found >= 475, `${found} of 500`);
  assert.ok(covered >= 460, `${covered} of 500`);
});

test('two runs on a side are too few to say anything', () => {
  assert.equal(compareSamples([1, 2], [10, 20, 30]).difference, 'tooFewRuns');
});

test('runs without any spread differ when they differ', () => {
  assert.equal(compareSamples([5, 5, 5], [5, 5, 5]).difference, 'noSignificantDifference');
  assert.equal(compareSamples([5, 5, 5], [6, 6, 6]).difference, 'higher');
});

test('a history that drops by 10 % at run 20 has one change point there, a steady one has none', () => {
  const rng = createRng(22);
  const changed = [...noisy(rng, 1000, 20, 0.02), ...noisy(rng, 900, 15, 0.02)];
  const found = findChangePoints(changed, createRng(1));

  assert.equal(found.length, 1);
  assert.ok(Math.abs((found[0]?.index ?? 0) - 20) <= 1);
  assert.deepEqual(findChangePoints(noisy(rng, 1000, 40, 0.02), createRng(1)), []);
});

test('the scalability law is recovered exactly from its own values', () => {
  const truth = { lambda: 995.6486, alpha: 0.02671591, beta: 7.690945e-4 };
  const points = [1, 2, 4, 8, 16, 32, 64].map((sessions) => ({
    sessions,
    ratePerSec: predictedRate(truth, sessions),
  }));
  const fit = fitScalability(points);

  assert.ok(fit !== null);
  assert.ok(Math.abs(fit.lambda / truth.lambda - 1) < 1e-6);
  assert.ok(Math.abs(fit.alpha / truth.alpha - 1) < 1e-6);
  assert.ok(Math.abs(fit.beta / truth.beta - 1) < 1e-6);
  assert.ok(Math.abs((fit.peak?.sessions ?? 0) - Math.sqrt((1 - truth.alpha) / truth.beta)) < 1e-3);
  assert.equal(fit.isExtrapolated, false);
});

test('linear scaling has no peak, and no coefficient turns negative', () => {
  const fit = fitScalability(
    [1, 2, 3, 4, 5].map((sessions) => ({ sessions, ratePerSec: 100 * sessions * 1.001 ** sessions })),
  );

  assert.ok(fit !== null && fit.alpha >= 0 && fit.beta >= 0);
  assert.equal(fit.isExtrapolated, true);
  assert.equal(fitScalability([{ sessions: 1, ratePerSec: 1 }]), null);
});
