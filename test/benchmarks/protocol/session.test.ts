import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { newJob } from '../../../benchmarks/protocol/session-state.ts';
import { ScriptedSession, messageTo } from './scripted-session.ts';

const EHLO = '250-mx.test\r\n250-PIPELINING\r\n250-CHUNKING\r\n250-SIZE 1000\r\n250 ENHANCEDSTATUSCODES\r\n';
const BODY = 'Subject: t\r\n\r\nbody\r\n.\r\n';

function ready(config: ConstructorParameters<typeof ScriptedSession>[0] = {}): ScriptedSession {
  const scripted = new ScriptedSession(config).server('220 mx.test ESMTP\r\n', EHLO);
  scripted.takeSent();
  return scripted;
}

test('one recipient: commands come out in the order of RFC 5321', () => {
  const scripted = new ScriptedSession().server('220 mx\r\n', '250 mx\r\n');

  scripted.begin('b@example.com');
  scripted.server('250 ok\r\n', '250 ok\r\n', '354 go\r\n', '250 queued\r\n');

  assert.deepEqual(scripted.sent, [
    'EHLO client.test\r\n',
    'MAIL FROM:<a@example.com>\r\n',
    'RCPT TO:<b@example.com>\r\n',
    'DATA\r\n',
    BODY,
  ]);
  assert.deepEqual(scripted.outcomes, ['accepted']);
  assert.deepEqual(scripted.phases, ['connect', 'banner', 'ehlo', 'mail', 'rcpt', 'data', 'finalDot']);
});

test('replies arriving byte by byte lead to the same conversation', () => {
  const scripted = new ScriptedSession().serverByBytes('220-hello\r\n220 mx\r\n').serverByBytes(EHLO);
  scripted.begin('b@example.com');
  scripted.serverByBytes('250 ok\r\n').serverByBytes('250 2.1.5 ok\r\n').serverByBytes('354 go\r\n');
  scripted.serverByBytes('250-two\r\n250 lines\r\n');

  assert.deepEqual(scripted.outcomes, ['accepted']);
});

test('wherever the network splits a pipelined conversation, the outcome is the same', () => {
  const text = `220 mx\r\n${EHLO}`;
  const replies = '250 a\r\n550 5.1.1 no such user\r\n250 c\r\n354 go\r\n';
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 200 }), { maxLength: 12 }), (cuts) => {
      const scripted = new ScriptedSession({ pipelining: true });
      const split = (whole: string): string[] => {
        const at = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
        return at.slice(1).map((end, index) => whole.slice(at[index], end));
      };
      scripted.server(...split(text));
      const job = scripted.begin('b@example.com', 'c@example.com');
      scripted.server(...split(replies), ...split('250 done\r\n'));

      assert.deepEqual(scripted.outcomes, ['accepted']);
      assert.equal(job.recipientsAccepted, 1);
      assert.equal(job.recipientsRefused, 1);
      assert.deepEqual(
        scripted.failures.map((failure) => [failure.phase, failure.replyCode]),
        [['rcpt', 550]],
      );
    }),
  );
});

test('one of two recipients refused: the message is still sent', () => {
  const scripted = ready();

  const job = scripted.begin('b@example.com', 'c@example.com');
  scripted.server('250 ok\r\n', '550 5.1.1 unknown\r\n', '250 ok\r\n', '354 go\r\n', '250 ok\r\n');

  assert.deepEqual(scripted.outcomes, ['accepted']);
  assert.equal(job.recipientsRefused, 1);
});

test('every recipient refused: rejected, DATA is never sent, and the next message begins with RSET', () => {
  const scripted = ready();

  scripted.begin('b@example.com');
  scripted.server('250 ok\r\n', '450 4.7.1 later\r\n');
  assert.deepEqual(scripted.outcomes, ['rejected']);
  assert.ok(!scripted.takeSent().includes('DATA'));

  scripted.begin('b@example.com');
  assert.equal(scripted.takeSent(), 'RSET\r\n');
  scripted.server('250 flushed\r\n');
  assert.equal(scripted.takeSent(), 'MAIL FROM:<a@example.com> SIZE=20\r\n');
});

for (const [phase, replies] of [
  ['mail', ['552 5.3.4 too big\r\n']],
  ['data', ['250 ok\r\n', '250 ok\r\n', '451 4.3.0 busy\r\n']],
  ['finalDot', ['250 ok\r\n', '250 ok\r\n', '354 go\r\n', '554 5.7.1 spam\r\n']],
] as const) {
  test(`a refusal in ${phase} is reported as a failure of that phase and is no acceptance`, () => {
    const scripted = ready();

    scripted.begin('b@example.com');
    scripted.server(...replies);

    assert.deepEqual(scripted.outcomes, ['rejected']);
    assert.deepEqual(
      scripted.failures.map((failure) => failure.phase),
      [phase],
    );
  });
}

test('pipelining sends MAIL, RCPT and DATA in one flight', () => {
  const scripted = ready({ pipelining: true });

  scripted.begin('b@example.com');

  assert.deepEqual(scripted.sent, [
    'MAIL FROM:<a@example.com> SIZE=20\r\nRCPT TO:<b@example.com>\r\nDATA\r\n',
  ]);
});

test('the body shares its flight with the next envelope (RFC 2920 §3.1)', () => {
  const scripted = ready({ pipelining: true });
  scripted.toPipeline.push(newJob(messageTo('c@example.com'), 1, 0));

  scripted.begin('b@example.com');
  scripted.takeSent();
  scripted.server('250 ok\r\n250 ok\r\n354 go\r\n');

  assert.deepEqual(scripted.sent, [
    `${BODY}MAIL FROM:<a@example.com> SIZE=20\r\nRCPT TO:<c@example.com>\r\nDATA\r\n`,
  ]);
  scripted.server('250 first\r\n250 ok\r\n250 ok\r\n354 go\r\n', '250 second\r\n');
  assert.deepEqual(scripted.outcomes, ['accepted', 'accepted']);
});

test('DATA accepted after every recipient was refused: a lone dot ends it and the message counts as rejected', () => {
  const scripted = ready({ pipelining: true });

  scripted.begin('b@example.com');
  scripted.takeSent();
  scripted.server('250 ok\r\n550 5.1.1 no\r\n354 go on\r\n');
  assert.equal(scripted.takeSent(), '.\r\n');
  scripted.server('250 queued as nothing\r\n');

  assert.deepEqual(scripted.outcomes, ['rejected']);
  assert.equal(scripted.failures.length, 1);
});

test('chunking keeps several messages under way on one connection', () => {
  const scripted = ready({ pipelining: true, chunking: true, pipelineDepth: 3 });
  for (const sequence of [1, 2, 3]) scripted.toPipeline.push(newJob(messageTo('c@example.com'), sequence, 0));

  scripted.begin('b@example.com');

  assert.equal(scripted.sent.length, 1);
  assert.equal(scripted.takeSent().match(/BDAT 20 LAST\r\n/g)?.length, 3);
  scripted.server(`250 a\r\n250 b\r\n250 c\r\n${'250 reset\r\n250 a\r\n250 b\r\n250 c\r\n'.repeat(2)}`);
  assert.deepEqual(scripted.outcomes, ['accepted', 'accepted', 'accepted']);
});

test('chunking: a message that loses every recipient takes none of those behind it along', () => {
  const scripted = ready({ pipelining: true, chunking: true, pipelineDepth: 2 });
  scripted.toPipeline.push(newJob(messageTo('c@example.com'), 1, 0));
  scripted.begin('b@example.com');

  assert.match(scripted.takeSent(), /BDAT 20 LAST\r\nSubject: t\r\n\r\nbody\r\nRSET\r\nMAIL FROM/);
  scripted.server(
    '250 ok\r\n550 no\r\n503 no valid recipient\r\n',
    '250 reset\r\n250 ok\r\n250 ok\r\n250 ok\r\n',
  );
  assert.deepEqual(scripted.outcomes, ['rejected', 'accepted']);
});

test('421 in the middle of a pipeline: the message it answers is rejected, those behind it fail', () => {
  const scripted = ready({ pipelining: true });
  scripted.toPipeline.push(newJob(messageTo('c@example.com'), 1, 0));
  scripted.begin('b@example.com');
  scripted.server('250 ok\r\n250 ok\r\n354 go\r\n');

  scripted.server('421 4.3.2 shutting down\r\n');

  assert.deepEqual(scripted.outcomes, ['rejected', 'failed']);
  assert.ok(scripted.isEnded);
  assert.deepEqual(
    scripted.failures.map((failure) => [failure.phase, failure.cause]),
    [
      ['finalDot', 'reply'],
      ['mail', 'network'],
    ],
  );
});

test('in a pipeline the wait for a reply begins with the reply before it', () => {
  const scripted = ready({ pipelining: true });
  scripted.begin('b@example.com', 'c@example.com');
  const sentAtUs = scripted.session.waitingSinceUs() ?? NaN;
  scripted.server('250 ok\r\n', '250 ok\r\n');

  assert.equal(scripted.session.waitingSinceUs(), sentAtUs + 2000);
});

test('a message whose end never left this machine failed; nothing about it is ambiguous', () => {
  const scripted = ready({ chunking: true });
  scripted.begin('b@example.com');
  scripted.server('250 ok\r\n', '250 ok\r\n');
  scripted.session.onUnsent();
  scripted.session.lost('network', 'ECONNRESET', 0);

  assert.deepEqual(scripted.outcomes, ['failed']);
});

test('421 while nothing is under way ends the session', () => {
  const scripted = ready().server('421 4.4.2 idle too long\r\n');

  assert.ok(scripted.isEnded);
  assert.deepEqual(
    scripted.failures.map((failure) => failure.phase),
    ['idle'],
  );
});

test('a connection lost after the final dot leaves the message ambiguous, before it the message failed', () => {
  const after = ready();
  after.begin('b@example.com');
  after.server('250 ok\r\n', '250 ok\r\n', '354 go\r\n');
  after.session.lost('network', 'ECONNRESET', 0);
  const before = ready();
  before.begin('b@example.com');
  before.server('250 ok\r\n');
  before.session.lost('network', 'ECONNRESET', 0);

  assert.deepEqual(after.outcomes, ['ambiguous']);
  assert.deepEqual(before.outcomes, ['failed']);
});

test('EHLO refused: HELO is tried, and nothing that needs an extension is used', () => {
  const scripted = new ScriptedSession({ pipelining: true }).server(
    '220 old\r\n',
    '502 what\r\n',
    '250 old\r\n',
  );
  assert.equal(scripted.takeSent(), 'EHLO client.test\r\nHELO client.test\r\n');

  scripted.begin('b@example.com');

  assert.equal(scripted.takeSent(), 'MAIL FROM:<a@example.com>\r\n');
});

test('STARTTLS: the greeting is repeated after the handshake', () => {
  const scripted = new ScriptedSession({ tls: 'starttls' }).server(
    '220 mx\r\n',
    '250-mx\r\n250 STARTTLS\r\n',
  );
  assert.equal(scripted.takeSent(), 'EHLO client.test\r\nSTARTTLS\r\n');

  scripted.server('220 go\r\n');
  assert.ok(scripted.isTlsAsked);
  assert.ok(!scripted.isReady);
  scripted.secured().server(EHLO);

  assert.equal(scripted.takeSent(), 'EHLO client.test\r\n');
  assert.ok(scripted.isReady);
});

test('STARTTLS that is not announced is never replaced by plain text', () => {
  const scripted = new ScriptedSession({ tls: 'starttls' }).server('220 mx\r\n', '250 mx\r\n');

  assert.ok(scripted.isEnded);
  assert.equal(scripted.failures[0]?.cause, 'tls');
});

test('replies injected behind the answer to STARTTLS end the session', () => {
  const scripted = new ScriptedSession({ tls: 'starttls' }).server(
    '220 mx\r\n',
    '250-mx\r\n250 STARTTLS\r\n',
  );

  scripted.server('220 go\r\n250 injected\r\n');

  assert.ok(scripted.isEnded);
  assert.equal(scripted.failures[0]?.cause, 'protocolViolation');
});

test('XCLIENT is sent before a session is held after the greeting, TLS or not', () => {
  const config = { xclientAddress: '192.0.2.7', handshakeEnd: 'ehlo', tls: 'starttls' } as const;
  const scripted = new ScriptedSession(config).server(
    '220 mx\r\n',
    '250-mx\r\n250-STARTTLS\r\n250 XCLIENT ADDR\r\n',
  );

  assert.ok(!scripted.isReady);
  assert.match(scripted.takeSent(), /XCLIENT ADDR=192.0.2.7\r\n$/);
  scripted.server('220 mx\r\n', '250-mx\r\n250-STARTTLS\r\n250 XCLIENT ADDR\r\n');
  assert.ok(scripted.isReady);
});

test('who cancels AUTH says why', () => {
  const credentials = { mechanism: 'SCRAM-SHA-256', user: 'u', secret: 's' } as const;
  const scripted = new ScriptedSession({ credentials }).server(
    '220 mx\r\n',
    '250 mx\r\n',
    '334 aGVsbG8=\r\n',
  );

  assert.match(scripted.takeSent(), /\r\n\*\r\n$/);
  scripted.server('501 5.7.0 Cancelled\r\n');
  assert.match(
    scripted.failures[0]?.text ?? '',
    /^501 5\.7\.0 Cancelled \(cancelled: the first SCRAM message does not follow RFC 5802\)$/,
  );
});

test('a success of SCRAM without the proof of the server is none', () => {
  const credentials = { mechanism: 'SCRAM-SHA-256', user: 'u', secret: 's' } as const;
  const scripted = new ScriptedSession({ credentials }).server(
    '220 mx\r\n',
    '250 mx\r\n',
    '235 2.7.0 Welcome\r\n',
  );

  assert.ok(!scripted.isReady);
  assert.equal(scripted.failures[0]?.cause, 'protocolViolation');
  assert.match(scripted.failures[0]?.text ?? '', /without the SCRAM signature/);
});

test('an address beyond ASCII never goes to a server without SMTPUTF8', () => {
  const without = new ScriptedSession({ needsSmtpUtf8: true }).server('220 mx\r\n', '250 mx\r\n');
  const withIt = new ScriptedSession({ needsSmtpUtf8: true }).server(
    '220 mx\r\n',
    '250-mx\r\n250 SMTPUTF8\r\n',
  );

  assert.ok(without.isEnded);
  assert.deepEqual(
    without.failures.map(({ cause, text }) => [cause, text]),
    [['protocolViolation', 'SMTPUTF8 is not announced']],
  );
  assert.ok(withIt.isReady);
});

test('XCLIENT is sent after the greeting, and the greeting is repeated', () => {
  const scripted = new ScriptedSession({ xclientAddress: '2001:db8::1' });
  scripted.server('220 mx\r\n', '250-mx\r\n250 XCLIENT ADDR\r\n');
  assert.equal(scripted.takeSent(), 'EHLO client.test\r\nXCLIENT ADDR=IPV6:2001:db8::1\r\n');

  scripted.server('220 mx\r\n', EHLO);

  assert.ok(scripted.isReady);
});

for (const garbage of ['hello\r\n', '99 x\r\n', '250?x\r\n', '250-a\r\n550 b\r\n', '\r\n']) {
  test(`${JSON.stringify(garbage)} is no reply and ends the session`, () => {
    const scripted = new ScriptedSession().server(garbage);

    assert.ok(scripted.isEnded);
    assert.equal(scripted.failures[0]?.cause, 'protocolViolation');
  });
}

test('a reply without an end is given up instead of being stored for ever', () => {
  const scripted = new ScriptedSession();

  scripted.server(...Array.from({ length: 20 }, () => '220-'.padEnd(5000, 'x')));

  assert.equal(scripted.failures[0]?.cause, 'protocolViolation');
});

test('hostile bytes never throw and never make a message accepted', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), (chunks) => {
      const scripted = ready({ pipelining: true });
      scripted.begin('b@example.com');
      for (const chunk of chunks) scripted.session.receive(chunk, chunk.length, 1);
      assert.ok(!scripted.outcomes.includes('accepted'));
    }),
  );
});

test('an address that could smuggle a command is refused', () => {
  const scripted = ready();

  assert.throws(() => scripted.begin('b@example.com>\r\nRSET'), RangeError);
});
