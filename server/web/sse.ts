// Server-sent events: numbered, so that a browser that lost the connection asks for what it missed (Last-Event-ID);
// a comment now and then keeps proxies from closing a quiet stream.

import type { Request, Response } from 'express';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;

export interface ServerSentEvent {
  readonly id?: number;
  readonly name: string;
  readonly data: unknown;
}

/** One event in the form of the HTML standard, §9.2.6. JSON never holds a raw line break. */
export function encodeEvent(event: ServerSentEvent): string {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

/** The last event this browser has seen; 0 for a new viewer. */
export function lastSeenId(req: Request): number {
  const given = Number(req.headers['last-event-id'] ?? req.query['after'] ?? 0);
  return Number.isInteger(given) && given > 0 ? given : 0;
}

/** Sends the events until they end or the viewer leaves. `events` gets a signal that aborts when the viewer leaves. */
export async function streamEvents(
  res: Response,
  events: (signal: AbortSignal) => AsyncIterable<ServerSentEvent>,
): Promise<void> {
  const viewer = new AbortController();
  res.on('close', () => viewer.abort());
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'private, no-store',
    'X-Accel-Buffering': 'no',
  });
  res.write(`retry: ${RETRY_MS}\n\n`);
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
  try {
    for await (const event of events(viewer.signal)) {
      const hasRoom = res.write(encodeEvent(event));
      if (!hasRoom && !viewer.signal.aborted) await drained(res, viewer.signal);
    }
  } finally {
    clearInterval(heartbeat);
    res.end();
  }
}

// A viewer who reads slowly is waited for, so that nobody's backlog grows in memory.
function drained(res: Response, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      res.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    res.on('drain', done);
    signal.addEventListener('abort', done);
  });
}
