// Options of `mailfit bench run` → a load plan. Every unusable option is reported at once.

import type { RunPlan } from '../../benchmarks/index.ts';
import { MailfitError } from '../errors.ts';

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
    session: sessionOf(options, reader),
    mail: mailOf(options, reader),
    ...present('seed', reader.whole('--seed', options.seed, 0)),
    ...present('workers', reader.whole('--workers', options.workers, 1)),
    ...present('warmupSec', reader.number('--warmup', options.warmup, 0)),
    ...present('thresholds', options.threshold && [...options.threshold]),
    ...present('sourceAddresses', options.sourceAddress && [...options.sourceAddress]),
  };
  if (reader.problems.length > 0) throw new MailfitError('wrongUse', reader.problems);
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
      ...present('messages', amount),
      ...present('durationSec', durationSec),
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
    ...present('arrivals', reader.choice('--arrivals', options.arrivals, ['even', 'poisson'] as const)),
    ...present('maxSessions', reader.whole('--max-sessions', options.maxSessions, 1)),
  };
}

function sessionOf(options: BenchOptions, reader: OptionReader): NonNullable<RunPlan['session']> {
  const perConnection =
    options.messagesPerConnection === 'unlimited'
      ? null
      : reader.whole('--messages-per-connection', options.messagesPerConnection, 1);
  return {
    ...present('messagesPerConnection', perConnection),
    ...present('pipelining', reader.onOff('--pipelining', options.pipelining)),
    ...present('chunking', reader.onOff('--chunking', options.chunking)),
    ...present('tls', reader.choice('--tls', options.tls, ['none', 'starttls', 'implicit'] as const)),
    ...present('tlsCaFile', options.ca),
    ...present('tlsVerify', options.insecure === true ? false : undefined),
    ...present('auth', authOf(options, reader)),
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
    ...present('size', options.size),
    ...present('recipientsPerMessage', reader.whole('--recipients', options.recipients, 1)),
    ...present('from', options.from),
    ...present('to', options.to),
  };
}

/** `{ [key]: value }`, or nothing where there is no value. */
function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

class OptionReader {
  readonly problems: string[] = [];

  number(option: string, text: string | undefined, atLeast: number): number | undefined {
    if (text === undefined) return undefined;
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= atLeast) return value;
    this.problems.push(`${option}: “${text}” is not a number of ${atLeast} or more.`);
    return undefined;
  }

  whole(option: string, text: string | undefined, atLeast: number): number | undefined {
    const value = this.number(option, text, atLeast);
    if (value === undefined || Number.isSafeInteger(value)) return value;
    this.problems.push(`${option}: “${text}” is not a whole number.`);
    return undefined;
  }

  choice<Choice extends string>(
    option: string,
    text: string | undefined,
    choices: readonly Choice[],
  ): Choice | undefined {
    if (text === undefined) return undefined;
    const chosen = choices.find((choice) => choice === text);
    if (chosen === undefined) this.problems.push(`${option}: choose one of ${choices.join(', ')}.`);
    return chosen;
  }

  onOff(option: string, text: string | undefined): boolean | undefined {
    const chosen = this.choice(option, text, ['on', 'off'] as const);
    return chosen === undefined ? undefined : chosen === 'on';
  }
}
