// ReportMailer over SMTP. The server is the operator's own choice; nothing of a report decides where it goes.

import { createTransport } from 'nodemailer';
import type { MailRelay } from '../../config.ts';
import { MailfitError } from '../../errors.ts';
import type { ReportMail, ReportMailer } from '../../usecases/report-mailer.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;
// A single addr-spec without comments, quotes or lists: enough for a person, and nothing to hide a header in.
const PLAIN_ADDRESS = /^[^\s@<>,;:"'()[\]\\]+@[^\s@<>,;:"'()[\]\\]+$/;

/** @param relay null where the operator has configured none */
export function createReportMailer(relay: MailRelay | null): ReportMailer {
  return {
    async send(mail) {
      if (relay === null) throw new MailfitError('mailNotSent', ['MAILFIT_SMTP_URL']);
      if (!PLAIN_ADDRESS.test(mail.to)) throw new MailfitError('badInput', [`“${mail.to}”`]);
      return sendOver(relay, mail);
    },
  };
}

async function sendOver(relay: MailRelay, mail: ReportMail): Promise<string> {
  const transport = createTransport({
    url: relay.url,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { bytes, fileName, mediaType } = mail.file;
  try {
    const sent = await transport.sendMail({
      from: relay.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      attachments: [{ filename: fileName, contentType: mediaType, content: Buffer.from(bytes) }],
    });
    return sent.response;
  } catch (error) {
    throw new MailfitError('mailNotSent', [reasonOf(error, relay)], error);
  } finally {
    transport.close();
  }
}

// What the server said, or how the connection failed; never the URL, which may hold a password.
function reasonOf(error: unknown, relay: MailRelay): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('response' in error && typeof error.response === 'string') return error.response;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const { password } = new URL(relay.url);
  const isSafe = password === '' || !error.message.includes(decodeURIComponent(password));
  return isSafe ? `${code}: ${error.message}` : code;
}
