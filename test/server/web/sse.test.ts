import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Response } from 'express';
import { encodeEvent, frameCache, openEventStream } from '../../../server/web/sse.ts';

test('an event is encoded once, however many viewers it goes to', () => {
  let encoded = 0;
  const frameOf = frameCache<{ readonly id: number }>(({ id }) => {
    encoded += 1;
    return { id, name: 'progress', data: { id } };
  });
  const event = { id: 7 };

  const frames = Array.from({ length: 500 }, () => frameOf(event));

  assert.equal(encoded, 1);
  assert.ok(frames.every((frame) => frame === frames[0]));
  assert.equal(frames[0]?.toString(), 'id: 7\nevent: progress\ndata: {"id":7}\n\n');
});

test('a line break in what a server said cannot forge an event', () => {
  const frame = encodeEvent({ id: 1, name: 'firstError', data: { sample: 'a\n\nevent: end\ndata: {}' } });

  assert.equal(frame.toString().match(/^event:/gm)?.length, 1);
});

test('a viewer who does not read is let go before its backlog grows, and the others get everything', async () => {
  const streams: ReturnType<typeof openEventStream>[] = [];
  const closed: number[] = [];
  const server = createServer((_req, res) => {
    const number = streams.length;
    const onClose = (): void => void closed.push(number);
    streams.push(openEventStream(res as unknown as Response, { maxBacklogBytes: 64 * 1024, onClose }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const open = async (): Promise<IncomingMessage> => {
    const [response] = (await once(get(url), 'response')) as [IncomingMessage];
    return response;
  };
  const slow = await open();
  slow.pause();
  const quick = await open();
  let quickBytes = 0;
  quick.on('data', (chunk: Buffer) => (quickBytes += chunk.length));

  const frame = encodeEvent({ id: 1, name: 'progress', data: 'x'.repeat(8_000) });
  let sent = 0;
  while (!closed.includes(0) && sent < 20_000) {
    for (const stream of streams) stream.send(frame);
    sent += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const isBehind = (): boolean => quickBytes < sent * frame.length;
  while (isBehind()) await new Promise((resolve) => setTimeout(resolve, 5));

  assert.deepEqual(closed, [0]);
  server.closeAllConnections();
  server.close();
});
