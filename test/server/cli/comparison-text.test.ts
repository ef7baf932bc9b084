// Two sets of runs on a terminal: no word more than the runs show.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { compareRuns, runLoad } from '../../../benchmarks/index.ts';
import type { RunResult } from '../../../benchmarks/index.ts';
import { comparisonText } from '../../../server/cli/comparison-text.ts';
import { displayWidth } from '../../../server/cli/table.ts';

describe('a comparison on a terminal', () => {
  let run: RunResult;
  before(async () => {
    const outcome = await runLoad(
      { target: 'builtin', load: { model: 'closed', sessions: 1, messages: 20 } },
      { onEvent: () => undefined },
    );
    assert.ok(!('refused' in outcome));
    run = { ...outcome, verdict: 'valid', verdictReason: null };
  });
  const faster = (times: number): RunResult => ({
    ...run,
    achievedRatePerSec: times * run.achievedRatePerSec,
  });
  const three = (): RunResult[] => [faster(1), faster(1.02), faster(0.99)];

  it('fits into 80 columns in both languages', () => {
    const comparison = compareRuns(three(), three().toReversed());

    for (const lang of ['en', 'ja'] as const) {
      const lines = comparisonText(comparison, lang).split('\n');
      assert.deepEqual(
        lines.filter((line) => displayWidth(line) > 80),
        [],
      );
    }
  });

  it('has no ratio where one side has no valid run, and says what was left out', () => {
    const aborted: RunResult = { ...run, verdict: 'aborted', verdictReason: 'unreachable' };

    const text = comparisonText(compareRuns(three(), [aborted]), 'en');

    assert.doesNotMatch(text, /NaN|Infinity/);
    assert.match(text, /accepted\/s +\d+ +- +- +too few runs/);
    assert.match(text, /Left out because they are not valid: 1 of the runs\./);
  });

  it('warns that equal figures may be those of the generator where it was the limit', () => {
    const bound = three().map((one): RunResult => ({ ...one, verdict: 'generatorBound' }));
    const warning = /In 3 of the compared runs the generator was the limit/;

    assert.match(comparisonText(compareRuns(three(), bound), 'en'), warning);
    assert.doesNotMatch(comparisonText(compareRuns(three(), three()), 'en'), warning);
  });

  it('says that nothing was measured where a figure is nothing, not that the runs are too few', () => {
    const refused = three().map((one): RunResult => ({ ...one, achievedRatePerSec: 0 }));

    assert.match(comparisonText(compareRuns(three(), refused), 'en'), /accepted\/s .* not measured/);
  });
});
