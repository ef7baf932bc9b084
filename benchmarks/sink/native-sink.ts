// The listener of the null and the scripted sink: one process, one receiver per connection.

import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { SecureContext } from 'node:tls';
import { createSecureContext, createServer as createTlsServer } from 'node:tls';
import { SINK_MECHANISMS } from './auth-exchange.ts';
import type { FaultScript } from './faults.ts';
import { LimitKeeper, NO_LIMITS, TOO_MANY_CONNECTIONS } from './limits.ts';
import type { RunningServer, ServerEvents } from './reference-sink.ts';
import type { SinkCertificate } from './self-signed-certificate.ts';
import type { SinkOptions } from './sink-options.ts';
import type { ReceiverProfile } from './smtp-receiver.ts';
import type { SessionSetup } from './socket-session.ts';
import { serveSession } from './socket-session.ts';

export interface NativeEvents extends ServerEvents {
  onRefuse(): void;
}

/** Connections that the kernel may hold before they are taken; Linux caps it at net.core.somaxconn. */
const BACKLOG = 4096;

/** Starts listening on the options' host and port. */
export async function startNativeServer(
  options: SinkOptions,
  certificate: SinkCertificate | null,
  script: FaultScript | null,
  events: NativeEvents,
): Promise<RunningServer> {
  const limits = options.limits === NO_LIMITS ? null : new LimitKeeper(options.limits);
  const setup: SessionSetup = {
    options,
    profile: profileOf(options, script, limits, events),
    secureContext: secureContextOf(certificate),
  };
  const open = new Set<Socket>();
  const server = listenerFor(options, certificate, (socket) => {
    if (limits !== null && !limits.mayConnect(open.size)) {
      events.onRefuse();
      socket.on('error', () => socket.destroy());
      socket.end(TOO_MANY_CONNECTIONS);
      return;
    }
    open.add(socket);
    events.onConnect();
    socket.on('close', () => {
      open.delete(socket);
      events.onDisconnect();
    });
    serveSession(socket, setup);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: options.host, port: options.port, backlog: BACKLOG }, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeAll(server, open) };
}

function listenerFor(
  options: SinkOptions,
  certificate: SinkCertificate | null,
  onSocket: (socket: Socket) => void,
): Server {
  if (options.tls !== 'implicit' || certificate === null) return createServer({ noDelay: true }, onSocket);
  const server = createTlsServer({ key: certificate.keyPem, cert: certificate.certificatePem }, onSocket);
  server.on('tlsClientError', () => undefined);
  return server;
}

function secureContextOf(certificate: SinkCertificate | null): SecureContext | null {
  if (certificate === null) return null;
  return createSecureContext({ key: certificate.keyPem, cert: certificate.certificatePem });
}

function profileOf(
  options: SinkOptions,
  script: FaultScript | null,
  limits: LimitKeeper | null,
  events: NativeEvents,
): ReceiverProfile {
  const clear = ehloReply(options, options.tls === 'starttls');
  const encrypted = ehloReply(options, false);
  return {
    banner: `220 mailfit.test ${options.protocol === 'lmtp' ? 'LMTP' : 'ESMTP'} mailfit ${options.kind} sink\r\n`,
    ehloReply: (isEncrypted) => (isEncrypted ? encrypted : clear),
    isLmtp: options.protocol === 'lmtp',
    maxMessageBytes: options.maxMessageBytes,
    offersTls: options.tls === 'starttls',
    credentials: options.credentials,
    script,
    limits,
    onMessage: (content, recipients) => events.onMessage(content, recipients),
  };
}

function ehloReply(options: SinkOptions, offersStartTls: boolean): string {
  const mechanisms = SINK_MECHANISMS.filter(
    (name) => options.credentials !== null || name !== 'SCRAM-SHA-256',
  );
  const lines = [
    'mailfit.test',
    'PIPELINING',
    '8BITMIME',
    'SMTPUTF8',
    `SIZE ${options.maxMessageBytes}`,
    'CHUNKING',
    'DSN',
    'XCLIENT ADDR PORT',
    `AUTH ${mechanisms.join(' ')}`,
    ...(offersStartTls ? ['STARTTLS'] : []),
    'ENHANCEDSTATUSCODES',
  ];
  return lines.map((line, index) => `250${index < lines.length - 1 ? '-' : ' '}${line}\r\n`).join('');
}

function closeAll(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of open) socket.destroy();
  });
}
