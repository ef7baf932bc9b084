// Senders and recipients spread over numbered addresses, because one address lets every cache hit (postfix smtp-source -N).
// Defaults lie in domains that RFC 2606 and RFC 6761 keep free of real mailboxes.

import type { Rng } from '../stats/rng.ts';
import { nextBelow } from '../stats/rng.ts';

export interface AddressPool {
  readonly localPart: string;
  /** How many numbers there are; 1 leaves the local part without a number. */
  readonly count: number;
  /** `extension` writes user+0007: one existing mailbox is enough where the server knows address extensions. */
  readonly numbering: 'plain' | 'extension';
  readonly domains: readonly string[];
}

export interface MessageEnvelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface EnvelopeSpec {
  readonly senders: AddressPool;
  readonly recipients: AddressPool;
  readonly recipientsPerMessage: number;
}

export const DEFAULT_ENVELOPES: EnvelopeSpec = {
  senders: { localPart: 'sender', count: 100, numbering: 'plain', domains: ['example.com', 'sender.test'] },
  recipients: { localPart: 'user', count: 1000, numbering: 'plain', domains: ['example.com'] },
  recipientsPerMessage: 1,
};

/** The pool's address with that number; numbers go round the domains first. */
export function addressAt(pool: AddressPool, index: number): string {
  const domain = pool.domains[index % pool.domains.length];
  if (domain === undefined) throw new RangeError('An address pool needs at least one domain');
  if (pool.count === 1) return domain === '' ? '' : `${pool.localPart}@${domain}`;
  const digits = String(index % pool.count).padStart(4, '0');
  return `${pool.localPart}${pool.numbering === 'extension' ? '+' : ''}${digits}@${domain}`;
}

/** A pool holding the one address a person gave (`--from`, `--to`); an empty one is the empty reverse-path. */
export function singleAddressPool(address: string): AddressPool {
  const at = Math.max(0, address.lastIndexOf('@'));
  return { localPart: address.slice(0, at), count: 1, numbering: 'plain', domains: [address.slice(at + 1)] };
}

/**
 * `count` envelopes, each with distinct recipients as long as the pool has enough of them.
 * A sender's loop walks through them in order.
 */
export function drawEnvelopes(spec: EnvelopeSpec, count: number, rng: Rng): MessageEnvelope[] {
  const available = addressesIn(spec.recipients);
  const wanted = Math.min(spec.recipientsPerMessage, available);
  return Array.from({ length: count }, () => {
    const from = addressAt(spec.senders, nextBelow(rng, addressesIn(spec.senders)));
    const first = nextBelow(rng, available);
    const to = Array.from({ length: wanted }, (_, step) =>
      addressAt(spec.recipients, (first + step) % available),
    );
    return { from, to };
  });
}

// Numbers and domains advance together, so the pool repeats only after their least common multiple.
export function addressesIn(pool: AddressPool): number {
  let [larger, smaller] = [pool.count, pool.domains.length];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return (pool.count * pool.domains.length) / Math.max(1, larger);
}

/** An address with such a character needs SMTPUTF8 (RFC 6531). */
export function isBeyondAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- everything beyond ASCII is meant
  return /[^\u0000-\u007f]/.test(text);
}
