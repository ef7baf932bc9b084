// Internet addresses as numbers, for CIDR checks. Text that is not exactly an address is none: a doubtful form such as
// 0177.1 or 2130706433 must not slip past a check that the resolver understands differently.

export interface NetworkAddress {
  readonly family: 4 | 6;
  readonly value: bigint;
}

export interface Cidr {
  readonly family: 4 | 6;
  readonly network: bigint;
  readonly prefixLength: number;
}

const BITS = { 4: 32, 6: 128 } as const;
const MAPPED_PREFIX = 0xffffn << 32n;

/** Reads a literal address; IPv4 mapped into IPv6 counts as the IPv4 address it is. */
export function parseAddress(text: string): NetworkAddress | null {
  const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  if (!bare.includes(':')) return parseIpv4(bare);
  const value = parseIpv6(bare);
  if (value === null) return null;
  return value >> 32n === MAPPED_PREFIX >> 32n
    ? { family: 4, value: value & 0xffff_ffffn }
    : { family: 6, value };
}

export function parseCidr(text: string): Cidr | null {
  const [addressText = '', prefixText, ...rest] = text.split('/');
  const address = parseAddress(addressText);
  if (address === null || rest.length > 0) return null;
  const bits = BITS[address.family];
  const prefixLength =
    prefixText === undefined ? bits : /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : -1;
  if (prefixLength < 0 || prefixLength > bits) return null;
  const hostBits = BigInt(bits - prefixLength);
  return { family: address.family, network: (address.value >> hostBits) << hostBits, prefixLength };
}

export function isInCidr(address: NetworkAddress, cidr: Cidr): boolean {
  if (address.family !== cidr.family) return false;
  const hostBits = BigInt(BITS[cidr.family] - cidr.prefixLength);
  return address.value >> hostBits === cidr.network >> hostBits;
}

/** 127.0.0.0/8 and ::1. */
export function isLoopback(address: NetworkAddress): boolean {
  return address.family === 4 ? address.value >> 24n === 127n : address.value === 1n;
}

/** As above, of a literal address; no name is one. */
export function isLoopbackText(text: string): boolean {
  const address = parseAddress(text);
  return address !== null && isLoopback(address);
}

export function isSameAddress(a: NetworkAddress, b: NetworkAddress): boolean {
  return a.family === b.family && a.value === b.value;
}

function parseIpv4(text: string): NetworkAddress | null {
  const found = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/.exec(text);
  if (found === null) return null;
  const octets = found.slice(1).map(Number);
  if (octets.some((octet) => octet > 255)) return null;
  return { family: 4, value: octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n) };
}

function parseIpv6(text: string): bigint | null {
  const halves = expandTail(text)?.split('::') ?? [];
  if (halves.length === 0 || halves.length > 2) return null;
  const [front, back] = [groupsOf(halves[0]), groupsOf(halves[1])];
  if (front === null || back === null) return null;
  const missing = 8 - front.length - back.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...front, ...Array.from({ length: missing }, () => 0n), ...back];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

function groupsOf(text: string | undefined): bigint[] | null {
  if (text === undefined || text === '') return [];
  const groups = text.split(':');
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => BigInt(`0x${group}`))
    : null;
}

// ::ffff:127.0.0.1 ends in an IPv4 address that stands for two groups.
function expandTail(text: string): string | null {
  const at = text.lastIndexOf(':');
  if (!text.includes('.')) return text;
  const tail = parseIpv4(text.slice(at + 1));
  if (tail === null) return null;
  return `${text.slice(0, at + 1)}${(tail.value >> 16n).toString(16)}:${(tail.value & 0xffffn).toString(16)}`;
}
