import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { createReportMailer } from '../../../../server/adapters/report-mail/send-by-smtp.ts';
import { buildReport } from '../../../../server/usecases/build-report.ts';
import { aReportInput } from '../../../builders/report.ts';

interface Received {
  readonly to: string[];
  readonly source: string;
}

async function withServer(
  options: SMTPServerOptions,
  use: (port: number, received: Received[]) => Promise<void>,
): Promise<void> {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((entry) => entry.address);
        received.push({ to, source: Buffer.concat(chunks).toString('latin1') });
        callback();
      });
    },
    ...options,
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  try {
    await use((server.server.address() as AddressInfo).port, received);
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

async function aMail(subject = '選定報告書') {
  const file = await buildReport(aReportInput(), 'csv', 'ja');
  return { to: 'board@example.test', subject, text: '添付をご覧ください。', file };
}

function mailerAt(port: number) {
  return createReportMailer({ url: `smtp://127.0.0.1:${port}`, from: 'mailfit@example.test' });
}

function attachmentOf(source: string): string {
  const part = source.slice(source.indexOf('filename='));
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  return body.slice(0, body.indexOf('\r\n--'));
}

test('a report arrives whole, as an attachment under its own name', async () => {
  await withServer({}, async (port, received) => {
    const mail = await aMail();
    assert.match(await mailerAt(port).send(mail), /^250/);

    const [message] = received;
    assert.deepEqual(message?.to, ['board@example.test']);
    assert.match(message?.source ?? '', /filename=mailfit-report-2026-11-23-ja\.csv/);
    const encoded = attachmentOf(message?.source ?? '');
    assert.deepEqual(new Uint8Array(Buffer.from(encoded, 'base64')), mail.file.bytes);
  });
});

test('a refusal says what the server said, and the file is still there to be sent again', async () => {
  const refusing: SMTPServerOptions = {
    onRcptTo: (_address, _session, callback) => {
      callback(Object.assign(new Error('5.1.1 no such mailbox'), { responseCode: 550 }));
    },
  };
  const mail = await aMail();
  await withServer(refusing, async (port) => {
    await assert.rejects(mailerAt(port).send(mail), {
      name: 'MailfitError',
      code: 'mailNotSent',
      message: /550 5\.1\.1 no such mailbox/,
    });
  });
  await withServer({}, async (port, received) => {
    await mailerAt(port).send(mail);
    assert.equal(received.length, 1);
  });
});

test('a server that is not there is named by the reason, never by an address with a password', async () => {
  let closedPort = 0;
  await withServer({}, async (port) => {
    closedPort = port;
  });
  const mailer = createReportMailer({
    url: `smtp://user:secret@127.0.0.1:${closedPort}`,
    from: 'a@example.test',
  });
  const failure = await mailer.send(await aMail()).catch((error: unknown) => error);
  assert.ok(failure instanceof Error);
  assert.match(failure.message, /ESOCKET|ECONNREFUSED|ECONNECTION/);
  assert.doesNotMatch(failure.message, /secret/);
});

test('no text of a report can add a header or a recipient', async () => {
  await withServer({}, async (port, received) => {
    await mailerAt(port).send(await aMail('Title\r\nBcc: victim@example.test\r\n\r\nbody'));
    assert.deepEqual(received[0]?.to, ['board@example.test']);
    assert.doesNotMatch(received[0]?.source ?? '', /^Bcc:/m);
    for (const to of [
      'a@example.test, b@example.test',
      'a@example.test\r\nb',
      '"x" <a@example.test>',
      'nobody',
    ]) {
      await assert.rejects(mailerAt(port).send({ ...(await aMail()), to }), { code: 'badInput' });
    }
    assert.equal(received.length, 1);
  });
});

test('without a configured server the failure says what to configure', async () => {
  await assert.rejects(createReportMailer(null).send(await aMail()), {
    code: 'mailNotSent',
    message: /MAILFIT_SMTP_URL/,
  });
});
