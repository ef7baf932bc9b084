// What acceptance alone does not show: a relay that falls behind, and a relay that is killed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import { runLoad } from '../../benchmarks/index.ts';
import { parseFault } from '../../benchmarks/sink/fault-notation.ts';
import { MaildirLedger } from '../../benchmarks/sink/maildir-ledger.ts';
import { startSink } from '../../benchmarks/sink/start-sink.ts';
import type { ArrivalLookup } from '../../benchmarks/stats/ledger.ts';
import { skipPostfix, startPostfix } from './postfix.ts';
import { eventually } from './server-process.ts';

async function run(plan: RunPlan, ledger: ArrivalLookup): Promise<RunResult> {
  const result = await runLoad(plan, { onEvent: () => undefined, ledger });
  assert.ok(!('refused' in result), JSON.stringify(result));
  return result;
}

test(
  'a relay that delivers more slowly than it accepts looks healthy until arrivals are counted',
  { skip: skipPostfix() },
  async () => {
    const slow = parseFault('stall:finalDot:100ms');
    assert.ok(slow.ok);
    const farSide = await startSink({ kind: 'scripted', faults: [slow.fault] });
    const server = await startPostfix({
      delivery: { relayToPort: farSide.port, protocol: 'smtp' },
      // One delivery at a time: about ten messages per second at most, while thirty come in.
      settings: {
        default_destination_concurrency_limit: '1',
        initial_destination_concurrency: '1',
        in_flow_delay: '0',
      },
    });
    try {
      const stage = { durationSec: 3, startRatePerSec: 30, endRatePerSec: 30 };
      const target = `smtp://127.0.0.1:${server.port}`;

      const result = await run({ target, load: { model: 'open', stages: [stage] } }, farSide.ledger());

      assert.equal(result.messages.accepted, 90, JSON.stringify(result.errors));
      const arrivedInTime = result.ledger.exactlyOnce ?? 0;
      assert.ok(arrivedInTime < 75, `${arrivedInTime} of 90 had arrived`);
      // The wait grows from message to message, while the server acknowledged each within a moment.
      const { finalDot } = result.phases;
      const { deliveryLatency } = result.ledger;
      assert.ok((deliveryLatency?.p95Us ?? 0) > 1_000_000, JSON.stringify(deliveryLatency));
      assert.ok((deliveryLatency?.p50Us ?? 0) > 3 * finalDot.p50Us);
      assert.ok(await eventually(() => farSide.stats().messages === 90, 30_000), 'the rest arrives later');
    } finally {
      await server.stop();
      await farSide.close();
    }
  },
);

test(
  'a Postfix killed under load keeps every message that it had accepted',
  { skip: skipPostfix() },
  async () => {
    const server = await startPostfix({ delivery: 'maildir' });
    const maildir = new MaildirLedger([server.maildir ?? '']);
    const reading = setInterval(() => void maildir.refresh(), 200);
    try {
      const crashing = sleep(1500).then(() => server.crashAndRestart());
      const target = `smtp://127.0.0.1:${server.port}`;
      const load = { model: 'closed', sessions: 4, durationSec: 10, thinkTimeMs: 20 } as const;

      const result = await run({ target, load }, maildir.ledger);
      await crashing;

      const { accepted, failed, ambiguous } = result.messages;
      assert.ok(accepted > 50, `${accepted} accepted`);
      assert.ok(failed + ambiguous > 0, 'the crash shows in the outcomes');
      assert.equal(result.ledger.lost, 0);
      assert.equal(result.ledger.corrupted, 0);
      assert.equal(result.ledger.duplicated, 0);
    } finally {
      clearInterval(reading);
      await server.stop();
    }
  },
);
