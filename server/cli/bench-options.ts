// The options that say what a load is: one table for the commands that send it, so that they all take the same ones.

import type { Command } from 'commander';

/** As commander hands them over: text unless a flag. */
export interface BenchOptions {
  readonly target?: string;
  readonly plan?: string;
  readonly label?: string;
  readonly messages?: string;
  readonly duration?: string;
  readonly sessions?: string;
  readonly rate?: string;
  readonly stages?: string;
  readonly messagesPerSession?: string;
  readonly arrivals?: string;
  readonly maxSessions?: string;
  readonly maxStartDelay?: string;
  readonly think?: string;
  readonly rampUp?: string;
  readonly messagesPerConnection?: string;
  readonly pipelining?: string;
  readonly pipelineDepth?: string;
  readonly chunking?: string;
  readonly tls?: string;
  readonly ca?: string;
  readonly insecure?: boolean;
  readonly tlsName?: string;
  readonly tlsResumption?: string;
  readonly auth?: string;
  readonly user?: string;
  readonly userCount?: string;
  readonly passwordEnv?: string;
  readonly clientName?: string;
  readonly clientAddress?: readonly string[];
  readonly clientBy?: string;
  readonly dsn?: string;
  readonly timeout?: string;
  readonly close?: string;
  readonly nagle?: string;
  readonly size?: string;
  readonly language?: string;
  readonly attachments?: string;
  readonly html?: string;
  readonly eml?: string;
  readonly recipients?: string;
  readonly recipientDomain?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly sourceAddress?: readonly string[];
  readonly workers?: string;
  readonly warmup?: string;
  readonly seed?: string;
  readonly threshold?: readonly string[];
  readonly stopOnMiss?: boolean;
}

export type OptionTable = readonly (readonly [flags: string, description: string])[];

export const TARGET_OPTIONS: OptionTable = [
  [
    '--target <URL>',
    "smtp://host:port, smtps://…, lmtp://…, smtp+unix:/path, lmtp+unix:/path, a candidate's id, or builtin",
  ],
  ['--plan <FILE>', 'a plan as YAML or JSON, or an earlier result to run again; other options change it'],
  ['--label <TEXT>', 'name of the run in comparisons and histories'],
];

export const LOAD_OPTIONS: OptionTable = [
  ['--messages <N>', 'how many messages (1000 when no --duration is given)'],
  ['--duration <SEC>', 'how long'],
  ['--sessions <N>', 'closed loop: sessions at once (10)'],
  ['--think <MS>', 'closed loop and sessions: pause before the next message'],
  ['--ramp-up <SEC>', 'closed loop: start the sessions spread over this time'],
  ['--rate <N>', 'open loop: messages per second, whatever the server does'],
  [
    '--stages <LIST>',
    'open loop in stages of SECONDS:RATE or SECONDS:FROM-TO, such as 30:0-100,300:100,10:500',
  ],
  ['--messages-per-session <MEAN>', 'with --rate or --stages: sessions arrive, each with so many messages'],
  ['--arrivals <even|poisson>', 'open loop: how arrivals are spaced'],
  ['--max-sessions <N>', 'open loop: most sessions at once (1000)'],
  ['--max-start-delay <MS>', 'open loop: an arrival that waits longer for a session is dropped (10000)'],
  ['--warmup <SEC>', 'time at the start that is not measured'],
  ['--workers <N>', 'threads'],
  ['--seed <N>', 'seed of everything random'],
];

export const SESSION_OPTIONS: OptionTable = [
  ['--messages-per-connection <N|unlimited>', 'reconnect after so many'],
  ['--pipelining <on|off>', 'send MAIL, RCPT and DATA together where announced (RFC 2920)'],
  ['--chunking <on|off>', 'BDAT instead of DATA where announced (RFC 3030)'],
  ['--pipeline-depth <N>', 'messages under way on one connection, with pipelining and chunking (4)'],
  ['--tls <none|starttls|implicit>', 'encryption'],
  ['--ca <FILE>', 'certificate authority that the server is verified with'],
  ['--insecure', 'do not verify the certificate'],
  ['--tls-name <NAME>', 'name that the certificate must carry, where it is not the host of the target'],
  ['--tls-resumption <on|off>', 'resume earlier TLS sessions (on); full and resumed are counted apart'],
  ['--auth <MECHANISM>', 'plain, login, scram-sha-256 or xoauth2'],
  ['--user <NAME>', 'user of --auth; %d becomes a number from 1 to --user-count'],
  ['--user-count <N>', 'how many accounts there are'],
  ['--password-env <VARIABLE>', 'environment variable that holds the password'],
  ['--client-name <NAME>', 'name given in EHLO'],
  ['--client-address <IP...>', 'addresses that the clients seem to come from, in turn'],
  [
    '--client-by <xclient|proxy1|proxy2>',
    'how --client-address is told: XCLIENT, or PROXY protocol v1 or v2',
  ],
  ['--source-address <IP...>', 'local addresses to send from, in turn'],
  ['--timeout <SEC>', 'longest wait for a reply and for a connection (30)'],
  ['--close <reset|graceful>', 'how a connection ends; reset leaves no port in TIME_WAIT (reset)'],
  ['--nagle <on|off>', 'let Nagle’s algorithm work, to see what it does (off)'],
];

export const MAIL_OPTIONS: OptionTable = [
  [
    '--size <SIZES>',
    '1024, 75KiB, lognormal:MEDIAN,P95, business[:MEAN], or a mix such as 80%:5KiB+20%:1MiB',
  ],
  ['--language <en|ja|mixed>', 'of subjects, bodies and file names (en)'],
  ['--attachments <SHARE>', 'share of messages with an attached file, such as 0.3 or 30%'],
  ['--html <SHARE>', 'share of messages with an HTML part'],
  ['--eml <FOLDER>', 'send the .eml files of a folder instead of composed messages'],
  ['--recipients <N>', 'recipients per message'],
  ['--recipient-domain <DOMAIN...>', 'domains of numbered recipients, reserved ones or your own'],
  ['--from <ADDRESS>', 'envelope sender'],
  ['--to <ADDRESS>', 'envelope recipient'],
  [
    '--dsn <NOTIFY>',
    'ask for delivery reports (RFC 3461): never, or success, failure, delay joined by commas',
  ],
];

export const THRESHOLD_OPTIONS: OptionTable = [
  ['--threshold <EXPR...>', 'such as p99FinalDotMs<=500 or errors<=0.1%; a missed one ends with status 1'],
  ['--stop-on-miss', 'end the run as soon as a threshold cannot be met any more'],
];

/** Everything that `planFromOptions` reads. */
export const PLAN_OPTIONS: OptionTable = [
  ...TARGET_OPTIONS,
  ...LOAD_OPTIONS,
  ...SESSION_OPTIONS,
  ...MAIL_OPTIONS,
  ...THRESHOLD_OPTIONS,
];

export function addOptions(command: Command, table: OptionTable): void {
  for (const [flags, description] of table) command.option(flags, description);
}
