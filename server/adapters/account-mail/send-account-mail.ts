// Mail about accounts, through the operator's own server. Where none is set, links are handed over by hand.

import { createTransport } from 'nodemailer';
import type { MailRelay } from '../../config.ts';
import { MailfitError } from '../../errors.ts';
import type { AccountMailer } from '../../usecases/access/access-deps.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;

/** @param relay null where the operator has configured none */
export function createAccountMailer(relay: MailRelay | null): AccountMailer {
  return {
    isAvailable: relay !== null,
    async send(mail) {
      if (relay === null) throw new MailfitError('mailNotSent', ['MAILFIT_SMTP_URL']);
      const transport = createTransport({
        url: relay.url,
        connectionTimeout: CONNECT_TIMEOUT_MS,
        greetingTimeout: CONNECT_TIMEOUT_MS,
        socketTimeout: SILENCE_TIMEOUT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        // A list of one, so that no comma in the address can make it two.
        await transport.sendMail({
          from: relay.from,
          to: [{ name: '', address: mail.to }],
          subject: mail.subject,
          text: mail.text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw new MailfitError('mailNotSent', [codeOf(error)], error);
      } finally {
        transport.close();
      }
    },
  };
}

// Never the message: it may hold the address of the relay with its password.
function codeOf(error: unknown): string {
  const code: unknown = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}
