// Reads what a server says of itself, banner and EHLO reply, on one connection that sends no mail.

import { connect } from 'node:net';
import type { CheckedTarget } from '../safety/guard.ts';
import { peerProblem } from './peer-check.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 65_536;

/** Banner and EHLO reply as one text; empty when nothing came. With implicit TLS nothing can be read this way. */
export function probeGreeting(checked: CheckedTarget): Promise<string> {
  const { target, address } = checked;
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(
    target.socketPath === null ? { host: address, port: target.port } : { path: target.socketPath },
  );
  let text = '';
  let isGreeted = false;
  const finish = (): void => {
    socket.destroy();
    resolve(text);
  };
  socket.setTimeout(TIMEOUT_MS, finish);
  socket.on('connect', () => {
    if (peerProblem(socket, address) !== null) finish();
  });
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    const finalLines = text.match(/^\d{3} .*\r?\n/gm)?.length ?? 0;
    if (text.length > MAX_BYTES || finalLines >= 2) return finish();
    if (finalLines === 1 && !isGreeted) {
      isGreeted = true;
      socket.write(`${target.protocol === 'lmtp' ? 'LHLO' : 'EHLO'} mailfit.invalid\r\n`);
    }
  });
  socket.on('error', finish);
  socket.on('close', finish);
  return promise;
}
