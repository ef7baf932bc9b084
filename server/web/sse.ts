// Server-sent events: numbered, so that a browser that lost the connection asks for what it missed (Last-Event-ID). An
// event is encoded once for all its viewers. A viewer who reads too slowly is let go: it comes back and resumes, and
// nobody's backlog grows in memory. A comment now and then keeps proxies from closing a quiet stream.

import type { Request, Response } from 'express';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;
const HEARTBEAT = Buffer.from(': still here\n\n');
/** What may wait in memory for one viewer: a few minutes of a run. */
const MAX_BACKLOG_BYTES = 128 * 1024;

export interface ServerSentEvent {
  readonly id?: number;
  readonly name: string;
  readonly data: unknown;
}

/** One event in the form of the HTML standard, §9.2.6. JSON never holds a raw line break. */
export function encodeEvent(event: ServerSentEvent): Buffer {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return Buffer.from(`${id}event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`);
}

/** Encodes each object once, however many viewers it goes to; the frame lives as long as the object. */
export function frameCache<Source extends object>(
  eventOf: (source: Source) => ServerSentEvent,
): (source: Source) => Buffer {
  const frames = new WeakMap<Source, Buffer>();
  return (source) => {
    const known = frames.get(source);
    if (known !== undefined) return known;
    const frame = encodeEvent(eventOf(source));
    frames.set(source, frame);
    return frame;
  };
}

/** The last event this browser has seen; 0 for a new viewer. */
export function lastSeenId(req: Request): number {
  const given = Number(req.headers['last-event-id'] ?? req.query['after'] ?? 0);
  return Number.isInteger(given) && given > 0 ? given : 0;
}

export interface EventStream {
  send(frame: Buffer): void;
  /** Closes the stream after what was sent. */
  end(): void;
}

export interface StreamOptions {
  readonly maxBacklogBytes?: number;
  /** The viewer left, or was let go. */
  onClose(): void;
}

/** Answers with a stream of events that stays open until one side ends it. */
export function openEventStream(res: Response, options: StreamOptions): EventStream {
  const maxBacklogBytes = options.maxBacklogBytes ?? MAX_BACKLOG_BYTES;
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'private, no-store',
    'X-Accel-Buffering': 'no',
  });
  const send = (frame: Buffer): void => {
    if (res.destroyed || res.writableEnded) return;
    res.write(frame);
    if (res.writableLength > maxBacklogBytes) res.destroy();
  };
  const heartbeat = setInterval(() => send(HEARTBEAT), HEARTBEAT_MS);
  res.on('close', () => {
    clearInterval(heartbeat);
    options.onClose();
  });
  send(Buffer.from(`retry: ${RETRY_MS}\n\n`));
  return {
    send,
    end() {
      if (!res.destroyed) res.end();
    },
  };
}
