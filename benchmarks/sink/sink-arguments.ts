// The sink as a person asks for it on a command line: flags in, options out, every problem reported at once.

import { parseFault } from './fault-notation.ts';
import type { Fault } from './faults.ts';
import { NO_LIMITS } from './limits.ts';
import type { SinkLimits } from './limits.ts';
import type { SinkKind, SinkOptions } from './sink-options.ts';
import { DEFAULT_SINK_OPTIONS } from './sink-options.ts';

/** Texts as typed; a missing one takes its default. */
export interface SinkArguments {
  readonly kind?: string;
  readonly host?: string;
  readonly port?: string;
  readonly protocol?: string;
  readonly tls?: string;
  readonly key?: string;
  readonly user?: string;
  readonly password?: string;
  readonly maxSize?: string;
  readonly ledger?: string;
  readonly journal?: string;
  readonly fault?: readonly string[];
  readonly replies?: string;
  readonly readRate?: string;
  readonly maxConnections?: string;
  readonly maxMessagesPerConnection?: string;
  readonly maxRate?: string;
  readonly greylistSec?: string;
  readonly seed?: string;
}

/** Flags and what they mean, in the order of the help text. */
export const SINK_FLAGS: readonly (readonly [flags: string, description: string])[] = [
  ['--kind <null|reference|scripted>', 'fast, made with the smtp-server package, or with faults'],
  ['--host <ADDRESS>', 'address to listen on (127.0.0.1)'],
  ['--port <N>', 'port to listen on; 0 takes a free one (2525)'],
  ['--protocol <smtp|lmtp>', 'what it speaks'],
  ['--tls <none|starttls|implicit>', 'with a certificate made for this start'],
  ['--key <p256|rsa2048>', 'key of that certificate'],
  ['--user <NAME>', 'the only user that may log in; else any may'],
  ['--password <TEXT>', 'password of --user'],
  ['--max-size <BYTES>', 'largest message it takes'],
  ['--ledger <verify|count|off>', 'compare every body with its digest, only count tokens, or neither'],
  ['--journal <FILE>', 'write every arrival to this file before it is acknowledged; kill -9 loses none'],
  [
    '--fault <FAULT...>',
    'such as stall:finalDot:1400ms:once, reply:rcpt:450 4.7.1 Later:1%, drop:finalDot:0.1%, lose:1%',
  ],
  ['--replies <whole|bytewise|two>', 'in one write, byte by byte, or in two writes with Nagle on'],
  ['--read-rate <BYTES>', 'bytes per second read from each connection'],
  ['--max-connections <N>', 'more are refused with 421'],
  ['--max-messages-per-connection <N>', 'then 421'],
  ['--max-rate <N>', 'messages per second; more get 450'],
  ['--greylist-sec <SEC>', 'defer each sender and recipient until so long after their first attempt'],
  ['--seed <N>', 'seed of the faults'],
];

export type ResolvedSink =
  | { readonly ok: true; readonly options: SinkOptions }
  | { readonly ok: false; readonly problems: readonly string[] };

const DEFAULT_PORT = 2525;
const MAX_PORT = 65_535;
/** 0 stands for none of it and cannot be typed. */
const FROM_1 = { least: 1, otherwise: 0 };

/** Options for `startSink`. Faults, limits and fragmented replies make a sink scripted unless a kind is given. */
export function resolveSinkArguments(given: SinkArguments): ResolvedSink {
  const reader = new ArgumentReader();
  const faults = reader.faults(given.fault ?? []);
  const limits = limitsOf(given, reader);
  const replyWrites = reader.oneOf('--replies', given.replies, ['whole', 'bytewise', 'two'] as const);
  const readBytesPerSec = reader.whole('--read-rate', given.readRate, FROM_1);
  const isScripted =
    faults.length > 0 || limits !== NO_LIMITS || replyWrites !== 'whole' || readBytesPerSec > 0;
  const options: SinkOptions = {
    kind: kindOf(given, isScripted, reader),
    host: given.host ?? DEFAULT_SINK_OPTIONS.host,
    port: reader.whole('--port', given.port, { least: 0, most: MAX_PORT, otherwise: DEFAULT_PORT }),
    protocol: reader.oneOf('--protocol', given.protocol, ['smtp', 'lmtp'] as const),
    tls: reader.oneOf('--tls', given.tls, ['none', 'starttls', 'implicit'] as const),
    certificateKey: reader.oneOf('--key', given.key, ['p256', 'rsa2048'] as const),
    credentials: credentialsOf(given, reader),
    maxMessageBytes: reader.whole('--max-size', given.maxSize, {
      least: 1,
      otherwise: DEFAULT_SINK_OPTIONS.maxMessageBytes,
    }),
    ledger: reader.oneOf('--ledger', given.ledger, ['verify', 'count', 'off'] as const),
    journalFile: given.journal ?? null,
    replyWrites,
    readBytesPerSec,
    limits,
    faults,
    seed: reader.whole('--seed', given.seed, { least: 0, otherwise: DEFAULT_SINK_OPTIONS.seed }),
  };
  return reader.problems.length === 0 ? { ok: true, options } : { ok: false, problems: reader.problems };
}

function kindOf(given: SinkArguments, isScripted: boolean, reader: ArgumentReader): SinkKind {
  if (given.kind === undefined) return isScripted ? 'scripted' : 'null';
  const kind = reader.oneOf('--kind', given.kind, ['null', 'reference', 'scripted'] as const);
  if (isScripted && kind !== 'scripted') {
    reader.problems.push(`--kind ${kind}: faults, limits, --replies and --read-rate need --kind scripted`);
  }
  return kind;
}

function credentialsOf(given: SinkArguments, reader: ArgumentReader): SinkOptions['credentials'] {
  const { user, password } = given;
  if (user !== undefined && password !== undefined) return { user, password };
  if (user !== password) reader.problems.push('--user and --password go together');
  return null;
}

function limitsOf(given: SinkArguments, reader: ArgumentReader): SinkLimits {
  const limits: SinkLimits = {
    maxConnections: reader.whole('--max-connections', given.maxConnections, FROM_1),
    maxMessagesPerConnection: reader.whole(
      '--max-messages-per-connection',
      given.maxMessagesPerConnection,
      FROM_1,
    ),
    maxMessagesPerSec: reader.whole('--max-rate', given.maxRate, FROM_1),
    greylistMs: reader.whole('--greylist-sec', given.greylistSec, FROM_1) * 1000,
  };
  return Object.values(limits).some((value) => value > 0) ? limits : NO_LIMITS;
}

interface WholeRange {
  readonly least: number;
  readonly most?: number;
  /** When the flag is missing. */
  readonly otherwise: number;
}

class ArgumentReader {
  readonly problems: string[] = [];

  /** The first allowed value is the default. */
  oneOf<Value extends string>(
    flag: string,
    given: string | undefined,
    allowed: readonly [Value, ...Value[]],
  ): Value {
    const found = given === undefined ? allowed[0] : allowed.find((value) => value === given);
    if (found === undefined) this.problems.push(`${flag} ${given ?? ''}: is not ${allowed.join(', ')}`);
    return found ?? allowed[0];
  }

  whole(flag: string, given: string | undefined, range: WholeRange): number {
    if (given === undefined) return range.otherwise;
    const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    if (value >= range.least && value <= (range.most ?? Number.MAX_SAFE_INTEGER)) return value;
    this.problems.push(`${flag} ${given}: needs a whole number from ${range.least}`);
    return range.otherwise;
  }

  faults(texts: readonly string[]): Fault[] {
    return texts.flatMap((text) => {
      const parsed = parseFault(text);
      if (parsed.ok) return [parsed.fault];
      this.problems.push(parsed.problem);
      return [];
    });
  }
}
