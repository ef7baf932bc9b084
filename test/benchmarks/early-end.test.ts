// Runs that end before their time or lose mail, and what a script is told about them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitStatusOf, formatRun, runLoad, startSink } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import { parseFault } from '../../benchmarks/sink/fault-notation.ts';

function loadOf(durationSec: number, ratePerSec = 50): RunPlan['load'] {
  return { model: 'open', stages: [{ durationSec, startRatePerSec: ratePerSec, endRatePerSec: ratePerSec }] };
}

async function runAgainstRefusals(plan: Omit<RunPlan, 'target'>): Promise<RunResult> {
  const parsed = parseFault('reply:rcpt:550 5.1.1 No such user:20%');
  assert.ok(parsed.ok);
  const sink = await startSink({ kind: 'scripted', faults: [parsed.fault] });
  try {
    const target = `smtp://${sink.host}:${sink.port}`;
    const result = await runLoad({ target, ...plan }, { onEvent: () => undefined });
    assert.ok(!('refused' in result));
    return result;
  } finally {
    await sink.close();
  }
}

test('a run that is to stop on a miss ends as soon as its threshold is lost, and the answer is no', async () => {
  const result = await runAgainstRefusals({
    load: loadOf(10),
    thresholds: ['errors<=1%'],
    stopOnMiss: true,
  });

  assert.deepEqual([result.verdict, result.verdictReason], ['aborted', 'thresholdMissed']);
  assert.ok(result.durationSec < 5, `${result.durationSec} s`);
  assert.equal(result.thresholds[0]?.passed, false);
  assert.equal(exitStatusOf(result), 1);
});

test('a run that nobody asked to stop goes on to its end, and so does one whose threshold can still be met', async () => {
  const load = loadOf(2);
  const unasked = await runAgainstRefusals({ load, thresholds: ['errors<=1%'] });
  const hopeful = await runAgainstRefusals({ load, thresholds: ['errors<=90%'], stopOnMiss: true });

  assert.deepEqual([unasked.verdict, hopeful.verdict], ['valid', 'valid']);
  assert.deepEqual([unasked.messages.offered, hopeful.messages.offered], [100, 100]);
  assert.deepEqual([exitStatusOf(unasked), exitStatusOf(hopeful)], [1, 0]);
});

test('a run that was at its end when its threshold was lost is whole', async () => {
  const result = await runAgainstRefusals({
    load: { model: 'closed', sessions: 2, messages: 40 },
    thresholds: ['errors<=1%'],
    stopOnMiss: true,
  });

  assert.deepEqual([result.verdict, result.messages.offered], ['valid', 40]);
  assert.equal(exitStatusOf(result), 1);
});

test('a run that is stopped by hand has shown no threshold', async () => {
  const stop = new AbortController();
  const stopped = async (thresholds: string[]): Promise<RunResult> => {
    setTimeout(() => stop.abort(), 500);
    const result = await runLoad(
      { target: 'builtin', load: loadOf(10), thresholds },
      { onEvent: () => undefined, signal: stop.signal },
    );
    assert.ok(!('refused' in result));
    return result;
  };

  assert.equal(exitStatusOf(await stopped([])), 0);
  assert.equal(exitStatusOf(await stopped(['errors<=100%'])), 1);
});

test('the achieved rate is one over the whole time for arrivals, so few messages never beat the rate asked for', async () => {
  const result = await runLoad({ target: 'builtin', load: loadOf(2, 2) }, { onEvent: () => undefined });

  assert.ok(!('refused' in result));
  assert.equal(result.messages.accepted, 4);
  assert.ok(result.achievedRatePerSec <= 2, `${result.achievedRatePerSec}`);
});

test('a run whose accepted mail got lost on the way is answered with no, as in JUnit', async () => {
  const lose = parseFault('lose:20%');
  assert.ok(lose.ok);
  const sink = await startSink({ kind: 'scripted', faults: [lose.fault] });
  const target = `smtp://${sink.host}:${sink.port}`;
  const load = { model: 'closed', sessions: 2, messages: 60 } as const;

  const counted = await runLoad(
    { target, load },
    { onEvent: () => undefined, ledger: sink.ledger(), settleMs: 100 },
  );
  const uncounted = await runLoad({ target, load }, { onEvent: () => undefined });
  await sink.close();

  assert.ok(!('refused' in counted) && !('refused' in uncounted));
  assert.ok(counted.ledger.lost > 0);
  assert.deepEqual([exitStatusOf(counted), exitStatusOf(uncounted)], [1, 0]);
  assert.match(formatRun(counted, 'junit', 'en'), /failures="1"/);
});
