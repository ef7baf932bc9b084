import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  calibrate,
  compareRuns,
  findCapacity,
  runLoad,
  splitByTarget,
  startSink,
} from '../../benchmarks/index.ts';
import type { CapacityResult, RunResult } from '../../benchmarks/index.ts';
import { NO_LIMITS } from '../../benchmarks/sink/limits.ts';

async function capacityOf(
  sinkOptions: Parameters<typeof startSink>[0],
  maxSessions: number,
): Promise<CapacityResult> {
  const sink = await startSink(sinkOptions);
  try {
    const result = await findCapacity(
      {
        target: `smtp://${sink.host}:${sink.port}`,
        objective: ['p99ResponseMs<=300', 'errors<=1%'],
        arrivals: 'even',
        maxSessions,
        startRatePerSec: 20,
        maxRatePerSec: 2000,
        resolution: 0.3,
        shortTrialSec: 1,
        fullTrialSec: 2,
      },
      { onTrial: () => undefined },
    );
    assert.ok(!('refused' in result));
    return result;
  } finally {
    await sink.close();
  }
}

test('two sessions of a server that takes 20 ms for a message carry at most 100 per second', async () => {
  const result = await capacityOf(
    {
      kind: 'scripted',
      faults: [
        {
          kind: 'stall',
          phase: 'finalDot',
          delayMs: 20,
          scope: 'session',
          share: 1,
          times: Infinity,
          skip: 0,
        },
      ],
    },
    2,
  );

  assert.equal(result.verdict, 'found');
  assert.ok(
    (result.lowerRatePerSec ?? 0) >= 50 && (result.lowerRatePerSec ?? 0) <= 130,
    `${result.lowerRatePerSec}`,
  );
  assert.ok((result.upperRatePerSec ?? 0) > (result.lowerRatePerSec ?? 0));
  assert.deepEqual(
    result.certificate.map(({ percent }) => percent),
    [80, 100, 120],
  );
  assert.equal(result.certificate[0]?.trial.verdict, 'pass');
});

test('a server that limits the rate gets no capacity, but its limit is named', async () => {
  const result = await capacityOf({ limits: { ...NO_LIMITS, maxMessagesPerSec: 50 } }, 20);

  assert.equal(result.verdict, 'policyBound');
  assert.equal(result.lowerRatePerSec, null);
  assert.ok(result.notices.some(({ id }) => id === 'rateLimit'));
});

test('a target that must not be loaded is refused before the first trial', async () => {
  const result = await findCapacity(
    { target: 'smtp://192.0.2.1:25', objective: ['errors<=1%'] },
    { onTrial: () => assert.fail('a trial was run') },
  );

  assert.ok('refused' in result);
});

test('calibration measures every way of sending', async () => {
  const { rows } = await calibrate({ durationSec: 0.3 }, { onEvent: () => undefined });

  assert.deepEqual(
    rows.map(({ mode }) => mode),
    ['plain', 'pipelined', 'chunked', 'newConnection'],
  );
  assert.ok(rows.every(({ ratePerSec }) => ratePerSec > 100));
});

for (const kind of ['null', 'reference', 'scripted'] as const) {
  test(`the ${kind} sink has a ceiling of its own`, async () => {
    const calibration = await calibrate({ sink: kind, durationSec: 0.6 }, { onEvent: () => undefined });

    assert.equal(calibration.sink, kind);
    assert.deepEqual(
      calibration.rows.map(({ ratePerSec }) => ratePerSec > 0),
      [true, true, true, true],
    );
  });
}

test('runs are compared by target, and settings that differ are named', async () => {
  const runs: RunResult[] = [];
  for (const label of ['a', 'b', 'a', 'b', 'a', 'b']) {
    const result = await runLoad(
      {
        target: 'builtin',
        label,
        load: { model: 'closed', sessions: label === 'a' ? 1 : 2, messages: 30 },
      },
      { onEvent: () => undefined },
    );
    assert.ok(!('refused' in result));
    runs.push(result);
  }
  const sets = splitByTarget(runs);
  assert.ok(sets !== null);

  const comparison = compareRuns(...sets);

  assert.deepEqual([comparison.firstLabel, comparison.secondLabel], ['a', 'b']);
  assert.deepEqual(comparison.differingSettings, ['load']);
  assert.equal(comparison.figures[0]?.first.length, 3);
  assert.equal(splitByTarget(runs.slice(0, 1)), null);
});
