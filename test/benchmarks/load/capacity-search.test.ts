import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { CapacitySearch } from '../../../benchmarks/load/capacity-search.ts';
import type { Bracket, Trial, TrialVerdict } from '../../../benchmarks/load/capacity-search.ts';

const OPTIONS = { startRatePerSec: 100, maxRatePerSec: 100_000, resolution: 0.05, maxTrials: 60 };

function runSearch(
  judge: (trial: Trial) => TrialVerdict,
  options = OPTIONS,
): { bracket: Bracket; trials: Trial[] } {
  const search = new CapacitySearch(options);
  const trials: Trial[] = [];
  for (let trial = search.next(); trial !== null; trial = search.next()) {
    trials.push(trial);
    search.take(trial, judge(trial));
  }
  return { bracket: search.bracket(), trials };
}

test('whatever the capacity, both confirmed bounds enclose it within the resolution', () => {
  fc.assert(
    fc.property(fc.double({ min: 2, max: 90_000, noNaN: true }), (capacity) => {
      const { bracket } = runSearch(({ ratePerSec }) => (ratePerSec <= capacity ? 'pass' : 'fail'));

      assert.equal(bracket.end, 'found');
      assert.ok(bracket.lowerRatePerSec <= capacity);
      assert.ok(bracket.upperRatePerSec !== null && bracket.upperRatePerSec > capacity);
      assert.ok(bracket.upperRatePerSec / bracket.lowerRatePerSec <= 1.05 + 1e-9);
      assert.ok(bracket.isUpperConfirmed);
    }),
  );
});

test('most trials are short: only the last ones take their full length', () => {
  const { trials } = runSearch(({ ratePerSec }) => (ratePerSec <= 3333 ? 'pass' : 'fail'));

  assert.ok(trials.length <= 14);
  assert.equal(trials.filter(({ length }) => length === 'full').length, 2);
});

test('a rate that passes for a short time only is not reported', () => {
  const { bracket } = runSearch(({ ratePerSec, length }) =>
    ratePerSec <= (length === 'short' ? 2000 : 1000) ? 'pass' : 'fail',
  );

  assert.ok(bracket.lowerRatePerSec <= 1000 && bracket.lowerRatePerSec > 900);
  assert.ok((bracket.upperRatePerSec ?? 0) > 1000 && (bracket.upperRatePerSec ?? 0) < 1100);
});

test('a server without a limit below the ceiling is confirmed at the ceiling', () => {
  const { bracket } = runSearch(() => 'pass');

  assert.deepEqual(bracket, {
    lowerRatePerSec: 100_000,
    upperRatePerSec: null,
    isUpperConfirmed: false,
    end: 'ceilingReached',
  });
});

test('a server that never passes ends with nothing, not with a guess', () => {
  const { bracket } = runSearch(() => 'fail');

  assert.equal(bracket.lowerRatePerSec, 0);
  assert.equal(bracket.end, 'nothingPassed');
});

test('a trial that says nothing about the server ends the search without a capacity', () => {
  const { bracket } = runSearch(({ ratePerSec }) => (ratePerSec > 500 ? 'unfit' : 'pass'));

  assert.equal(bracket.end, 'unfit');
  assert.equal(bracket.lowerRatePerSec, 0);
});

test('verdicts that contradict each other still end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<TrialVerdict>('pass', 'fail'), { minLength: 60, maxLength: 60 }),
      (verdicts) => {
        let count = 0;
        const { trials, bracket } = runSearch(() => {
          count += 1;
          return verdicts[count - 1] ?? 'fail';
        });
        assert.ok(trials.length <= 60);
        assert.ok(bracket.upperRatePerSec === null || bracket.upperRatePerSec >= bracket.lowerRatePerSec);
      },
    ),
  );
});

test('a rate that does not hold once more is given up, and the search goes on below it', () => {
  const search = new CapacitySearch(OPTIONS);
  const runOn = (capacity: number): void => {
    for (let trial = search.next(); trial !== null; trial = search.next()) {
      search.take(trial, trial.ratePerSec <= capacity ? 'pass' : 'fail');
    }
  };
  runOn(1000);
  const { lowerRatePerSec: first } = search.bracket();

  search.take({ ratePerSec: first, length: 'full' }, 'fail');
  runOn(0.9 * first);

  const { end, lowerRatePerSec, upperRatePerSec } = search.bracket();
  assert.equal(end, 'found');
  assert.ok(lowerRatePerSec <= 0.9 * first && lowerRatePerSec > 0.8 * first, `${lowerRatePerSec}`);
  assert.ok((upperRatePerSec ?? Infinity) <= first);
});
