// The comparisons that are not a batch of messages: connections held, and TLS handshakes.

import { freemem } from 'node:os';
import { startSink } from '../index.ts';
import { openSslHandshakesPerSec, smtpSourceOpening, untilClosed } from './peers.ts';
import type { Opening, Peer } from './peers.ts';
import { measured } from './rate-cases.ts';
import { median, rounded } from './side-by-side.ts';

export interface HoldRound {
  readonly ours: {
    readonly openedPerSec: number;
    readonly bytesPerConnection: number;
    readonly admitted: number;
  };
  readonly peer: Opening;
}

const HOLD_GOAL_BYTES = 8 * 1024;
/** What a session of smtp-source needs at most; where memory is short it is asked for fewer of them. */
const PEER_BYTES_PER_SESSION = 300 * 1024;

export async function holdRound(sink: Peer, connections: number): Promise<HoldRound> {
  const peerConnections = Math.min(connections, Math.floor(freemem() / 2 / PEER_BYTES_PER_SESSION));
  const peer = await smtpSourceOpening(sink, peerConnections);
  await untilClosed(sink);
  const { hold } = await measured({
    target: `smtp://127.0.0.1:${sink.port}`,
    load: { model: 'hold', connections, openRatePerSec: 100_000, holdSec: 0.5 },
  });
  return {
    peer,
    ours: {
      openedPerSec: hold?.openedPerSec ?? NaN,
      bytesPerConnection: hold?.generatorBytesPerConnection ?? NaN,
      admitted: hold?.admitted ?? 0,
    },
  };
}

export function holdRow(connections: number, rounds: readonly HoldRound[]): object {
  const of = (pick: (round: HoldRound) => number): number => median(rounds.map(pick));
  const bytes = of(({ ours }) => ours.bytesPerConnection);
  const ratio = of(({ ours, peer }) => ours.openedPerSec / peer.openedPerSec);
  const isComplete = rounds.every(({ ours }) => ours.admitted === connections);
  return {
    name: `${connections} connections held, against smtp-source -s ${connections}`,
    goal: 'at most 8 KiB each, opened at rate >= 1',
    isMet: isComplete && bytes <= HOLD_GOAL_BYTES && ratio >= 1,
    rounds: rounds.length,
    peerOpened: Math.min(...rounds.map(({ peer }) => peer.opened)),
    admitted: Math.min(...rounds.map(({ ours }) => ours.admitted)),
    oursKibPerConnection: rounded(bytes / 1024, 2),
    peerKibPerConnection: rounded(of(({ peer }) => peer.bytesPerConnection) / 1024, 1),
    oursOpenedPerSec: Math.round(of(({ ours }) => ours.openedPerSec)),
    peerOpenedPerSec: Math.round(of(({ peer }) => peer.openedPerSec)),
    openingRatio: rounded(ratio, 2),
  };
}

export interface TlsRound {
  readonly messagesPerSec: number;
  readonly handshakeP50Us: number;
  readonly fullHandshakes: number;
  readonly opensslHandshakesPerSec: number;
}

const TLS_SEC = 3;

/** STARTTLS with a new connection and a full handshake each; the sink, a single thread, answers both programs. */
export async function tlsRound(): Promise<TlsRound> {
  const implicit = await startSink({ kind: 'null', ledger: 'off', tls: 'implicit' });
  const starttls = await startSink({ kind: 'null', ledger: 'off', tls: 'starttls' });
  try {
    const opensslHandshakesPerSec = await openSslHandshakesPerSec(implicit.port, TLS_SEC);
    const result = await measured({
      target: `smtp://127.0.0.1:${starttls.port}`,
      load: { model: 'closed', sessions: 10, durationSec: TLS_SEC },
      session: { tls: 'starttls', tlsVerify: false, tlsResumption: false, messagesPerConnection: 1 },
    });
    return {
      messagesPerSec: result.achievedRatePerSec,
      handshakeP50Us: result.phases.tls.p50Us,
      fullHandshakes: result.connections.tlsFull,
      opensslHandshakesPerSec,
    };
  } finally {
    await implicit.close();
    await starttls.close();
  }
}

export function tlsRow(rounds: readonly TlsRound[]): object {
  const of = (pick: (round: TlsRound) => number): number => Math.round(median(rounds.map(pick)));
  return {
    name: 'STARTTLS, a new connection and a full handshake for each message, beside openssl s_time -new without mail',
    goal: 'report',
    isMet: null,
    rounds: rounds.length,
    oursMessagesPerSec: of((round) => round.messagesPerSec),
    oursHandshakeP50Us: of((round) => round.handshakeP50Us),
    fullHandshakes: of((round) => round.fullHandshakes),
    opensslHandshakesPerSec: of((round) => round.opensslHandshakesPerSec),
  };
}
