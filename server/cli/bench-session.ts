// How each session of a load talks, from the options of the command line.

import type { RunPlan } from '../../benchmarks/index.ts';
import type { BenchOptions } from './bench-options.ts';
import type { OptionReader } from './option-reader.ts';

type Session = NonNullable<RunPlan['session']>;
type Auth = NonNullable<Session['auth']>;

const MECHANISMS: Readonly<Record<string, Auth['mechanism']>> = {
  plain: 'PLAIN',
  login: 'LOGIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  xoauth2: 'XOAUTH2',
};

/** What the options say; nothing where they are silent. */
export function sessionFromOptions(options: BenchOptions, reader: OptionReader): Session {
  const perConnection =
    options.messagesPerConnection === 'unlimited'
      ? null
      : reader.whole('--messages-per-connection', options.messagesPerConnection, 1);
  const timeoutSec = reader.number('--timeout', options.timeout, 0.001);
  return {
    ...reader.present('messagesPerConnection', perConnection),
    ...reader.present('pipelining', reader.onOff('--pipelining', options.pipelining)),
    ...reader.present('chunking', reader.onOff('--chunking', options.chunking)),
    ...reader.present('pipelineDepth', reader.whole('--pipeline-depth', options.pipelineDepth, 1)),
    ...tlsOf(options, reader),
    ...reader.present('auth', authOf(options, reader)),
    ...reader.present('clientName', options.clientName),
    ...clientAddressesOf(options, reader),
    ...reader.present('timeoutMs', timeoutSec === undefined ? undefined : timeoutSec * 1000),
    ...reader.present('close', reader.choice('--close', options.close, ['reset', 'graceful'] as const)),
    ...reader.present('noDelay', inverted(reader.onOff('--nagle', options.nagle))),
    ...reader.present('dsn', dsnOf(options, reader)),
  };
}

function tlsOf(options: BenchOptions, reader: OptionReader): Session {
  return {
    ...reader.present('tls', reader.choice('--tls', options.tls, ['none', 'starttls', 'implicit'] as const)),
    ...reader.present('tlsCaFile', options.ca),
    ...reader.present('tlsVerify', options.insecure === true ? false : undefined),
    ...reader.present('tlsServerName', options.tlsName),
    ...reader.present('tlsResumption', reader.onOff('--tls-resumption', options.tlsResumption)),
  };
}

function inverted(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function authOf(options: BenchOptions, reader: OptionReader): Auth | undefined {
  if (options.auth === undefined) {
    const isLeftOver = [options.user, options.userCount, options.passwordEnv].some(
      (value) => value !== undefined,
    );
    if (isLeftOver) reader.problems.push('--user, --user-count and --password-env belong to --auth.');
    return undefined;
  }
  const mechanism = MECHANISMS[options.auth.toLowerCase()];
  if (mechanism === undefined) {
    reader.problems.push(`--auth: choose one of ${Object.keys(MECHANISMS).join(', ')}.`);
  }
  if (options.user === undefined || options.passwordEnv === undefined) {
    reader.problems.push(
      '--auth: also give --user and --password-env (the variable that holds the password).',
    );
  }
  if (mechanism === undefined || options.user === undefined || options.passwordEnv === undefined)
    return undefined;
  const userCount = reader.whole('--user-count', options.userCount, 1);
  return {
    mechanism,
    user: options.user,
    passwordEnv: options.passwordEnv,
    ...reader.present('userCount', userCount),
  };
}

function clientAddressesOf(options: BenchOptions, reader: OptionReader): Session {
  const by = reader.choice('--client-by', options.clientBy, ['xclient', 'proxy1', 'proxy2'] as const);
  const [first, ...others] = options.clientAddress ?? [];
  if (first === undefined && by === undefined) return {};
  if (first === undefined || options.clientBy === undefined) {
    reader.problems.push('--client-address and --client-by go together.');
    return {};
  }
  if (by === 'xclient') return { xclientAddresses: [first, ...others] };
  return { proxy: { version: by === 'proxy1' ? 1 : 2, sourceAddresses: [first, ...others] } };
}

const NOTIFY = ['NEVER', 'SUCCESS', 'FAILURE', 'DELAY'] as const;

function dsnOf(options: BenchOptions, reader: OptionReader): Session['dsn'] | undefined {
  if (options.dsn === undefined) return undefined;
  const words = options.dsn.toUpperCase().split(',');
  const [first, ...others] = NOTIFY.filter((word) => words.includes(word));
  const isKnown = words.every((word) => NOTIFY.some((known) => known === word));
  const isAlone = first !== 'NEVER' || words.length === 1;
  if (first === undefined || !isKnown || !isAlone) {
    reader.problems.push('--dsn: never, or one or more of success, failure and delay joined by commas.');
    return undefined;
  }
  return { ret: 'HDRS', notify: [first, ...others] };
}
