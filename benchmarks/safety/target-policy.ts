// Which targets may be loaded, and how hard. Pure: a decision about a name or an address, made before any packet leaves.
// Invariant: loopback is always allowed; everything else needs the operator's address list and a proof of control, and a
// public mail provider is refused whatever the list says. A refusal is a value with its reason.

import type { LoadDemand } from '../load/demand.ts';
import { isInCidr, isLoopback, parseAddress, parseCidr } from './network-address.ts';
import type { Cidr, NetworkAddress } from './network-address.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import type { CeilingName, RefusalText } from './refusal-words.ts';
import { parseTarget } from './target.ts';
import type { Target } from './target.ts';

export interface AllowedNetwork {
  readonly cidr: string;
  /** The text that a server under the operator's control shows: see proof-of-control.ts. */
  readonly proofToken: string;
}

export interface Ceilings {
  readonly maxRatePerSec: number;
  readonly maxConnections: number;
  readonly maxMessages: number;
  readonly maxDurationSec: number;
}

export interface TargetPolicy {
  readonly allowedNetworks: readonly AllowedNetwork[];
  /** Domains that may receive test mail, besides those that are reserved for examples and tests. */
  readonly recipientDomains: readonly string[];
  readonly ceilings: Ceilings;
}

/** `reason` is the English sentence; `text` holds it in both languages. */
export interface Refusal {
  readonly refused: true;
  readonly reason: string;
  readonly text: RefusalText;
}
export type TargetCheck = { readonly refused: false; readonly target: Target } | Refusal;
export type AddressCheck = { readonly refused: false; readonly proofToken: string | null } | Refusal;

/** Nothing beyond this machine, as hard as it can take. */
export const LOOPBACK_ONLY: TargetPolicy = {
  allowedNetworks: [],
  recipientDomains: [],
  ceilings: {
    maxRatePerSec: 200_000,
    maxConnections: 60_000,
    maxMessages: 500_000_000,
    maxDurationSec: 86_400,
  },
};

/** A list entry wider than this is a slip of the keyboard, not a network under somebody's control. */
const MIN_PREFIX_LENGTH = { 4: 8, 6: 16 } as const;

/** Judges the text of a target: its form, its name and, if it is a literal one, its address. */
export function checkTarget(
  url: string,
  policy: TargetPolicy,
  publicDomains: readonly string[],
): TargetCheck {
  const target = parseTarget(url);
  if (target === null) {
    return refuse(REFUSAL_WORDS.noTarget(url));
  }
  if (target.socketPath !== null) return { refused: false, target };
  const provider = publicDomainOf(target.host, publicDomains);
  if (provider !== null) return refuse(REFUSAL_WORDS.publicProvider(target.host, provider));
  const address = parseAddress(target.host);
  if (address === null) return { refused: false, target };
  const check = checkAddress(address, policy);
  return check.refused ? check : { refused: false, target };
}

/** Judges an address, before the connection and again for the peer of every connection. */
export function checkAddress(address: NetworkAddress, policy: TargetPolicy): AddressCheck {
  if (isLoopback(address)) return { refused: false, proofToken: null };
  for (const entry of policy.allowedNetworks) {
    const cidr = parseCidr(entry.cidr);
    if (cidr === null || isTooWide(cidr) || !isInCidr(address, cidr)) continue;
    if (entry.proofToken.length < 16) return refuse(REFUSAL_WORDS.shortToken(entry.cidr));
    return { refused: false, proofToken: entry.proofToken };
  }
  return refuse(REFUSAL_WORDS.notAllowed());
}

function isTooWide(cidr: Cidr): boolean {
  return cidr.prefixLength < MIN_PREFIX_LENGTH[cidr.family];
}

/** The listed domain that `host` is or lies under, or null. */
export function publicDomainOf(host: string, publicDomains: readonly string[]): string | null {
  const name = host.toLowerCase().replace(/\.$/, '');
  return publicDomains.find((domain) => name === domain || name.endsWith(`.${domain}`)) ?? null;
}

// RFC 2606 and RFC 6761 keep these free of real mailboxes; JPRS does so for example.jp.
const RESERVED_DOMAINS = /^(?:.*\.)?(?:example\.(?:com|net|org|jp)|example|test|invalid|localhost)$/;

/** Null when the mail address may occur in an envelope, else the reason. The empty reverse-path may. */
export function checkMailAddress(address: string, policy: TargetPolicy): RefusalText | null {
  if (address === '') return null;
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (
    RESERVED_DOMAINS.test(domain) ||
    policy.recipientDomains.some((allowed) => allowed.toLowerCase() === domain)
  ) {
    return null;
  }
  return REFUSAL_WORDS.mailDomain(domain);
}

/** Null when the demand lies under every ceiling, else the reason. */
export function checkCeilings(demand: LoadDemand, ceilings: Ceilings): RefusalText | null {
  const pairs: readonly (readonly [CeilingName, number, number])[] = [
    ['rate', demand.peakRatePerSec, ceilings.maxRatePerSec],
    ['connections', demand.connections, ceilings.maxConnections],
    ['messages', demand.messages, ceilings.maxMessages],
    ['duration', demand.durationSec, ceilings.maxDurationSec],
  ];
  const exceeded = pairs.find(([, wanted, ceiling]) => wanted > ceiling);
  return exceeded === undefined ? null : REFUSAL_WORDS.overCeiling(...exceeded);
}

export function refuse(text: RefusalText): Refusal {
  return { refused: true, reason: text.en, text };
}
