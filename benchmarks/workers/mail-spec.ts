// From the plan's words on mail to what is composed for one thread.

import { DEFAULT_MESSAGE_SPEC } from '../compose/compose-messages.ts';
import type { MessageSpec } from '../compose/compose-messages.ts';
import { DEFAULT_ENVELOPES, singleAddressPool } from '../mail/envelopes.ts';
import type { EnvelopeSpec } from '../mail/envelopes.ts';
import { parseSizes } from '../mail/message-size.ts';
import type { ThreadStart } from './thread-messages.ts';

export function messageSpecOf(start: ThreadStart): MessageSpec {
  const { mail } = start.plan;
  const sizes = parseSizes(mail.size);
  if (!sizes.ok) throw new RangeError(sizes.problem);
  return {
    ...DEFAULT_MESSAGE_SPEC,
    runId: start.runId,
    worker: start.worker,
    sizes: sizes.sizes,
    language: mail.language,
    attachmentShare: mail.attachmentShare,
    htmlShare: mail.htmlShare,
    envelopes: envelopeSpecOf(start),
    dateMs: start.dateMs,
  };
}

function envelopeSpecOf(start: ThreadStart): EnvelopeSpec {
  const { mail } = start.plan;
  const recipients =
    mail.to === undefined
      ? {
          ...DEFAULT_ENVELOPES.recipients,
          domains: mail.recipientDomains ?? DEFAULT_ENVELOPES.recipients.domains,
        }
      : singleAddressPool(mail.to);
  return {
    senders: mail.from === undefined ? DEFAULT_ENVELOPES.senders : singleAddressPool(mail.from),
    recipients,
    recipientsPerMessage: mail.recipientsPerMessage,
  };
}
