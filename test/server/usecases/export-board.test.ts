import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createExportBoard } from '../../../server/usecases/export-board.ts';
import type { ExportBoard } from '../../../server/usecases/export-board.ts';
import type { ReportFile } from '../../../server/usecases/build-report.ts';

const FILE: ReportFile = { bytes: new Uint8Array([1]), mediaType: 'text/csv', fileName: 'a.csv' };

interface Ordered {
  readonly id: string;
  finish(): void;
}

function aBoard(atOnceMax: number) {
  let count = 0;
  const started: string[] = [];
  const board: ExportBoard<string> = createExportBoard({
    clock: { now: () => new Date(0) },
    ids: { newId: () => `order-${(count += 1)}` },
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    atOnceMax,
  });
  const order = (wanted: string): Ordered => {
    const { promise, resolve, reject } = Promise.withResolvers<ReportFile>();
    const job = board.order({
      evaluationId: 'evaluation-1',
      wanted,
      make: ({ signal }) => {
        started.push(wanted);
        signal.addEventListener('abort', () => reject(new Error('taken back')));
        return promise;
      },
      send: null,
    });
    assert.ok(job !== null);
    return { id: job.id, finish: () => resolve(FILE) };
  };
  return { board, order, started };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('no more documents are made at once than there are places; the others see how many are ahead', async () => {
  const { board, order, started } = aBoard(2);
  const orders = ['a', 'b', 'c', 'd'].map(order);
  await settled();

  assert.deepEqual(started, ['a', 'b']);
  const statuses = orders.map(({ id }) => board.get(id)?.status);
  assert.deepEqual(statuses, [
    { kind: 'making', step: 'computing' },
    { kind: 'making', step: 'computing' },
    { kind: 'waiting', ahead: 2 },
    { kind: 'waiting', ahead: 3 },
  ]);

  orders[1]?.finish();
  await settled();
  assert.deepEqual(started, ['a', 'b', 'c']);
  assert.deepEqual(board.get(orders[3]?.id ?? '')?.status, { kind: 'waiting', ahead: 2 });
  await board.close();
});

test('an order that is taken back frees its place, and one that waits is never begun', async () => {
  const { board, order, started } = aBoard(1);
  const orders = new Map(['a', 'b', 'c'].map((wanted) => [wanted, order(wanted)]));
  const idOf = (wanted: string): string => orders.get(wanted)?.id ?? '';
  await settled();

  assert.ok(board.cancel(idOf('b')));
  assert.ok(board.cancel(idOf('a')));
  await settled();

  assert.deepEqual(started, ['a', 'c']);
  orders.get('c')?.finish();
  await settled();
  assert.equal(board.get(idOf('c'))?.status.kind, 'ready');
  assert.equal(board.get(idOf('b'))?.status.kind, 'cancelled');
  await board.close();
});

test('after the queue has run dry a new order is taken up at once', async () => {
  const { board, order, started } = aBoard(1);
  order('a').finish();
  await settled();
  order('b').finish();
  await settled();
  assert.deepEqual(started, ['a', 'b']);
  await board.close();
});
