// Carries out the target policy where names and sockets are: resolves the name once, checks every address it has, and
// hands out the one address that all connections of the run go to.

import { lookup, resolveTxt } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseAddress } from './network-address.ts';
import { isProven, proofRecordName } from './proof-of-control.ts';
import type { PublicMailProviders } from './public-mail-providers.generated.ts';
import { REFUSAL_WORDS, atAddress } from './refusal-words.ts';
import type { RefusalText } from './refusal-words.ts';
import { checkAddress, checkTarget, publicDomainOf, refuse } from './target-policy.ts';
import type { AddressCheck, Refusal, TargetPolicy } from './target-policy.ts';
import type { Target } from './target.ts';

/** A target whose address has been checked. Connections go to `address`, never to the name again. */
export interface CheckedTarget {
  readonly target: Target;
  /** Literal address; empty for a Unix socket. */
  readonly address: string;
  /** Set when the server itself still has to show this token before any mail is sent. */
  readonly proofToken: string | null;
}

export type GuardResult = { readonly refused: false; readonly checked: CheckedTarget } | Refusal;

export interface NameService {
  lookup(host: string): Promise<readonly string[]>;
  txt(name: string): Promise<readonly string[]>;
}

export const SYSTEM_NAMES: NameService = {
  async lookup(host) {
    return (await lookup(host, { all: true })).map((entry) => entry.address);
  },
  async txt(name) {
    return (await resolveTxt(name)).map((chunks) => chunks.join(''));
  },
};

const PROVIDERS_FILE = new URL('public-mail-providers.yaml', import.meta.url);

export function loadPublicDomains(): readonly string[] {
  const list = parse(readFileSync(PROVIDERS_FILE, 'utf8')) as PublicMailProviders;
  return list.providers.flatMap((provider) => provider.domains);
}

/** Checks a target as far as that is possible without a packet to it. */
export async function guardTarget(
  url: string,
  policy: TargetPolicy,
  names: NameService = SYSTEM_NAMES,
): Promise<GuardResult> {
  const check = checkTarget(url, policy, loadPublicDomains());
  if (check.refused) return check;
  const { target } = check;
  if (target.socketPath !== null) return allow(target, '', null);
  const addresses = await addressesOf(target.host, names);
  const [first] = addresses;
  if (first === undefined) return refuse(REFUSAL_WORDS.noAddress(target.host));
  const verdict = judgeAddresses(target.host, addresses, policy);
  if (verdict.refused) return verdict;
  const { proofToken } = verdict;
  const isShown = proofToken !== null && (await isProvenByDns(target.host, proofToken, names));
  return allow(target, first, isShown ? null : proofToken);
}

// Every address counts, not only the one that is used: a name that also points elsewhere is not under control.
function judgeAddresses(host: string, addresses: readonly string[], policy: TargetPolicy): AddressCheck {
  let proofToken: string | null = null;
  for (const text of addresses) {
    const address = parseAddress(text);
    const verdict =
      address === null ? refuse(REFUSAL_WORDS.unreadableAddress()) : checkAddress(address, policy);
    if (verdict.refused) return refuse(atAddress(host, text, verdict.text));
    proofToken = verdict.proofToken ?? proofToken;
  }
  return { refused: false, proofToken };
}

function allow(target: Target, address: string, proofToken: string | null): GuardResult {
  return { refused: false, checked: { target, address, proofToken } };
}

async function addressesOf(host: string, names: NameService): Promise<readonly string[]> {
  if (parseAddress(host) !== null) return [host];
  try {
    return await names.lookup(host);
  } catch {
    return [];
  }
}

async function isProvenByDns(host: string, proofToken: string, names: NameService): Promise<boolean> {
  if (parseAddress(host) !== null) return false;
  try {
    const records = await names.txt(proofRecordName(host));
    return records.some((record) => isProven(record, proofToken));
  } catch {
    return false;
  }
}

/** Judges what the server says of itself: a banner that names a public provider ends the run. */
export function checkGreeting(greeting: string, publicDomains: readonly string[]): RefusalText | null {
  const names = greeting.toLowerCase().match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) ?? [];
  const named = names.find((name) => publicDomainOf(name, publicDomains) !== null);
  return named === undefined ? null : REFUSAL_WORDS.publicGreeting(named);
}
