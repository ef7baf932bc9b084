// How a server that is not on this machine shows that its owner agrees to be loaded: the operator's token stands in a
// DNS TXT record below its name, or in its banner or EHLO reply.

const PREFIX = 'mailfit-load-test=';

export function proofRecordName(host: string): string {
  return `_mailfit.${host}`;
}

/** The text to publish, as a TXT record or as part of the banner. */
export function proofText(proofToken: string): string {
  return `${PREFIX}${proofToken}`;
}

/** True when `text` holds the whole token, not just its beginning. */
export function isProven(text: string, proofToken: string): boolean {
  return text.split(/[\s"]+/).includes(proofText(proofToken));
}
