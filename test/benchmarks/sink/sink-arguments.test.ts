import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveSinkArguments } from '../../../benchmarks/sink/sink-arguments.ts';
import { DEFAULT_SINK_OPTIONS } from '../../../benchmarks/sink/sink-options.ts';

test('without flags it is the null sink on port 2525 of loopback', () => {
  assert.deepEqual(resolveSinkArguments({}), { ok: true, options: { ...DEFAULT_SINK_OPTIONS, port: 2525 } });
});

test('a fault, a limit or fragmented replies make it scripted', () => {
  for (const given of [
    { fault: ['lose:1%'] },
    { maxConnections: '5' },
    { replies: 'two' },
    { readRate: '100' },
  ]) {
    const resolved = resolveSinkArguments(given);
    assert.ok(resolved.ok && resolved.options.kind === 'scripted', JSON.stringify(given));
  }
});

test('every problem is reported at once', () => {
  const resolved = resolveSinkArguments({
    kind: 'null',
    port: '70000',
    tls: 'ssl3',
    user: 'u',
    fault: ['lose:1%', 'burn:mail'],
    seed: 'x',
  });

  assert.ok(!resolved.ok);
  for (const part of ['--kind null', '--port 70000', '--tls ssl3', '--password', 'burn:mail', '--seed x']) {
    assert.ok(
      resolved.problems.some((problem) => problem.includes(part)),
      part,
    );
  }
  assert.equal(resolved.problems.length, 6);
});
