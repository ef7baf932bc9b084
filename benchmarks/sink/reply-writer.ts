// How replies leave a sink: whole, as a good server writes them, or in fragments, as networks and bad servers deliver them.

import type { Socket } from 'node:net';
import * as replies from './replies.ts';

export interface ReplyWriter {
  write(text: string): void;
  /** Acts once everything written so far has been handed to the kernel. */
  whenWritten(act: () => void): void;
}

/** The constant replies as bytes: encoding each anew costs more than saying it. */
const ENCODED: ReadonlyMap<string, Buffer> = new Map(
  Object.values(replies).flatMap((text) => (typeof text === 'string' ? [[text, Buffer.from(text)]] : [])),
);

/** One write per flight of replies. */
export function wholeWriter(socket: Socket): ReplyWriter {
  return {
    write: (text) => {
      if (socket.writable) socket.write(ENCODED.get(text) ?? text, 'latin1');
    },
    whenWritten: (act) => act(),
  };
}

/** `bytewise` sends every byte on its own, `two` each flight in two halves. */
export function fragmentedWriter(socket: Socket, how: 'bytewise' | 'two'): ReplyWriter {
  const queue: (string | (() => void))[] = [];
  let isBusy = false;

  // A fragment waits until the one before is written, or the kernel would join them.
  const next = (): void => {
    const entry = queue.shift();
    isBusy = entry !== undefined;
    if (entry === undefined) return;
    if (typeof entry === 'string') {
      if (socket.writable) socket.write(entry, 'latin1', () => setImmediate(next));
      return;
    }
    entry();
    next();
  };
  const enqueue = (entries: readonly (string | (() => void))[]): void => {
    queue.push(...entries);
    if (!isBusy) next();
  };
  return {
    write: (text) => enqueue(how === 'bytewise' ? Array.from(text) : halves(text)),
    whenWritten: (act) => enqueue([act]),
  };
}

function halves(text: string): string[] {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)].filter((half) => half !== '');
}
