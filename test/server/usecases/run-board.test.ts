import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LOOPBACK_ONLY, startSink } from '../../../benchmarks/index.ts';
import type { Sink } from '../../../benchmarks/index.ts';
import { createLoadRunner } from '../../../server/adapters/load-runner/load-runner.ts';
import { openStores } from '../../../server/adapters/store-sql/open-stores.ts';
import type { OpenStores } from '../../../server/adapters/store-sql/open-stores.ts';
import { createLogger } from '../../../server/adapters/system/logger.ts';
import { systemClock } from '../../../server/adapters/system/system-clock.ts';
import { createRunBoard } from '../../../server/usecases/run-board.ts';
import type { RunBoard } from '../../../server/usecases/run-board.ts';

let stores: OpenStores;
let board: RunBoard;
let sink: Sink;

before(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'mailfit-board-'));
  stores = await openStores({ databaseUrl: null, dataDir, now: () => new Date() });
  sink = await startSink({ kind: 'null' });
  board = createRunBoard({
    runner: createLoadRunner(LOOPBACK_ONLY, 'test'),
    runs: stores.runs,
    clock: systemClock,
    logger: createLogger('silent'),
  });
});

after(async () => {
  await board.close();
  await sink.close();
  await stores.close();
});

function planOf(load: object): Readonly<Record<string, unknown>> {
  return { target: `smtp://127.0.0.1:${sink.port}`, load };
}

const SHORT = { model: 'closed', sessions: 2, messages: 20 };
const LONG = { model: 'closed', sessions: 1, durationSec: 60, thinkTimeMs: 20 };

async function startedRun(load: object): Promise<string> {
  const outcome = await board.start({ plan: planOf(load), providerId: null });
  assert.equal(outcome.kind, 'started');
  return outcome.kind === 'started' ? outcome.runId : '';
}

async function kindsOf(runId: string, lastSeenId: number): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { event } of board.follow(runId, lastSeenId, new AbortController().signal)) {
    kinds.push(String(event['kind']));
  }
  return kinds;
}

async function underWay(runId: string): Promise<void> {
  for await (const { event } of board.follow(runId, 0, new AbortController().signal)) {
    if (event['kind'] === 'progress') return;
  }
}

test('a run is stored with its result when it ends, and its viewers see it from start to finish', async () => {
  const runId = await startedRun(SHORT);
  const kinds = await kindsOf(runId, 0);
  await board.ended(runId);

  assert.equal(kinds[0], 'started');
  assert.equal(kinds.at(-1), 'finished');
  const stored = await stores.runs.get(runId);
  assert.equal(stored?.status, 'finished');
  assert.match(JSON.stringify(stored?.result?.['messages']), /"accepted":20,/);
});

test('a viewer who comes back later sees only what it missed', async () => {
  const runId = await startedRun(SHORT);
  await board.ended(runId);

  const all = await kindsOf(runId, 0);
  assert.deepEqual(await kindsOf(runId, 1), all.slice(1));
  assert.deepEqual(await kindsOf(runId, all.length), []);
});

test('a second run on a loaded target waits, starts when the first has ended, and stopping takes less than a second', async () => {
  const runId = await startedRun(LONG);

  const second = await board.start({ plan: planOf(SHORT), providerId: null });
  assert.deepEqual({ ...second, runId: '' }, { kind: 'queued', runId: '', position: 1 });
  const secondId = 'runId' in second ? second.runId : '';
  const kinds = kindsOf(secondId, 0);
  await underWay(runId);
  const stoppedAt = performance.now();
  assert.ok(board.stop(runId));
  await board.ended(runId);

  assert.ok(performance.now() - stoppedAt < 1_000);
  const stored = await stores.runs.get(runId);
  assert.equal(stored?.status, 'finished');
  assert.equal(stored?.result?.['verdict'], 'aborted');
  assert.equal(board.stop(runId), false);
  assert.equal((await kinds).at(-1), 'finished');
  assert.equal((await stores.runs.get(secondId))?.status, 'finished');
});

test('a run that waits can be cancelled, and its viewers are let go', async () => {
  const runId = await startedRun(LONG);
  const waiting = await board.start({ plan: planOf(SHORT), providerId: null });
  const waitingId = 'runId' in waiting ? waiting.runId : '';
  const kinds = kindsOf(waitingId, 0);

  assert.ok(await board.cancel(waitingId));
  assert.deepEqual(await kinds, []);
  assert.equal((await stores.runs.get(waitingId))?.status, 'cancelled');
  assert.equal(await board.cancel(waitingId), false);
  board.stop(runId);
  await board.ended(runId);
});

test('what waited at a restart is parked, keeps its place, and starts when a person says so', async () => {
  const { id } = await stores.runs.create({
    target: planOf(SHORT)['target'] as string,
    providerId: null,
    plan: planOf(SHORT),
    startedAt: new Date().toISOString(),
    status: 'queued',
  });
  await board.recover();
  assert.equal((await stores.runs.get(id))?.status, 'parked');

  assert.ok(await board.resume(id));
  await kindsOf(id, 0);
  await board.ended(id);
  assert.equal((await stores.runs.get(id))?.status, 'finished');
});

test('runs to be compared go one after the other in their order, also on different targets', async () => {
  const order: string[] = [];
  const requests = ['builtin', planOf(SHORT)['target'], 'builtin', planOf(SHORT)['target']];
  const outcomes = [];
  for (const target of requests) {
    const plan = { target, load: SHORT };
    outcomes.push(await board.start({ plan, providerId: null, groupId: 'in-turns' }));
  }
  for (const outcome of outcomes) {
    assert.ok('runId' in outcome);
    await kindsOf(outcome.runId, 0);
    await board.ended(outcome.runId);
    const run = await stores.runs.get(outcome.runId);
    order.push(`${run?.startedAt} ${run?.finishedAt}`);
  }

  const times = order.flatMap((line) => line.split(' '));
  assert.deepEqual(times, times.toSorted());
});

test('the first error of a kind is told with what was said, and errors are counted by class', async () => {
  const strict = await startSink({
    kind: 'scripted',
    faults: [
      {
        kind: 'reply',
        phase: 'rcpt',
        text: '550 5.1.1 no <such> user',
        share: 1,
        times: Infinity,
        skip: 0,
      },
    ],
  });
  const target = `smtp://127.0.0.1:${strict.port}`;
  const outcome = await board.start({ plan: { target, load: { ...SHORT, messages: 30 } }, providerId: null });
  assert.ok('runId' in outcome);
  const events = [];
  for await (const { event } of board.follow(outcome.runId, 0, new AbortController().signal))
    events.push(event);
  await strict.close();

  const errors = events.filter((event) => event['kind'] === 'firstError');
  assert.equal(errors.length, 1);
  assert.match(JSON.stringify(errors[0]), /C: MAIL FROM.*S: 550/s);
  const last = events.filter((event) => event['kind'] === 'progress').at(-1);
  assert.deepEqual(last?.['errorsByClass'], { permanent: 30 });
});

test('a refused target is never stored as a run', async () => {
  const plan = { target: 'smtp://192.0.2.1:25', load: SHORT };

  assert.equal((await board.start({ plan, providerId: null })).kind, 'refused');
  assert.deepEqual(await stores.runs.list({ target: 'smtp://192.0.2.1:25', limit: 5 }), []);
});
