import assert from 'node:assert/strict';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { after, before, beforeEach, describe, it } from 'node:test';
import { runLoad, startSink } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult, Sink } from '../../benchmarks/index.ts';
import { endKeptThreads, keepThread, newThread, takeThread } from '../../benchmarks/workers/kept-threads.ts';

describe('threads that are kept from one run to the next', () => {
  let sink: Sink;

  before(async () => {
    sink = await startSink({ kind: 'null', ledger: 'off' });
  });
  beforeEach(endKeptThreads);
  after(async () => {
    await endKeptThreads();
    await sink.close();
  });

  async function run(load: RunPlan['load'], signal?: AbortSignal): Promise<RunResult> {
    const plan: RunPlan = { target: `smtp://127.0.0.1:${sink.port}`, load, workers: 1 };
    const outcome = await runLoad(plan, {
      onEvent: () => undefined,
      ...(signal === undefined ? {} : { signal }),
    });
    assert.ok(!('refused' in outcome));
    return outcome;
  }

  /** Number of the thread that waits for a run; it goes on waiting. */
  function waitingThread(): number {
    const worker = takeThread();
    keepThread(worker);
    return worker.threadId;
  }

  it('a run works in the thread of the run before and counts only its own messages', async () => {
    const first = await run({ model: 'closed', sessions: 4, messages: 300 });
    const threadId = waitingThread();
    const second = await run({ model: 'closed', sessions: 2, messages: 100 });

    assert.equal(waitingThread(), threadId);
    assert.equal(first.messages.accepted, 300);
    assert.equal(second.messages.accepted, 100);
    assert.equal(second.phases.finalDot.count, 100);
    assert.equal(second.connections.opened, 2);
    assert.equal(
      second.series.reduce((sum, { accepted }) => sum + accepted, 0),
      100,
    );
  });

  it('a run that was stopped leaves nothing to the next one', async () => {
    const stopped = await run(
      { model: 'closed', sessions: 4, durationSec: 30, thinkTimeMs: 50 },
      AbortSignal.timeout(400),
    );
    const threadId = waitingThread();
    const next = await run({ model: 'closed', sessions: 1, messages: 50 });

    assert.equal(stopped.verdict, 'aborted');
    assert.equal(waitingThread(), threadId);
    assert.deepEqual([next.messages.offered, next.messages.accepted, next.messages.failed], [50, 50, 0]);
    assert.deepEqual(next.errors, []);
  });

  it('connections are held in a thread that has done nothing before', async () => {
    await run({ model: 'closed', sessions: 1, messages: 10 });
    const threadId = waitingThread();
    const result = await run({ model: 'hold', connections: 5, holdSec: 0.1 });

    assert.equal(result.hold?.admitted, 5);
    assert.equal(waitingThread(), threadId);
  });

  it('a thread that ends while it waits is forgotten', async () => {
    const worker = newThread();
    keepThread(worker);
    void worker.terminate();
    await once(worker, 'exit');
    const other = takeThread();

    assert.notEqual(other, worker);
    await other.terminate();
  });

  it('no more threads wait than the machine has processors', async () => {
    const workers = Array.from({ length: availableParallelism() + 1 }, newThread);
    await Promise.all(workers.map((worker) => once(worker, 'online')));
    const surplus = workers.at(-1);
    assert.ok(surplus !== undefined);
    const ended = once(surplus, 'exit');
    for (const worker of workers) keepThread(worker);

    await ended;
    assert.equal(workers.filter((worker) => worker.threadId >= 0).length, availableParallelism());
  });
});
