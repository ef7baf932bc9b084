// The same loads against every real server. What counts is that our figures and the server's own log agree.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { CapacityResult, RunPlan, RunResult } from '../../benchmarks/index.ts';
import { findCapacity, runLoad } from '../../benchmarks/index.ts';
import { MaildirLedger } from '../../benchmarks/sink/maildir-ledger.ts';
import type { Sink } from '../../benchmarks/sink/start-sink.ts';
import { startSink } from '../../benchmarks/sink/start-sink.ts';
import { skipDovecot, startDovecot } from './dovecot.ts';
import { skipExim, startExim } from './exim.ts';
import type { LiveServer } from './live-server.ts';
import { skipOpenSmtpd, startOpenSmtpd } from './opensmtpd.ts';
import { skipPostfix, startPostfix } from './postfix.ts';
import { eventually } from './server-process.ts';

const MESSAGES = 100;
const SESSIONS = 4;
process.env['MAILFIT_TEST_PASSWORD'] = 'load-test';

interface Candidate {
  readonly title: string;
  readonly skip: string | false;
  readonly offers: readonly ('pipelining' | 'chunking' | 'starttls')[];
  readonly start: (farSide: Sink) => Promise<LiveServer>;
}

const CANDIDATES: readonly Candidate[] = [
  {
    title: 'Postfix',
    skip: skipPostfix(),
    offers: ['pipelining', 'chunking', 'starttls'],
    start: () => startPostfix({ delivery: 'maildir' }),
  },
  {
    title: 'Exim',
    skip: skipExim(),
    offers: ['pipelining', 'chunking', 'starttls'],
    // By default it only queues from the eleventh message of a connection on.
    start: () => startExim({ smtp_accept_queue_per_connection: '0' }),
  },
  // It announces neither PIPELINING nor CHUNKING.
  { title: 'OpenSMTPD', skip: skipOpenSmtpd(), offers: ['starttls'], start: () => startOpenSmtpd() },
  {
    title: 'Dovecot LMTP',
    skip: skipDovecot(),
    offers: ['pipelining', 'chunking', 'starttls'],
    start: async ({ port }) => (await startDovecot(port)).lmtp,
  },
  {
    title: 'Dovecot submission',
    skip: skipDovecot(),
    // See the test on crashes below.
    offers: ['starttls'],
    start: async ({ port }) => (await startDovecot(port)).submission,
  },
];

function planFor(server: LiveServer, changes: Partial<RunPlan> = {}): RunPlan {
  const { credentials } = server;
  const auth =
    credentials === null
      ? {}
      : {
          auth: { mechanism: 'PLAIN' as const, user: credentials.user, passwordEnv: 'MAILFIT_TEST_PASSWORD' },
        };
  return {
    target: `${server.protocol}://127.0.0.1:${server.port}`,
    load: { model: 'closed', sessions: SESSIONS, messages: MESSAGES },
    mail: { recipientDomains: [server.recipientDomain] },
    ...changes,
    session: { ...auth, ...changes.session },
  };
}

async function run(plan: RunPlan, maildir: MaildirLedger | null = null): Promise<RunResult> {
  const reading = setInterval(() => void maildir?.refresh(), 200);
  try {
    const result = await runLoad(plan, {
      onEvent: () => undefined,
      ...(maildir === null ? {} : { ledger: maildir.ledger }),
    });
    assert.ok(!('refused' in result), JSON.stringify(result));
    return result;
  } finally {
    clearInterval(reading);
  }
}

for (const candidate of CANDIDATES) {
  describe(candidate.title, { skip: candidate.skip }, () => {
    let farSide: Sink;
    let server: LiveServer;
    let acceptedBefore = 0;
    const folder = mkdtempSync(join(tmpdir(), 'mailfit-live-'));

    before(async () => {
      farSide = await startSink({ kind: 'null' });
      server = await candidate.start(farSide);
    });
    after(async () => {
      await server.stop();
      await farSide.close();
      rmSync(folder, { recursive: true });
    });

    const assertLogAgrees = async (result: RunResult): Promise<void> => {
      const wanted = acceptedBefore + result.messages.accepted;
      await eventually(async () => (await server.countAccepted()) >= wanted, 5000);
      assert.equal(await server.countAccepted(), wanted);
      acceptedBefore = wanted;
    };

    test(`${candidate.title}: accepted is what its log says, over connections that are reused`, async () => {
      const maildir = server.maildir === null ? null : new MaildirLedger([server.maildir]);

      const result = await run(planFor(server), maildir);

      assert.equal(result.messages.accepted, MESSAGES, JSON.stringify(result.errors));
      assert.equal(result.connections.opened, SESSIONS);
      assert.deepEqual(result.errors, []);
      await assertLogAgrees(result);
      if (maildir !== null) {
        const { lost, duplicated, corrupted, exactlyOnce } = result.ledger;
        assert.deepEqual(
          { lost, duplicated, corrupted, exactlyOnce },
          { lost: 0, duplicated: 0, corrupted: 0, exactlyOnce: MESSAGES },
        );
      }
    });

    test(`${candidate.title}: a new connection for every message`, async () => {
      const load = { model: 'closed', sessions: SESSIONS, messages: 30 } as const;
      const result = await run(planFor(server, { load, session: { messagesPerConnection: 1 } }));

      assert.equal(result.messages.accepted, 30, JSON.stringify(result.errors));
      assert.equal(result.connections.opened, 30);
      await assertLogAgrees(result);
    });

    for (const feature of candidate.offers.filter((name) => name !== 'starttls')) {
      test(`${candidate.title}: ${feature}`, async () => {
        const result = await run(
          planFor(server, { session: { pipelining: true, chunking: feature === 'chunking' } }),
        );

        assert.equal(result.messages.accepted, MESSAGES, JSON.stringify(result.errors));
        await assertLogAgrees(result);
      });
    }

    const testTls = candidate.offers.includes('starttls') ? test : (): void => undefined;
    testTls(`${candidate.title}: STARTTLS with its certificate verified`, async () => {
      const tlsCaFile = join(folder, 'ca.pem');
      writeFileSync(tlsCaFile, server.caPem ?? '');

      const result = await run(
        planFor(server, { session: { tls: 'starttls', tlsCaFile, tlsServerName: 'localhost' } }),
      );

      assert.equal(result.messages.accepted, MESSAGES, JSON.stringify(result.errors));
      assert.match(result.server.tls?.version ?? '', /^TLSv1\.[23]$/);
      await assertLogAgrees(result);
    });

    test(`${candidate.title}: several recipients, Japanese text and attached files`, async () => {
      const result = await run(
        planFor(server, {
          mail: {
            recipientDomains: [server.recipientDomain],
            recipientsPerMessage: 3,
            size: 'business:20KiB',
            language: 'ja',
            attachmentShare: 0.3,
          },
          load: { model: 'closed', sessions: SESSIONS, messages: 40 },
        }),
      );

      assert.equal(result.messages.accepted, 40, JSON.stringify(result.errors));
      assert.equal(result.recipients.accepted, 120);
    });
  });
}

test(
  'Exim as it comes delivers ten messages of a connection and only queues the rest, and the ledger tells',
  { skip: skipExim() },
  async () => {
    const server = await startExim();
    try {
      const maildir = new MaildirLedger([server.maildir ?? '']);

      const result = await run(
        planFor(server, { load: { model: 'closed', sessions: 1, messages: 30 } }),
        maildir,
      );

      assert.equal(result.messages.accepted, 30);
      assert.deepEqual([result.ledger.exactlyOnce, result.ledger.lost], [10, 20]);
    } finally {
      await server.stop();
    }
  },
);

// Dovecot 2.3.19 panics when the next MAIL comes right behind a message (smtp-server-transaction.c, pending_rcpt_cmds).
test(
  'a server that crashes under pipelining leaves accepted, ambiguous and arrived in order',
  { skip: skipDovecot() },
  async () => {
    const farSide = await startSink({ kind: 'null' });
    const { submission } = await startDovecot(farSide.port);
    try {
      const load = { model: 'closed', sessions: 2, messages: 10 } as const;
      const { messages } = await run(planFor(submission, { load, session: { pipelining: true } }));

      assert.equal(messages.accepted + messages.rejected + messages.failed + messages.ambiguous, 10);
      const arrived = farSide.stats().messages;
      assert.ok(arrived >= messages.accepted && arrived <= messages.accepted + messages.ambiguous);
    } finally {
      await submission.stop();
      await farSide.close();
    }
  },
);

describe('Postfix with limits', { skip: skipPostfix() }, () => {
  test('a Postfix that refuses every recipient with 554 scores zero accepted', async () => {
    const server = await startPostfix({
      delivery: 'discard',
      settings: {
        smtpd_recipient_restrictions: 'reject',
        smtpd_error_sleep_time: '0',
        smtpd_hard_error_limit: '1000',
      },
    });
    try {
      const result = await run(planFor(server, { load: { model: 'closed', sessions: 2, messages: 20 } }));

      assert.equal(result.messages.accepted, 0);
      assert.equal(result.messages.rejected, 20);
      assert.deepEqual(
        result.errors.map(({ phase, replyCode, enhancedCode, count }) => ({
          phase,
          replyCode,
          enhancedCode,
          count,
        })),
        [{ phase: 'rcpt', replyCode: 554, enhancedCode: '5.7.1', count: 20 }],
      );
      assert.equal(await server.countAccepted(), 0);
    } finally {
      await server.stop();
    }
  });

  test('its connection limit is named and no capacity is claimed', async () => {
    const server = await startPostfix({
      delivery: 'discard',
      settings: { smtpd_client_connection_count_limit: '2', smtpd_client_event_limit_exceptions: '' },
    });
    try {
      const result = await run(planFor(server, { load: { model: 'closed', sessions: 8, durationSec: 2 } }));

      assert.ok(
        result.notices.some(({ id }) => id === 'connectionLimit'),
        JSON.stringify(result.errors),
      );
      assert.equal(result.verdict, 'policyBound');
    } finally {
      await server.stop();
    }
  });
});

describe('limits that real servers have', () => {
  const search = {
    shortTrialSec: 1,
    fullTrialSec: 1,
    startRatePerSec: 60,
    maxRatePerSec: 60,
    maxSessions: 4,
  };
  const capacityOf = async (server: LiveServer): Promise<CapacityResult> => {
    try {
      const result = await findCapacity(
        {
          ...search,
          target: `smtp://127.0.0.1:${server.port}`,
          objective: ['errors<=1%'],
          mail: { recipientDomains: [server.recipientDomain] },
        },
        { onTrial: () => undefined },
      );
      assert.ok(!('refused' in result), JSON.stringify(result));
      return result;
    } finally {
      await server.stop();
    }
  };

  test('Postfix with a rate limit for each client has no capacity', { skip: skipPostfix() }, async () => {
    const settings = { smtpd_client_message_rate_limit: '20', smtpd_client_event_limit_exceptions: '' };
    const result = await capacityOf(await startPostfix({ delivery: 'discard', settings }));

    assert.deepEqual([result.verdict, result.verdictReason], ['policyBound', 'rateLimit']);
    assert.equal(result.lowerRatePerSec, null);
  });

  test(
    'Exim with a limit on messages for each connection has no capacity',
    { skip: skipExim() },
    async () => {
      const result = await capacityOf(await startExim({ smtp_accept_max_per_connection: '5' }));

      assert.deepEqual([result.verdict, result.verdictReason], ['policyBound', 'messagesPerConnection']);
      assert.equal(result.lowerRatePerSec, null);
    },
  );
});
