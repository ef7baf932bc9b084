// Faults that are injected on purpose, and whether the harness finds exactly them.

import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { exitStatusOf, runLoad, startSink } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import type { SinkOptions } from '../../benchmarks/sink/sink-options.ts';
import { ArrivalLedger } from '../../benchmarks/stats/ledger.ts';
import { NO_LIMITS } from '../../benchmarks/sink/limits.ts';
import { endKeptThreads } from '../../benchmarks/workers/kept-threads.ts';

const ALWAYS = { share: 1, times: Infinity, skip: 0 };

async function loadSink(
  options: Partial<SinkOptions>,
  plan: Omit<RunPlan, 'target'>,
): Promise<{
  result: RunResult;
  injected: ReturnType<Awaited<ReturnType<typeof startSink>>['stats']>['injected'];
}> {
  const sink = await startSink(options);
  try {
    const result = await runLoad(
      { target: `smtp://${sink.host}:${sink.port}`, ...plan },
      { onEvent: () => undefined, ledger: sink.ledger() },
    );
    assert.ok(!('refused' in result));
    return { result, injected: sink.stats().injected };
  } finally {
    await sink.close();
  }
}

function outcomeTable(result: RunResult): (string | number | null)[][] {
  return result.errors
    .map(({ phase, replyCode, enhancedCode, count }) => [phase, replyCode, enhancedCode, count])
    .sort((a, b) => String(a).localeCompare(String(b)));
}

test('one stall of 1.4 s in 10 s at an even rate: the corrected p99 is 1.3 s, the uncorrected one hides it', async () => {
  const { result } = await loadSink(
    {
      kind: 'scripted',
      faults: [
        { kind: 'stall', phase: 'finalDot', delayMs: 1400, scope: 'server', share: 1, times: 1, skip: 300 },
      ],
    },
    {
      load: {
        model: 'open',
        maxSessions: 4,
        stages: [{ durationSec: 10, startRatePerSec: 100, endRatePerSec: 100 }],
      },
    },
  );

  // The slowest 1 % of 1,000 evenly spaced messages are the ten that were due in the first 0.1 s of the stall. Its true
  // length is what the message that met it saw: timers of a busy machine come late.
  const { responseTime, serviceTime } = result.transaction;
  const exactP99Us = serviceTime.maxUs - 100_000;
  assert.equal(result.messages.accepted, 1000);
  assert.ok(Math.abs(responseTime.p99Us - exactP99Us) <= 0.02 * exactP99Us, `p99 ${responseTime.p99Us} µs`);
  assert.ok(serviceTime.p99Us < responseTime.p99Us / 2, `uncorrected p99 ${serviceTime.p99Us} µs`);
  assert.ok(serviceTime.maxUs >= 1_399_000 && serviceTime.maxUs < 1_600_000);
});

test('replies byte by byte, refusals and dropped lines: the table of outcomes is the injected truth', async () => {
  const { result, injected } = await loadSink(
    {
      kind: 'scripted',
      replyWrites: 'bytewise',
      faults: [
        { ...ALWAYS, kind: 'reply', phase: 'rcpt', text: '550 5.1.1 No such user', times: 7, skip: 5 },
        { ...ALWAYS, kind: 'reply', phase: 'finalDot', text: '451 4.3.0 Try later', times: 4, skip: 20 },
        { ...ALWAYS, kind: 'reply', phase: 'mail', text: '421 4.3.2 Closing', times: 2, skip: 60 },
        { ...ALWAYS, kind: 'drop', phase: 'finalDot', isReset: false, times: 3, skip: 90 },
      ],
    },
    { load: { model: 'closed', sessions: 2, messages: 200 }, session: { reconnectDelayMs: 1 } },
  );

  assert.deepEqual(outcomeTable(result), [
    ['finalDot', null, null, 3],
    ['finalDot', 451, '4.3.0', 4],
    ['mail', 421, '4.3.2', 2],
    ['rcpt', 550, '5.1.1', 7],
  ]);
  assert.equal(injected.drops + injected.replies, 16);
  assert.deepEqual(result.messages, {
    offered: 200,
    sent: 200,
    accepted: 184,
    rejected: 13,
    failed: 0,
    ambiguous: 3,
    dropped: 0,
  });
});

test('the first error of a kind comes with what was said', async () => {
  const { result } = await loadSink(
    {
      kind: 'scripted',
      faults: [{ ...ALWAYS, kind: 'reply', phase: 'rcpt', text: '550 5.1.1 No such user', times: 2 }],
    },
    {
      load: { model: 'closed', sessions: 1, messages: 4 },
      mail: { to: 'user@example.com', from: 'me@example.com' },
    },
  );

  assert.equal(result.errors.length, 1);
  assert.match(
    (result.errors[0]?.transcript ?? []).join('\n'),
    /^C: MAIL FROM:<me@example\.com> SIZE=\d+\nS: 250\nC: RCPT TO:<user@example\.com>\nS: 550 5\.1\.1 No such user$/,
  );
});

test('421 in the middle of a pipeline is counted once for the message it answers', async () => {
  const { result } = await loadSink(
    {
      kind: 'scripted',
      faults: [
        { ...ALWAYS, kind: 'reply', phase: 'finalDot', text: '421 4.3.2 Closing', times: 1, skip: 10 },
      ],
    },
    {
      load: { model: 'closed', sessions: 1, messages: 40 },
      session: { pipelining: true, reconnectDelayMs: 1 },
    },
  );

  const { accepted, rejected, failed, offered } = result.messages;
  assert.equal(rejected, 1);
  assert.ok(failed <= 1, 'only the message in the same flight may fail');
  assert.equal(accepted + rejected + failed, offered);
});

test('messages that a server loses, doubles or damages after its 250 are found, every one', async () => {
  const { result, injected } = await loadSink(
    {
      kind: 'scripted',
      faults: [
        { kind: 'lose', share: 0.01, times: Infinity, skip: 0 },
        { kind: 'duplicate', share: 0.005, times: Infinity, skip: 0 },
        { kind: 'corrupt', share: 0.001, times: Infinity, skip: 0 },
      ],
    },
    { load: { model: 'closed', sessions: 10, messages: 5000 }, session: { pipelining: true } },
  );

  assert.equal(result.messages.accepted, 5000);
  assert.ok(injected.lost > 20 && injected.duplicated > 5 && injected.corrupted > 0);
  assert.deepEqual(
    [result.ledger.lost, result.ledger.duplicated, result.ledger.corrupted],
    [injected.lost, injected.duplicated, injected.corrupted],
  );
});

test('a limit on connections per client is named, and no capacity is claimed', async () => {
  const { result } = await loadSink(
    { limits: { ...NO_LIMITS, maxConnections: 5 } },
    { load: { model: 'closed', sessions: 10, durationSec: 1 }, session: { reconnectDelayMs: 20 } },
  );

  assert.equal(result.verdict, 'policyBound');
  assert.equal(result.verdictReason, 'connectionLimit');
  assert.equal(exitStatusOf(result), 1);
  assert.ok(result.notices.some((notice) => notice.id === 'connectionLimit'));
});

test('a rate limit and greylisting are told apart', async () => {
  const limited = await loadSink(
    { limits: { ...NO_LIMITS, maxMessagesPerSec: 100 } },
    { load: { model: 'closed', sessions: 2, messages: 200 } },
  );
  const grey = await loadSink(
    { limits: { ...NO_LIMITS, greylistMs: 60_000 } },
    { load: { model: 'closed', sessions: 2, messages: 50 } },
  );

  assert.equal(limited.result.verdictReason, 'rateLimit');
  assert.equal(grey.result.verdictReason, 'greylisting');
  assert.equal(grey.result.messages.accepted, 0);
});

test('replies in two writes with Nagle’s algorithm on: the 40 ms mode is recognised and named', async () => {
  const { result } = await loadSink(
    { replyWrites: 'two' },
    { load: { model: 'closed', sessions: 2, messages: 60 } },
  );

  const isStalled = result.phases.finalDot.p50Us > 30_000 || result.phases.mail.p50Us > 30_000;
  assert.equal(
    result.notices.some((notice) => notice.id === 'delayedAck'),
    isStalled,
  );
  assert.ok(isStalled, 'the kernel delayed no acknowledgement');
});

test('a pause before the banner and a tarpit are named', async () => {
  const paused = await loadSink(
    {
      kind: 'scripted',
      faults: [{ ...ALWAYS, kind: 'stall', phase: 'connect', delayMs: 1000, scope: 'session' }],
    },
    { load: { model: 'closed', sessions: 2, messages: 6 } },
  );
  const tarpit = await loadSink(
    {
      kind: 'scripted',
      faults: [
        { ...ALWAYS, kind: 'reply', phase: 'rcpt', text: '550 5.1.1 No such user', times: 6 },
        { ...ALWAYS, kind: 'stall', phase: 'rcpt', delayMs: 1000, scope: 'session', times: 6 },
      ],
    },
    { load: { model: 'closed', sessions: 6, messages: 30 } },
  );

  const noticed = [paused, tarpit].map(({ result }) => serverNotices(result));
  assert.deepEqual(noticed, [['greetPause'], ['tarpit']]);
});

/** What was noticed about the server: on a busy machine the generator also has something to say about itself. */
function serverNotices(result: RunResult): string[] {
  return result.notices.map(({ id }) => id).filter((id) => id !== 'generatorDelay');
}

/** A relay that acknowledges at once and delivers at its own pace, in order, into a ledger. */
async function startRelay(
  deliveriesPerSec: number,
): Promise<{ port: number; ledger: ArrivalLedger; stop(): void }> {
  const ledger = new ArrivalLedger();
  let freeAtMs = 0;
  const server = createServer((socket) => {
    let received = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (/^(?:EHLO|MAIL|RCPT|QUIT)/.test(received)) socket.write('250 ok\r\n');
      else if (received.startsWith('DATA')) socket.write('354 go\r\n');
      else if (received.endsWith('\r\n.\r\n')) {
        freeAtMs = Math.max(freeAtMs, Date.now()) + 1000 / deliveriesPerSec;
        const token = /^X-Mailfit-Token: (\S+)/m.exec(received)?.[1] ?? null;
        setTimeout(() => ledger.record(token, true, Date.now()), freeAtMs - Date.now());
        socket.write('250 queued\r\n');
      } else return;
      received = '';
    });
    socket.write('220 relay\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, ledger, stop: () => void server.close() };
}

test('at 120 % a relay still acknowledges promptly; only the delivery latency shows the overload', async () => {
  const loads = { calm: 60, overloaded: 120 };
  const results: Record<string, RunResult> = {};
  for (const [name, ratePerSec] of Object.entries(loads)) {
    const relay = await startRelay(100);
    const outcome = await runLoad(
      {
        target: `smtp://127.0.0.1:${relay.port}`,
        load: {
          model: 'open',
          stages: [{ durationSec: 4, startRatePerSec: ratePerSec, endRatePerSec: ratePerSec }],
        },
        thresholds: ['p95FinalDotMs<=400', 'p95DeliveryMs<=400', 'errors<=0%', 'lost==0'],
      },
      { onEvent: () => undefined, ledger: relay.ledger },
    );
    relay.stop();
    assert.ok(!('refused' in outcome));
    results[name] = outcome;
  }

  const passed = (name: string): (boolean | undefined)[] | undefined =>
    results[name]?.thresholds.map((threshold) => threshold.passed);
  assert.deepEqual(passed('calm'), [true, true, true, true]);
  // After 4 s at 20 per second too many, 80 messages wait for 0.8 s.
  assert.deepEqual(passed('overloaded'), [true, false, true, true]);
});

test('a clean run has nothing to notice', async () => {
  const { result } = await loadSink({}, { load: { model: 'closed', sessions: 2, messages: 100 } });

  assert.deepEqual(serverNotices(result), []);
  assert.deepEqual(result.errors, []);
});

test('held connections: a server that takes 40 of 100 is found to take 40', async () => {
  const { result } = await loadSink(
    { limits: { ...NO_LIMITS, maxConnections: 40 } },
    { load: { model: 'hold', connections: 100, openRatePerSec: 2000, holdSec: 0.2 } },
  );

  assert.equal(result.hold?.admitted, 40);
  assert.equal(result.hold.refused, 60);
  assert.equal(result.hold.firstRefusalAtHeld, 40);
  assert.equal(result.hold.heldAtEnd, 40);
  assert.equal(result.hold.lost, 0);
});

test('while connections are held, a probe stream shows how others fare', async () => {
  const { result } = await loadSink(
    {},
    { load: { model: 'hold', connections: 50, openRatePerSec: 500, holdSec: 0.5, probeRatePerSec: 40 } },
  );

  assert.equal(result.hold?.heldAtEnd, 50);
  assert.equal(result.messages.accepted, 24);
});

test('arrivals that find no free session in time are dropped and counted against the target', async () => {
  const { result } = await loadSink(
    {
      kind: 'scripted',
      faults: [{ ...ALWAYS, kind: 'stall', phase: 'finalDot', delayMs: 100, scope: 'session' }],
    },
    {
      load: {
        model: 'open',
        maxSessions: 1,
        maxStartDelayMs: 150,
        stages: [{ durationSec: 1, startRatePerSec: 100, endRatePerSec: 100 }],
      },
      thresholds: ['dropped<=1%'],
    },
  );

  const { offered, accepted, dropped } = result.messages;
  assert.equal(offered, 100);
  assert.equal(accepted + dropped, 100);
  assert.ok(dropped >= 80);
  assert.equal(result.thresholds[0]?.passed, false);
});

test('for a refused target no socket is made and no thread is started', async () => {
  // A thread that waits from a run before would be none that is started.
  await endKeptThreads();
  const seen: string[] = [];
  const channels: readonly string[] = ['net.client.socket', 'worker_threads', 'udp.socket'];
  for (const name of channels) channel(name).subscribe(() => seen.push(name));

  for (const target of ['smtp://192.0.2.1:25', 'smtp://smtp.gmail.com:587', 'smtps://[2001:db8::1]:465']) {
    const outcome = await runLoad(
      { target, load: { model: 'closed', sessions: 10, messages: 10 } },
      { onEvent: () => undefined },
    );
    assert.ok('refused' in outcome && outcome.kind === 'safety');
  }
  assert.equal(seen.length, 0, seen.join(', '));

  await runLoad(
    { target: 'builtin', load: { model: 'closed', sessions: 1, messages: 1 } },
    { onEvent: () => undefined },
  );
  assert.ok(seen.includes('worker_threads'), 'the spy sees what is there to be seen');
});
