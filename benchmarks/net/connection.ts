// One socket and one SMTP session: bytes go in, flights go out, timing comes from here.
// Invariant: one write per flight, with Nagle's algorithm off; the peer's address is the one that was checked.

import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { SmtpSession } from '../protocol/session.ts';
import type { Failure, FailureCause, Job, Outcome, SessionConfig } from '../protocol/session-state.ts';
import { peerProblem } from './peer-check.ts';
import type { Transport } from './transport.ts';
import { startTls } from './tls.ts';

export interface ConnectionUser {
  onReady(connection: Connection): void;
  nextToPipeline(connection: Connection): Job | null;
  onMessageEnd(connection: Connection, job: Job, outcome: Outcome): void;
  /** The connection is gone. `isRefused` when it never got as far as the banner. */
  onClosed(connection: Connection, isRefused: boolean): void;
}

/** Network faults that say something about this machine instead of the server. */
const GENERATOR_FAULTS = new Set([
  'EMFILE',
  'ENFILE',
  'EADDRNOTAVAIL',
  'ENOBUFS',
  'ENOMEM',
  'EADDRINUSE',
  'EACCES',
]);

export class Connection {
  readonly session: SmtpSession;
  private readonly transport: Transport;
  private readonly user: ConnectionUser;
  /** The socket of TCP. Under TLS only this one can be reset: the TLS socket holds no handle of its own. */
  private readonly rawSocket: Socket;
  private socket: Socket;
  private isCorked = false;
  private isClosed = false;
  private isConnected = false;
  /** More than the socket's buffer waits in this process: the end of the last flight has not left. */
  private isUnsent = false;

  constructor(transport: Transport, config: SessionConfig, user: ConnectionUser) {
    this.transport = transport;
    this.user = user;
    this.session = new SmtpSession(config, transport.outbox, this);
    this.session.connecting(transport.nowUs());
    this.rawSocket = this.openSocket();
    this.socket = this.rawSocket;
  }

  begin(job: Job, nowUs: number): void {
    this.session.begin(job, nowUs);
  }

  /** Sends what the session has ready. Call it after every move of the session that did not start with a chunk. */
  flush(): void {
    if (!this.transport.outbox.isEmpty) this.transport.outbox.flush(this);
  }

  quit(nowUs: number): void {
    this.session.quit(nowUs);
    this.flush();
  }

  fail(cause: FailureCause, text: string): void {
    if (this.isUnsent) this.session.onUnsent();
    // A server that hangs up instead of answering QUIT has only saved itself a reply.
    const isLost = cause === 'network' && this.isConnected && this.session.stage !== 'quitting';
    if (isLost) this.transport.recorder.counters.connections.lost += 1;
    this.session.lost(cause, text, this.transport.nowUs());
    this.transport.outbox.discard();
    this.close();
  }

  /** Gives up when the oldest unanswered step has waited too long. */
  checkTimeout(nowUs: number, timeoutUs: number): void {
    const sinceUs = this.session.waitingSinceUs();
    if (sinceUs !== null && nowUs - sinceUs > timeoutUs)
      this.fail('timeout', `no answer in ${timeoutUs / 1000} ms`);
  }

  /** Drops the socket at once; nothing more is reported. */
  destroy(): void {
    this.isClosed = true;
    this.session.stage = 'closed';
    this.closeSocket();
  }

  // FlightWriter
  write(bytes: Uint8Array, isLast: boolean): void {
    const { socket } = this;
    this.transport.recorder.counters.bytes.sent += bytes.length;
    if (!isLast && !this.isCorked) {
      socket.cork();
      this.isCorked = true;
    }
    socket.write(bytes);
    if (!isLast) return;
    if (this.isCorked) socket.uncork();
    this.isCorked = false;
    if (socket.writableLength === 0) this.transport.outbox.reuse();
    else this.keepUnsent();
  }

  private keepUnsent(): void {
    this.transport.outbox.keep();
    if (this.isUnsent || !this.socket.writableNeedDrain) return;
    this.isUnsent = true;
    this.socket.once('drain', () => {
      this.isUnsent = false;
    });
  }

  // SessionOwner
  onPhase(phase: number, latencyUs: number, job: Job | null): void {
    this.transport.recorder.onPhase(phase, latencyUs, job);
  }

  onFailure(failure: Failure): void {
    this.transport.recorder.onFailure(failure, this.session);
  }

  onBanner(text: string): void {
    this.transport.recorder.onBanner(text);
  }

  onReady(): void {
    this.transport.recorder.onCapabilities(this.session.capabilities);
    this.user.onReady(this);
  }

  nextToPipeline(): Job | null {
    return this.user.nextToPipeline(this);
  }

  onMessageEnd(_session: unknown, job: Job, outcome: Outcome): void {
    this.user.onMessageEnd(this, job, outcome);
  }

  onStartTls(): void {
    const secured = startTls(this.socket, this.transport.tls);
    secured.on('error', (error: NodeJS.ErrnoException) => this.onTlsError(error));
    secured.on('data', (chunk: Buffer) => this.onChunk(chunk.length, chunk));
    secured.on('close', () => this.onSocketClose());
    secured.once('secureConnect', () => this.onSecureConnect(secured));
    this.socket = secured;
  }

  onEnd(): void {
    this.close();
  }

  onChunk(length: number, bytes: Uint8Array): void {
    const { transport } = this;
    transport.recorder.counters.bytes.received += length;
    this.session.receive(bytes, length, transport.nowUs());
    if (!transport.outbox.isEmpty) transport.outbox.flush(this);
  }

  private openSocket(): Socket {
    const { transport } = this;
    const onread = {
      buffer: transport.readBuffer,
      callback: (length: number, bytes: Uint8Array): boolean => {
        this.onChunk(length, bytes);
        return true;
      },
    };
    const socket = connectTcp({ ...transport.nextDestination(), onread });
    socket.on('connect', () => this.onConnect());
    socket.on('error', (error: NodeJS.ErrnoException) => this.onSocketError(error));
    socket.on('close', () => this.onSocketClose());
    return socket;
  }

  private onConnect(): void {
    const { transport } = this;
    const problem = transport.isLoopback ? null : peerProblem(this.socket, transport.checkedAddress);
    if (problem !== null) return this.fail('network', problem);
    this.isConnected = true;
    transport.recorder.onOpened();
    if (transport.preamble !== null) this.socket.write(transport.preamble());
    this.session.connected(transport.nowUs());
  }

  private onSecureConnect(secured: TLSSocket): void {
    this.transport.recorder.onSecured({
      isResumed: secured.isSessionReused(),
      version: secured.getProtocol() ?? '',
      cipher: secured.getCipher().standardName,
    });
    this.session.secured(this.transport.nowUs());
    this.flush();
  }

  private onTlsError(error: NodeJS.ErrnoException): void {
    if (this.isClosed) return;
    if (this.session.isSecured) this.onSocketError(error);
    else this.fail('tls', describe(error));
  }

  private onSocketError(error: NodeJS.ErrnoException): void {
    if (this.isClosed) return;
    const isOurs = GENERATOR_FAULTS.has(error.code ?? '');
    this.fail(isOurs ? 'generatorFault' : 'network', describe(error));
  }

  private onSocketClose(): void {
    if (!this.isClosed) this.fail('network', 'the server closed the connection');
  }

  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    if (this.isConnected) this.transport.recorder.onConnectionEnd();
    else this.transport.recorder.onRefused();
    this.closeSocket();
    this.user.onClosed(this, !this.isConnected);
  }

  private closeSocket(): void {
    if (this.transport.isReset && this.isConnected) this.rawSocket.resetAndDestroy();
    else this.socket.destroy();
  }
}

function describe(error: NodeJS.ErrnoException): string {
  return error.code === undefined ? error.message : `${error.code}: ${error.message}`;
}
