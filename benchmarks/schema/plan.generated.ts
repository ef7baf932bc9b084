// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

export type Arrivals = 'even' | 'poisson';
/**
 * One after the other. Equal rates hold, different ones ramp, a stage of 0 seconds length is a step.
 *
 * @minItems 1
 */
export type RateStages = [RateStage, ...RateStage[]];

/**
 * One load run: whom, how much, in which way. Everything left out takes the default named here.
 */
export interface RunPlan {
  schema?: 'mailfit.plan/1';
  /**
   * smtp://host:port, smtps://…, lmtp://…, lmtp+unix:/path, or builtin
   */
  target: string;
  label?: string;
  /**
   * Default 1.
   */
  seed?: number;
  load: ClosedLoad | OpenLoad | PartlyOpenLoad | HoldLoad;
  session?: SessionPlan;
  mail?: MailPlan;
  /**
   * Time at the start that is not measured. Default 0.
   */
  warmupSec?: number;
  /**
   * Threads. Default 1; 2 for a closed loop with a new connection for each message, where there are two processors for them (a server on the same machine needs one more).
   */
  workers?: number;
  /**
   * Local addresses to send from, in turn.
   */
  sourceAddresses?: string[];
  /**
   * For example p99FinalDotMs<=500 or errors<=0.1%.
   */
  thresholds?: string[];
  /**
   * The run stops when at least this share of the last seconds' outcomes were rejections. Default 0.5 of 500.
   */
  stopOnRejects?: {
    share: number;
    minOutcomes: number;
  };
  /**
   * The run stops as soon as a threshold on outcomes, the final dot or the response cannot be met any more, even if everything still to come were perfect. Default false.
   */
  stopOnMiss?: boolean;
  /**
   * Other kinds of clients that send to the same target at the same time, each from a thread of its own.
   *
   * @maxItems 16
   */
  classes?:
    | []
    | [ClientClass]
    | [ClientClass, ClientClass]
    | [ClientClass, ClientClass, ClientClass]
    | [ClientClass, ClientClass, ClientClass, ClientClass]
    | [ClientClass, ClientClass, ClientClass, ClientClass, ClientClass]
    | [ClientClass, ClientClass, ClientClass, ClientClass, ClientClass, ClientClass]
    | [ClientClass, ClientClass, ClientClass, ClientClass, ClientClass, ClientClass, ClientClass]
    | [ClientClass, ClientClass, ClientClass, ClientClass, ClientClass, ClientClass, ClientClass, ClientClass]
    | [
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass
      ]
    | [
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass
      ]
    | [
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass
      ]
    | [
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass
      ]
    | [
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass
      ]
    | [
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass
      ]
    | [
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass
      ]
    | [
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass,
        ClientClass
      ];
}
/**
 * Each session sends the next message when the last one is answered: a relay with a fixed pool.
 */
export interface ClosedLoad {
  model: 'closed';
  sessions: number;
  messages?: number;
  durationSec?: number;
  /**
   * Pause before the next message. Default 0.
   */
  thinkTimeMs?: number;
  /**
   * Sessions start spread over this time. Default 0.
   */
  rampUpSec?: number;
}
/**
 * Messages arrive by the clock, whatever the server does: mail from outside.
 */
export interface OpenLoad {
  model: 'open';
  arrivals?: Arrivals;
  stages: RateStages;
  /**
   * Default 1000.
   */
  maxSessions?: number;
  /**
   * An arrival that waits longer for a free session is dropped. Default 10000.
   */
  maxStartDelayMs?: number;
}
export interface RateStage {
  durationSec: number;
  startRatePerSec: number;
  endRatePerSec: number;
}
/**
 * Sessions arrive by the clock, each sends its messages one after the other: users and their programs.
 */
export interface PartlyOpenLoad {
  model: 'partlyOpen';
  arrivals?: Arrivals;
  stages: RateStages;
  /**
   * Mean of a geometric distribution.
   */
  meanMessagesPerSession: number;
  thinkTimeMs?: number;
  maxSessions?: number;
  maxStartDelayMs?: number;
}
/**
 * Opens connections and keeps them, to learn how many the server takes.
 */
export interface HoldLoad {
  model: 'hold';
  connections: number;
  /**
   * Default ehlo.
   */
  stage?: 'banner' | 'ehlo' | 'tls' | 'auth';
  /**
   * Default 1000.
   */
  openRatePerSec?: number;
  /**
   * After the last connection was opened. Default 5.
   */
  holdSec?: number;
  /**
   * Messages sent on connections of their own meanwhile. Default 0.
   */
  probeRatePerSec?: number;
}
export interface SessionPlan {
  /**
   * null: as many as the server allows. Default null.
   */
  messagesPerConnection?: number | null;
  /**
   * Used where announced. Default false: latencies are exact without it.
   */
  pipelining?: boolean;
  /**
   * BDAT instead of DATA where announced. Default false.
   */
  chunking?: boolean;
  /**
   * Messages under way on one connection with pipelining and chunking. Default 4.
   */
  pipelineDepth?: number;
  tls?: 'none' | 'starttls' | 'implicit';
  /**
   * Default true.
   */
  tlsVerify?: boolean;
  tlsCaFile?: string;
  tlsServerName?: string;
  /**
   * Default true.
   */
  tlsResumption?: boolean;
  auth?: AuthPlan;
  /**
   * Of EHLO. Default mailfit.invalid.
   */
  clientName?: string;
  xclientAddresses?: string[];
  proxy?: ProxyPlan;
  dsn?: DsnPlan;
  /**
   * For every reply and for connecting. Default 30000.
   */
  timeoutMs?: number;
  /**
   * Pause of a session whose connection was refused. Default 100.
   */
  reconnectDelayMs?: number;
  /**
   * reset leaves no port in TIME_WAIT. Default reset.
   */
  close?: 'reset' | 'graceful';
  /**
   * False lets Nagle's algorithm work, to see what it does. Default true.
   */
  noDelay?: boolean;
}
export interface AuthPlan {
  mechanism: 'PLAIN' | 'LOGIN' | 'SCRAM-SHA-256' | 'XOAUTH2';
  /**
   * %d becomes a number from 1 to userCount.
   */
  user: string;
  userCount?: number;
  /**
   * Environment variable that holds the password; it never enters the plan.
   */
  passwordEnv: string;
}
export interface ProxyPlan {
  version: 1 | 2;
  /**
   * @minItems 1
   */
  sourceAddresses: [string, ...string[]];
}
export interface DsnPlan {
  ret: 'FULL' | 'HDRS';
  /**
   * @minItems 1
   */
  notify: ['NEVER' | 'SUCCESS' | 'FAILURE' | 'DELAY', ...('NEVER' | 'SUCCESS' | 'FAILURE' | 'DELAY')[]];
}
export interface MailPlan {
  /**
   * 1024, 75KiB, lognormal:MEDIAN,P95, business, or a mix such as 80%:5KiB+20%:1MiB. Default 1KiB.
   */
  size?: string;
  language?: 'en' | 'ja' | 'mixed';
  attachmentShare?: number;
  htmlShare?: number;
  recipientsPerMessage?: number;
  from?: string;
  to?: string;
  /**
   * @minItems 1
   */
  recipientDomains?: [string, ...string[]];
  /**
   * Messages of one's own, one .eml file each, instead of composed ones; size, language and shares then mean nothing.
   */
  emlFolder?: string;
}
export interface ClientClass {
  name: string;
  load: ClosedLoad | OpenLoad | PartlyOpenLoad;
  session?: SessionPlan;
  mail?: MailPlan;
}
