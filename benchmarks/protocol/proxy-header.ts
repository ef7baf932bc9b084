// The PROXY protocol header, versions 1 and 2 (haproxy.org, proxy-protocol.txt): sent before the banner, it tells the
// server which client address to believe.

export interface ProxyEndpoints {
  readonly sourceAddress: string;
  readonly sourcePort: number;
  readonly destinationAddress: string;
  readonly destinationPort: number;
}

const SIGNATURE = [0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a];
const VERSION_2_PROXY = 0x21;
const TCP_OVER_IPV4 = 0x11;
const TCP_OVER_IPV6 = 0x21;

/** Version 1: one line of text. Both addresses must be of one family. */
export function proxyHeaderV1(ends: ProxyEndpoints): Uint8Array {
  const family = isIpv6(ends) ? 'TCP6' : 'TCP4';
  const line = `PROXY ${family} ${ends.sourceAddress} ${ends.destinationAddress} ${ends.sourcePort} ${ends.destinationPort}`;
  return new TextEncoder().encode(`${line}\r\n`);
}

/** Version 2: binary. Both addresses must be of one family. */
export function proxyHeaderV2(ends: ProxyEndpoints): Uint8Array {
  const source = addressBytes(ends.sourceAddress);
  const destination = addressBytes(ends.destinationAddress);
  const length = source.length + destination.length + 4;
  return Uint8Array.from([
    ...SIGNATURE,
    VERSION_2_PROXY,
    isIpv6(ends) ? TCP_OVER_IPV6 : TCP_OVER_IPV4,
    ...twoBytes(length),
    ...source,
    ...destination,
    ...twoBytes(ends.sourcePort),
    ...twoBytes(ends.destinationPort),
  ]);
}

function isIpv6(ends: ProxyEndpoints): boolean {
  const isSource6 = ends.sourceAddress.includes(':');
  if (isSource6 !== ends.destinationAddress.includes(':')) {
    throw new RangeError('PROXY needs two addresses of one family');
  }
  return isSource6;
}

function twoBytes(value: number): [number, number] {
  return [(value >> 8) & 0xff, value & 0xff];
}

/** Network byte order: 4 bytes for IPv4, 16 for IPv6 (with `::` and an IPv4 tail understood). */
export function addressBytes(address: string): number[] {
  if (!address.includes(':')) return address.split('.').map(Number);
  const [head = '', tail] = expandIpv4Tail(address).split('::');
  const front = groups(head);
  const back = tail === undefined ? [] : groups(tail);
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: gap }, () => 0), ...back].flatMap(twoBytes);
}

function groups(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
}

function expandIpv4Tail(address: string): string {
  const tail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (tail === null) return address;
  const [, head = '', a, b, c, d] = tail;
  const high = (Number(a) << 8) | Number(b);
  const low = (Number(c) << 8) | Number(d);
  return `${head}${high.toString(16)}:${low.toString(16)}`;
}
