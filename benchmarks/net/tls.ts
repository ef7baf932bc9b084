// TLS over an existing socket, for STARTTLS and for implicit TLS. Certificates are verified unless the plan says
// otherwise; sessions are resumed from the last ticket when the plan allows it.

import { connect } from 'node:tls';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

export interface TlsOptions {
  readonly isVerified: boolean;
  readonly ca: string | null;
  readonly serverName: string;
  readonly isResumed: boolean;
  /** The newest ticket of this thread. */
  ticket: Buffer | null;
}

export function startTls(socket: Socket, options: TlsOptions): TLSSocket {
  const secured = connect({
    socket,
    rejectUnauthorized: options.isVerified,
    // A literal address must not go into SNI (RFC 6066 §3).
    ...(options.serverName === '' ? {} : { servername: options.serverName }),
    ...(options.ca === null ? {} : { ca: options.ca }),
    ...(options.isResumed && options.ticket !== null ? { session: options.ticket } : {}),
  });
  if (options.isResumed) {
    secured.on('session', (ticket: Buffer) => {
      options.ticket = ticket;
    });
  }
  return secured;
}
