// What a finished run says on a terminal beyond its plain figures.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runLoad, startSink } from '../../../benchmarks/index.ts';
import type { RunResult } from '../../../benchmarks/index.ts';
import { findGeneratorDelay, findPolicies } from '../../../benchmarks/stats/server-notices.ts';
import { factLines } from '../../../server/cli/run-facts.ts';
import { displayWidth } from '../../../server/cli/table.ts';
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
    const factsWith = (calibratedRatePerSec: number): string => {
      const generator = { ...result.generator, calibratedRatePerSec };
      return factLines({ ...result, generator }, 'en').join(' ');
    };

    assert.match(factsWith(result.achievedRatePerSec * 4), /\(25% of it used\)/);
    assert.match(factsWith(result.achievedRatePerSec / 2), /above the [\d.]+\/s measured before the run/);
    assert.doesNotMatch(factsWith(result.achievedRatePerSec / 2), /%/);
  });

  it('fits into 80 columns in both languages, whatever the server said', async () => {
    const result = await shortRun('builtin');
    const sample = `550 5.7.1 ${'ご利用いただけません'.repeat(9)}`;
    const error = {
      phase: 'rcpt',
      replyCode: 550,
      enhancedCode: '5.7.1',
      class: 'policy',
      count: 3,
    } as const;
    const busy: RunResult = {
      ...result,
      verdict: 'generatorBound',
      verdictReason: 'generatorBusy',
      errors: [{ ...error, sample, firstSeenSec: 0, lastSeenSec: 1 }],
      notices: [
        ...findGeneratorDelay(50, 100_000),
        ...findPolicies(
          [
            {
              ...error,
              replyCode: 421,
              class: 'throttle',
              sample: 'too many connections',
              firstSeenSec: 0,
              lastSeenSec: 1,
            },
          ],
          3,
        ).notices,
      ],
    };

    for (const lang of ['en', 'ja'] as const) {
      const lines = runSummary(busy, lang).split('\n');
      assert.equal(busy.notices.length, 2);
      assert.deepEqual(
        lines.filter((line) => displayWidth(line) > 80),
        [],
      );
      assert.ok(lines.every((line) => !/^[、。）]/.test(line.trim())));
    }
  });

  it('says what was measured beside each threshold, in its unit, and how many were missed', async () => {
    const result = await shortRun('builtin');
    const thresholds = [
      { expression: 'errors<=0.1%', actual: 0.0212, passed: false },
      { expression: 'lost==0', actual: null, passed: false },
      { expression: 'p99FinalDotMs<=50', actual: 4.25, passed: true },
    ];

    const text = runSummary({ ...result, thresholds }, 'en');

    assert.match(
      text,
      /✗ {2}errors<=0\.1% +2\.12%\n✗ {2}lost==0 +not measured\n✓ {2}p99FinalDotMs<=50 +4\.25\n/,
    );
    assert.match(text, /2 of 3 thresholds missed\.$/);
  });

  it('says why a run ended early', async () => {
    const text = runSummary(await shortRun('smtp://127.0.0.1:1'), 'ja');

    assert.match(text, /終了前に中止されました。\n接続を一つも開けませんでした。/);
  });

  it('shows no table of phases where nobody answered', async () => {
    const sink = await startSink({});
    await sink.close();

    assert.match(runSummary(await shortRun('builtin'), 'en'), /phase \(ms\)/);
    assert.doesNotMatch(runSummary(await shortRun(`smtp://127.0.0.1:${sink.port}`), 'en'), /phase \(ms\)/);
  });
});
