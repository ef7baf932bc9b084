// Options of `mailfit bench run` → a load plan. Every unusable option is reported at once.

import type { RunPlan } from '../../benchmarks/index.ts';
import { OptionReader } from './option-reader.ts';

/** As commander hands them over: text unless a flag. */
export interface BenchOptions {
  readonly target: string;
  readonly messages?: string;
  readonly duration?: string;
  readonly sessions?: string;
  readonly rate?: string;
  readonly arrivals?: string;
  readonly maxSessions?: string;
  readonly messagesPerConnection?: string;
  readonly pipelining?: string;
  readonly chunking?: string;
  readonly tls?: string;
  readonly ca?: string;
  readonly insecure?: boolean;
  readonly auth?: string;
  readonly user?: string;
  readonly passwordEnv?: string;
  readonly size?: string;
  readonly recipients?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sourceAddress?: readonly string[];
  readonly workers?: string;
  readonly warmup?: string;
  readonly seed?: string;
  readonly threshold?: readonly string[];
}

type Auth = NonNullable<NonNullable<RunPlan['session']>['auth']>;

const MECHANISMS: Readonly<Record<string, Auth['mechanism']>> = {
  plain: 'PLAIN',
  login: 'LOGIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  xoauth2: 'XOAUTH2',
};

const DEFAULT_MESSAGES = 1_000;
const DEFAULT_SESSIONS = 10;

/** @throws MailfitError `wrongUse` with one line per unusable option */
export function planFromOptions(options: BenchOptions): RunPlan {
  const reader = new OptionReader();
  const plan: RunPlan = {
    target: options.target,
    load: loadOf(options, reader),
    session: sessionFromOptions(options, reader),
    mail: mailOf(options, reader),
    ...reader.present('seed', reader.whole('--seed', options.seed, 0)),
    ...reader.present('workers', reader.whole('--workers', options.workers, 1)),
    ...reader.present('warmupSec', reader.number('--warmup', options.warmup, 0)),
    ...reader.present('thresholds', options.threshold && [...options.threshold]),
    ...reader.present('sourceAddresses', options.sourceAddress && [...options.sourceAddress]),
  };
  reader.failOnProblems();
  return plan;
}

function loadOf(options: BenchOptions, reader: OptionReader): RunPlan['load'] {
  const durationSec = reader.number('--duration', options.duration, 0.1);
  const messages = reader.whole('--messages', options.messages, 1);
  const ratePerSec = reader.number('--rate', options.rate, 0.001);
  if (ratePerSec === undefined) {
    const amount = messages === undefined && durationSec === undefined ? DEFAULT_MESSAGES : messages;
    return {
      model: 'closed',
      sessions: reader.whole('--sessions', options.sessions, 1) ?? DEFAULT_SESSIONS,
      ...reader.present('messages', amount),
      ...reader.present('durationSec', durationSec),
    };
  }
  if (options.sessions !== undefined) {
    reader.problems.push('--sessions: belongs to a closed loop; with --rate use --max-sessions.');
  }
  return {
    model: 'open',
    stages: [
      {
        durationSec: durationSec ?? (messages ?? DEFAULT_MESSAGES) / ratePerSec,
        startRatePerSec: ratePerSec,
        endRatePerSec: ratePerSec,
      },
    ],
    ...reader.present(
      'arrivals',
      reader.choice('--arrivals', options.arrivals, ['even', 'poisson'] as const),
    ),
    ...reader.present('maxSessions', reader.whole('--max-sessions', options.maxSessions, 1)),
  };
}

/** How each session talks, as far as the options say. */
export function sessionFromOptions(
  options: BenchOptions,
  reader: OptionReader,
): NonNullable<RunPlan['session']> {
  const perConnection =
    options.messagesPerConnection === 'unlimited'
      ? null
      : reader.whole('--messages-per-connection', options.messagesPerConnection, 1);
  return {
    ...reader.present('messagesPerConnection', perConnection),
    ...reader.present('pipelining', reader.onOff('--pipelining', options.pipelining)),
    ...reader.present('chunking', reader.onOff('--chunking', options.chunking)),
    ...reader.present('tls', reader.choice('--tls', options.tls, ['none', 'starttls', 'implicit'] as const)),
    ...reader.present('tlsCaFile', options.ca),
    ...reader.present('tlsVerify', options.insecure === true ? false : undefined),
    ...reader.present('auth', authOf(options, reader)),
  };
}

function authOf(options: BenchOptions, reader: OptionReader): Auth | undefined {
  if (options.auth === undefined) return undefined;
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
  return { mechanism, user: options.user, passwordEnv: options.passwordEnv };
}

function mailOf(options: BenchOptions, reader: OptionReader): NonNullable<RunPlan['mail']> {
  return {
    ...reader.present('size', options.size),
    ...reader.present('recipientsPerMessage', reader.whole('--recipients', options.recipients, 1)),
    ...reader.present('from', options.from),
    ...reader.present('to', options.to),
  };
}
