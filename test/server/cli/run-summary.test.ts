// What a finished run says on a terminal beyond its plain figures.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runLoad, startSink } from '../../../benchmarks/index.ts';
import type { RunResult } from '../../../benchmarks/index.ts';
import { factLines } from '../../../server/cli/run-facts.ts';
import { runSummary } from '../../../server/cli/run-summary.ts';

async function shortRun(target: string): Promise<RunResult> {
  const outcome = await runLoad(
    { target, load: { model: 'closed', sessions: 1, messages: 20 } },
    { onEvent: () => undefined },
  );
  assert.ok(!('refused' in outcome));
  return outcome;
}

describe('a finished run on a terminal', () => {
  it('states how much of the generator’s ceiling was used, and no share of a ceiling that the run surpassed', async () => {
    const result = await shortRun('builtin');
    const lineWith = (calibratedRatePerSec: number): string => {
      const generator = { ...result.generator, calibratedRatePerSec };
      return factLines({ ...result, generator }, 'en').find((line) => line.startsWith('Generator')) ?? '';
    };

    assert.match(lineWith(result.achievedRatePerSec * 4), /\(25% of it used\)/);
    assert.match(lineWith(result.achievedRatePerSec / 2), /which this run surpassed/);
    assert.doesNotMatch(lineWith(result.achievedRatePerSec / 2), /%/);
  });

  it('shows no table of phases where nobody answered', async () => {
    const sink = await startSink({});
    await sink.close();

    assert.match(runSummary(await shortRun('builtin'), 'en'), /phase \(ms\)/);
    assert.doesNotMatch(runSummary(await shortRun(`smtp://127.0.0.1:${sink.port}`), 'en'), /phase \(ms\)/);
  });
});
