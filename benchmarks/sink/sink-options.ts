// What a sink can be asked for. Every front door (command line, tests, benchmark of the generator) hands over these.

import type { Credentials } from './auth-exchange.ts';
import type { Fault } from './faults.ts';
import type { SinkLimits } from './limits.ts';
import { NO_LIMITS } from './limits.ts';
import type { KeyKind } from './self-signed-certificate.ts';

export type SinkKind = 'null' | 'reference' | 'scripted';

export interface SinkOptions {
  readonly kind: SinkKind;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly protocol: 'smtp' | 'lmtp';
  readonly tls: 'none' | 'starttls' | 'implicit';
  readonly certificateKey: KeyKind;
  /** Null accepts any name and password. */
  readonly credentials: Credentials | null;
  readonly maxMessageBytes: number;
  /** `verify` compares every body with its digest, `count` only reads tokens, `off` reads nothing. */
  readonly ledger: 'verify' | 'count' | 'off';
  /** File that every arrival is written to before it is acknowledged. */
  readonly journalFile: string | null;
  /** How replies leave: in one write, byte by byte, or in two writes with Nagle's algorithm on. */
  readonly replyWrites: 'whole' | 'bytewise' | 'two';
  /** Bytes per second that are read from each connection; 0 reads as fast as it can. */
  readonly readBytesPerSec: number;
  readonly limits: SinkLimits;
  readonly faults: readonly Fault[];
  readonly seed: number;
}

export const DEFAULT_SINK_OPTIONS: SinkOptions = {
  kind: 'null',
  host: '127.0.0.1',
  port: 0,
  protocol: 'smtp',
  tls: 'none',
  certificateKey: 'p256',
  credentials: null,
  maxMessageBytes: 50 * 1024 * 1024,
  ledger: 'verify',
  journalFile: null,
  replyWrites: 'whole',
  readBytesPerSec: 0,
  limits: NO_LIMITS,
  faults: [],
  seed: 1,
};
