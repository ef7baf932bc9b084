// A sink made with the smtp-server package: somebody else's reading of the RFCs, to check our own sender against.

import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { SMTPServerAuthentication, SMTPServerOptions } from 'smtp-server';
import { SMTPServer } from 'smtp-server';
import type { SinkCertificate } from './self-signed-certificate.ts';
import type { SinkOptions } from './sink-options.ts';

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerEvents {
  onConnect(): void;
  onDisconnect(): void;
  onMessage(content: Buffer, recipients: number): void;
}

/** Starts it on the options' host and port; `events` hear of every session and message. */
export async function startReferenceServer(
  options: SinkOptions,
  certificate: SinkCertificate | null,
  events: ServerEvents,
): Promise<RunningServer> {
  const server = new SMTPServer(serverOptions(options, certificate, events));
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function serverOptions(
  options: SinkOptions,
  certificate: SinkCertificate | null,
  events: ServerEvents,
): SMTPServerOptions {
  return {
    name: 'mailfit.test',
    banner: 'mailfit reference sink',
    lmtp: options.protocol === 'lmtp',
    secure: options.tls === 'implicit',
    size: options.maxMessageBytes,
    authOptional: options.credentials === null,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    disabledCommands: options.tls === 'none' ? ['STARTTLS'] : [],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    useXClient: true,
    // A stopped sink must not wait for clients that hold their connections.
    closeTimeout: 100,
    ...(certificate === null ? {} : { key: certificate.keyPem, cert: certificate.certificatePem }),
    onConnect: (_session, callback) => {
      events.onConnect();
      callback();
    },
    onClose: () => events.onDisconnect(),
    onAuth: (auth, _session, callback) => callback(...authAnswer(auth, options)),
    onData: (stream, session, callback) => {
      collect(stream, (content) => {
        const recipients = session.envelope.rcptTo.length;
        events.onMessage(content, recipients);
        callback(null, ...lmtpAnswers(options, recipients));
      });
    },
  };
}

// In LMTP the package wants one answer per recipient.
function lmtpAnswers(options: SinkOptions, recipients: number): [] | [string[]] {
  return options.protocol === 'lmtp' ? [Array.from({ length: recipients }, () => 'Ok: queued')] : [];
}

function authAnswer(auth: SMTPServerAuthentication, options: SinkOptions): [Error | null, { user: string }?] {
  const { credentials } = options;
  const secret = auth.method === 'XOAUTH2' ? auth.accessToken : auth.password;
  const isGranted =
    credentials === null || (auth.username === credentials.user && secret === credentials.password);
  return isGranted
    ? [null, { user: auth.username ?? '' }]
    : [new Error('Authentication credentials invalid')];
}

function collect(stream: Readable, done: (content: Buffer) => void): void {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(Buffer.concat(pieces)));
}
