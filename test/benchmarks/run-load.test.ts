import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { exitStatusOf, runLoad, startSink } from '../../benchmarks/index.ts';
import type { RunEvent, RunPlan, RunResult } from '../../benchmarks/index.ts';

const addFormats = addFormatsModule.default;

const silent = { onEvent: (): void => undefined };

function assertResult(outcome: Awaited<ReturnType<typeof runLoad>>): asserts outcome is RunResult {
  assert.ok(!('refused' in outcome), 'reason' in outcome ? outcome.reason : '');
}

async function run(plan: RunPlan, hooks: Parameters<typeof runLoad>[1] = silent): Promise<RunResult> {
  const outcome = await runLoad(plan, hooks);
  assertResult(outcome);
  return outcome;
}

test('every message to the built-in server is accepted once and arrives once', async () => {
  const result = await run({ target: 'builtin', load: { model: 'closed', sessions: 3, messages: 100 } });

  assert.deepEqual(result.messages, {
    offered: 100,
    sent: 100,
    accepted: 100,
    rejected: 0,
    failed: 0,
    ambiguous: 0,
    dropped: 0,
  });
  assert.equal(result.ledger.exactlyOnce, 100);
  assert.equal(result.connections.opened, 3);
  assert.equal(result.phases.finalDot.count, 100);
  assert.equal(exitStatusOf(result), 0);
});

test('a result follows its schema', async () => {
  const schema: object = JSON.parse(readFileSync('benchmarks/schema/run.schema.json', 'utf8'));
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  const result = await run({
    target: 'builtin',
    load: { model: 'closed', sessions: 2, messages: 20 },
    thresholds: ['errors<=0%', 'p99FinalDotMs<=5000'],
  });

  validate(JSON.parse(JSON.stringify(result)));

  assert.deepEqual(validate.errors, null);
  assert.deepEqual(
    result.thresholds.map((threshold) => threshold.passed),
    [true, true],
  );
});

test('a server that answers 554 to everything scores zero accepted', async () => {
  const server = createServer((socket) => {
    socket.write('220 mx.test\r\n');
    socket.on('data', (chunk) =>
      socket.write(chunk.toString().startsWith('EHLO') ? '250 mx\r\n' : '554 5.7.1 no\r\n'),
    );
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const result = await run({
    target: `smtp://127.0.0.1:${port}`,
    load: { model: 'closed', sessions: 2, messages: 50 },
  });
  server.close();

  assert.equal(result.messages.accepted, 0);
  assert.equal(result.messages.rejected, 50);
  assert.deepEqual(
    result.errors.map(({ phase, replyCode, enhancedCode, class: kind, count }) => ({
      phase,
      replyCode,
      enhancedCode,
      kind,
      count,
    })),
    [{ phase: 'mail', replyCode: 554, enhancedCode: '5.7.1', kind: 'policy', count: 50 }],
  );
});

test('a new connection per message opens as many connections as messages', async () => {
  const result = await run({
    target: 'builtin',
    load: { model: 'closed', sessions: 4, messages: 40 },
    session: { messagesPerConnection: 1 },
  });

  assert.equal(result.messages.accepted, 40);
  assert.equal(result.connections.opened, 40);
  assert.ok(result.connections.peak <= 4);
});

test('pipelining and chunking deliver the same messages', async () => {
  for (const chunking of [false, true]) {
    const result = await run({
      target: 'builtin',
      load: { model: 'closed', sessions: 2, messages: 200 },
      session: { pipelining: true, chunking },
      workers: 2,
    });

    assert.equal(result.messages.accepted, 200);
    assert.equal(result.ledger.exactlyOnce, 200);
  }
});

test('an open load at an even rate offers rate times duration', async () => {
  const result = await run({
    target: 'builtin',
    load: { model: 'open', stages: [{ durationSec: 1, startRatePerSec: 200, endRatePerSec: 200 }] },
  });

  assert.equal(result.messages.offered, 200);
  assert.equal(result.messages.accepted, 200);
  assert.equal(result.requestedRatePerSec, 200);
});

test('a stop ends every connection within a second and leaves a result', async () => {
  const sink = await startSink({ kind: 'null' });
  const controller = new AbortController();
  const events: RunEvent[] = [];
  setTimeout(() => controller.abort(), 1300);

  const startedMs = performance.now();
  const result = await run(
    {
      target: `smtp://${sink.host}:${sink.port}`,
      load: { model: 'closed', sessions: 5, durationSec: 60, thinkTimeMs: 5 },
    },
    { onEvent: (event) => events.push(event), signal: controller.signal },
  );
  const stoppedAfterMs = performance.now() - startedMs - 1300;
  // The sink lives in this thread and hears of the ends in its next turns.
  while (sink.stats().connections.open > 0 && performance.now() - startedMs < 2300) await wait(5);
  const openConnections = sink.stats().connections.open;
  await sink.close();

  assert.ok(stoppedAfterMs < 1000, `took ${stoppedAfterMs} ms`);
  assert.equal(openConnections, 0);
  assert.equal(result.verdict, 'aborted');
  assert.ok(result.messages.accepted > 0);
  assert.deepEqual(
    [events[0]?.kind, events[1]?.kind, events.at(-1)?.kind],
    ['started', 'progress', 'finished'],
  );
});

test('a storm of rejections stops the run by itself', async () => {
  const sink = await startSink({ kind: 'null' });
  const server = createServer((socket: Socket) => {
    socket.write('220 mx.test\r\n');
    socket.on('data', (chunk) =>
      socket.write(chunk.toString().startsWith('EHLO') ? '250 mx\r\n' : '450 4.2.0 no\r\n'),
    );
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await sink.close();
  const { port } = server.address() as AddressInfo;

  const result = await run({
    target: `smtp://127.0.0.1:${port}`,
    load: { model: 'closed', sessions: 5, durationSec: 60, thinkTimeMs: 1 },
  });
  server.close();

  assert.equal(result.verdict, 'aborted');
  assert.equal(result.verdictReason, 'rejectionStorm');
  assert.equal(exitStatusOf(result), 4);
});

test('a target where nobody listens ends as unreachable', async () => {
  const result = await run({
    target: 'smtp://127.0.0.1:9',
    load: { model: 'closed', sessions: 1, messages: 3 },
  });

  assert.equal(result.messages.failed, 3);
  assert.equal(result.verdictReason, 'unreachable');
  assert.equal(exitStatusOf(result), 4);
});

test('a refused target is a value with a reason and its own exit status', async () => {
  const outcome = await runLoad(
    { target: 'smtp://192.0.2.1:25', load: { model: 'closed', sessions: 1, messages: 1 } },
    silent,
  );

  assert.ok('refused' in outcome);
  assert.equal(exitStatusOf(outcome), 3);
});

test('recipients outside the allowed domains are refused', async () => {
  const outcome = await runLoad(
    {
      target: 'builtin',
      load: { model: 'closed', sessions: 1, messages: 1 },
      mail: { to: 'someone@gmail.com' },
    },
    silent,
  );

  assert.ok('refused' in outcome);
  assert.match(outcome.reason, /gmail\.com/);
});
