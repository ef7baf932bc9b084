// Looks at the pages of the catalogue, one at a time and never faster than one a second, only when a person asks for it.
// Invariant: no request goes to an address inside a private network, whatever a profile or a redirect says.

import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { linkState } from '../../core/catalogue/sources.ts';
import type { LinkFinding, SourcePage } from '../../core/catalogue/sources.ts';

export interface LinkCheckOptions {
  /** Named to the servers that are asked. */
  readonly userAgent: string;
  readonly pauseMs?: number;
  readonly timeoutMs?: number;
  /** Answers the addresses of a host; replaced in tests. */
  readonly addressesOf?: (host: string) => Promise<readonly string[]>;
  readonly isPrivate?: (address: string) => boolean;
}

const DEFAULT_PAUSE_MS = 1_000;
const DEFAULT_TIMEOUT_MS = 15_000;
const MAX_REDIRECTS = 5;
const PERMANENT = new Set([301, 308]);
const NO_HEAD = new Set([403, 405, 501]);

/** Findings as they come, in the order of the pages. */
export async function* checkLinks(
  pages: readonly SourcePage[],
  options: LinkCheckOptions,
): AsyncGenerator<LinkFinding, void, undefined> {
  let first = true;
  for (const page of pages) {
    if (!first) await pause(options.pauseMs ?? DEFAULT_PAUSE_MS);
    first = false;
    yield await lookAt(page, options);
  }
}

async function lookAt(page: SourcePage, options: LinkCheckOptions): Promise<LinkFinding> {
  let url = page.url;
  let movedTo: string | undefined;
  let onlyPermanent = true;
  for (let step = 0; step <= MAX_REDIRECTS; step += 1) {
    if (!(await mayAsk(url, options))) return { page, state: 'notAsked' };
    const answer = await ask(url, options);
    if (answer === null) return { page, state: 'unreachable' };
    if (answer.location === null || answer.status < 300 || answer.status >= 400) {
      const state = linkState(answer.status, movedTo);
      return { page, state, status: answer.status, ...(movedTo === undefined ? {} : { movedTo }) };
    }
    onlyPermanent &&= PERMANENT.has(answer.status);
    url = answer.location;
    if (onlyPermanent) movedTo = url;
  }
  return { page, state: 'notShown' };
}

interface Answer {
  readonly status: number;
  readonly location: string | null;
}

async function ask(url: string, options: LinkCheckOptions): Promise<Answer | null> {
  const head = await request(url, 'HEAD', options);
  return head !== null && NO_HEAD.has(head.status) ? await request(url, 'GET', options) : head;
}

async function request(url: string, method: string, options: LinkCheckOptions): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': options.userAgent, accept: 'text/html,*/*;q=0.5' },
      signal: AbortSignal.timeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
    });
    await response.body?.cancel();
    const location = response.headers.get('location');
    return { status: response.status, location: location === null ? null : absolute(location, url) };
  } catch {
    return null;
  }
}

function absolute(location: string, base: string): string | null {
  return URL.canParse(location, base) ? new URL(location, base).href : null;
}

async function mayAsk(text: string, options: LinkCheckOptions): Promise<boolean> {
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isPrivate = options.isPrivate ?? isPrivateAddress;
  if (isIP(host) !== 0) return !isPrivate(host);
  try {
    const addresses = await (options.addressesOf ?? addressesOf)(host);
    return addresses.every((address) => !isPrivate(address));
  } catch {
    return true;
  }
}

async function addressesOf(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}

const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv6');
}

/** Addresses of this machine and of private networks; a mapped IPv4 address counts as what it stands for. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return PRIVATE.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}
