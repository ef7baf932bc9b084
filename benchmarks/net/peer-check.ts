// The last line of the safety rules: after connecting, the other end must be the address that was allowed.

import type { Socket } from 'node:net';
import { isSameAddress, parseAddress } from '../safety/network-address.ts';

/** Null when the peer is the checked address (or a Unix socket was meant), else what is wrong. */
export function peerProblem(socket: Socket, checkedAddress: string): string | null {
  if (checkedAddress === '') return socket.remoteAddress === undefined ? null : 'a Unix socket was meant';
  if (socket.remoteAddress === checkedAddress) return null;
  const peer = parseAddress(socket.remoteAddress ?? '');
  const checked = parseAddress(checkedAddress);
  if (peer !== null && checked !== null && isSameAddress(peer, checked)) return null;
  return `the peer ${socket.remoteAddress ?? '(gone)'} is not the checked address ${checkedAddress}`;
}
