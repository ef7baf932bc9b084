// From the plan's words on mail to what is composed for one thread.

import { DEFAULT_MESSAGE_SPEC, composeMessages, poolOf } from '../compose/compose-messages.ts';
import type { MessagePool, MessageSpec } from '../compose/compose-messages.ts';
import { readEmlFolder } from '../compose/eml-folder.ts';
import { RNG_STREAM } from '../load/make-source.ts';
import { DEFAULT_ENVELOPES, drawEnvelopes, singleAddressPool } from '../mail/envelopes.ts';
import type { EnvelopeSpec } from '../mail/envelopes.ts';
import { parseSizes } from '../mail/message-size.ts';
import { createRng } from '../stats/rng.ts';
import type { ThreadStart } from './thread-messages.ts';

/** What the mail of a thread depends on. */
export type MailSource = Pick<ThreadStart, 'plan' | 'worker' | 'runId' | 'dateMs'>;

/** The messages of one thread, ready to send. Throws when the folder of the plan holds something unusable. */
export async function messagePoolOf(start: MailSource): Promise<MessagePool> {
  const rng = createRng(start.plan.seed, RNG_STREAM.mail + start.worker);
  const spec = messageSpecOf(start);
  const { emlFolder } = start.plan.mail;
  if (emlFolder === undefined) return composeMessages(spec, rng);
  const own = await readEmlFolder(emlFolder, spec);
  if (!own.ok) throw new Error(own.problems.join('; '));
  return poolOf(
    own.templates,
    drawEnvelopes(spec.envelopes, Math.max(spec.envelopeCount, own.templates.length), rng),
  );
}

function messageSpecOf(start: MailSource): MessageSpec {
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

function envelopeSpecOf(start: MailSource): EnvelopeSpec {
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
