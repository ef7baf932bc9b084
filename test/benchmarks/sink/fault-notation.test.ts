import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFault } from '../../../benchmarks/sink/fault-notation.ts';

const ALWAYS = { share: 1, times: Infinity, skip: 0 };

test('faults are read as a person writes them', () => {
  const cases: readonly (readonly [string, object])[] = [
    [
      'stall:finalDot:1400ms:once',
      { ...ALWAYS, times: 1, kind: 'stall', phase: 'finalDot', delayMs: 1400, scope: 'session' },
    ],
    ['freeze:mail:20', { ...ALWAYS, kind: 'stall', phase: 'mail', delayMs: 20, scope: 'server' }],
    [
      'reply:rcpt:450 4.7.1 Greylisted: wait:1%',
      { ...ALWAYS, share: 0.01, kind: 'reply', phase: 'rcpt', text: '450 4.7.1 Greylisted: wait' },
    ],
    ['reply:mail:554 5.7.1 No', { ...ALWAYS, kind: 'reply', phase: 'mail', text: '554 5.7.1 No' }],
    ['drop:finaldot:3x', { ...ALWAYS, times: 3, kind: 'drop', phase: 'finalDot', isReset: false }],
    ['reset:data:after100', { ...ALWAYS, times: 1, skip: 100, kind: 'drop', phase: 'data', isReset: true }],
    ['lose:0.01', { ...ALWAYS, share: 0.01, kind: 'lose' }],
    ['corrupt', { ...ALWAYS, kind: 'corrupt' }],
  ];
  for (const [text, fault] of cases) assert.deepEqual(parseFault(text), { ok: true, fault }, text);
});

test('what cannot be a fault is refused with the reason', () => {
  const wrong = [
    '',
    'stall',
    'stall:lunch:5',
    'stall:mail:soon',
    'reply:mail:hello',
    'lose:200%',
    'drop:mail:often',
    'burn:mail',
  ];
  for (const text of wrong) {
    const parsed = parseFault(text);
    assert.ok(!parsed.ok && parsed.problem.includes(text), text);
  }
});

test('a reply cannot smuggle a line end into the session', () => {
  assert.equal(parseFault('reply:mail:250 ok\r\n250 more').ok, false);
});
