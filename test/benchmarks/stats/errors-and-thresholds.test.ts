import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHASE } from '../../../benchmarks/protocol/phases.ts';
import { classifyFailure } from '../../../benchmarks/stats/error-class.ts';
import { ErrorTable } from '../../../benchmarks/stats/error-table.ts';
import { parseThreshold } from '../../../benchmarks/stats/thresholds.ts';

// Texts as the servers of the research write them.
const REPLIES: readonly (readonly [number, string, string])[] = [
  [
    PHASE.rcpt,
    '450 4.2.0 <a@example.com>: Recipient address rejected: Greylisted, see http://postgrey.example/',
    'greylist',
  ],
  [PHASE.banner, '421 4.7.0 mx.example.com Error: too many connections from 192.0.2.1', 'throttle'],
  [PHASE.mail, '450 4.7.1 Error: too much mail from 192.0.2.1', 'throttle'],
  [PHASE.mail, '452 4.3.1 Insufficient system storage', 'capacity'],
  [PHASE.banner, '421 4.3.2 Service not available, closing channel', 'capacity'],
  [PHASE.rcpt, '550 5.1.1 <x@example.com>: Recipient address rejected: User unknown', 'permanent'],
  [PHASE.finalDot, '554 5.7.1 Spam message rejected', 'policy'],
  [PHASE.finalDot, '451 4.3.0 Error: queue file write error', 'transient'],
  [PHASE.auth, '535 5.7.8 Error: authentication failed', 'auth'],
  [PHASE.mail, '530 5.7.0 Must issue a STARTTLS command first', 'auth'],
  [PHASE.rcpt, '450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]', 'policy'],
  [PHASE.rcpt, '450 4.7.1 <a@example.com>: Recipient address rejected: Rate limit reached', 'throttle'],
  [PHASE.rcpt, '451 4.3.0 Temporary failure of the corporate directory', 'transient'],
  [PHASE.rcpt, '452 4.2.2 Mailbox quota exceeded', 'capacity'],
  [PHASE.banner, '421 4.3.2 The number of concurrent connections has exceeded a limit', 'throttle'],
  [PHASE.data, '250 2.0.0 Fine', 'protocolViolation'],
  [PHASE.mail, '354 Go ahead', 'protocolViolation'],
  [PHASE.starttls, '454 4.7.0 TLS not available due to local problem', 'tls'],
];

for (const [phase, text, expected] of REPLIES) {
  test(`"${text.slice(0, 60)}" is ${expected}`, () => {
    assert.equal(
      classifyFailure({ phase, cause: 'reply', replyCode: Number(text.slice(0, 3)), text }),
      expected,
    );
  });
}

test('equal causes count as one row although addresses and queue names differ', () => {
  const table = new ErrorTable();
  for (const user of ['one', 'two', 'three']) {
    table.record(
      { phase: PHASE.rcpt, cause: 'reply', replyCode: 550, text: `550 5.1.1 <${user}@example.com>: no` },
      1,
    );
  }

  assert.deepEqual(
    table.rows().map(({ count, enhancedCode }) => [count, enhancedCode]),
    [[3, '5.1.1']],
  );
});

test('a server that says something new every time cannot fill the memory', () => {
  const table = new ErrorTable();
  for (let index = 0; index < 5000; index += 1) {
    const word = Array.from(String(index), (digit) => String.fromCharCode(97 + Number(digit))).join('');
    table.record({ phase: PHASE.rcpt, cause: 'reply', replyCode: 550, text: `550 ${word}` }, 0);
  }

  assert.ok(table.rows().length <= 201);
  assert.equal(table.total, 5000);
});

test('tables of several threads add up by cause', () => {
  const failure = { phase: PHASE.mail, cause: 'reply', replyCode: 451, text: '451 4.3.0 busy' } as const;
  const [first, second, sum] = [new ErrorTable(), new ErrorTable(), new ErrorTable()];
  first.record(failure, 1);
  second.record(failure, 5);
  sum.add(first.rows());
  sum.add(second.rows());

  assert.deepEqual(
    sum.rows().map(({ count, firstSeenSec, lastSeenSec }) => [count, firstSeenSec, lastSeenSec]),
    [[2, 1, 5]],
  );
});

test('samples carry no control characters to whoever shows them', () => {
  const table = new ErrorTable();
  table.record(
    { phase: PHASE.mail, cause: 'reply', replyCode: 550, text: '550 \u001b[31mred\u0007\u009b' },
    0,
  );

  assert.equal(table.rows()[0]?.sample, '550  [31mred');
});

test('thresholds: percent is a share, and what is not measured is refused with the names there are', () => {
  const parsed = parseThreshold('errors <= 0.1%');
  assert.ok(typeof parsed === 'object');
  assert.equal(parsed.limit, 0.001);
  for (const wrong of ['p99=5', 'speed>=1', 'p99FinalDotMs<=', ''])
    assert.equal(typeof parseThreshold(wrong), 'string');
  assert.equal(typeof parseThreshold('p999FinalDotMs<500'), 'object');
});
