import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatToken } from '../../../benchmarks/mail/token.ts';
import { ArrivalLedger } from '../../../benchmarks/stats/ledger.ts';
import type { SentMessage } from '../../../benchmarks/stats/reconcile.ts';
import { reconcile } from '../../../benchmarks/stats/reconcile.ts';

const tokenOf = (sequence: number): string => formatToken({ runId: 'abcdefgh', worker: 1, sequence });
const accepted = (sequence: number): SentMessage => ({
  token: tokenOf(sequence),
  outcome: 'accepted',
  sentAtMs: 0,
});

test('each message is found in the fate it met', () => {
  const ledger = new ArrivalLedger();
  ledger.record(tokenOf(1), true, 5);
  ledger.record(tokenOf(2), true, 5);
  ledger.record(tokenOf(2), true, 9);
  ledger.record(tokenOf(3), false, 5);
  ledger.record(tokenOf(5), true, 5);
  ledger.record(tokenOf(7), true, 5);

  const result = reconcile(
    [
      accepted(1),
      accepted(2),
      accepted(3),
      accepted(4),
      { ...accepted(5), outcome: 'ambiguous' },
      { ...accepted(6), outcome: 'ambiguous' },
      { ...accepted(7), outcome: 'notAccepted' },
      { ...accepted(8), outcome: 'notAccepted' },
    ],
    ledger,
  );

  assert.deepEqual(result, {
    accepted: 4,
    exactlyOnce: 1,
    lost: 1,
    duplicated: 1,
    corrupted: 1,
    late: 0,
    ambiguous: { total: 2, arrived: 1, missing: 1 },
    unexpected: 1,
    samples: { lost: [tokenOf(4)], duplicated: [tokenOf(2)], corrupted: [tokenOf(3)] },
  });
});

test('a message to two mailboxes is lost while one of them lacks it', () => {
  const ledger = new ArrivalLedger();
  ledger.record(tokenOf(1), true, 5);

  assert.equal(reconcile([{ ...accepted(1), expectedCopies: 2 }], ledger).lost, 1);
  ledger.record(tokenOf(1), true, 6);
  assert.equal(reconcile([{ ...accepted(1), expectedCopies: 2 }], ledger).exactlyOnce, 1);
});

test('a message to three recipients that comes in two parts came once', () => {
  const ledger = new ArrivalLedger();
  ledger.record(tokenOf(1), true, 5, 2);
  ledger.record(tokenOf(1), true, 6, 1);

  assert.equal(reconcile([{ ...accepted(1), expectedCopies: 3 }], ledger).exactlyOnce, 1);
  ledger.record(tokenOf(1), true, 7, 2);
  assert.equal(reconcile([{ ...accepted(1), expectedCopies: 3 }], ledger).duplicated, 1);
});

test('delivery latency runs from sending to the first arrival, and lateness is counted from it', () => {
  const ledger = new ArrivalLedger();
  ledger.record(tokenOf(1), true, 1500);
  ledger.record(tokenOf(2), true, 3500);
  const latenciesMs: number[] = [];

  const result = reconcile(
    [
      { ...accepted(1), sentAtMs: 1000 },
      { ...accepted(2), sentAtMs: 1000 },
    ],
    ledger,
    { lateAfterMs: 2000, onDeliveryLatencyMs: (latencyMs) => void latenciesMs.push(latencyMs) },
  );

  assert.deepEqual(latenciesMs, [500, 2500]);
  assert.equal(result.late, 1);
});

test('the fates of accepted messages add up, whatever arrives how often', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ sequence: fc.nat(20), isIntact: fc.boolean() })),
      fc.uniqueArray(fc.nat(20)),
      (arrivals, sent) => {
        const ledger = new ArrivalLedger();
        for (const { sequence, isIntact } of arrivals) ledger.record(tokenOf(sequence), isIntact, 1);

        const result = reconcile(sent.map(accepted), ledger);

        assert.equal(result.exactlyOnce + result.lost + result.duplicated + result.corrupted, sent.length);
        const arrived = new Set(arrivals.map(({ sequence }) => sequence));
        assert.equal(result.lost, sent.filter((sequence) => !arrived.has(sequence)).length);
      },
    ),
  );
});

test('what carries no token of ours is counted apart', () => {
  const ledger = new ArrivalLedger();
  ledger.record(null, true, 1);
  ledger.record('not a token', true, 1);

  assert.equal(ledger.foreignArrivals, 2);
  assert.deepEqual([...ledger.entries()], []);
});

test('the ledger lists every token that arrived, from all workers and far apart', () => {
  const ledger = new ArrivalLedger();
  const tokens = [0, 4095, 4096, 999_999_999].flatMap((sequence) =>
    [0, 99].map((worker) => formatToken({ runId: 'abcdefgh', worker, sequence })),
  );
  for (const token of tokens) ledger.record(token, true, 1);

  assert.deepEqual([...ledger.entries()].map((entry) => entry.token).sort(), tokens.toSorted());
});

test('invented tokens cannot fill the memory without end, and honest ones always find room', () => {
  const ledger = new ArrivalLedger();
  for (let far = 0; far < 5000; far += 1) ledger.record(tokenOf(far * 4096), true, 1);
  assert.ok(ledger.foreignArrivals > 3900, `${ledger.foreignArrivals}`);

  const honest = new ArrivalLedger();
  for (let sequence = 0; sequence < 4_500_000; sequence += 3) honest.record(tokenOf(sequence), true, 1);
  assert.equal(honest.foreignArrivals, 0);
});
