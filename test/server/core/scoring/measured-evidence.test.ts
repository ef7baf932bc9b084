import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceFrom } from '../../../../server/core/scoring/measured-evidence.ts';
import type { ProviderRun, RunFacts } from '../../../../server/core/scoring/measured-evidence.ts';

function aRun(result: Partial<RunFacts>): ProviderRun {
  return {
    runId: 'run-1',
    providerId: 'postfix-dovecot',
    startedAt: '2026-11-20T10:00:00.000Z',
    result: {
      target: 'smtp://127.0.0.1:2525',
      durationSec: 10,
      requestedRatePerSec: null,
      achievedRatePerSec: 850,
      messages: { offered: 8_500, accepted: 8_500, dropped: 0 },
      connections: { opened: 20, refused: 0, peak: 20 },
      verdict: 'valid',
      ...result,
    },
  };
}

function factsOf(run: ProviderRun): unknown[] {
  return evidenceFrom([run]).map(({ factId, value, isLowerBound }) => [factId, value, isLowerBound]);
}

test('a closed loop measures the throughput it saturated and shows at least its sessions', () => {
  assert.deepEqual(factsOf(aRun({})), [
    ['acceptedThroughput', 850, false],
    ['smtpConnectionsMax', 20, true],
  ]);
});

test('an open loop that the target kept up with shows a lower bound of the throughput', () => {
  const [throughput] = factsOf(aRun({ requestedRatePerSec: 850 }));

  assert.deepEqual(throughput, ['acceptedThroughput', 850, true]);
});

test('an open loop with dropped arrivals measured the throughput itself', () => {
  const messages = { offered: 10_000, accepted: 8_500, dropped: 1_500 };
  const [throughput] = factsOf(aRun({ requestedRatePerSec: 1_000, messages }));

  assert.deepEqual(throughput, ['acceptedThroughput', 850, false]);
});

test('refused connections mark the limit', () => {
  const connections = { opened: 50, refused: 10, peak: 50 };

  assert.deepEqual(factsOf(aRun({ connections, verdict: 'policyBound' })), [
    ['smtpConnectionsMax', 50, false],
  ]);
});

test('a run that was stopped or limited by its generator proves nothing', () => {
  assert.deepEqual(factsOf(aRun({ verdict: 'aborted' })), []);
  assert.deepEqual(factsOf(aRun({ verdict: 'generatorBound' })), []);
});

test('the evidence carries its day and its conditions in both languages', () => {
  const [first] = evidenceFrom([aRun({})]);

  assert.equal(first?.measuredOn, '2026-11-20');
  assert.match(first?.conditions.en ?? '', /8500 of 8500 messages accepted in 10\.0 s, 20 sessions/);
  assert.match(first?.conditions.ja ?? '', /8500通中8500通を受理/);
});
