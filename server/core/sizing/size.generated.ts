// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * Answer of `mailfit size --json`. Units: KiB = 1024 bytes, GiB = 1024^3 bytes, Mbps = 10^6 bit/s, megacycles = 10^6 cycles/s.
 */
export interface SizeDocument {
  schema: 'mailfit.size/1';
  model: 'mailsize-1';
  /**
   * F1 messages submitted a day
   */
  submittedPerDay: number;
  /**
   * F2 messages delivered to mailboxes a day
   */
  deliveredPerDay: number;
  /**
   * F3 messages accepted from outside a day
   */
  inboundAcceptedPerDay: number;
  /**
   * F4 attempts from outside a day, spam included
   */
  inboundAttemptsPerDay: number;
  /**
   * F5 messages to outside domains a day
   */
  outboundPerDay: number;
  /**
   * F6 SMTP transactions a day
   */
  smtpTransactionsPerDay: number;
  /**
   * F6 over 24 hours, per second
   */
  smtpInAvgPerSec: number;
  /**
   * F7 transactions per second in the busiest hour
   */
  smtpInBusyHourPerSec: number;
  /**
   * F8 transactions per second in the busiest minute
   */
  smtpInPeakPerSec: number;
  /**
   * F8 deliveries per second in the busiest minute
   */
  deliverPeakPerSec: number;
  /**
   * F8 outgoing messages per second in the busiest minute
   */
  outboundPeakPerSec: number;
  /**
   * F9 SMTP sessions at once (Little's law)
   */
  smtpConcurrentMean: number;
  /**
   * F10 SMTP sessions to allow so that one in a thousand is refused (Erlang B)
   */
  'smtpSlots_B0.1pct': number;
  /**
   * F11 connections of an active user
   */
  connsPerActiveUser: number;
  /**
   * F12 connections of mail programs at once
   */
  imapConcurrent: number;
  /**
   * F13 log-ins per second in the morning
   */
  imapLoginStormPerSec: number;
  /**
   * F14 bandwidth from outside, Mbit/s
   */
  wanInMbps: number;
  /**
   * F14 bandwidth to outside, Mbit/s
   */
  wanOutMbps: number;
  /**
   * F15 bandwidth to mail programs, Mbit/s
   */
  clientDownMbps: number;
  /**
   * F15 bandwidth from mail programs, Mbit/s
   */
  clientUpMbps: number;
  /**
   * Check: internal recipients of an internal message; 1 to 10 is plausible; null where nothing is sent inside
   */
  impliedInternalRecipientsPerMsg: number | null;
  /**
   * F16 growth of a mailbox a working day, MiB
   */
  growthMiBPerUserDay: number;
  /**
   * F17 growth of a mailbox in the first year, GiB
   */
  year1GiBPerUser: number;
  /**
   * F18 mailbox at the horizon without quota, GiB
   */
  unboundedGiBPerUser: number;
  /**
   * F18 mailbox at the horizon, GiB
   */
  mailboxGiBPerUser: number;
  /**
   * F19 deleted items that can be recovered, GiB
   */
  recoverableGiBPerUser: number;
  /**
   * One day's mail, GiB
   */
  whitespaceGiBPerUser: number;
  /**
   * F20 disk of a mailbox with index, GiB
   */
  onDiskGiBPerUser: number;
  /**
   * Disk of all mailboxes, one copy, GiB
   */
  usableGiB: number;
  /**
   * F21 disk to provide with copies and reserve, GiB
   */
  provisionedGiB: number;
  /**
   * F22 disk operations per second of a mailbox
   */
  iopsPerMailbox: number;
  /**
   * F22 disk operations per second
   */
  iops: number;
  /**
   * F23 CPU of a mailbox, megacycles per second
   */
  megacyclesPerMailbox: number;
  /**
   * F23 processor cores
   */
  cores: number;
  /**
   * F24 memory, GiB
   */
  ramGiB: number;
  /**
   * F25 staff to run it on-premise, full-time
   */
  fteOnPrem: number;
  /**
   * All inputs of the model as used, by name.
   */
  inputs: {
    [k: string]: unknown;
  };
  /**
   * Inputs that were not given and stand at their likely default.
   */
  assumed: string[];
  /**
   * Outputs that come from the customer's own store instead of assumptions.
   */
  measured: string[];
  warnings: LocalizedText[];
  distribution: Distribution;
}
export interface LocalizedText {
  en: string;
  ja: string;
}
/**
 * All that is uncertain drawn from triangular(low, likely, high).
 */
export interface Distribution {
  samples: number;
  seed: number;
  /**
   * P10, P50 and P90 by output.
   */
  outputs: {
    [k: string]: Spread;
  };
  /**
   * Open questions, the most narrowing first.
   */
  questions: Question[];
}
export interface Spread {
  p10: number;
  p50: number;
  p90: number;
}
export interface Question {
  ask: string;
  label: LocalizedText;
  /**
   * Share of the variance of the key outputs that the answer takes away, on average.
   */
  narrows: number;
  most: {
    output: string;
    share: number;
  };
}
