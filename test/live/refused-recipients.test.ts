// Recipients that a real server refuses: what becomes of the messages behind them, and of the copies that are due.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runLoad } from '../../benchmarks/index.ts';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import { MaildirLedger } from '../../benchmarks/sink/maildir-ledger.ts';
import { startSink } from '../../benchmarks/sink/start-sink.ts';
import { skipExim, startExim } from './exim.ts';
import type { LiveServer } from './live-server.ts';
import { skipPostfix, startPostfix } from './postfix.ts';

interface Candidate {
  readonly title: string;
  readonly skip: string | false;
  readonly start: () => Promise<LiveServer>;
}

const CANDIDATES: readonly Candidate[] = [
  { title: 'Postfix', skip: skipPostfix(), start: () => startPostfix({ delivery: 'maildir' }) },
  {
    title: 'Exim',
    skip: skipExim(),
    start: () => startExim({ smtp_accept_queue_per_connection: '0' }),
  },
];

async function load(server: LiveServer, plan: Omit<RunPlan, 'target'>): Promise<RunResult> {
  const maildir = new MaildirLedger([server.maildir ?? '']);
  const result = await runLoad(
    { target: `smtp://127.0.0.1:${server.port}`, ...plan },
    {
      onEvent: () => undefined,
      ledger: { lookUp: (token) => maildir.ledger.lookUp(token), refresh: () => maildir.refresh() },
      settleMs: 10_000,
    },
  );
  assert.ok(!('refused' in result), JSON.stringify(result));
  return result;
}

for (const { title, skip, start } of CANDIDATES) {
  describe(title, { skip }, () => {
    test('each refusal stays with its message, in a pipeline of chunks too, and each accepted recipient has a copy', async () => {
      const server = await start();
      try {
        const mail: RunPlan['mail'] = { recipientDomains: [server.recipientDomain, 'nowhere.test'] };
        const chunked = await load(server, {
          load: { model: 'closed', sessions: 2, messages: 40 },
          session: { pipelining: true, chunking: true },
          mail,
        });
        const several = await load(server, {
          load: { model: 'closed', sessions: 2, messages: 20 },
          mail: { ...mail, recipientsPerMessage: 3 },
        });

        assert.equal(chunked.messages.accepted + chunked.recipients.refused, 40);
        assert.deepEqual([...new Set(chunked.errors.map(({ phase }) => phase))], ['rcpt']);
        assert.equal(chunked.ledger.exactlyOnce, chunked.messages.accepted);
        assert.equal(chunked.ledger.unexpected, 0);
        assert.ok(several.recipients.refused > 0);
        assert.equal(several.messages.accepted, 20);
        assert.equal(several.ledger.exactlyOnce, 20, JSON.stringify(several.ledger));
      } finally {
        await server.stop();
      }
    });
  });
}

test(
  'Postfix hands a message over once per recipient, and the far side counts it as one that came to all',
  { skip: skipPostfix() },
  async () => {
    const sink = await startSink({ protocol: 'lmtp' });
    const server = await startPostfix({
      delivery: { relayToPort: sink.port, protocol: 'lmtp' },
      settings: { lmtp_destination_recipient_limit: '1', relay_destination_recipient_limit: '1' },
    });
    try {
      const result = await runLoad(
        {
          target: `smtp://127.0.0.1:${server.port}`,
          load: { model: 'closed', sessions: 2, messages: 20 },
          mail: { recipientsPerMessage: 3 },
        },
        { onEvent: () => undefined, ledger: sink.ledger(), settleMs: 10_000 },
      );

      assert.ok(!('refused' in result), JSON.stringify(result));
      assert.equal(result.ledger.exactlyOnce, 20, JSON.stringify(result.ledger));
      assert.ok(sink.stats().messages >= 40, `${sink.stats().messages}`);
    } finally {
      await server.stop();
      await sink.close();
    }
  },
);
