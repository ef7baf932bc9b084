// A finished report on its way through a real Postfix, from the command that a person types.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runMailfit } from '../builders/run-mailfit.ts';
import type { CommandRun } from '../builders/run-mailfit.ts';
import { skipPostfix, startPostfix } from './postfix.ts';
import type { PostfixServer } from './postfix.ts';
import { eventually, freePort } from './server-process.ts';

const FROM = 'mailfit@example.org';

describe('mailfit report --send-to through Postfix', { skip: skipPostfix() }, () => {
  let folder = '';
  let server: PostfixServer | undefined;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mailfit-report-mail-'));
    writeFileSync(join(folder, 'answers.yaml'), 'employees: 120\n');
    server = await startPostfix({
      delivery: 'maildir',
      settings: {
        // Encryption is offered only where a test asks for it: the certificate is nobody's.
        smtpd_tls_security_level: 'none',
        smtpd_reject_unlisted_recipient: 'yes',
        smtpd_recipient_restrictions: 'check_recipient_access inline:{nobody@example.com=REJECT}, permit',
      },
    });
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const report = 'report --answers answers.yaml --format csv --lang ja --out report.csv --send-to'.split(' ');
  const send = (to: string, port = server?.port ?? 0): Promise<CommandRun> =>
    runMailfit([...report, to], {
      env: { INIT_CWD: folder, MAILFIT_SMTP_URL: `smtp://127.0.0.1:${port}`, MAILFIT_MAIL_FROM: FROM },
    });
  const written = (): Buffer => readFileSync(join(folder, 'report.csv'));
  const arrived = (): string[] => {
    const inbox = join(server?.maildir ?? '', 'new');
    return readdirSync(inbox).map((name) => readFileSync(join(inbox, name), 'latin1'));
  };

  it('arrives in the mailbox as the file that was written, with a subject in Japanese', async () => {
    const { status, stdout, stderr } = await send('board@example.com');

    assert.equal(status, 0, stderr);
    assert.equal(stdout, 'report.csv\n');
    assert.match(stderr, /250 2\.0\.0 Ok: queued as/);
    await eventually(() => readdirSync(join(server?.maildir ?? '', 'new')).length > 0);
    const [message = ''] = arrived();
    assert.match(message, /^Subject: =\?UTF-8\?/m);
    const [, encoded = ''] = /filename=\S+\.csv[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(message) ?? [];
    assert.ok(Buffer.from(encoded, 'base64').equals(written()));
  });

  it('says what the server said when it refuses the recipient, and the file is there', async () => {
    rmSync(join(folder, 'report.csv'), { force: true });

    const { status, stderr } = await send('nobody@example.com');

    assert.notEqual(status, 0);
    assert.match(stderr, /554 5\.7\.1 <nobody@example\.com>: Recipient address rejected/);
    assert.ok(written().length > 0);
  });

  it('says what the server said when it will not relay, and the file is there', async () => {
    rmSync(join(folder, 'report.csv'), { force: true });
    const strict = await startPostfix({
      delivery: 'discard',
      settings: { smtpd_tls_security_level: 'none', smtpd_relay_restrictions: 'reject_unauth_destination' },
    });
    try {
      const { status, stderr } = await send('board@elsewhere.test', strict.port);
      assert.notEqual(status, 0);
      assert.match(stderr, /<board@elsewhere\.test>: Relay access denied/);
      assert.ok(written().length > 0);
    } finally {
      await strict.stop();
    }
  });

  it('says that nobody listens when the server is down, and the file is there', async () => {
    rmSync(join(folder, 'report.csv'), { force: true });

    const { status, stderr } = await send('board@example.com', await freePort());

    assert.equal(status, 4, stderr);
    assert.match(stderr, /ECONNREFUSED/);
    assert.ok(written().length > 0);
  });

  it('does not hand the report to a server whose certificate nobody vouches for, and says so', async () => {
    const offering = await startPostfix({ delivery: 'discard' });
    try {
      const { status, stderr } = await send('board@example.com', offering.port);
      assert.notEqual(status, 0);
      assert.match(stderr, /self-signed certificate/);
      assert.equal(await offering.countAccepted(), 0);
      assert.ok(written().length > 0);
    } finally {
      await offering.stop();
    }
  });
});
