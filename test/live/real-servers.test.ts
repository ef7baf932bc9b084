import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MaildirLedger } from '../../benchmarks/sink/maildir-ledger.ts';
import type { Sink } from '../../benchmarks/sink/start-sink.ts';
import { startSink } from '../../benchmarks/sink/start-sink.ts';
import type { ArrivalLedger } from '../../benchmarks/stats/ledger.ts';
import { reconcile } from '../../benchmarks/stats/reconcile.ts';
import { stampedMessages } from '../builders/messages.ts';
import { openDialogue } from '../builders/smtp-dialogue.ts';
import { skipDovecot, startDovecot } from './dovecot.ts';
import { skipExim, startExim } from './exim.ts';
import type { LiveServer } from './live-server.ts';
import { skipOpenSmtpd, startOpenSmtpd } from './opensmtpd.ts';
import { skipPostfix, startPostfix } from './postfix.ts';
import { eventually } from './server-process.ts';

interface Candidate {
  readonly title: string;
  readonly skip: string | false;
  readonly start: (farSide: Sink) => Promise<LiveServer>;
}

const CANDIDATES: readonly Candidate[] = [
  {
    title: 'Postfix into a Maildir',
    skip: skipPostfix(),
    start: () => startPostfix({ delivery: 'maildir' }),
  },
  {
    title: 'Postfix relaying by SMTP',
    skip: skipPostfix(),
    start: ({ port }) => startPostfix({ delivery: { relayToPort: port, protocol: 'smtp' } }),
  },
  { title: 'Exim', skip: skipExim(), start: () => startExim() },
  { title: 'OpenSMTPD', skip: skipOpenSmtpd(), start: () => startOpenSmtpd() },
  { title: 'Dovecot LMTP', skip: skipDovecot(), start: async ({ port }) => (await startDovecot(port)).lmtp },
  {
    title: 'Dovecot submission',
    skip: skipDovecot(),
    start: async ({ port }) => (await startDovecot(port)).submission,
  },
];

async function sendAll(server: LiveServer, messages: readonly { readonly data: string }[]): Promise<void> {
  const dialogue = await openDialogue(server.port);
  await dialogue.reply();
  await dialogue.say(server.protocol === 'lmtp' ? 'LHLO test' : 'EHLO test');
  if (server.credentials !== null) {
    const { user, password } = server.credentials;
    assert.match(
      await dialogue.say(`AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`),
      /^235/,
    );
  }
  for (const { data } of messages) {
    assert.match(await dialogue.say('MAIL FROM:<sender@example.com>'), /^250/);
    assert.match(await dialogue.say('RCPT TO:<user@example.com>'), /^250/);
    assert.match(await dialogue.say('DATA'), /^354/);
    dialogue.send(data);
    assert.match(await dialogue.reply(), /^250/);
  }
  dialogue.end();
}

async function arrivalsOf(server: LiveServer, farSide: Sink, count: number): Promise<ArrivalLedger> {
  if (server.maildir === null) {
    await eventually(() => farSide.stats().messages >= count);
    return farSide.ledger();
  }
  const reader = new MaildirLedger([server.maildir]);
  await eventually(async () => (await reader.refresh()) >= count);
  return reader.ledger;
}

for (const candidate of CANDIDATES) {
  test(
    `${candidate.title}: what it accepts arrives once and whole, and its log agrees`,
    { skip: candidate.skip },
    async () => {
      const farSide = await startSink({ kind: 'reference' });
      const server = await candidate.start(farSide);
      try {
        const messages = await stampedMessages(5);
        const startedMs = Date.now();

        await sendAll(server, messages);

        const sent = messages.map(({ token }) => ({
          token,
          outcome: 'accepted' as const,
          sentAtMs: startedMs,
        }));
        const latenciesMs: number[] = [];
        const result = reconcile(sent, await arrivalsOf(server, farSide, messages.length), {
          lateAfterMs: 10_000,
          onDeliveryLatencyMs: (latencyMs) => void latenciesMs.push(latencyMs),
        });
        assert.deepEqual(
          { ...result, samples: null },
          {
            accepted: 5,
            exactlyOnce: 5,
            lost: 0,
            duplicated: 0,
            corrupted: 0,
            late: 0,
            ambiguous: { total: 0, arrived: 0, missing: 0 },
            unexpected: 0,
            samples: null,
          },
        );
        // File times come from the kernel's coarse clock, which may lag by one tick.
        for (const latencyMs of latenciesMs) assert.ok(latencyMs > -20 && latencyMs < 10_000, `${latencyMs}`);
        // Some write their log by a process of its own, which may lag behind.
        await eventually(async () => (await server.countAccepted()) >= 5);
        assert.equal(await server.countAccepted(), 5);
      } finally {
        await server.stop();
        await farSide.close();
      }
    },
  );
}
