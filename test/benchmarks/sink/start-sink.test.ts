import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createTransport } from 'nodemailer';
import type { Sink } from '../../../benchmarks/sink/start-sink.ts';
import { startSink } from '../../../benchmarks/sink/start-sink.ts';
import type { SinkOptions } from '../../../benchmarks/sink/sink-options.ts';
import { NO_LIMITS } from '../../../benchmarks/sink/limits.ts';
import { parseFault } from '../../../benchmarks/sink/fault-notation.ts';
import type { Fault } from '../../../benchmarks/sink/faults.ts';
import { reconcile } from '../../../benchmarks/stats/reconcile.ts';
import { stampedMessages } from '../../builders/messages.ts';
import type { Dialogue } from '../../builders/smtp-dialogue.ts';
import { openDialogue, sendOne } from '../../builders/smtp-dialogue.ts';

const sinks: Sink[] = [];
after(() => Promise.all(sinks.map((sink) => sink.close())));

async function start(options: Partial<SinkOptions>): Promise<Sink> {
  const sink = await startSink(options);
  sinks.push(sink);
  return sink;
}

async function greet(sink: Sink): Promise<Dialogue> {
  const dialogue = await openDialogue(sink.port);
  await dialogue.reply();
  await dialogue.say('EHLO test');
  return dialogue;
}

function faults(...texts: string[]): Fault[] {
  return texts.map((text) => {
    const parsed = parseFault(text);
    assert.ok(parsed.ok, text);
    return parsed.fault;
  });
}

for (const kind of ['null', 'reference', 'scripted'] as const) {
  test(`the ${kind} sink knows every message that arrived once, whole`, async () => {
    const sink = await start({ kind });
    const messages = await stampedMessages(3);
    const dialogue = await greet(sink);

    for (const message of messages) assert.match(await sendOne(dialogue, message.data), /^250/);
    dialogue.end();

    const sent = messages.map(({ token }) => ({ token, outcome: 'accepted' as const, sentAtMs: 0 }));
    const result = reconcile(sent, sink.ledger());
    assert.deepEqual([result.exactlyOnce, result.lost, result.corrupted], [3, 0, 0]);
    assert.equal(sink.stats().messages, 3);
  });

  test(`nodemailer delivers to the ${kind} sink over verified STARTTLS with a password`, async () => {
    const credentials = { user: 'load@example.com', password: 'secret' };
    const sink = await start({ kind, tls: 'starttls', credentials });
    const tls = { ca: sink.certificatePem ?? '', servername: 'localhost' };
    const auth = { user: credentials.user, pass: credentials.password };
    const transport = createTransport({ host: '127.0.0.1', port: sink.port, requireTLS: true, tls, auth });

    await transport.sendMail({ from: 'a@example.com', to: 'b@example.com', subject: 's', text: 't' });
    transport.close();

    assert.equal(sink.stats().messages, 1);
    assert.equal(sink.ledger().foreignArrivals, 1);
  });

  test(`the ${kind} sink speaks LMTP`, async () => {
    const sink = await start({ kind, protocol: 'lmtp' });
    const dialogue = await openDialogue(sink.port);
    await dialogue.reply();

    assert.match(await dialogue.say('LHLO test'), /^250/);
    assert.match(await sendOne(dialogue, 'A: 1\r\n\r\nb\r\n.\r\n'), /^250/);
    dialogue.end();
  });
}

test('a wrong password is refused with 535', async () => {
  for (const kind of ['null', 'reference'] as const) {
    const sink = await start({ kind, credentials: { user: 'u', password: 'p' } });
    const dialogue = await greet(sink);

    const wrong = Buffer.from('\0u\0wrong').toString('base64');
    assert.match(await dialogue.say(`AUTH PLAIN ${wrong}`), /^535/);
    dialogue.end();
  }
});

test('implicit TLS is encrypted from the first byte', async () => {
  const sink = await start({ tls: 'implicit' });
  const transport = createTransport({
    host: '127.0.0.1',
    port: sink.port,
    secure: true,
    tls: { ca: sink.certificatePem ?? '', servername: 'localhost' },
  });

  await transport.sendMail({ from: 'a@example.com', to: 'b@example.com', text: 't' });
  transport.close();

  assert.equal(sink.stats().messages, 1);
});

test('replies sent byte by byte or in two writes are the same replies', async () => {
  for (const replyWrites of ['bytewise', 'two'] as const) {
    const sink = await start({ kind: 'scripted', replyWrites });
    const dialogue = await greet(sink);

    assert.match(await sendOne(dialogue, 'A: 1\r\n\r\nb\r\n.\r\n'), /^250 2\.0\.0 Ok: queued$/);
    assert.match(await dialogue.say('QUIT'), /^221/);
    assert.ok(await dialogue.closed());
  }
});

test('a deferring, a rejecting and a closing sink say so at the phase they were told', async () => {
  const cases = [
    ['reply:mail:450 4.7.1 Greylisted', 'MAIL FROM:<a@x.test>', /^450 4\.7\.1/],
    ['reply:ehlo:554 5.7.1 Go away', 'EHLO again', /^554 5\.7\.1/],
    ['reply:rset:421 4.3.2 Shutting down', 'RSET', /^421/],
  ] as const;
  for (const [fault, line, expected] of cases) {
    const sink = await start({ kind: 'scripted', faults: faults(fault) });
    const dialogue = await openDialogue(sink.port);
    await dialogue.reply();

    assert.match(await dialogue.say(line), expected);
    if (fault.includes('421')) assert.ok(await dialogue.closed());
    dialogue.end();
  }
});

test('a message refused after the dot is not in the ledger, one taken before the connection broke is', async () => {
  const [message] = await stampedMessages(1);
  for (const [fault, arrivals] of [
    ['reply:finalDot:554 5.6.0 No', 0],
    ['drop:finalDot', 1],
    ['reset:finalDot', 1],
    ['drop:body', 0],
  ] as const) {
    const sink = await start({ kind: 'scripted', faults: faults(fault) });
    const dialogue = await greet(sink);

    await sendOne(dialogue, message?.data ?? '').catch(() => 'closed');
    dialogue.end();

    assert.equal(sink.ledger().lookUp(message?.token ?? '')?.arrivals ?? 0, arrivals, fault);
  }
});

test('a stall holds back the reply for its time and only as often as it was told', async () => {
  const sink = await start({ kind: 'scripted', faults: faults('stall:finalDot:150ms:once') });
  const dialogue = await greet(sink);
  const timed = async (): Promise<number> => {
    const startedMs = performance.now();
    await sendOne(dialogue, 'A: 1\r\n\r\nb\r\n.\r\n');
    return performance.now() - startedMs;
  };

  const first = await timed();
  const second = await timed();
  dialogue.end();

  assert.ok(first >= 149 && second < 100, `${first} ${second}`);
  assert.equal(sink.stats().injected.stalls, 1);
});

test('a frozen server holds back every session until it thaws', async () => {
  const sink = await start({ kind: 'scripted', faults: faults('freeze:rset:200ms:once') });
  const [one, other] = [await greet(sink), await greet(sink)];
  const startedMs = performance.now();

  const frozen = one.say('RSET');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await other.say('RSET');
  await frozen;
  one.end();
  other.end();

  const tookMs = performance.now() - startedMs;
  assert.ok(tookMs >= 195 && tookMs < 1000, `${tookMs}`);
});

test('losses, duplicates and damage in the ledger are exactly those that were injected', async () => {
  const sink = await start({
    kind: 'scripted',
    seed: 7,
    faults: faults('lose:5%', 'duplicate:5%', 'corrupt:5%'),
  });
  const messages = await stampedMessages(300);
  const dialogue = await greet(sink);

  for (const message of messages) {
    dialogue.send(`MAIL FROM:<a@x.test>\r\nRCPT TO:<b@x.test>\r\nDATA\r\n${message.data}`);
    for (const expected of [/^250/, /^250/, /^354/, /^250/]) assert.match(await dialogue.reply(), expected);
  }
  dialogue.end();

  const sent = messages.map(({ token }) => ({ token, outcome: 'accepted' as const, sentAtMs: 0 }));
  const result = reconcile(sent, sink.ledger());
  const { injected } = sink.stats();
  assert.ok(injected.lost > 0 && injected.duplicated > 0 && injected.corrupted > 0);
  assert.deepEqual(
    { lost: result.lost, duplicated: result.duplicated, corrupted: result.corrupted },
    { lost: injected.lost, duplicated: injected.duplicated, corrupted: injected.corrupted },
  );
});

test('limits answer as the servers do that they imitate', async () => {
  const limits = { ...NO_LIMITS, maxConnections: 1, maxMessagesPerConnection: 1, greylistMs: 60_000 };
  const sink = await start({ kind: 'scripted', limits });
  const dialogue = await greet(sink);
  const second = await openDialogue(sink.port);

  assert.match(await second.reply(), /^421 4\.7\.0/);
  await dialogue.say('MAIL FROM:<a@x.test>');
  assert.match(await dialogue.say('RCPT TO:<b@x.test>'), /^450 4\.2\.0/);
  dialogue.end();
  assert.equal(sink.stats().connections.refused, 1);
});

test('slow reading takes the time that the rate implies', async () => {
  const sink = await start({ kind: 'scripted', readBytesPerSec: 10_000 });
  const dialogue = await greet(sink);
  const startedMs = performance.now();

  await sendOne(dialogue, `A: 1\r\n\r\n${'x'.repeat(3000)}\r\n.\r\n`);
  await dialogue.say('NOOP');
  dialogue.end();

  assert.ok(performance.now() - startedMs > 290);
});
