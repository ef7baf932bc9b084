import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLoad, startSink } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import type { SinkOptions } from '../../benchmarks/sink/sink-options.ts';

async function run(options: Partial<SinkOptions>, plan: (target: string) => RunPlan): Promise<RunResult> {
  const sink = await startSink(options);
  try {
    const result = await runLoad(plan(`smtp://${sink.host}:${sink.port}`), { onEvent: () => undefined });
    assert.ok(!('refused' in result));
    return result;
  } finally {
    await sink.close();
  }
}

test('the warm-up is not measured', async () => {
  const result = await run({}, (target) => ({
    target,
    load: { model: 'open', stages: [{ durationSec: 2, startRatePerSec: 100, endRatePerSec: 100 }] },
    warmupSec: 1,
  }));

  assert.equal(result.messages.offered, 100);
  assert.equal(result.messages.accepted, 100);
  assert.ok(result.bytes.sent < 150_000, `${result.bytes.sent}`);
  assert.ok(result.durationSec > 0.9 && result.durationSec < 1.3, `${result.durationSec}`);
});

test('a message of the warm-up that ends after it is in no count, neither as a step nor as an error', async () => {
  const whole = { share: 1, times: Infinity, skip: 0 };
  const result = await run(
    {
      kind: 'scripted',
      faults: [
        { kind: 'stall', phase: 'data', delayMs: 500, scope: 'session', ...whole },
        { kind: 'reply', phase: 'finalDot', text: '554 5.7.1 No', ...whole },
      ],
    },
    (target) => ({
      target,
      load: { model: 'open', stages: [{ durationSec: 1.6, startRatePerSec: 20, endRatePerSec: 20 }] },
      warmupSec: 1,
    }),
  );

  const { mail, data, finalDot } = result.phases;
  assert.equal(result.messages.rejected, 12);
  assert.deepEqual([mail.count, data.count, finalDot.count], [12, 12, 12]);
  assert.equal(
    result.errors.reduce((sum, { count }) => sum + count, 0),
    12,
  );
});
