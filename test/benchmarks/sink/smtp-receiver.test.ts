import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { stuffDots, toCrlf } from '../../../benchmarks/mail/wire-form.ts';
import { SmtpReceiver } from '../../../benchmarks/sink/smtp-receiver.ts';
import type { ReceiverProfile } from '../../../benchmarks/sink/smtp-receiver.ts';

interface Recorded {
  readonly receiver: SmtpReceiver;
  readonly messages: string[];
  readonly said: () => string;
  readonly writes: string[];
  readonly ended: string[];
}

function startReceiver(changes: Partial<ReceiverProfile> = {}): Recorded {
  const messages: string[] = [];
  const writes: string[] = [];
  const ended: string[] = [];
  const profile: ReceiverProfile = {
    banner: '220 test\r\n',
    ehloReply: () => '250-test\r\n250 PIPELINING\r\n',
    isLmtp: false,
    maxMessageBytes: 1000,
    offersTls: true,
    credentials: null,
    script: null,
    limits: null,
    onMessage: (content) => messages.push(content.toString('latin1')),
    ...changes,
  };
  const receiver = new SmtpReceiver(
    profile,
    {
      write: (text) => void writes.push(text),
      close: () => void ended.push('close'),
      reset: () => void ended.push('reset'),
      startTls: () => void ended.push('startTls'),
      wait: (_delayMs, resume) => void setImmediate(resume),
      nowMs: () => 0,
    },
    false,
  );
  return { receiver, messages, writes, ended, said: () => writes.join('') };
}

const codes = (said: string): string[] =>
  said.split('\r\n').flatMap((line) => /^(\d{3}) /.exec(line)?.[1] ?? []);
const SESSION =
  'EHLO x\r\nMAIL FROM:<a@x.test>\r\nRCPT TO:<b@x.test>\r\nDATA\r\n' +
  'Subject: s\r\n\r\n..dot\r\nline\r\n.\r\nRSET\r\nQUIT\r\n';

test('one session, cut at every byte, gives the same replies and the same message', () => {
  for (let cut = 0; cut <= SESSION.length; cut += 1) {
    const { receiver, messages, said, ended } = startReceiver();

    receiver.feed(Buffer.from(SESSION.slice(0, cut)));
    receiver.feed(Buffer.from(SESSION.slice(cut)));

    assert.deepEqual(codes(said()), ['250', '250', '250', '354', '250', '250', '221'], `cut at ${cut}`);
    assert.deepEqual(messages, ['Subject: s\r\n\r\n.dot\r\nline\r\n'], `cut at ${cut}`);
    assert.deepEqual(ended, ['close']);
  }
});

test('the same session byte by byte gives the same message', () => {
  const { receiver, messages } = startReceiver();

  for (const byte of Buffer.from(SESSION)) receiver.feed(Buffer.from([byte]));

  assert.deepEqual(messages, ['Subject: s\r\n\r\n.dot\r\nline\r\n']);
});

test('all replies to a pipelined flight leave in one write', () => {
  const { receiver, writes } = startReceiver();

  receiver.feed(Buffer.from('MAIL FROM:<a@x>\r\nRCPT TO:<b@x>\r\nRCPT TO:<c@x>\r\nDATA\r\n'));

  assert.equal(writes.length, 1);
  assert.deepEqual(codes(writes[0] ?? ''), ['250', '250', '250', '354']);
});

test('an empty message is a lone dot right after DATA', () => {
  const { receiver, messages } = startReceiver();

  receiver.feed(Buffer.from('MAIL FROM:<a@x>\r\nRCPT TO:<b@x>\r\nDATA\r\n.\r\nNOOP\r\n'));

  assert.deepEqual(messages, ['']);
});

test('a dot between bare line feeds does not end a message, so nothing can be smuggled behind it', () => {
  for (const fake of ['\n.\n', '\r.\r', '\n.\r\n', '\r\n.\n']) {
    const { receiver, messages } = startReceiver();

    receiver.feed(
      Buffer.from(
        `MAIL FROM:<a@x>\r\nRCPT TO:<b@x>\r\nDATA\r\nA: 1\r\n\r\nx${fake}MAIL FROM:<evil@x>\r\n.\r\n`,
      ),
    );

    assert.equal(messages.length, 1);
    assert.ok(messages[0]?.includes('MAIL FROM:<evil@x>'));
  }
});

test('BDAT takes chunks as they are, also a closing chunk of no bytes', () => {
  const { receiver, messages, said } = startReceiver();

  receiver.feed(
    Buffer.from('MAIL FROM:<a@x>\r\nRCPT TO:<b@x>\r\nBDAT 5\r\nA: 1\rBDAT 6\r\n\n\r\n.\r\nBDAT 0 LAST\r\n'),
  );

  assert.deepEqual(codes(said()), ['250', '250', '250', '250', '250']);
  assert.deepEqual(messages, ['A: 1\r\n\r\n.\r\n']);
});

test('the bytes of a chunk without recipients are read and refused, never taken for commands', () => {
  const { receiver, messages, said } = startReceiver();

  receiver.feed(Buffer.from('BDAT 6 LAST\r\nQUIT\r\nMAIL FROM:<a@x>\r\nBDAT 6 LAST\r\nQUIT\r\n'));

  assert.deepEqual(codes(said()), ['503', '250', '554']);
  assert.deepEqual(messages, []);
});

test('DATA without recipients and commands out of order are refused', () => {
  const { receiver, said } = startReceiver();

  receiver.feed(
    Buffer.from('RCPT TO:<b@x>\r\nDATA\r\nMAIL FROM:<a@x>\r\nMAIL FROM:<a@x>\r\nDATA\r\nWHAT\r\n'),
  );

  assert.deepEqual(codes(said()), ['503', '503', '250', '503', '554', '502']);
});

test('LMTP answers once per recipient after the dot', () => {
  const { receiver, said, messages } = startReceiver({ isLmtp: true });

  receiver.feed(
    Buffer.from('MAIL FROM:<a@x>\r\nRCPT TO:<b@x>\r\nRCPT TO:<c@x>\r\nDATA\r\nA: 1\r\n\r\n.\r\n'),
  );

  assert.deepEqual(codes(said()), ['250', '250', '250', '354', '250', '250']);
  assert.equal(messages.length, 1);
});

test('a message above the size limit is refused, announced or not', () => {
  const { receiver, messages, said } = startReceiver();

  receiver.feed(Buffer.from('MAIL FROM:<a@x> SIZE=1001\r\nMAIL FROM:<a@x>\r\nRCPT TO:<b@x>\r\nDATA\r\n'));
  receiver.feed(Buffer.from(`A: 1\r\n\r\n${'x'.repeat(2000)}\r\n.\r\n`));

  assert.deepEqual(codes(said()), ['552', '250', '250', '354', '552']);
  assert.deepEqual(messages, []);
});

test('an endless command line ends the session instead of filling memory', () => {
  const { receiver, said, ended } = startReceiver();

  receiver.feed(Buffer.alloc(20_000, 'a'));

  assert.deepEqual(codes(said()), ['500']);
  assert.deepEqual(ended, ['close']);
});

test('commands sent in clear behind STARTTLS are forgotten', () => {
  const { receiver, said, ended } = startReceiver();

  receiver.feed(Buffer.from('STARTTLS\r\nMAIL FROM:<evil@x>\r\n'));
  receiver.becomeEncrypted();
  receiver.feed(Buffer.from('MAIL FROM:<a@x>\r\n'));

  assert.deepEqual(ended, ['startTls']);
  assert.deepEqual(codes(said()), ['220', '250']);
});

test('STARTTLS is refused once the session is encrypted', () => {
  const { receiver, said } = startReceiver();

  receiver.feed(Buffer.from('STARTTLS\r\n'));
  receiver.becomeEncrypted();
  receiver.feed(Buffer.from('STARTTLS\r\n'));

  assert.deepEqual(codes(said()), ['220', '503']);
});

/** Pieces that make line ends, dots and end marks meet at every seam. */
const bodyPieces = fc.array(fc.constantFrom('\r\n', '.', '\r', '\n', 'a', '\r\n..', '\xe9', 'x'.repeat(40)), {
  maxLength: 60,
});

test('however a message is cut on its way, it arrives as it was sent', () => {
  fc.assert(
    fc.property(bodyPieces, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (pieces, cuts) => {
      const message = toCrlf(Buffer.from(`A: 1\r\n\r\n${pieces.join('')}`, 'latin1'));
      const sent = Buffer.concat([
        Buffer.from('MAIL FROM:<a@x>\r\nRCPT TO:<b@x>\r\nDATA\r\n'),
        stuffDots(message),
        Buffer.from('.\r\nNOOP\r\n'),
      ]);
      const { receiver, messages, said } = startReceiver({ maxMessageBytes: 100_000 });

      for (let at = 0, cut = 0; at < sent.length; cut += 1) {
        const length = cuts[cut % cuts.length] ?? 1;
        receiver.feed(sent.subarray(at, at + length));
        at += length;
      }

      assert.deepEqual(messages, [Buffer.from(message).toString('latin1')]);
      assert.deepEqual(codes(said()), ['250', '250', '354', '250', '250']);
    }),
  );
});

test('no bytes whatever make the receiver throw, and every line of its answers is a reply', () => {
  const words = fc.constantFrom(
    'MAIL FROM:<a@x>',
    'RCPT TO:<b@x>',
    'DATA',
    'BDAT 3',
    'BDAT 999999999999',
    'AUTH PLAIN',
    'AUTH LOGIN AA==',
    '*',
    '.',
    'RSET',
    '\r\n',
    '\r\n',
    ' ',
    'STARTTLS',
  );
  const noise = fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
  fc.assert(
    fc.property(fc.array(fc.oneof(words, noise), { maxLength: 40 }), (parts) => {
      const { receiver, said } = startReceiver();

      for (const part of parts) receiver.feed(Buffer.from(part, 'latin1'));

      for (const line of said().split('\r\n').slice(0, -1)) assert.match(line, /^\d{3}[ -]/);
    }),
  );
});
