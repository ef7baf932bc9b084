// A peer: nodemailer's connection pool sending the same number of messages of the same size. Run as a program
// of its own; prints what the sending after the warm-up took as JSON.

import { createTransport } from 'nodemailer';
import process from 'node:process';

const [port = 0, connections = 0, messages = 0, sizeBytes = 0, warmupMessages = 0] = process.argv
  .slice(2)
  .map(Number);
const transport = createTransport({
  host: '127.0.0.1',
  port,
  pool: true,
  maxConnections: connections,
  maxMessages: Infinity,
  ignoreTLS: true,
});
const text = 'x'
  .repeat(70)
  .concat('\r\n')
  .repeat(Math.ceil(sizeBytes / 72))
  .slice(0, sizeBytes);
let next = 0;
let end = 0;

async function sendInTurn(): Promise<void> {
  while (next < end) {
    next += 1;
    await transport.sendMail({
      envelope: { from: 'sender@example.com', to: 'user@example.com' },
      raw: `Message-ID: <${next}@mailfit.invalid>\r\nSubject: peer\r\n\r\n${text}`,
    });
  }
}

async function send(count: number): Promise<void> {
  end += count;
  await Promise.all(Array.from({ length: connections }, sendInTurn));
}

await send(warmupMessages);
const startMs = performance.now();
const startCpu = process.cpuUsage();
await send(messages);
const { user, system } = process.cpuUsage(startCpu);
transport.close();
process.stdout.write(
  JSON.stringify({ wallSec: (performance.now() - startMs) / 1000, cpuSec: (user + system) / 1e6 }),
);
