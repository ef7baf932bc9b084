// Puts one receiver on one socket: writes, delays, upgrade to TLS, and the ways a scripted sink mistreats a connection.

import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { TLSSocket } from 'node:tls';
import type { ReceiverHost } from './reply-gate.ts';
import type { ReplyWriter } from './reply-writer.ts';
import { fragmentedWriter, wholeWriter } from './reply-writer.ts';
import type { SinkOptions } from './sink-options.ts';
import type { ReceiverProfile } from './smtp-receiver.ts';
import { SmtpReceiver } from './smtp-receiver.ts';

export interface SessionSetup {
  readonly profile: ReceiverProfile;
  readonly options: SinkOptions;
  readonly secureContext: SecureContext | null;
}

/** Serves the socket until it closes. An error of a connection ends that connection and nothing else. */
export function serveSession(socket: Socket, setup: SessionSetup): void {
  const { options } = setup;
  let active = socket;
  let writer = writerFor(socket, options);
  const pauses = new Pauses(() => active);
  const host: ReceiverHost = {
    write: (text) => writer.write(text),
    close: () => writer.whenWritten(() => active.end()),
    // A socket that began under TLS has no handle that could be reset.
    reset: () => void (options.tls === 'implicit' ? socket.destroy() : socket.resetAndDestroy()),
    startTls: () =>
      writer.whenWritten(() => {
        active = upgrade(socket, setup.secureContext, () => receiver.becomeEncrypted());
        writer = writerFor(active, options);
        listen();
      }),
    wait: (delayMs, resume) => pauses.start(delayMs, resume),
    nowMs: () => performance.timeOrigin + performance.now(),
  };
  const receiver = new SmtpReceiver(setup.profile, host, options.tls === 'implicit');
  const listen = (): void => {
    active.on('data', (piece: Buffer) => {
      receiver.feed(piece);
      if (options.readBytesPerSec > 0) pauses.start((piece.length / options.readBytesPerSec) * 1000);
    });
    active.on('error', () => active.destroy());
  };
  socket.on('close', () => pauses.cancel());
  // Two writes stall against delayed acknowledgements only while Nagle's algorithm is on.
  socket.setNoDelay(options.replyWrites !== 'two');
  listen();
  receiver.greet();
}

/** Stretches of time in which a socket is not read. */
class Pauses {
  readonly #socket: () => Socket;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(socket: () => Socket) {
    this.#socket = socket;
  }

  start(delayMs: number, resume?: () => void): void {
    this.#socket().pause();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (this.#socket().destroyed) return;
      if (this.#timers.size === 0) this.#socket().resume();
      resume?.();
    }, delayMs);
    this.#timers.add(timer);
  }

  cancel(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

function writerFor(socket: Socket, options: SinkOptions): ReplyWriter {
  return options.replyWrites === 'whole'
    ? wholeWriter(socket)
    : fragmentedWriter(socket, options.replyWrites);
}

// What the client sent in clear behind STARTTLS is dropped with the listener (CVE-2011-0411).
function upgrade(socket: Socket, secureContext: SecureContext | null, onSecure: () => void): TLSSocket {
  socket.removeAllListeners('data');
  const secure = new TLSSocket(socket, {
    isServer: true,
    ...(secureContext === null ? {} : { secureContext }),
  });
  secure.once('secure', onSecure);
  return secure;
}
