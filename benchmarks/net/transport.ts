// What all connections of one thread share: the clock, the buffers, the destination and the book of results.

import type { IpcNetConnectOpts, TcpNetConnectOpts } from 'node:net';
import type { Outbox } from '../protocol/outbox.ts';
import type { Recorder } from '../stats/recorder.ts';
import type { TlsOptions } from './tls.ts';

export interface Transport {
  /** Since the start of the run. */
  nowUs(): number;
  readonly recorder: Recorder;
  readonly outbox: Outbox;
  /** Every chunk is read into this one buffer and handled before the next is read. */
  readonly readBuffer: Uint8Array;
  /** Literal address that was allowed; empty for a Unix socket. */
  readonly checkedAddress: string;
  /** A literal loopback address: no route leads from it to another machine, so there is no peer to check. */
  readonly isLoopback: boolean;
  /** The same destination every time, from the source addresses in turn. */
  nextDestination(): TcpNetConnectOpts | IpcNetConnectOpts;
  readonly tls: TlsOptions;
  /** The PROXY header of the next connection. */
  readonly preamble: (() => Uint8Array) | null;
  /** End connections by RST, which leaves no port in TIME_WAIT. */
  readonly isReset: boolean;
}
