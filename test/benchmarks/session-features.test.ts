// What a session can do besides plain SMTP over IPv4, each against a server that needs it.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { LOOPBACK_ONLY, exitStatusOf, runLoad, startSink } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import type { SinkOptions } from '../../benchmarks/sink/sink-options.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailfit-'));
});
after(() => rmSync(folder, { recursive: true }));

const FEW: RunPlan['load'] = { model: 'closed', sessions: 2, messages: 12 };

async function run(plan: RunPlan): Promise<RunResult> {
  const result = await runLoad(plan, { onEvent: () => undefined });
  assert.ok(!('refused' in result), 'reason' in result ? result.reason : '');
  return result;
}

async function runAgainstSink(
  options: Partial<SinkOptions>,
  plan: (url: string, caFile: string) => RunPlan,
): Promise<RunResult> {
  const sink = await startSink(options);
  const caFile = join(folder, `ca-${sink.port}.pem`);
  writeFileSync(caFile, sink.certificatePem ?? '');
  try {
    const scheme = options.tls === 'implicit' ? 'smtps' : options.protocol === 'lmtp' ? 'lmtp' : 'smtp';
    const host = options.host === '::1' ? '[::1]' : sink.host;
    return await run(plan(`${scheme}://${host}:${sink.port}`, caFile));
  } finally {
    await sink.close();
  }
}

/** A hand-written server that accepts everything and keeps what it read. */
async function withServer(
  listen: (server: Server) => void,
  use: (server: Server, heard: () => string) => Promise<void>,
): Promise<void> {
  let heard = '';
  const server = createServer((socket: Socket) => {
    let isData = false;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (isData) {
        isData = !chunk.toString('latin1').endsWith('\r\n.\r\n');
        if (!isData) socket.write('250 queued\r\n');
        return;
      }
      isData = chunk.toString('latin1').startsWith('DATA');
      socket.write(isData ? '354 go\r\n' : '250 ok\r\n');
    });
    socket.write('220 test\r\n');
  });
  await new Promise<void>((resolve) => {
    server.once('listening', resolve);
    listen(server);
  });
  try {
    await use(server, () => heard);
  } finally {
    server.close();
  }
}

for (const tls of ['starttls', 'implicit'] as const) {
  test(`${tls}: the certificate is verified, and later handshakes are resumed and counted apart`, async () => {
    const result = await runAgainstSink({ tls }, (target, tlsCaFile) => ({
      target,
      load: { model: 'closed', sessions: 1, messages: 6 },
      session: { tls, tlsCaFile, tlsServerName: 'localhost', messagesPerConnection: 1, close: 'graceful' },
    }));

    assert.equal(result.messages.accepted, 6);
    assert.equal(result.phases.tls.count, 6);
    assert.equal(result.connections.tlsFull + result.connections.tlsResumed, 6);
    assert.ok(result.connections.tlsFull >= 1);
    assert.match(result.server.tls?.version ?? '', /TLSv1\.[23]/);
  });
}

test('without resumption every handshake is a full one', async () => {
  const result = await runAgainstSink({ tls: 'starttls' }, (target, tlsCaFile) => ({
    target,
    load: { model: 'closed', sessions: 1, messages: 4 },
    session: {
      tls: 'starttls',
      tlsCaFile,
      tlsServerName: 'localhost',
      messagesPerConnection: 1,
      tlsResumption: false,
    },
  }));

  assert.equal(result.connections.tlsFull, 4);
});

test('a certificate that nobody vouches for fails in the phase tls, and no message is sent', async () => {
  const result = await runAgainstSink({ tls: 'starttls' }, (target) => ({
    target,
    load: { model: 'closed', sessions: 1, messages: 2 },
    session: { tls: 'starttls', reconnectDelayMs: 1 },
  }));

  assert.equal(result.messages.accepted, 0);
  assert.equal(result.messages.failed, 2);
  assert.deepEqual(
    result.errors.map(({ phase, class: kind }) => [phase, kind]),
    [['tls', 'tls']],
  );
});

test('a password in the wrong is counted as an auth error, the right one lets the messages through', async () => {
  process.env['MAILFIT_TEST_SECRET'] = 'open sesame';
  const auth = { mechanism: 'PLAIN', user: 'ali', passwordEnv: 'MAILFIT_TEST_SECRET' } as const;
  const credentials = { user: 'ali', password: 'open sesame' };
  const good = await runAgainstSink({ credentials }, (target) => ({ target, load: FEW, session: { auth } }));
  const bad = await runAgainstSink({ credentials }, (target) => ({
    target,
    load: { model: 'closed', sessions: 1, messages: 2 },
    session: { auth: { ...auth, user: 'cassim' }, reconnectDelayMs: 1 },
  }));

  assert.equal(good.messages.accepted, 12);
  assert.equal(bad.messages.accepted, 0);
  assert.equal(bad.messages.rejected, 2);
  assert.deepEqual(
    bad.errors.map(({ phase, class: kind }) => [phase, kind]),
    [['auth', 'auth']],
  );
  assert.ok(!JSON.stringify(good).includes('sesame'), 'the result holds the password');
});

test('a plan that names a password nobody set is refused as bad input', async () => {
  const outcome = await runLoad(
    {
      target: 'builtin',
      load: FEW,
      session: { auth: { mechanism: 'PLAIN', user: 'ali', passwordEnv: 'MAILFIT_TEST_NOT_SET' } },
    },
    { onEvent: () => undefined },
  );

  assert.equal(exitStatusOf(outcome), 2);
});

test('LMTP with several recipients', async () => {
  const result = await runAgainstSink({ protocol: 'lmtp' }, (target) => ({
    target,
    load: FEW,
    mail: { recipientsPerMessage: 3 },
  }));

  assert.equal(result.messages.accepted, 12);
  assert.equal(result.recipients.accepted, 36);
});

test('IPv6', async () => {
  const result = await runAgainstSink({ host: '::1' }, (target) => ({ target, load: FEW }));

  assert.equal(result.messages.accepted, 12);
});

test('a Unix socket', async () => {
  const path = join(folder, 'smtp.sock');
  await withServer(
    (server) => server.listen(path),
    async () => {
      const result = await run({ target: `smtp+unix:${path}`, load: FEW });
      assert.equal(result.messages.accepted, 12);
    },
  );
});

test('the PROXY header goes before everything else, with the source addresses in turn', async () => {
  await withServer(
    (server) => server.listen(0, '127.0.0.1'),
    async (server, heard) => {
      await run({
        target: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
        load: { model: 'closed', sessions: 1, messages: 2 },
        session: {
          messagesPerConnection: 1,
          proxy: { version: 1, sourceAddresses: ['192.0.2.1', '192.0.2.2'] },
        },
      });
      assert.match(heard(), /^PROXY TCP4 192\.0\.2\.1 127\.0\.0\.1 \d+ \d+\r\nEHLO /);
      assert.match(heard(), /PROXY TCP4 192\.0\.2\.2 /);
    },
  );
});

test('every message carries a token of its own, also from several threads', async () => {
  await withServer(
    (server) => server.listen(0, '127.0.0.1'),
    async (server, heard) => {
      await run({
        target: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
        load: { model: 'closed', sessions: 4, messages: 40 },
        workers: 2,
      });
      const tokens = heard().match(/^X-Mailfit-Token: .*$/gm) ?? [];
      assert.equal(new Set(tokens).size, 40);
    },
  );
});

test('source addresses are used in turn', async () => {
  const seen = new Set<string | undefined>();
  await withServer(
    (server) => {
      server.on('connection', (socket: Socket) => seen.add(socket.remoteAddress));
      server.listen(0, '127.0.0.1');
    },
    async (server) => {
      await run({
        target: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
        load: FEW,
        sourceAddresses: ['127.0.0.2', '127.0.0.3'],
      });
    },
  );

  assert.deepEqual([...seen].map(String).sort(), ['127.0.0.2', '127.0.0.3']);
});

test('partly open: sessions arrive by the clock and each sends its messages one after the other', async () => {
  const result = await runAgainstSink({}, (target) => ({
    target,
    load: {
      model: 'partlyOpen',
      arrivals: 'even',
      meanMessagesPerSession: 3,
      stages: [{ durationSec: 1, startRatePerSec: 40, endRatePerSec: 40 }],
    },
  }));

  assert.equal(result.connections.opened, 40);
  assert.ok(result.messages.accepted > 80 && result.messages.accepted < 180);
  assert.equal(result.messages.accepted, result.messages.offered);
});

test('several classes of clients send at the same time and are told apart', async () => {
  const result = await run({
    target: 'builtin',
    label: 'relay',
    load: { model: 'closed', sessions: 2, messages: 60 },
    session: { pipelining: true },
    classes: [
      {
        name: 'submission',
        load: { model: 'open', stages: [{ durationSec: 1, startRatePerSec: 20, endRatePerSec: 20 }] },
        session: { messagesPerConnection: 1 },
      },
      {
        name: 'list',
        load: { model: 'closed', sessions: 1, messages: 5 },
        mail: { recipientsPerMessage: 10 },
      },
    ],
  });

  assert.equal(result.messages.accepted, 85);
  assert.equal(result.ledger.exactlyOnce, 85);
  assert.equal(result.recipients.accepted, 130);
  assert.deepEqual(
    result.classes?.map(({ name, messages }) => [name, messages.accepted]),
    [
      ['relay', 60],
      ['submission', 20],
      ['list', 5],
    ],
  );
});

test('a ceiling also stops a closed loop, which names no rate', async () => {
  const result = await runLoad(
    { target: 'builtin', load: { model: 'closed', sessions: 5, durationSec: 30 } },
    {
      onEvent: () => undefined,
      policy: { ...LOOPBACK_ONLY, ceilings: { ...LOOPBACK_ONLY.ceilings, maxRatePerSec: 50 } },
    },
  );

  assert.ok(!('refused' in result));
  assert.equal(result.verdictReason, 'ceiling');
  assert.ok(result.durationSec < 3);
});

test('large messages arrive whole, over DATA and over BDAT', async () => {
  for (const chunking of [false, true]) {
    const result = await run({
      target: 'builtin',
      load: { model: 'closed', sessions: 3, messages: 9 },
      session: { pipelining: true, chunking },
      mail: { size: '300KiB', language: 'mixed', attachmentShare: 0.5, htmlShare: 0.5 },
    });

    assert.equal(result.ledger.exactlyOnce, 9);
  }
});

test('messages of a folder are sent as they are, and a folder without any is bad input', async () => {
  writeFileSync(join(folder, 'one.eml'), 'Subject: our own\r\n\r\n.dot\r\n');
  const own = await run({ target: 'builtin', load: FEW, mail: { emlFolder: folder } });
  const none = await runLoad(
    { target: 'builtin', load: FEW, mail: { emlFolder: join(folder, 'nowhere') } },
    { onEvent: () => undefined },
  );

  assert.equal(own.ledger.exactlyOnce, 12);
  assert.equal(exitStatusOf(none), 2);
});

test('a session that thinks between messages is not faster than its thoughts', async () => {
  const result = await runAgainstSink({}, (target) => ({
    target,
    load: { model: 'closed', sessions: 1, messages: 5, thinkTimeMs: 50 },
  }));

  assert.ok(result.durationSec >= 0.2);
});

test('a server that hangs up while a session thinks gets one new connection, not two', async () => {
  const sink = await startSink({
    limits: { maxConnections: 0, maxMessagesPerConnection: 1, maxMessagesPerSec: 0, greylistMs: 0 },
  });
  const result = await run({
    target: `smtp://${sink.host}:${sink.port}`,
    load: { model: 'closed', sessions: 1, messages: 6, thinkTimeMs: 20 },
    session: { reconnectDelayMs: 1 },
  });
  await sink.close();

  assert.equal(result.connections.peak, 1);
  assert.equal(result.messages.accepted + result.messages.rejected, 6);
});

test('a server that never answers runs into the timeout of that phase', async () => {
  const server = createServer((socket) => void socket.on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const result = await run({
    target: `smtp://127.0.0.1:${port}`,
    load: { model: 'closed', sessions: 1, messages: 1 },
    session: { timeoutMs: 200 },
  });
  server.close();

  assert.deepEqual(
    result.errors.map(({ phase, class: kind }) => [phase, kind]),
    [['banner', 'timeout']],
  );
  assert.equal(result.messages.failed, 1);
});
