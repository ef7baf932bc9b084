// What few load generators can do, shown on servers that did not know they were part of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunPlan, RunResult } from '../../benchmarks/index.ts';
import { runLoad } from '../../benchmarks/index.ts';
import { startSink } from '../../benchmarks/sink/start-sink.ts';
import { skipDovecot, startDovecot } from './dovecot.ts';
import { skipPostfix, startPostfix } from './postfix.ts';
import type { PostfixOptions, PostfixServer } from './postfix.ts';

const CLIENT_ADDRESSES: [string, ...string[]] = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'];
const FROM_ANYWHERE = { mynetworks: '127.0.0.0/8, 192.0.2.0/24' };
/** Two connections per client address, which a load from one address exceeds at once. */
const TWO_PER_CLIENT = {
  ...FROM_ANYWHERE,
  smtpd_client_connection_count_limit: '2',
  smtpd_client_event_limit_exceptions: '',
};

type Mechanism = 'PLAIN' | 'LOGIN' | 'SCRAM-SHA-256';

async function run(plan: RunPlan): Promise<RunResult> {
  const result = await runLoad(plan, { onEvent: () => undefined });
  assert.ok(!('refused' in result), JSON.stringify(result));
  return result;
}

async function withPostfix(
  options: PostfixOptions,
  use: (server: PostfixServer, target: string) => Promise<void>,
): Promise<void> {
  const server = await startPostfix(options);
  try {
    await use(server, `smtp://127.0.0.1:${server.port}`);
  } finally {
    await server.stop();
  }
}

function clientsIn(log: string): string[] {
  const found = [...log.matchAll(/postfix\/smtpd\[\d+\]: [0-9A-F]+: client=unknown\[([\d.]+)\]/g)];
  return [...new Set(found.map(([, address]) => address ?? ''))].sort();
}

for (const version of [1, 2] as const) {
  test(
    `Postfix behind a PROXY v${version} balancer sees many clients and counts each on its own`,
    { skip: skipPostfix() },
    async () => {
      await withPostfix(
        { delivery: 'discard', isBehindProxy: true, settings: TWO_PER_CLIENT },
        async (server, target) => {
          const result = await run({
            target,
            load: { model: 'closed', sessions: 8, messages: 80 },
            session: { proxy: { version, sourceAddresses: CLIENT_ADDRESSES } },
          });

          assert.equal(result.messages.accepted, 80, JSON.stringify(result.errors));
          assert.deepEqual(clientsIn(server.log()), CLIENT_ADDRESSES);
        },
      );
    },
  );
}

test('Postfix believes XCLIENT from an authorised address', { skip: skipPostfix() }, async () => {
  const settings = { ...FROM_ANYWHERE, smtpd_authorized_xclient_hosts: '127.0.0.0/8' };
  await withPostfix({ delivery: 'discard', settings }, async (server, target) => {
    const result = await run({
      target,
      load: { model: 'closed', sessions: 8, messages: 40 },
      session: { xclientAddresses: CLIENT_ADDRESSES },
    });

    assert.equal(result.messages.accepted, 40, JSON.stringify(result.errors));
    assert.deepEqual(clientsIn(server.log()), CLIENT_ADDRESSES);
  });
});

test(
  'some of the recipients are refused: the message is still sent to the others',
  { skip: skipPostfix() },
  async () => {
    const settings = {
      smtpd_recipient_restrictions: 'check_recipient_access regexp:{{/^user00[0-4]/ REJECT}}, permit',
      smtpd_error_sleep_time: '0',
      smtpd_hard_error_limit: '1000',
      smtpd_soft_error_limit: '1000',
    };
    await withPostfix({ delivery: 'discard', settings }, async (server, target) => {
      const result = await run({
        target,
        load: { model: 'closed', sessions: 2, messages: 300 },
        mail: { recipientsPerMessage: 5, recipientDomains: ['example.com'] },
      });

      const { accepted, refused } = result.recipients;
      assert.equal(result.messages.accepted + result.messages.rejected, 300, JSON.stringify(result.errors));
      assert.ok(refused > 0 && result.messages.accepted > 250, `${refused}`);
      assert.equal(accepted + refused, 1500);
      const rejects = server.log().match(/reject: RCPT/g)?.length ?? 0;
      assert.equal(refused, rejects);
    });
  },
);

test(
  'Dovecot lets each mechanism in with the right password and with no other',
  { skip: skipDovecot() },
  async () => {
    const farSide = await startSink({ kind: 'null' });
    const { submission } = await startDovecot(farSide.port);
    const attempt = async (mechanism: Mechanism, password: string): Promise<RunResult> => {
      process.env['MAILFIT_TEST_SECRET'] = password;
      const auth = { mechanism, user: 'u%d@example.com', userCount: 4, passwordEnv: 'MAILFIT_TEST_SECRET' };
      const target = `smtp://127.0.0.1:${submission.port}`;
      return run({ target, load: { model: 'closed', sessions: 2, messages: 4 }, session: { auth } });
    };
    try {
      for (const mechanism of ['PLAIN', 'LOGIN', 'SCRAM-SHA-256'] as const) {
        const before = farSide.stats().messages;

        const right = await attempt(mechanism, submission.credentials?.password ?? '');

        assert.equal(right.messages.accepted, 4, JSON.stringify(right.errors));
        assert.equal(farSide.stats().messages - before, 4);
      }
      const wrong = await attempt('SCRAM-SHA-256', 'not the password');
      assert.equal(wrong.messages.accepted, 0);
      assert.deepEqual(
        [
          ...new Set(
            wrong.errors.map(({ phase, replyCode, class: kind }) => `${phase} ${replyCode} ${kind}`),
          ),
        ],
        ['auth 535 auth'],
      );
    } finally {
      await submission.stop();
      await farSide.close();
    }
  },
);
