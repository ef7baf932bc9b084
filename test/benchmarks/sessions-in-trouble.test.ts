// Sessions that think, break off or are turned away: what they send, and what is counted.

import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { exitStatusOf, runLoad, startSink } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import { parseFault } from '../../benchmarks/sink/fault-notation.ts';

async function loadFaultySink(fault: string, plan: Omit<RunPlan, 'target'>): Promise<RunResult> {
  const parsed = parseFault(fault);
  assert.ok(parsed.ok);
  const sink = await startSink({ kind: 'scripted', faults: [parsed.fault] });
  try {
    const result = await runLoad(
      { target: `smtp://${sink.host}:${sink.port}`, ...plan },
      { onEvent: () => undefined },
    );
    assert.ok(!('refused' in result), 'reason' in result ? result.reason : '');
    return result;
  } finally {
    await sink.close();
  }
}

test('a server that hangs up does not cut a thought short', async () => {
  const { messages } = await loadFaultySink('drop:finalDot', {
    load: { model: 'closed', sessions: 1, durationSec: 1, thinkTimeMs: 200 },
    session: { reconnectDelayMs: 0 },
  });

  assert.ok(messages.offered >= 2 && messages.offered <= 6, `${messages.offered}`);
  assert.equal(messages.ambiguous, messages.offered);
});

test('when the time is over nobody waits for the end of a thought', async () => {
  const startedAt = performance.now();
  const { messages } = await loadFaultySink('lose:0.01', {
    load: { model: 'closed', sessions: 2, durationSec: 0.5, thinkTimeMs: 60_000 },
  });

  assert.equal(messages.accepted, 2);
  assert.ok(performance.now() - startedAt < 10_000);
});

test('a message that died with its connection before MAIL was sent all the same', async () => {
  const { messages } = await loadFaultySink('reply:connect:554 5.7.1 Go away', {
    load: { model: 'closed', sessions: 1, messages: 3 },
    session: { reconnectDelayMs: 1 },
  });

  assert.equal(messages.sent, 3);
  assert.equal(messages.rejected, 3);
});

test('with pipelining, too, every session that arrives has a connection of its own', async () => {
  const plan = (meanMessagesPerSession: number): Omit<RunPlan, 'target'> => ({
    load: {
      model: 'partlyOpen',
      arrivals: 'even',
      maxSessions: 1,
      meanMessagesPerSession,
      stages: [{ durationSec: 0.5, startRatePerSec: 40, endRatePerSec: 40 }],
    },
    session: { pipelining: true },
  });
  const single = await loadFaultySink('stall:finalDot:40ms', plan(1));
  const several = await loadFaultySink('stall:finalDot:10ms', plan(3));

  assert.equal(single.connections.opened, 20);
  assert.equal(single.messages.accepted, 20);
  assert.equal(several.connections.opened, 20);
  assert.ok(several.messages.accepted > 20);
});

test('a large message that the server cuts off in the middle failed', async () => {
  const { messages } = await loadFaultySink('reset:body', {
    load: { model: 'closed', sessions: 1, messages: 2 },
    session: { chunking: true },
    mail: { size: '9MiB' },
  });

  assert.equal(messages.failed, 2);
});

test('a connection that the server drops counts as lost, one that we end does not', async () => {
  const dropped = await loadFaultySink('drop:finalDot', {
    load: { model: 'closed', sessions: 1, messages: 3 },
  });
  const hungUp = await loadFaultySink('drop:quit', { load: { model: 'closed', sessions: 1, messages: 3 } });

  assert.equal(dropped.connections.lost, 3);
  assert.equal(hungUp.messages.accepted, 3);
  assert.equal(hungUp.connections.lost, 0);
});

test('an error before the first message comes with what was said, and with no secret', async () => {
  process.env['MAILFIT_TEST_SECRET'] = 'open sesame';
  const { errors } = await loadFaultySink('reply:auth:535 5.7.8 No', {
    load: { model: 'closed', sessions: 1, messages: 2 },
    session: {
      reconnectDelayMs: 1,
      auth: { mechanism: 'PLAIN', user: 'ali', passwordEnv: 'MAILFIT_TEST_SECRET' },
    },
  });

  assert.deepEqual(
    errors.map(({ count, transcript }) => [count, transcript]),
    [[2, ['C: EHLO mailfit.invalid', 'C: AUTH PLAIN (credentials)', 'S: 535 5.7.8 No']]],
  );
});

test('a server that goes away and does not come back broke the run off', async () => {
  const sink = await startSink({});
  const gone = setTimeout(() => void sink.close(), 500);
  const result = await runLoad(
    {
      target: `smtp://${sink.host}:${sink.port}`,
      load: { model: 'closed', sessions: 2, durationSec: 1.5, thinkTimeMs: 20 },
    },
    { onEvent: () => undefined },
  );
  clearTimeout(gone);
  await sink.close();

  assert.ok(!('refused' in result));
  assert.ok(result.messages.accepted > 0);
  assert.deepEqual([result.verdict, result.verdictReason], ['aborted', 'brokeOff']);
  assert.equal(exitStatusOf(result), 4);
});
