// Runs whose threads have different lengths or too little to do, and arrivals that nobody could start.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLoad, startSink } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import type { RateStages } from '../../benchmarks/schema/plan.generated.ts';
import type { SinkOptions } from '../../benchmarks/sink/sink-options.ts';

const STALLED: Partial<SinkOptions> = {
  kind: 'scripted',
  faults: [
    {
      kind: 'stall',
      phase: 'finalDot',
      delayMs: 20_000,
      scope: 'session',
      share: 1,
      times: Infinity,
      skip: 0,
    },
  ],
};

function constantRate(ratePerSec: number, durationSec: number): RateStages {
  return [{ durationSec, startRatePerSec: ratePerSec, endRatePerSec: ratePerSec }];
}

async function loadSink(
  options: Partial<SinkOptions>,
  plan: Omit<RunPlan, 'target'>,
  stopAfterMs?: number,
): Promise<RunResult> {
  const sink = await startSink(options);
  const hooks = { onEvent: () => undefined };
  try {
    const result = await runLoad(
      { target: `smtp://${sink.host}:${sink.port}`, ...plan },
      stopAfterMs === undefined ? hooks : { ...hooks, signal: AbortSignal.timeout(stopAfterMs) },
    );
    assert.ok(!('refused' in result), 'reason' in result ? result.reason : '');
    return result;
  } finally {
    await sink.close();
  }
}

test('more threads than sessions: the run ends, and the threads are as many as have a session', async () => {
  const closed = await loadSink({}, { workers: 3, load: { model: 'closed', sessions: 1, messages: 9 } });
  const open = await loadSink(
    {},
    { workers: 2, load: { model: 'open', maxSessions: 1, stages: constantRate(20, 0.5) } },
  );
  const held = await loadSink({}, { workers: 4, load: { model: 'hold', connections: 2, holdSec: 0.1 } });

  assert.equal(closed.messages.accepted, 9);
  assert.equal(closed.generator.workers, 1);
  assert.equal(open.messages.accepted, 10);
  assert.equal(held.hold?.heldAtEnd, 2);
});

test('a class of clients that ends early leaves the seconds of the others as they are', async () => {
  const result = await loadSink(
    {},
    {
      load: { model: 'open', stages: constantRate(20, 4) },
      classes: [{ name: 'short', load: { model: 'open', stages: constantRate(40, 1) } }],
    },
  );

  assert.equal(result.messages.accepted, 120);
  const [first, ...later] = result.series.map(({ offered }) => offered);
  assert.ok((first ?? 0) >= 55, `${first}`);
  for (const offered of later) assert.ok(offered <= 25, later.join(' '));
});

test('arrivals that wait when the run is stopped count as offered and dropped', async () => {
  const load = { model: 'open', maxSessions: 2, stages: constantRate(100, 20) } as const;
  const { messages } = await loadSink(STALLED, { load }, 1500);

  assert.ok(messages.offered >= 90 && messages.offered <= 150, `${messages.offered}`);
  assert.equal(messages.ambiguous, 2);
  assert.equal(messages.dropped, messages.offered - 2);
});

test('what is dropped shows in its second although no session ever becomes free', async () => {
  const load = { model: 'open', maxSessions: 1, maxStartDelayMs: 100, stages: constantRate(50, 20) } as const;
  const { series } = await loadSink(STALLED, { load }, 2500);

  assert.ok(
    series.slice(0, 2).every(({ dropped }) => dropped >= 20),
    series.map((at) => at.dropped).join(' '),
  );
});

test('a session that could not be started is dropped with all its messages', async () => {
  const load = {
    model: 'partlyOpen',
    arrivals: 'even',
    maxSessions: 1,
    maxStartDelayMs: 50,
    meanMessagesPerSession: 5,
    stages: constantRate(40, 1),
  } as const;
  const { messages } = await loadSink(STALLED, { load, session: { timeoutMs: 1500, reconnectDelayMs: 0 } });

  // 40 sessions of five messages in the mean.
  assert.ok(messages.offered >= 120, `${messages.offered}`);
  assert.ok(messages.dropped >= 100, `${messages.dropped}`);
});
