// The viewers of live-viewers.ts, in a process of their own: plain HTTP clients that read the stream and note, for every
// event, how long ago it was made. Arguments: address, number of viewers, seconds.

import { Agent, get } from 'node:http';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

export interface ViewersReport {
  readonly connected: number;
  /** Viewers whose connection ended before they left. */
  readonly dropped: number;
  /** Events that a viewer should have got and did not. */
  readonly gaps: number;
  readonly receipts: number;
  readonly delayMs: { readonly p50: number; readonly p99: number; readonly max: number };
}

const [, , url = '', viewerText = '1', secondsText = '1'] = process.argv;
const CONNECT_EVERY_MS = 4;

const delaysMs: number[] = [];
let connected = 0;
let dropped = 0;
let gaps = 0;
let isLeaving = false;

class Viewer {
  private text = '';
  private lastId = 0;
  private readonly cameAtMs = Date.now();

  take(chunk: string): void {
    const nowMs = Date.now();
    this.text += chunk;
    const blocks = this.text.split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) this.read(block, nowMs);
  }

  private read(block: string, nowMs: number): void {
    const id = Number(/^id: (\d+)$/m.exec(block)?.[1]);
    const madeAt = /"at":"([^"]+)"/.exec(block)?.[1];
    if (Number.isNaN(id) || madeAt === undefined) return;
    if (this.lastId > 0) gaps += id - this.lastId - 1;
    this.lastId = id;
    // What happened before the viewer came is told at once and is old by right.
    const madeAtMs = Date.parse(madeAt);
    if (madeAtMs >= this.cameAtMs) delaysMs.push(nowMs - madeAtMs);
  }
}

const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

function connect(): void {
  get(url, { agent, headers: { accept: 'text/event-stream' } }, (response) => {
    const viewer = new Viewer();
    connected += response.statusCode === 200 ? 1 : 0;
    response.setEncoding('utf8').on('data', (chunk: string) => viewer.take(chunk));
    response.on('close', () => {
      if (!isLeaving) dropped += 1;
    });
  }).on('error', () => {
    if (!isLeaving) dropped += 1;
  });
}

for (let count = 0; count < Number(viewerText); count += 1) {
  connect();
  await wait(CONNECT_EVERY_MS);
}
await wait(Number(secondsText) * 1_000);
isLeaving = true;

const sorted = delaysMs.toSorted((a, b) => a - b);
const at = (share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
const report: ViewersReport = {
  connected,
  dropped,
  gaps,
  receipts: sorted.length,
  delayMs: { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? NaN },
};
process.stdout.write(JSON.stringify(report), () => process.exit(0));
