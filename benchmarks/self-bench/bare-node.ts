// The floor of what Node's sockets allow: the same conversation with a new connection for each message, its lines ready
// beforehand, no state machine, no clock, no record. Run as a program of its own; prints as JSON what the messages
// after the warm-up took.

import { connect } from 'node:net';
import type { Socket } from 'node:net';
import process from 'node:process';

const [port = 0, connections = 0, messages = 0, sizeBytes = 0, warmupMessages = 0] = process.argv
  .slice(2)
  .map(Number);
const LINES: readonly Buffer[] = [
  'EHLO mailfit.invalid\r\n',
  'MAIL FROM:<sender@example.com>\r\n',
  'RCPT TO:<user@example.com>\r\n',
  'DATA\r\n',
  `${'x'.repeat(sizeBytes - 2)}\r\n.\r\n`,
  'QUIT\r\n',
].map((line) => Buffer.from(line));
const buffer = Buffer.allocUnsafeSlow(65_536);
let left = 0;

function converse(onEnd: () => void): void {
  left -= 1;
  let step = 0;
  const socket: Socket = connect({
    host: '127.0.0.1',
    port,
    noDelay: true,
    onread: {
      buffer,
      callback() {
        const line = LINES[step];
        step += 1;
        if (line !== undefined) socket.write(line);
        else {
          socket.resetAndDestroy();
          onEnd();
        }
        return true;
      },
    },
  });
}

function sendInTurn(): Promise<void> {
  return new Promise((resolve) => {
    const next = (): void => (left > 0 ? converse(next) : resolve());
    next();
  });
}

async function send(count: number): Promise<void> {
  left = count;
  await Promise.all(Array.from({ length: connections }, sendInTurn));
}

await send(warmupMessages);
const startMs = performance.now();
const startCpu = process.cpuUsage();
await send(messages);
const { user, system } = process.cpuUsage(startCpu);
process.stdout.write(
  JSON.stringify({ wallSec: (performance.now() - startMs) / 1000, cpuSec: (user + system) / 1e6 }),
);
